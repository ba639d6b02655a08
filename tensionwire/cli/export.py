"""`tensionwire export`: the contact records as event data."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TextIO, get_args

import click

from tensionwire.cli.away import kafka_needed
from tensionwire.contracts.tagged import Status
from tensionwire.runtime import settings


@click.command()
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@click.option("--from", "start", metavar="DAY", help="Contacts from this day on, like 2026-01-31.")
@click.option("--to", "end", metavar="DAY", help="Contacts up to this day.")
@click.option("--status", type=click.Choice(get_args(Status)), multiple=True, help="Only these; may be repeated.")
@click.option("--country", multiple=True, metavar="CODE", help="Only contacts of these; may be repeated.")
@click.option(
    "--all", "every", is_flag=True, help="Also background, withdrawn, aliases, and the further dyads of a contact."
)
def export(
    form: str,
    output: Path | None,
    start: str | None,
    end: str | None,
    status: tuple[str, ...],
    country: tuple[str, ...],
    every: bool,
) -> None:
    """Write all contact records, one a line: as JSON in PLOVER's fields, or as a table.

    A contact's day is its date, else that of its latest report. In a table, cells that a spreadsheet would take for a
    formula begin with an apostrophe. Records are those of the topic `contacts`.

    \b
    tensionwire export --from 2026-01-01 --status held > held.jsonl
    tensionwire export --format csv --country CHN --output china.csv
    """
    from tensionwire.web.feeds import plover

    bounds = (_day("--from", start) or "", _day("--to", end) or "9999")
    wanted = {code.upper() for code in country}
    written = 0
    try:
        bootstrap = settings.load().kafka
        records = _records(bootstrap, every)
        with kafka_needed(bootstrap), _opened(output) as out:
            if form == "csv":
                out.write(plover.table_line(plover.COLUMNS))
            for record in records:
                told = plover.event(record)
                if not bounds[0] <= told.get("date", "") <= bounds[1]:
                    continue
                if (status and record.status not in status) or (wanted and not wanted & _sides(record)):
                    continue
                out.write(plover.table_line(plover.row(record)) if form == "csv" else _line(told))
                written += 1
    except BrokenPipeError:  # the reader has what it wanted
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - so that Python's own last flush finds an open file
        return
    except OSError as error:
        raise click.ClickException(f"{output or 'standard output'}: {error.strerror or error}") from error
    if output is not None or sys.stderr.isatty():
        click.echo(f"{written} contacts written", err=True)


def _records(bootstrap: str, every: bool) -> Iterator[Any]:
    """The latest state of each contact record, by id."""
    import msgspec

    from tensionwire.contracts.record import ContactRecord, Record
    from tensionwire.contracts.topics import CONTACTS
    from tensionwire.runtime.state.replay import read_whole
    from tensionwire.web.store.words import shown

    latest: dict[bytes, bytes] = {}
    label = "reading contacts"
    topic = read_whole(bootstrap, CONTACTS)
    with click.progressbar(topic, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as found:
        for message in found:
            if message.key is not None and message.value is not None:
                latest[message.key] = message.value
    for key in sorted(latest):
        try:
            record = msgspec.json.decode(latest[key], type=Record)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            click.echo(f"{key!r}: no record of a version that is known here", err=True)
            continue
        if isinstance(record, ContactRecord) and (every or shown(record)):
            yield record


def _sides(record: Any) -> set[str]:
    return {p.affiliation for p in record.participants} | set(record.subject.split("-"))


def _line(told: dict[str, Any]) -> str:
    import json

    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n"


def _opened(output: Path | None) -> TextIO:
    if output is None:
        return click.get_text_stream("stdout", encoding="utf-8")
    return output.open("w", encoding="utf-8", newline="")


def _day(option: str, text: str | None) -> str | None:
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise click.BadParameter("takes a day like 2026-01-31", param_hint=option) from error
