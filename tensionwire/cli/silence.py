"""`tensionwire silence`: what nobody wants to hear for a while."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import click
import msgspec

from alerts.routing import runs
from alerts.rules import moment
from alerts.rules.words import span
from tensionwire.cli.away import kafka_needed
from tensionwire.cli.matchers import read_matchers
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.silence import Matchers, Silence
from tensionwire.contracts.wire import encode
from tensionwire.runtime import settings

T = TypeVar("T")


@click.group()
def silence() -> None:
    """Silence alerts for a while: they are suppressed for good, and nobody hears of them later.

    A silence picks alerts by matchers, as a route does, and ends by itself. It is judged when an alert is about to be
    sent, so it also catches what is waiting.
    """


@silence.command()
@click.argument("matchers", nargs=-1, required=True, metavar="KEY=VALUE...")
@click.option("--for", "for_", metavar="SPAN", help="How long: 90s, 10m, 2h, 7d.")
@click.option("--until", metavar="TIME", help="Until when: 2026-12-31T18:00:00+01:00.")
@click.option("--comment", default="", help="Why; others read it in `list`.")
@click.option("--by", default=None, help="Who; your login name if left out.")
def add(matchers: tuple[str, ...], for_: str | None, until: str | None, comment: str, by: str | None) -> None:
    """Silence what these matchers pick, and print the silence's id.

    Every matcher must hold; of several values (with commas) one is enough. Keys: kind, severity (this one or higher),
    countries, dyads, people, roles, topics, form, status, source, language, records. A value that no alert can have,
    like a topic or a code that the lexicon does not know, is refused.

    \b
    Examples:
      tensionwire silence add topics=taiwan --for 2h --comment 'election night, we watch live'
      tensionwire silence add dyads=CHN-USA status=held --until 2026-12-01T08:00:00+01:00
      tensionwire silence add records=3f9c2a7be04d51c6a8e0f7b2 --for 7d      # this contact
    """
    now = datetime.now(UTC)
    ends = _ends(now, for_, until)
    found = read_matchers(matchers)
    starts = now.isoformat(timespec="seconds")
    made = Silence(
        id=stable_id("silence", encode(found).decode(), starts, ends)[:12],
        matchers=found,
        starts=starts,
        ends=ends,
        by=by if by is not None else getpass.getuser(),
        comment=comment,
    )
    _with_kafka(lambda bootstrap: _write(bootstrap, made))
    click.echo(made.id)
    click.echo(f"silent until {ends}; end it earlier with `tensionwire silence expire {made.id}`", err=True)


@silence.command("list")
@click.option("--all", "everything", is_flag=True, help="Also those that have ended.")
@click.option("--json", "as_json", is_flag=True, help="One a line, as JSON.")
def list_silences(everything: bool, as_json: bool) -> None:
    """List the silences that run, or are to begin; those of the rules file stand there and not here."""
    now = datetime.now(UTC)
    for found in sorted(_with_kafka(_read).values(), key=lambda s: (s.ends, s.id)):
        ended = (moment(found.ends) or now) <= now
        if ended and not everything:
            continue
        if as_json:
            click.echo(encode(found))
            continue
        state = "ended" if ended else "runs" if runs(found, now) else "to begin"
        picks = " ".join(f"{k}={v if isinstance(v, str) else ','.join(v)}" for k, v in _given(found.matchers).items())
        said = f"{found.id}  {state:<8} until {found.ends}  {picks}  {found.by}"
        click.echo(said + (f": {found.comment}" if found.comment else ""))


@silence.command()
@click.argument("silence_id", metavar="ID")
def expire(silence_id: str) -> None:
    """End a silence now. What it suppressed stays so."""
    found = _with_kafka(_read).get(silence_id)
    if found is None:
        raise click.ClickException(f"no silence has the id {silence_id!r}; see `tensionwire silence list --all`")
    now = datetime.now(UTC)
    if (moment(found.ends) or now) <= now:
        click.echo(f"{silence_id} ended already, at {found.ends}", err=True)
        return
    ended = msgspec.structs.replace(found, ends=now.isoformat(timespec="seconds"))
    _with_kafka(lambda bootstrap: _write(bootstrap, ended))
    click.echo(f"{silence_id} ended", err=True)


def _ends(now: datetime, for_: str | None, until: str | None) -> str:
    if (for_ is None) == (until is None):
        raise click.UsageError("say how long: either --for 2h, or --until 2026-12-31T18:00:00+01:00")
    if for_ is not None:
        length = span(for_)
        if not length:
            raise click.BadParameter(f"{for_!r} is no span; write it as 90s, 10m, 2h or 7d", param_hint="--for")
        return (now + length).isoformat(timespec="seconds")
    end = moment(until)
    if end is None or end <= now:
        what = "no time" if end is None else "in the past"
        raise click.BadParameter(f"{until!r} is {what}; write it as 2026-12-31T18:00:00+01:00", param_hint="--until")
    return end.isoformat(timespec="seconds")


def _given(matchers: Matchers) -> dict[str, Any]:
    return {k: v for k, v in msgspec.structs.asdict(matchers).items() if v}


def _read(bootstrap: str) -> dict[str, Silence]:
    from tensionwire.runtime.silences import read_silences

    return read_silences(bootstrap)


def _write(bootstrap: str, made: Silence) -> None:
    from tensionwire.runtime.silences import write_silence

    write_silence(bootstrap, made, "cli")


def _with_kafka(what: Callable[[str], T]) -> T:
    bootstrap = settings.load().kafka
    with kafka_needed(bootstrap):
        return what(bootstrap)
