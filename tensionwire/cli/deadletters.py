"""`tensionwire deadletters`: what could not be processed, and why."""

import json
from typing import Any

import click

from tensionwire.runtime import settings

SHOWN = 70  # characters of a message in a list


@click.group()
def deadletters() -> None:
    """Look at messages that could not be processed: they lie whole in `dead-letters`, with the reason."""


@deadletters.command("list")
@click.option("--reason", help="Only those of this reason.")
@click.option("--json", "as_json", is_flag=True, help="One a line, as JSON.")
def list_letters(reason: str | None, as_json: bool) -> None:
    """List them: number, time, reason, where from, and how they begin."""
    for record in _read():
        found = _headers(record)
        if reason and found.get("reason") != reason:
            continue
        value = (record.value or b"").decode("utf-8", "replace")
        if as_json:
            click.echo(json.dumps({"number": record.offset, **found, "value": value}, ensure_ascii=False))
            continue
        origin = f"{found.get('topic')}/{found.get('partition')}/{found.get('offset')}"
        begin = " ".join(value.split())[:SHOWN]
        click.echo(f"{record.offset:>6}  {found.get('time', '')}  {found.get('reason', ''):<16} {origin:<24} {begin}")


@deadletters.command()
@click.argument("number", type=int)
def show(number: int) -> None:
    """Show one whole: its headers, then its bytes as they are."""
    for record in _read():
        if record.offset == number:
            for name, value in _headers(record).items():
                click.echo(f"{name}: {value}")
            click.echo()
            click.get_binary_stream("stdout").write((record.value or b"") + b"\n")
            return
    raise click.ClickException(f"there is no dead letter {number}; `tensionwire deadletters list` shows them")


def _read() -> Any:
    from tensionwire.contracts.topics import DEAD_LETTERS
    from tensionwire.runtime.kafka import KafkaUnavailable
    from tensionwire.runtime.state.replay import read_whole

    try:
        yield from read_whole(settings.load().kafka, DEAD_LETTERS)
    except KafkaUnavailable as error:
        raise click.ClickException(f"{error}. Start it with `make run`, or set TENSIONWIRE_KAFKA.") from error


def _headers(record: Any) -> dict[str, str]:
    return {name: (value or b"").decode("utf-8", "replace") for name, value in record.headers}
