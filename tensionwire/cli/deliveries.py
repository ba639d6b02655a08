"""`tensionwire deliveries`: what became of alerts at their receivers."""

from collections import Counter
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.table import Column, Table

from tensionwire.cli.away import kafka_needed
from tensionwire.contracts.ids import ID_LENGTH
from tensionwire.runtime import settings

if TYPE_CHECKING:
    from tensionwire.contracts.delivery import Delivery

WIDE = 250  # columns
OUTCOMES = ("delivered", "suppressed", "held", "pending", "dead")


@click.command()
@click.option("--waiting", is_flag=True, help="What waits, why, since how many tries, and until when.")
@click.option("--alert", "alert_id", metavar="ID", help="What became of this alert, at each receiver.")
@click.option("--receiver", metavar="NAME", help="Only this receiver.")
@click.option("--json", "as_json", is_flag=True, help="The rows of the ledger, one a line, as JSON.")
def deliveries(waiting: bool, alert_id: str | None, receiver: str | None, as_json: bool) -> None:
    """Show what became of alerts, by receiver: every pair of alert and receiver has one row in the ledger.

    \b
    tensionwire deliveries                        how many were delivered, withheld, wait, or were given up, and why
    tensionwire deliveries --waiting              what waits
    tensionwire deliveries --alert 5f3c...        one alert
    tensionwire deliveries --json | jq .reason    for other programs

    A receiver that neither the ledger nor the rules know ends it with 2, an alert that the ledger does not know with 1.
    """
    import consumers.outcomes
    from tensionwire.contracts.wire import encode

    found = settings.load()
    with kafka_needed(found.kafka):
        ledger = list(consumers.outcomes.read_ledger(found.kafka))
    receivers = {row.receiver for row in ledger if alert_id in (None, row.alert_id)}
    if alert_id is not None and not receivers:
        _no_alert(alert_id)
    if receiver is not None and receiver not in receivers:
        _no_receiver(receiver, receivers, _named(found.rules), alert_id)
    rows = [row for row in ledger if receiver in (None, row.receiver) and alert_id in (None, row.alert_id)]
    if waiting:
        rows = consumers.outcomes.waiting(rows)
    if as_json:
        for row in rows:
            click.echo(encode(row))
    elif waiting or alert_id:
        _rows(rows)
    else:
        _summary(rows, receiver)


def _no_alert(alert_id: str) -> NoReturn:
    raise click.ClickException(
        f"the ledger has no alert with the id {alert_id!r}: `tensionwire explain {alert_id}` says whether there is "
        "one, `tensionwire deliveries --json` which are settled"
    )


def _no_receiver(receiver: str, there: set[str], named: set[str], alert_id: str | None) -> None:
    """Say that the ledger has nothing of this receiver. Raises click.BadParameter where nobody knows it."""
    if alert_id is not None:
        raise click.BadParameter(
            f"alert {alert_id} has no row at {receiver!r}; it has at: {', '.join(sorted(there))}",
            param_hint="--receiver",
        )
    if receiver not in named:
        known = ", ".join(sorted(there | named)) or "none"
        raise click.BadParameter(f"no receiver is called {receiver!r}; there are: {known}", param_hint="--receiver")


def _named(rules: str) -> set[str]:
    """The receivers of the rules, none where these cannot be read here."""
    from alerts.rules import RulesError
    from tensionwire.runtime.rulesfile import read_rules

    try:
        return {receiver.name for receiver in read_rules(rules).receivers}
    except RulesError:
        return set()


def _rows(rows: "list[Delivery]") -> None:
    whole = Column("alert", no_wrap=True, min_width=ID_LENGTH)
    table = Table(whole, "receiver", "outcome", "why", "tries", "due", "at", box=None, pad_edge=False)
    for row in rows:
        why = " ".join(
            part for part in (row.reason, row.silence, row.rule if row.outcome == "delivered" else "") if part
        )
        table.add_row(row.alert_id, row.receiver, row.outcome, why, str(row.tries), row.due or "", row.at or "")
    _print(table if rows else "nothing")


def _summary(rows: "list[Delivery]", receiver: str | None) -> None:
    import consumers.outcomes

    table = Table("receiver", *OUTCOMES, "why", box=None, pad_edge=False)
    for found in consumers.outcomes.summaries(rows):
        reasons: Counter[str] = sum((found.reasons.get(o, Counter()) for o in OUTCOMES if o != "delivered"), Counter())
        why = ", ".join(f"{reason} {number}" for reason, number in reasons.most_common(4))
        table.add_row(found.receiver, *(str(found.outcomes[o]) for o in OUTCOMES), why)
    _print(table if rows else "no alert has been settled yet" + (f" for {receiver}" if receiver else ""))


def _print(what: Table | str) -> None:
    console = Console()
    # a pipe has no width: nothing is cut for it
    Console(width=None if console.is_terminal else WIDE).print(what)
