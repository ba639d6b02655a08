"""`tensionwire backtest`: what these rules would have raised over an archive."""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from alerts.routing import Desk, Settled
from alerts.rules import Rules, moment
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.record import ContactRecord
from tensionwire.runtime import settings

WORDS = {"delivered": "delivered", "held": "waits", "suppressed": "withheld"}
NEAR = 0.05  # how far "1 every 50 days" may be from what it rounds


@click.command(context_settings={"max_content_width": 100})
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS|PATTERNS|-")
@click.option("--json", "as_json", is_flag=True, help="One alert a line, with what became of it at each receiver.")
@click.option("--contacts", is_flag=True, help="The contact records in place of alerts.")
@click.option("--rules", "rules_file", metavar="FILE", help="Rules to try; else those of TENSIONWIRE_RULES.")
@click.option("--summary", is_flag=True, help="The summary alone.")
@click.option("--language", type=click.Choice(["en", "de"]), default="en", show_default=True)
@click.option("--seed", type=int, metavar="N", help="Let the articles arrive in a random order: does it matter?")
def backtest(
    paths: tuple[str, ...],
    as_json: bool,
    contacts: bool,
    rules_file: str | None,
    summary: bool,
    language: str,
    seed: int | None,
) -> None:
    """Play an archive through analysis, decisions and rules, and show what would have come when.

    Needs no Kafka and no Redis, reads what `tensionwire publish` reads, and sends nothing. The same files give the same
    answer. Every article counts as having arrived when it was published, so nothing is stale.

    \b
    Examples:
      tensionwire backtest archive                        # alerts, then alerts a day by rule and receiver
      tensionwire backtest --rules new.yaml --summary archive
      tensionwire backtest --contacts --json archive      # one contact a line: its life, and the articles
      tensionwire backtest --json archive | jq -r .text.en.headline

    An input that is no article is named on standard error, with file and line; the rest goes on. Ends with 1 then.
    """
    from tensionwire.cli.archive import lexicon_of, rules_of, tagged
    from tensionwire.runtime.offline import Offline
    from tensionwire.runtime.policy import policy_of

    found = settings.load()
    rules, lexicon = rules_of(rules_file or found.rules), lexicon_of(found)
    articles, refused = tagged(paths, lexicon, seed)
    offline = Offline(policy_of(found, rules, lexicon.hash))
    desk = Desk(rules, timedelta(seconds=found.max_age))
    raised: list[tuple[Alert, list[Settled]]] = []
    for article in articles:
        for told in offline.tell(article):
            raised += [(a, desk.settle(a, _when(a))) for a in told.decision.alerts]
    console = Console(highlight=False, soft_wrap=True)
    if contacts:
        today = max((a.published for a in articles if a.published), default=None)
        records = [r for r in offline.records() if isinstance(r, ContactRecord)]
        _contacts(console, records, today, as_json)
    elif as_json:
        _json(raised)
    else:
        if not summary:
            _alerts(console, raised, language)
        _summary(console, raised, rules, [a.published for a in articles if a.published], len(articles))
    sys.stdout.flush()
    sys.exit(1 if refused else 0)


def _when(alert: Alert) -> datetime:
    return moment(alert.arrived) or moment(alert.published) or datetime.min.replace(tzinfo=UTC)


def _json(raised: Iterable[tuple[Alert, list[Settled]]]) -> None:
    for alert, settled in raised:
        row = msgspec.to_builtins(alert) | {
            "receivers": [
                {"receiver": s.receiver, "outcome": s.outcome, "reason": s.reason, "due": s.due, "rule": s.rule}
                for s in settled
            ]
        }
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")


def _contacts(console: Console, records: list[ContactRecord], today: str | None, as_json: bool) -> None:
    from alerts.identity.view import day_of
    from alerts.life.told import rows
    from tensionwire.lexicon import names

    known = names()
    for row in rows(records, day_of(today)):
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
            continue
        sides = " / ".join(p.name or known.get(p.affiliation, (p.affiliation,))[0] for p in row.participants)
        state = "unconfirmed" if row.unconfirmed else row.status
        when = row.date.start if row.date else "no date"
        told = _count(len(row.sightings), "report")
        console.print(Text(f"{when:<10}  {state:<11} {row.form:<11} {sides}, {row.place or 'no place'} ({told})"))


def _alerts(console: Console, raised: Iterable[tuple[Alert, list[Settled]]], language: str) -> None:
    from consumers.words.safe import safe
    from consumers.words.text import badge

    for alert, settled in raised:
        words = alert.text.get(language)
        when = (moment(alert.published) or _when(alert)).strftime("%Y-%m-%d %H:%M")
        console.print(Text(f"{when}  {badge(alert, language):<26} {safe(words.headline) if words else alert.subject}"))
        for fate in map(_fate, settled) if settled else ["no route takes it"]:
            console.print(Text(f"{'':18}{fate}", style="dim"))


def _fate(settled: Settled) -> str:
    said = f"{settled.receiver}: {WORDS[settled.outcome]}"
    said += f", {settled.reason}" if settled.reason else ""
    said += f" until {settled.due:%Y-%m-%d %H:%M}" if settled.due else ""
    return f"{said} ({settled.rule})"


def _pace(number: int, days: int) -> str:
    """How often: `3.4 a day`, `1 every 50 days`; `8 in 9 days` where no whole number of days comes near."""
    if number == 0:
        return "never"
    if number >= days:
        return f"{number / days:,.1f} a day"
    every = round(days / number)
    near = every > 1 and abs(every * number - days) <= days * NEAR
    return f"1 every {every:,} days" if near else f"{number:,} in {days:,} days"


def _count(number: int, what: str) -> str:
    """`1 alert`, `2 alerts`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _summary(
    console: Console, raised: list[tuple[Alert, list[Settled]]], rules: Rules, published: list[str], articles: int
) -> None:
    if not articles:
        console.print("no articles: nothing to play", markup=False)
        return
    days = 1
    if published:
        days += (datetime.fromisoformat(max(published)) - datetime.fromisoformat(min(published))).days
    kinds = Counter(alert.kind for alert, _ in raised)
    told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items())) or "none"
    over = f"{_count(articles, 'article')} over {_count(days, 'day')}"
    console.print(f"{over}; {_count(len(raised), 'alert')} ({told})", markup=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("receiver", "rule", "delivered", "how often", "most a day", "digests", "withheld"):
        table.add_column(column, justify="left" if column in ("receiver", "rule", "withheld") else "right")
    for receiver, rule in sorted({(s.receiver, s.rule) for _, settled in raised for s in settled}):
        mine = [(a, s) for a, settled in raised for s in settled if (s.receiver, s.rule) == (receiver, rule)]
        sent = Counter(_when(a).date() for a, s in mine if s.outcome == "delivered")
        withheld = Counter(str(s.reason) for _, s in mine if s.outcome == "suppressed")
        digests = {s.due for _, s in mine if s.outcome == "held"}
        held = sum(s.outcome == "held" for _, s in mine)
        table.add_row(
            receiver,
            rule,
            f"{sent.total():,}",
            _pace(sent.total(), days),
            f"{max(sent.values(), default=0):,}",
            f"{len(digests):,} of {held:,}" if held else "0",
            ", ".join(f"{number:,} {reason}" for reason, number in withheld.most_common()) or "none",
        )
    unrouted = sum(not settled for _, settled in raised)
    console.print(table)
    if unrouted:
        console.print(f"{_count(unrouted, 'alert')} that no route takes", markup=False)
    quiet = [r.name for r in rules.receivers if not any(s.receiver == r.name for _, x in raised for s in x)]
    if quiet:
        console.print(f"hears nothing: {', '.join(quiet)}", markup=False)
