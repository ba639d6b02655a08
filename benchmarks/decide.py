"""What one decision costs as the registry grows: `python -m benchmarks.decide`.

A decision is all that streams/decide does with one sighting beside Kafka: read the subject's state from Redis, decide,
encode what changed, write it back with the applied place. Redis is a real one of its own.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from alerts import Policy, decide
from alerts.subject import Subject
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import Applied
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import Contact, DateWindow, Evidence, Participant, Plover
from tensionwire.contracts.wire import encode
from tensionwire.local.stack import Stack
from tensionwire.runtime.state.connection import connect
from tensionwire.runtime.state.epoch import epoch_key
from tensionwire.runtime.state.registry import STORE, Decided, Registry

JARS = Path(__file__).resolve().parents[1] / ".local" / "jars"
TURNS, PART = 8, 60
MEASURED = (TURNS + 1) * PART
FIRST = date(2023, 1, 1)
CODES = [f"{a}{b}{c}" for a in "ABCDEFGH" for b in "ABCDEFGH" for c in "ABCDEFGH"]
POLICY = Policy()


def sighting(number: int, subject: str, day: date) -> Sighting:
    """One report of a meeting of that subject on that day; five people a side take turns."""
    one, other = subject.split("-")
    at = f"{day.isoformat()}T{number % 24:02}:00:00+00:00"
    reference = ArticleRef(
        id=f"article-{number}",
        rank=(0, "", at),
        title="A title of the usual length, as papers print it",
        language="de",
        published=at,
        published_precision="minute",
        arrived=at,
        source=f"Paper {number % 40}",
        url=f"https://paper{number % 40}.example/2023/{number}",
        digest=stable_id(number),
        fingerprint=[(number * 7919 + k * 104729) % 2**32 for k in range(16)],
    )
    said = Contact(
        id=stable_id("contact", number),
        participants=[
            Participant(affiliation=one, name=f"Karl Muster{'abcde'[number % 5] * 3}", role="foreign-minister"),
            Participant(affiliation=other, name=f"Ana Beispiel{'vwxyz'[number // 5 % 5] * 3}", role="foreign-minister"),
        ],
        form="meeting",
        status="held",
        date=DateWindow(start=day.isoformat()),
        headline=True,
        plover=Plover("CONSULT"),
        cameo="040",
        confidence=0.8,
        evidence=[Evidence(0, 90, "Die Außenminister trafen sich am Montag zu einem Gespräch über die Lage.")],
    )
    return Sighting(
        id=stable_id("sighting", number),
        subject=subject,
        kind="contact",
        article=reference,
        contact=said,
        countries=[one, other],
        topics={"taiwan": 0.4},
        quote=said.evidence[0].quote,
    )


def spread(records: int, subjects: int) -> Iterator[Sighting]:
    """Sightings that found about so many records over so many subjects, the oldest first: each its own day."""
    names = [f"{a}-{b}" for i, a in enumerate(CODES) for b in CODES[i + 1 :]][:subjects]
    each = max(1, records // subjects)
    for n in range(records):
        day = FIRST + timedelta(days=(n // subjects) * max(3, 1000 // each) % 1000)
        yield sighting(n, names[n % subjects], day)


class Bench:
    """A registry on Redis, and the decisions on it."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._offset = 0

    async def fill(self, told: list[Sighting]) -> int:
        """Decide all of these in memory and write them; the number of records."""
        subjects: dict[str, Subject] = {}
        for one in told:
            subject = subjects.setdefault(one.subject, Subject())
            for record in decide(subject, one, POLICY).records:
                subject.put(record)
        self._offset += 1
        states = {n: Decided(Applied(0, self._offset), list(s.records.values())) for n, s in subjects.items()}
        names = list(states)
        for start in range(0, len(names), 500):
            await self._registry.write({n: states[n] for n in names[start : start + 500]})
        return sum(len(s.records) for s in subjects.values())

    async def measure(self, told: list[Sighting]) -> list[float]:
        """The seconds of each decision, on subjects that the worker holds already."""
        await self._registry.read({s.subject for s in told})
        taken = []
        for one in told:
            started = time.perf_counter()
            state = (await self._registry.read([one.subject]))[one.subject]
            decision = decide(state.subject, one, POLICY)
            for record in decision.records:
                state.subject.put(record)
                encode(record)
            self._offset += 1
            await self._registry.write({one.subject: Decided(Applied(0, self._offset), decision.records)})
            taken.append(time.perf_counter() - started)
        return taken


async def _measured(url: str) -> list[tuple[str, int, float]]:
    """Name, records and median seconds of each case. The cases take turns, so that all meet the same noise."""
    found = list(cases())
    clients, benches, sizes = [], [], []
    for place, (_, told, _) in enumerate(found):
        redis = connect(f"{url.rsplit('/', 1)[0]}/{place}")
        await redis.set(epoch_key(STORE), "bench")
        bench = Bench(Registry(redis, "unused"))
        clients.append(redis)
        benches.append(bench)
        sizes.append(await bench.fill(told))
    taken: list[list[float]] = [[] for _ in found]
    for turn in range(TURNS + 1):
        for place, (_, _, more) in enumerate(found):
            part = more[turn * PART : (turn + 1) * PART]
            times = await benches[place].measure(part)
            taken[place] += times if turn else []  # the first turn warms up
    for redis in clients:
        await redis.aclose()
    return [(f[0], size, statistics.median(t)) for f, size, t in zip(found, sizes, taken, strict=True)]


def cases() -> Iterator[tuple[str, list[Sighting], list[Sighting]]]:
    """Name, what is known, and what is decided then."""

    def after(told: list[Sighting]) -> list[Sighting]:
        """Further reports of known contacts, every other one; the rest founds new records."""
        picked = [told[(n * 7919) % len(told)] for n in range(MEASURED)]
        return [
            sighting(
                10_000_000 + 25 * n + int(s.article.id.split("-")[1]) % 25,
                s.subject,
                date.fromisoformat(s.contact.date.start if s.contact and s.contact.date else "2023-01-01")
                + timedelta(days=n % 2 * 2000),
            )
            for n, s in enumerate(picked)
        ]

    small = list(spread(100, 20))
    yield "100 records, 20 subjects", small, after(small)
    large = list(spread(100_000, 2_000))
    yield "100,000 records, 2,000 subjects", large, after(large)
    one = list(spread(10_000, 1))
    yield "10,000 sightings of one subject", one, after(one)
    told = [sighting(25 * n, "AAA-AAB", FIRST) for n in range(10_000)]
    yield "10,000 sightings of one contact", told, after(told)


@click.command()
def main() -> None:
    """Measure the cases and print a table; each beside the first."""
    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("registry", "records", "one decision", "ratio"):
        table.add_column(column, justify="left" if column == "registry" else "right")
    first = 0.0
    with (
        tempfile.TemporaryDirectory(prefix="tensionwire-bench-") as folder,
        Stack(Path(folder), services=(), jars_folder=JARS, ports="random") as stack,
    ):
        for name, records, seconds in asyncio.run(_measured(stack.redis)):
            first = first or seconds
            table.add_row(name, f"{records:,}", f"{seconds * 1e6:,.0f} us", f"{seconds / first:.2f}")
    console.print(table)


if __name__ == "__main__":
    main()
