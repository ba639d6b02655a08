"""How the page and the intake bear up: `python -m benchmarks.web`. Kafka and web alone, on this machine."""

import asyncio
import os
import signal
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

import aiohttp
import click
import msgspec
import psutil
from rich.console import Console

from benchmarks.stream import JARS
from tensionwire.contracts.topics import ALERTS
from tensionwire.contracts.wire import encode
from tensionwire.local.folder import token
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import producer
from tests.consumers.making import alert

STREAMS, ALERTS_A_SECOND, FAN_OUT_SECONDS = 500, 10, 30
PUSHERS, BATCH, PUSH_SECONDS, PAUSED_SECONDS, ARTICLE = 4, 100, 20, 60, 4_000
STORED = 100_000
console = Console(highlight=False)


@click.command()
@click.option("--only", type=click.Choice(["fan-out", "intake", "store"]), help="One of the three alone.")
def main(only: str | None) -> None:
    """Measure three things: 500 open streams at 10 alerts a second; pushed articles, also with Kafka paused; the first
    page over 100,000 alerts. Times are those a client on this machine sees.
    """
    for name, work in (("fan-out", _fan_out), ("intake", _intake), ("store", _store)):
        if only in (None, name):
            with tempfile.TemporaryDirectory(prefix="tensionwire-bench-") as folder:
                env = {"TENSIONWIRE_HEARTBEAT": "0", "TENSIONWIRE_WEB_RATE": "1000000"}
                with Stack(Path(folder) / "s", ("web",), jars_folder=JARS, ports="random", env=env) as stack:
                    asyncio.run(work(stack))


async def _fan_out(stack: Stack) -> None:
    sent: dict[str, float] = {}
    took: list[float] = []
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None)) as session:
        ready = Counter[str]()

        async def listen() -> None:
            async with session.get(f"{stack.page}/v1/alerts/stream") as stream:
                ready["open"] += 1
                async for line in stream.content:
                    if line.startswith(b"data: "):
                        identity = line[line.index(b'"id":"') + 6 :][:24].decode()
                        took.append(time.monotonic() - sent[identity])

        listening = [asyncio.create_task(listen()) for _ in range(STREAMS)]
        while ready["open"] < STREAMS:
            await asyncio.sleep(0.1)
        await asyncio.sleep(1)
        before = _memory(stack)
        sender = producer(stack.kafka)
        number = FAN_OUT_SECONDS * ALERTS_A_SECOND
        for n in range(number):
            made = alert(n)
            sent[made.id] = time.monotonic()
            sender.send(ALERTS.name, key=made.record.encode(), value=encode(made))
            await asyncio.sleep(1 / ALERTS_A_SECOND)
        await asyncio.sleep(2)
        after = _memory(stack)
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
        sender.close()
    _say(f"fan-out: {STREAMS} streams, {ALERTS_A_SECOND} alerts/s for {FAN_OUT_SECONDS} s", took)
    console.print(f"  {len(took)} of {number * STREAMS} arrived; web {before:.0f} MB before, {after:.0f} MB after")


async def _intake(stack: Stack) -> None:
    headers = {"Authorization": f"Bearer {token(stack.directory)}"}
    outcomes: Counter[int] = Counter()
    took: list[float] = []

    async def push(session: aiohttp.ClientSession, until: float, name: str) -> None:
        round_ = 0
        while time.monotonic() < until:
            round_ += 1
            batch = [{"id": f"{name}-{round_}-{n}", "text": "Wort " * (ARTICLE // 5)} for n in range(BATCH)]
            body = msgspec.json.encode(batch)
            started = time.monotonic()
            async with session.post(
                f"{stack.page}/v1/articles", data=body, headers=headers | {"Content-Type": "application/json"}
            ) as answer:
                outcomes[answer.status] += 1
                await answer.read()
            if answer.status == 202:
                took.append(time.monotonic() - started)

    async def pushers(number: int, seconds: float) -> float:
        started = time.monotonic()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=120)) as session:
            await asyncio.gather(*(push(session, started + seconds, f"{started}-{n}") for n in range(number)))
        return time.monotonic() - started

    seconds = await pushers(PUSHERS, PUSH_SECONDS)
    rate = outcomes[202] * BATCH / seconds
    _say(f"intake: {PUSHERS} clients, batches of {BATCH} articles of {ARTICLE} bytes", took)
    console.print(f"  {rate:.0f} articles/s, answers {dict(outcomes)}, web {_memory(stack):.0f} MB")

    broker = stack.programs["kafka"].pid
    assert broker is not None
    os.kill(broker, signal.SIGSTOP)
    outcomes.clear()
    before, seen = _memory(stack), []
    try:
        pushing = asyncio.create_task(pushers(100, PAUSED_SECONDS))
        while not pushing.done():
            seen.append(_memory(stack))
            await asyncio.sleep(0.2)
        await pushing
    finally:
        os.kill(broker, signal.SIGCONT)
    half = len(seen) // 2
    console.print(
        f"  Kafka paused for {PAUSED_SECONDS} s, 100 clients: answers {dict(outcomes)}; web {before:.0f} MB before, "
        f"at most {max(seen[:half]):.0f} MB in the first half and {max(seen[half:]):.0f} MB in the second"
    )
    outcomes.clear()
    started = time.monotonic()
    while not outcomes[202]:
        await pushers(1, 0.1)
    console.print(f"  taken again {time.monotonic() - started:.1f} s after Kafka went on")


async def _store(stack: Stack) -> None:
    sender = producer(stack.kafka, linger_ms=20)
    started = time.monotonic()
    last = None
    for n in range(STORED):
        made = alert(
            n, headline=f"Minister {n} and Minister {n + 1} met", quote=f"Number {n} met number {n + 1} in Berlin."
        )
        made.status = ("held", "planned", "possible", "cancelled")[n % 4]
        made.countries = [("USA", "DEU", "FRA", "RUS", "IND")[n % 5], "CHN"]
        last = sender.send(ALERTS.name, key=made.record.encode(), value=encode(made))
    assert last is not None
    last.get(60)
    sender.close()
    headers = {"Accept-Encoding": "gzip", "Accept-Language": "en"}
    async with aiohttp.ClientSession(auto_decompress=False, headers=headers) as session:
        while True:
            async with session.get(f"{stack.page}/v1/alerts?limit=1") as answer:
                text = await answer.text() if "Content-Encoding" not in answer.headers else ""
                if f"Minister {STORED - 1} " in text:
                    break
            await asyncio.sleep(0.5)
        seconds = time.monotonic() - started
        console.print(f"store: {STORED} alerts in it after {seconds:.0f} s, web {_memory(stack):.0f} MB")
        for path in (
            "/",
            "/?country=RUS&status=held",
            "/?q=minister+99",
            "/?q=berlin&status=held,planned",
            "/?before=500",
            "/v1/alerts",
        ):
            took, size = [], 0
            for _ in range(30):
                began = time.monotonic()
                async with session.get(stack.page + path) as answer:
                    size = len(await answer.read())
                took.append(time.monotonic() - began)
            _say(f"  GET {path}: {size / 1000:.1f} KB", took)


def _say(what: str, took: list[float]) -> None:
    ordered = sorted(took)
    middle, high = statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    console.print(f"{what}: p50 {middle * 1000:.0f} ms, p99 {high * 1000:.0f} ms, most {ordered[-1] * 1000:.0f} ms")


def _memory(stack: Stack) -> float:
    pid = stack.programs["web"].pid
    return float(psutil.Process(pid).memory_info().rss / 1e6)


if __name__ == "__main__":
    main()
