"""How long it takes from publishing an article to the webhook with its alert."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

from tensionwire.contracts.article import Article
from tensionwire.ingest.publisher import publish

SECRET = "YmVuY2htYXJrcyBuZWVkIG5vIHNlY3JldHM="  # it guards nothing
SETTLE = 15.0  # seconds in which the last alerts may come
WARM_UP = 2.0  # seconds at the start that are not counted


class Latency(NamedTuple):
    """Seconds from publishing to webhook, and how many articles were published, alerted, and alerted twice."""

    p50: float
    p99: float
    worst: float
    published: int
    alerted: int
    repeats: int
    rate: float


class Receiver:
    """A webhook receiver on a free port, in a thread of its own. `seen` is article id to times of arrival."""

    def __init__(self) -> None:
        self.seen: dict[str, list[float]] = {}
        self.url = ""
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        threading.Thread(target=self._serve, args=(started,), daemon=True).start()
        started.wait(10)

    def _serve(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application()
        app.router.add_post("/", self._take)
        runner = web.AppRunner(app, access_log=None)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        started.set()
        self._loop.run_forever()

    async def _take(self, request: web.Request) -> web.Response:
        now = time.monotonic()
        for evidence in (await request.json())["data"]["evidence"][:1]:
            self.seen.setdefault(evidence["article"], []).append(now)
        return web.Response()

    def rules(self, folder: Path) -> Path:
        """A rules file whose only receiver this is. The secret is in BENCH_SECRET."""
        file = folder / "rules.yaml"
        file.write_text(
            f"receivers:\n  - name: bench\n    stale: true\n    digest: false\n"
            f"    webhook: {{url: '{self.url}', secret_env: BENCH_SECRET,"
            " allow: [127.0.0.0/8]}\nroute: {receivers: [bench], contacts: all}\n",
            encoding="utf-8",
        )
        return file

    def close(self) -> None:
        """Stop listening."""
        self._loop.call_soon_threadsafe(self._loop.stop)


def measure(
    kafka: str, receiver: Receiver, articles: list[Article], rate: float, say: Callable[[str], None]
) -> Latency:
    """Publish `articles`, of which each raises an alert, at `rate` a second, and wait for the webhooks."""
    say(f"publishing {len(articles):,} articles at {rate:.0f} a second, each raises an alert")
    sent: dict[str, float] = {}

    def paced() -> Iterator[Article]:
        start = time.monotonic()
        for number, article in enumerate(articles):
            time.sleep(max(0.0, start + number / rate - time.monotonic()))
            sent[article.id or ""] = time.monotonic()
            yield article

    began = time.monotonic()
    published = publish(paced(), kafka).sent
    took = time.monotonic() - began
    deadline = time.monotonic() + SETTLE
    while len(receiver.seen) < published and time.monotonic() < deadline:
        time.sleep(0.1)
    seen = dict(receiver.seen)
    counted = [i for i in seen if sent[i] > began + WARM_UP]
    delays = sorted(seen[i][0] - sent[i] for i in counted)
    if not delays:
        raise RuntimeError("no alert came: the logs of the services say why")
    return Latency(
        p50=delays[len(delays) // 2],
        p99=delays[min(len(delays) - 1, int(len(delays) * 0.99))],
        worst=delays[-1],
        published=published,
        alerted=len(seen),
        repeats=sum(len(times) - 1 for times in seen.values()),
        rate=published / took,
    )
