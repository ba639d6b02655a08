"""The pictures in docs/pictures, from the running product: `python -m tests.web.pictures [FOLDER]`.

Without a folder the chosen ones for the docs are made anew; with one, every view in light and dark, desktop and phone.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from tensionwire.local.stack import Stack
from tests.conftest import JARS
from tests.edge.test_seeds import publish_seeds
from tests.web.chromium import Browser, browser
from tests.web.conftest import Site

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SIZES = {"desktop": (1280, 860), "phone": (390, 844)}
SETTLE = 0.6  # seconds after loading: the stream says that it is live
CHOSEN = {
    "live": "desktop-light",
    "contact": "desktop-dark",
    "calendar": "desktop-light",
    "matrix": "desktop-light",
    "flashpoints": "desktop-dark",
    "live-de": "phone-dark",
    "article-de": "phone-light",
}


def views(site: Site) -> dict[str, str]:
    """Name to address."""
    record = site.get("/v1/contacts?q=jakarta").json()["items"][0]["id"]
    episode = site.get("/v1/flashpoints?topic=taiwan").json()["items"][0]["id"]
    paths = {
        "live": "/",
        "contacts": "/contacts",
        "contact": f"/contacts/{record}",
        "episode": f"/contacts/{episode}",
        "article": "/articles/seed-05-jakarta-geplant",
        "calendar": "/calendar?month=2023-07",
        "matrix": "/matrix?period=all",
        "flashpoints": "/flashpoints?by=month",
        "search": "/?q=putin&status=planned,held",
    }
    german = {f"{name}-de": path for name, path in paths.items()}
    return {
        n: p + ("&" if "?" in p else "?") + f"lang={'de' if n in german else 'en'}" for n, p in (paths | german).items()
    }


async def take(found: Browser, site: Site, name: str, mode: str, file: Path) -> None:
    """One picture."""
    size, scheme = mode.split("-")
    async with found.tab() as tab:
        await tab.size(*SIZES[size], dark=scheme == "dark")
        await tab.open(site.url + views(site)[name])
        await asyncio.sleep(SETTLE)
        wide = await tab.run("document.documentElement.scrollWidth")
        assert wide <= SIZES[size][0], f"{name} on a {size} is {wide} pixels wide"
        assert tab.faults == []
        await tab.picture(file)


async def main(folder: Path | None) -> None:
    """Make them."""
    env = {"TENSIONWIRE_MAX_AGE": str(100 * 366 * 86_400)}
    with tempfile.TemporaryDirectory() as data, Stack(Path(data), jars_folder=JARS, ports="random", env=env) as stack:
        await asyncio.to_thread(publish_seeds, stack)
        site = Site(stack)
        async with browser() as found:
            if folder is None:
                for name, mode in CHOSEN.items():
                    await take(found, site, name, mode, PICTURES / f"{name}.png")
                return
            for name in views(site):
                for mode in ("desktop-light", "desktop-dark", "phone-light", "phone-dark"):
                    await take(found, site, name, mode, folder / f"{name}-{mode}.png")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
