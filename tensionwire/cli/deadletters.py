"""`tensionwire deadletters`: what could not be processed or delivered, why, and once more."""

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tensionwire.cli.away import kafka_needed
from tensionwire.contracts.topics import ALERTS, ARTICLES, DELIVERIES, SIGHTINGS
from tensionwire.runtime import settings

if TYPE_CHECKING:
    from consumers.deadletters import Letter, Picked

SHOWN = 70  # characters of a message in a list
NAMED = 50  # numbers of letters in a sentence
STEPS = ("tag", "decide", "notify")
FROM = tuple(topic.name for topic in (ARTICLES, SIGHTINGS, ALERTS, DELIVERIES))
Command = TypeVar("Command", bound=Callable[..., Any])


@click.group()
def deadletters() -> None:
    """Look at messages that could not be processed or delivered: they lie whole in `dead-letters`, with the reason.

    \b
    tensionwire deadletters list --reason bad-json        which, and how they begin
    tensionwire deadletters show 17                       one whole
    tensionwire deadletters replay 17 18                  send these again, where they came from
    tensionwire deadletters replay --receiver newsroom    all that this receiver missed
    tensionwire deadletters export letters.jsonl          all, for other programs
    """


def filters(command: Command) -> Command:
    """The options that pick letters."""
    for option in (
        click.option("--receiver", help="Only deliveries to this receiver."),
        click.option("--topic", type=click.Choice(FROM), help="Only those that came from this topic."),
        click.option("--step", type=click.Choice(STEPS), help="Only those that this step gave up."),
        click.option("--reason", help="Only those of this reason, like bad-json or http-404."),
    ):
        command = option(command)
    return command


@deadletters.command("list")
@filters
@click.option("--json", "as_json", is_flag=True, help="One a line, whole, as JSON.")
def list_letters(as_json: bool, **wanted: str | None) -> None:
    """List them: number, time, reason, where from or for whom, and how they begin."""
    letter = None
    for letter in _read(_picked((), **wanted)):
        if as_json:
            click.echo(json.dumps(letter.plain(), ensure_ascii=False))
            continue
        origin = letter.receiver or f"{letter.topic}/{letter.partition}/{letter.offset}"
        begin = " ".join((letter.value or b"").decode("utf-8", "replace").split())[:SHOWN]
        click.echo(f"{letter.number:>6}  {letter.time}  {letter.reason:<16} {origin:<24} {_printable(begin)}")
    if letter is None:
        click.echo("no dead letters" + (" that the options pick" if any(wanted.values()) else ""), err=True)


@deadletters.command()
@click.argument("number", type=int)
def show(number: int) -> None:
    """Show one whole: its headers, then its bytes as they are."""
    letter = next(_read(_picked((number,))), None)
    if letter is None:
        raise click.ClickException(f"there is no dead letter {number}; `tensionwire deadletters list` shows them")
    for name in ("reason", "detail", "step", "topic", "partition", "offset", "time"):
        click.echo(f"{name}: {_printable(str(getattr(letter, name)))}")
    for name, raw in letter.headers:
        click.echo(f"{_printable(name)}: {_printable(raw.decode('utf-8', 'replace'))}")
    click.echo()
    click.get_binary_stream("stdout").write((letter.value or b"") + b"\n")


@deadletters.command()
@click.argument("numbers", type=int, nargs=-1)
@filters
@click.option("--all", "everything", is_flag=True, help="Each and every one.")
@click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
def replay(numbers: tuple[int, ...], everything: bool, dry_run: bool, **wanted: str | None) -> None:
    """Send dead letters again: NUMBERS, or those that the options pick.

    An article, sighting or alert goes back to its topic. A delivery that was given up goes to its receiver alone, also
    where it was tried ten times before; one that was delivered since is passed over. The first timestamp is kept, so an
    old article is still old. The letters themselves stay where they are. Where Kafka goes away in between, or refuses
    one, it says how many were sent, which need no second replay, and which are left.
    """
    from consumers.deadletters import NotReplayable, replay_of
    from tensionwire.runtime.kafka import producer

    if not numbers and not everything and not any(wanted.values()):
        raise click.UsageError("name numbers, a filter like --reason, or --all")
    letters = list(_read(_picked(numbers, **wanted)))
    missing = set(numbers) - {letter.number for letter in letters}
    if missing:
        raise click.ClickException(
            f"no dead letter {', '.join(map(str, sorted(missing)))} (of those that the options pick)"
        )
    bootstrap = settings.load().kafka
    sent = passed = 0
    try:
        with kafka_needed(bootstrap), contextlib.closing(producer(bootstrap)) as client:
            done = _delivered(bootstrap) if any(letter.receiver for letter in letters) else set()
            for letter in _progress(letters):
                if letter.receiver and (letter.key or b"").decode("utf-8", "replace") in done:
                    passed += 1
                    continue
                try:
                    message = replay_of(letter)
                except NotReplayable as error:
                    click.echo(f"{letter.number}: {error}", err=True)
                    passed += 1
                    continue
                if not dry_run:
                    client.send(message.topic, key=message.key, value=message.value, headers=message.headers).get(30)
                sent += 1
    except click.ClickException as error:
        if not dry_run:
            error.message += "\n" + _how_far(sent, [letter.number for letter in letters[sent + passed :]])
        raise
    click.echo(f"{'would send' if dry_run else 'sent'} {sent} again, passed over {passed}")


@deadletters.command()
@click.argument("file", type=click.File("w", encoding="utf-8"))
@filters
def export(file: Any, **wanted: str | None) -> None:
    """Write them to FILE (- for standard output), one a line as JSON; bytes that are no text stand in base64."""
    number = 0
    for letter in _read(_picked((), **wanted)):
        file.write(json.dumps(letter.plain(), ensure_ascii=False) + "\n")
        number += 1
    click.echo(f"{number} dead letters", err=True)


def _picked(numbers: tuple[int, ...], **wanted: str | None) -> "Picked":
    from consumers.deadletters import Picked

    return Picked(frozenset(numbers), **wanted)


def _read(picked: "Picked") -> Iterator["Letter"]:
    from consumers.deadletters import read_letters

    bootstrap = settings.load().kafka
    with kafka_needed(bootstrap):
        yield from read_letters(bootstrap, picked)


def _delivered(bootstrap: str) -> set[str]:
    """Keys of the pairs that have been delivered since."""
    from consumers.outcomes import read_ledger

    return {row.key for row in read_ledger(bootstrap) if row.outcome == "delivered"}


def _progress(letters: list["Letter"]) -> Iterator["Letter"]:
    with click.progressbar(letters, label="replaying", file=click.get_text_stream("stderr")) as bar:
        yield from bar


def _how_far(sent: int, left: list[int]) -> str:
    """What a replay that broke off had sent, and which letters it did not come to."""
    if not left:  # only letting go of Kafka failed
        return f"All {sent} were sent before that; these need no second replay."
    said = f"{sent} sent before that; these need no second replay. " if sent else "Nothing was sent before that. "
    named = " ".join(map(str, left[:NAMED])) + (f" and {len(left) - NAMED} more" if len(left) > NAMED else "")
    return f"{said}Not confirmed: {named}; the first of these may have arrived all the same."


def _printable(text: str) -> str:
    """Whatever a stranger wrote, without what would steer the terminal."""
    return "".join(c if c.isprintable() else "�" for c in text)
