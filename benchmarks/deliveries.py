"""Delivery under crashes, in bad company, and at full speed: `python -m benchmarks.deliveries WHAT`."""

import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click
import msgspec
import psutil

from benchmarks.parties import KINDS, SECRET, Parties
from consumers.words.sample import SAMPLE
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.topics import ALERTS, DELIVERIES
from tensionwire.contracts.wire import decode, encode
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.state.replay import read_whole

JARS = Path(__file__).resolve().parents[1] / ".local" / "jars"
IN_FLIGHT = 12
SETTINGS = {
    "TENSIONWIRE_SEND_TIMEOUT": "0.2",
    "TENSIONWIRE_RETRY_PAUSES": "1,2",
    "TENSIONWIRE_IN_FLIGHT": str(IN_FLIGHT),
    "TENSIONWIRE_MAX_AGE": "1000000000",
    "BENCH_SECRET": SECRET,
}


class Storm(NamedTuple):
    """What became of the pairs: outcomes by receiver, how many are open; what the fine one lost, and its repeats.

    `unknown`: repeats since an answer did not come in time, as the ledger's tries tell; `killed`: those beyond them.
    """

    alerts: int
    kills: int
    outcomes: dict[str, Counter[str]]
    open: int
    lost: int
    killed: int
    unknown: int
    seconds: float


@contextmanager
def notifier(parties: Parties, **env: str) -> Iterator[Stack]:
    """A Kafka of its own, and a notifier that sends to these receivers."""
    with tempfile.TemporaryDirectory(prefix="tensionwire-bench-") as folder:
        rules = {"TENSIONWIRE_RULES": str(parties.rules(Path(folder)))}
        services = ("notify",)
        with Stack(Path(folder) / "s", services, jars_folder=JARS, ports="random", env=SETTINGS | rules | env) as stack:
            yield stack


def alert(number: int) -> Alert:
    """An alert of now, on a record of its own."""
    now = datetime.now(UTC).isoformat()
    id_, record = stable_id("bench", number), stable_id("record", number)
    return msgspec.structs.replace(SAMPLE, id=id_, record=record, published=now, arrived=now)


def raise_alerts(kafka: str, number: int, rate: float, between: Callable[[], None] = lambda: None) -> dict[str, float]:
    """Send alerts at a steady rate (0: as fast as it goes); id to the moment it was sent."""
    client = producer(kafka)
    sent, began = {}, time.monotonic()
    for place in range(number):
        while rate and time.monotonic() - began < place / rate:
            between()
            time.sleep(0.002)
        made = alert(place)
        sent[made.id] = time.time()
        client.send(ALERTS.name, key=made.record.encode(), value=encode(made))
    client.flush()
    client.close()
    return sent


def storm(alerts: int, kills: int, rate: float, every: float, say: Callable[[str], None]) -> Storm:
    """Alerts to one receiver of each temper, while the notifier is killed again and again."""
    parties = Parties({kind: kind for kind in KINDS})
    began = time.monotonic()
    with notifier(parties) as stack:
        done, due = 0, time.monotonic() + every

        def tend() -> None:
            nonlocal done, due
            stack.tend()
            if done < kills and time.monotonic() >= due:
                stack.kill("notify")
                done, due = done + 1, time.monotonic() + every
                say(f"kill {done}")

        sent = raise_alerts(stack.kafka, alerts, rate, tend)
        wanted = alerts * len(KINDS)
        looked, rows = 0.0, {}
        while done < kills or len(rows) < wanted or not all(r.outcome in FINAL for r in rows.values()):
            tend()
            time.sleep(0.05)
            if time.monotonic() - looked > 5:
                rows = ledger(stack.kafka)
                say(f"{sum(r.outcome in FINAL for r in rows.values())} of {wanted} pairs have their outcome")
                looked = time.monotonic()
            if time.monotonic() - began > 1200:
                break
        outcomes = {kind: Counter(r.outcome for r in rows.values() if r.receiver == kind) for kind in KINDS}
        pending = sum(r.outcome not in FINAL for r in rows.values())
    took = Counter(id_ for id_, _ in parties.arrived["fine"])
    parties.close()
    lost = len(set(sent) - set(took))
    tries = {r.alert_id: r.tries for r in rows.values() if r.receiver == "fine"}
    killed = sum(max(0, calls - tries.get(id_, 1)) for id_, calls in took.items())
    unknown = sum(took.values()) - len(took) - killed
    return Storm(alerts, done, outcomes, pending, lost, killed, unknown, time.monotonic() - began)


def ledger(kafka: str) -> dict[str, Delivery]:
    """The last row of each pair."""
    return {row.key: row for row in (decode(r.value, Delivery) for r in read_whole(kafka, DELIVERIES))}


def median_latency(kinds: dict[str, str], number: int, rate: float) -> float:
    """Seconds from an alert's sending to its arrival at the fine receiver, the median."""
    parties = Parties(kinds)
    with notifier(parties) as stack:
        sent = raise_alerts(stack.kafka, number, rate)
        deadline = time.monotonic() + 60
        while len({id_ for id_, _ in parties.arrived["fine"]}) < number and time.monotonic() < deadline:
            time.sleep(0.1)
    parties.close()
    return statistics.median(at - sent[id_] for id_, at in parties.arrived["fine"])


@click.group()
def main() -> None:
    """Delivery under crashes, in bad company, and at full speed. Each on a Kafka of its own."""


@main.command()
@click.option("--alerts", default=5000, show_default=True)
@click.option("--kills", default=10, show_default=True)
def kills(alerts: int, kills: int) -> None:
    """Alerts to four receivers (fine, failing half of the time, hanging, dead) while notify is killed."""
    found = storm(alerts, kills, rate=100, every=12, say=lambda what: click.echo(what, err=True))
    click.echo(f"{found.alerts} alerts, {found.kills} kills, {found.seconds:.0f} s")
    for name, counts in found.outcomes.items():
        click.echo(f"  {name:<8} {dict(counts)}")
    click.echo(
        f"fine: {found.lost} lost; repeats: {found.killed} after kills ({IN_FLIGHT} in flight at each)", nl=False
    )
    click.echo(f", {found.unknown} after answers that came too late")


@main.command()
@click.option("--alerts", default=5000, show_default=True)
@click.option("--runs", default=3, show_default=True)
def company(alerts: int, runs: int) -> None:
    """The fine receiver's latency beside bad ones, against three more fine ones; interleaved runs.

    At 100 alerts a second, which both sustain: what is measured is an alert's way, not a queue.
    """
    bad = {kind: kind for kind in KINDS}
    good = {"fine": "fine", "fine2": "fine", "fine3": "fine", "fine4": "fine"}
    ratios = []
    for run in range(runs):
        beside_good = median_latency(good, alerts, 100)
        beside_bad = median_latency(bad, alerts, 100)
        ratios.append(beside_bad / beside_good)
        click.echo(
            f"run {run + 1}: {beside_good * 1000:.1f} ms beside fine, {beside_bad * 1000:.1f} ms beside bad ones"
        )
    click.echo(f"ratio: {', '.join(f'{r:.2f}' for r in ratios)}")


@main.command()
@click.option("--alerts", default=100_000, show_default=True)
def throughput(alerts: int) -> None:
    """How many alerts a second one webhook gets, and the notifier's memory on the way."""
    parties = Parties({"fine": "fine"})
    with notifier(parties, TENSIONWIRE_SEND_TIMEOUT="15", TENSIONWIRE_IN_FLIGHT="16") as stack:
        raise_alerts(stack.kafka, 200, 0)  # connections and caches warm
        process = psutil.Process(stack.programs["notify"].pid or 0)
        while len(parties.arrived["fine"]) < 200:
            time.sleep(0.05)
        client = producer(stack.kafka)
        began, step = time.monotonic(), max(1, alerts // 10)
        for place in range(200, 200 + alerts):
            made = alert(place)
            client.send(ALERTS.name, key=made.record.encode(), value=encode(made))
            if place % 2000 == 0:
                client.flush()
                # never far ahead: a topic that fills faster than it is read is another measurement
                while place - len(parties.arrived["fine"]) > 10_000:
                    time.sleep(0.05)
            if place % step == 0:
                done = len(parties.arrived["fine"])
                memory = process.memory_info().rss / 2**20
                click.echo(f"{done:>8} delivered, {memory:.0f} MiB, {done / (time.monotonic() - began):.0f}/s")
        client.flush()
        while len(parties.arrived["fine"]) < 200 + alerts:
            time.sleep(0.1)
        seconds = time.monotonic() - began
        click.echo(
            f"{alerts} alerts in {seconds:.0f} s: {alerts / seconds:.0f}/s, {process.memory_info().rss / 2**20:.0f} MiB"
        )
    parties.close()


@main.command()
@click.option("--pairs", default=300_000, show_default=True)
def takeover(pairs: int) -> None:
    """How long the next notifier takes to deliver a fresh alert, behind a ledger of so many finished pairs."""
    parties = Parties({"fine": "fine"})

    def fresh(stack: Stack, number: int) -> float:
        """Seconds until one more alert arrives."""
        began, before = time.monotonic(), len(parties.arrived["fine"])
        raise_alerts(stack.kafka, number, 0)
        while len(parties.arrived["fine"]) == before:
            time.sleep(0.02)
        return time.monotonic() - began

    with notifier(parties) as stack:
        fresh(stack, 1)
        stack.kill("notify")
        client = producer(stack.kafka)
        for number in range(pairs):
            row = Delivery(alert_id=stable_id("old", number), receiver="fine", outcome="delivered", record=str(number))
            client.send(DELIVERIES.name, key=row.key.encode(), value=encode(row))
        client.flush()
        client.close()
        began = time.monotonic()
        stack.restart("notify")
        fresh(stack, 2)
        click.echo(f"all {pairs} rows behind its mark: {time.monotonic() - began:.1f} s from start to a fresh alert")
        time.sleep(8)  # its mark is committed by now
        stack.kill("notify")
        began = time.monotonic()
        stack.restart("notify")
        fresh(stack, 3)
        click.echo(f"the next one: {time.monotonic() - began:.1f} s")
    parties.close()


if __name__ == "__main__":
    main()
