"""`tensionwire watch`: alerts as they come."""

import time
from collections.abc import Iterator

import click
import msgspec
from rich.console import Console
from rich.text import Text

from tensionwire.cli.away import kafka_needed
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.heartbeat import SUBJECT
from tensionwire.runtime import settings

COLOURS = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan"}


@click.command()
@click.option("--from-start", is_flag=True, help="Begin with the alerts that are stored.")
@click.option("--json", "as_json", is_flag=True, help="One alert a line, as JSON.")
@click.option("--language", type=click.Choice(["en", "de"]), default="en", show_default=True)
@click.option("--count", type=click.IntRange(min=1), help="Stop after so many.")
@click.option("--timeout", type=click.FloatRange(min=0), help="Stop after so many seconds without an alert.")
def watch(from_start: bool, as_json: bool, language: str, count: int | None, timeout: float | None) -> None:
    """Print alerts as they come, whatever the rules say of receivers.

    \b
    tensionwire watch --from-start            what was alerted so far, and what comes
    tensionwire watch --json | jq .subject    for other programs
    """
    console = Console(highlight=False)
    bootstrap = settings.load().kafka
    try:
        with kafka_needed(bootstrap):
            for number, (raw, alert) in enumerate(alerts(bootstrap, from_start, timeout), start=1):
                if as_json:
                    click.echo(raw)
                else:
                    show(console, alert, language)
                if number == count:
                    return
    except KeyboardInterrupt:
        return


def show(console: Console, alert: Alert, language: str) -> None:
    """Print one alert for people."""
    from consumers.words.text import lines

    head, *rest = lines(alert, language)
    console.print(Text(head, style=COLOURS[alert.severity]), soft_wrap=True)
    for line in rest:
        console.print(Text("  " + line), soft_wrap=True)
    console.print()


def alerts(bootstrap: str, from_start: bool, timeout: float | None = None) -> Iterator[tuple[bytes, Alert]]:
    """Alerts as Kafka has them and decoded; ends after `timeout` seconds of silence. Raises KafkaUnavailable."""
    from kafka import TopicPartition

    from tensionwire.contracts.topics import ALERTS
    from tensionwire.runtime.kafka import consumer

    client = consumer(bootstrap)
    place = TopicPartition(ALERTS.name, 0)
    client.assign([place])
    if from_start:
        client.seek_to_beginning(place)
    else:
        client.seek_to_end(place)
    client.position(place)  # now, not at the first poll
    try:
        silent_since = time.monotonic()
        while timeout is None or time.monotonic() - silent_since < timeout:
            for record in client.poll(timeout_ms=200).get(place, []):
                silent_since = time.monotonic()
                if record.key == SUBJECT.encode():
                    continue
                try:
                    raw = record.value or b""
                    yield raw, msgspec.json.decode(raw, type=Alert)
                except (msgspec.MsgspecError, UnicodeDecodeError):
                    click.echo(f"offset {record.offset}: no alert of a version that is known here", err=True)
    finally:
        client.close()
