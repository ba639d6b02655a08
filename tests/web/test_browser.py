"""The page in a real Chromium: alerts as they come, what is hostile stays text, nothing is asked for outside."""

import asyncio
import shutil
import statistics
import subprocess
import time
import uuid
from collections.abc import Awaitable, Callable

import pytest

from tests.web import proxy
from tests.web.chromium import CHROMIUM, MISSING, Browser, Tab, browser
from tests.web.conftest import Site

pytestmark = [pytest.mark.service, pytest.mark.skipif(CHROMIUM is None, reason=MISSING)]

AXE = "axe-core@4.14.1"
ROUNDS = 7
STATES = ("Frankreichs", "Italiens", "Japans", "Indiens", "Brasiliens", "Kanadas", "Spaniens", "Polens", "Norwegens")
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober".split()
SCRIPT = '"><script>window.ran=1;alert(1)</script><img src=x onerror="window.ran=1;alert(2)"><svg onload=alert(3)>'


def run(work: Callable[[Browser], Awaitable[None]]) -> None:
    async def main() -> None:
        async with browser() as found:
            await work(found)

    asyncio.run(main())


def meeting(number: int, run_: str, **more: str) -> dict[str, str]:
    """An article that no other resembles: a meeting on a day of its own, in a month that hangs on the run."""
    month, year = int(run_, 16) % len(MONTHS), 2022 + int(run_, 16) % 3
    state = STATES[number % len(STATES)]
    day = f"{1 + number}. {MONTHS[month]} {year}"
    text = f"Bundeskanzler Olaf Scholz traf am {day} in Berlin den Präsidenten {state}. {run_}"
    return {"id": f"{run_}-{number}", "text": text, "published": f"{year}-{month + 1:02}-27", "source": "Desk"} | more


def test_an_article_pushed_over_http_shows_up_on_the_open_page(site: Site) -> None:
    run_ = uuid.uuid4().hex[:8]

    async def work(found: Browser) -> None:
        async with found.tab() as tab:
            await tab.size(1280, 900)
            await tab.open(f"{site.url}/?lang=en")
            await tab.until('document.querySelector("#line.on")')
            took = []
            for number in range(ROUNDS):
                before = await tab.run("document.querySelector('.card').id")
                started = time.monotonic()
                assert (await asyncio.to_thread(site.push, meeting(number, run_))).status == 202
                await tab.until(f"document.querySelector('.card').id !== {before!r}")
                took.append(time.monotonic() - started)
            middle, most = statistics.median(took) * 1000, max(took) * 1000
            print(f"\npushed to shown: {middle:.0f} ms at the median, {most:.0f} ms at most")
            assert statistics.median(took) <= 1.0
            assert tab.faults == []
            assert all(r.startswith(site.url) for r in tab.requests if not r.startswith("about:"))

    run(work)


def test_nothing_is_missed_over_a_lost_connection(site: Site) -> None:
    run_ = uuid.uuid4().hex[:8]

    async def work(found: Browser) -> None:
        async with proxy.between(site.url) as line, found.tab() as tab:
            await tab.open(f"{line.url}/?lang=de")
            await tab.until('document.querySelector("#line.on")')
            first = await tab.run("document.querySelectorAll('.card').length")
            await line.cut()
            await tab.until('document.querySelector("#line.off")')
            for number in range(3):
                await asyncio.to_thread(site.push, meeting(20 + number, run_))
            await asyncio.sleep(1.5)
            assert await tab.run("document.querySelectorAll('.card').length") == first
            await line.mend()
            await tab.until(f"document.querySelectorAll('.card.fresh').length === 3 && {first} + 3", 30)
            shown = await tab.run("[...document.querySelectorAll('.card')].map(card => card.id)")
            assert len(shown) == len(set(shown)) == first + 3

    run(work)


def test_a_hostile_article_stays_text(site: Site) -> None:
    run_ = uuid.uuid4().hex[:8]
    link = f"javascript:alert(4)//{SCRIPT}"
    hostile = meeting(25, run_, title=SCRIPT, source=SCRIPT, url=link, id=f"{run_}{SCRIPT}/../?")
    hostile["text"] = hostile["text"].replace("in Berlin", "in Rom") + f"\n\n{SCRIPT}\n\nTaiwan Taiwan {SCRIPT} Taiwan"

    async def work(found: Browser) -> None:
        async with found.tab() as tab:
            await tab.open(f"{site.url}/?lang=en")
            await tab.until('document.querySelector("#line.on")')
            before = await tab.run("document.querySelector('.card').id")
            assert (await asyncio.to_thread(site.push, hostile)).status == 202
            await tab.until(f"document.querySelector('.card').id !== {before!r}")
            links = "[...document.querySelectorAll('.card.fresh a')].map(a => a.href)"
            addresses = [a for a in await tab.run(links) if a.startswith(site.url)]
            assert len(addresses) >= 2
            searches = ("/?q=script", f"/?q={SCRIPT}&country={SCRIPT}&dyad={SCRIPT}", "/contacts?q=script")
            for address in (*searches, *addresses):
                await tab.open(address if address.startswith("http") else site.url + address)
                assert await tab.run("window.ran === undefined && !document.querySelector('main img, main script')")
            assert "<script>" in await tab.run("document.querySelector('main').textContent")
            assert (tab.dialogs, tab.faults) == (0, [])

    run(work)


def test_keys_and_theme(site: Site) -> None:
    async def work(found: Browser) -> None:
        async with found.tab() as tab:
            await tab.open(f"{site.url}/?lang=en")
            focused = "document.activeElement.closest('article')?.id"
            cards = await tab.run("[...document.querySelectorAll('.card')].map(card => card.id)")
            for key, place in (("j", 0), ("j", 1), ("k", 0)):
                await tab.press(key)
                assert await tab.run(focused) == cards[place]
            await tab.press("/")
            assert await tab.run("document.activeElement.id") == "q"
            await tab.run("document.activeElement.blur()")
            await tab.press("?")
            assert await tab.run("document.querySelector('#keys').open")
            await tab.run("document.querySelector('#keys').close()")
            await tab.run("document.querySelector('#theme').click()")
            theme = await tab.run("document.documentElement.dataset.theme")
            await tab.open(f"{site.url}/matrix")
            assert await tab.run("document.documentElement.dataset.theme") == theme
            await tab.press("g")
            await tab.press("f")
            await tab.until("location.pathname === '/flashpoints'")

    run(work)


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed, which fetches axe-core: install Node.js")
def test_no_serious_finding_of_axe(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("axe")
    subprocess.run(["npm", "pack", "--silent", AXE], cwd=folder, check=True, capture_output=True, timeout=120)
    subprocess.run(["tar", "xzf", *(p.name for p in folder.glob("*.tgz"))], cwd=folder, check=True)
    axe = (folder / "package" / "axe.min.js").read_text(encoding="utf-8")
    record = site.get("/v1/contacts?q=jakarta").json()["items"][0]["id"]
    episode = site.get("/v1/flashpoints").json()["items"][0]["id"]
    pages = ["/", "/contacts", f"/contacts/{record}", f"/contacts/{episode}", "/articles/seed-05-jakarta-geplant"]
    pages += ["/calendar?month=2023-07", "/matrix?period=all", "/flashpoints?by=month", "/nowhere"]

    async def work(found: Browser) -> None:
        for dark, width in ((False, 1280), (True, 390)):
            for page in pages:
                async with found.tab() as tab:
                    await tab.size(width, 900, dark=dark)
                    await tab.open(site.url + page)
                    findings = await serious(tab, axe)
                    assert not findings, (page, dark, findings)

    run(work)


async def serious(tab: Tab, axe: str) -> list[str]:
    """What axe finds, from serious on."""
    await tab.run(axe + "; 1")
    nodes = "v.nodes.map(n => n.html + n.failureSummary)"
    found = await tab.run(f"axe.run().then(r => r.violations.map(v => [v.impact, v.id, {nodes}]))")
    return [f"{impact} {rule}: {where[:3]}" for impact, rule, where in found if impact in ("serious", "critical")]
