"""`tensionwire explain`: why an alert came, or why an article gave none."""

import asyncio
import sys
from datetime import timedelta
from typing import Any

import click
import msgspec

from tensionwire.cli.away import kafka_needed, redis_needed
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.outcome import SightingOutcome
from tensionwire.runtime import settings

NOT_FOUND = 1


@click.command(context_settings={"max_content_width": 100})
@click.argument("wanted", metavar="ALERT_ID|ARTICLE_ID")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
@click.option("--language", type=click.Choice(["en", "de"]), default="en", show_default=True)
def explain(wanted: str, as_json: bool, language: str) -> None:
    """Say why an alert came and what became of it, or what became of an article.

    The chain is: the quote, the record that it tells, the rule, and each receiver with the outcome and its reason. For
    an article that gave no alert it says why not: known already, background, in passing, stale, no rule, silenced.
    Needs Kafka and Redis only. What became of an article is kept for 30 days, alerts as long as Kafka keeps them.

    \b
    Examples:
      tensionwire explain 3f9c2a7be04d51c6a8e0f7b2
      tensionwire explain https-example-org-2023-07-12
      tensionwire explain --json ARTICLE_ID | jq .sightings
    """
    from tensionwire.runtime.explaining import alerts, article, deliveries

    found = settings.load()
    with kafka_needed(found.kafka):
        with redis_needed():
            told = asyncio.run(article(found, wanted))
        ids = {a for o in told.outcomes for a in o.alerts} | {wanted}
        raised, rows = alerts(found.kafka, ids), deliveries(found.kafka, ids)
    chains = [_chain(raised[i], rows.get(i, []), found) for i in sorted(raised)]
    known = bool(told.outcomes or raised or told.seen)
    if as_json:
        answer = {"id": wanted, "seen": told.seen, "sightings": told.outcomes, "alerts": chains}
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    elif wanted in raised:
        _show_alert(chains[0], language)
    elif told.outcomes:
        _show_article(told.outcomes, {c["alert"].id: c for c in chains}, language)
    elif told.seen:
        click.echo("This article was read, and the analysis found no contact and no flashpoint in it.")
        click.echo("Give its file to `tensionwire analyze` to see what it found.")
    else:
        click.echo(
            f"Nothing is known of {wanted!r}: no alert, and no article of the last 30 days, has this id.", err=True
        )
        click.echo("`tensionwire watch --json --from-start` lists alerts with their ids and articles.", err=True)
    sys.exit(0 if known else NOT_FOUND)


def _chain(alert: Alert, rows: list[Delivery], found: settings.Settings) -> dict[str, Any]:
    """An alert, the rule that took it to each receiver by the present rules, and what the ledger says."""
    from alerts.reasons import Reason
    from alerts.routing import route
    from tensionwire.cli.archive import rules_of

    rules = rules_of(found.rules)
    ways = {r.receiver.name: r.rule for r in route(alert, rules, timedelta(seconds=found.max_age))}
    receivers: list[dict[str, Any]] = [
        {"receiver": r.receiver, "outcome": r.outcome, "reason": r.reason, "due": r.due, "rule": ways.get(r.receiver)}
        for r in rows
    ]
    missing = [name for name in ways if name not in {r.receiver for r in rows}]
    receivers += [
        {"receiver": n, "outcome": "unsettled", "reason": None, "due": None, "rule": ways[n]} for n in missing
    ]
    reason = None if receivers else Reason.NO_ROUTE.value
    return {"alert": alert, "receivers": receivers, "reason": reason, "same_rules": alert.rules in ("", rules.hash)}


def _show_alert(chain: dict[str, Any], language: str) -> None:
    from alerts.wording.reasons import sentence
    from consumers.words.text import lines

    alert: Alert = chain["alert"]
    for line in lines(alert, language):
        click.echo(line)
    click.echo(f"alert     {alert.id}, {alert.kind}, revision {alert.revision}")
    click.echo(f"record    {alert.record}, subject {alert.subject}")
    if alert.follows:
        click.echo(f"follows   {alert.follows}")
    click.echo(f"why       {', '.join(alert.why)}")
    click.echo(f"severity  {alert.severity}: {', '.join(alert.severity_reasons) or 'nothing that counts'}")
    for evidence in alert.evidence:
        click.echo(f"article   {evidence.article}")
    if not chain["same_rules"]:
        click.echo("rules     they have changed since; the ways below are those of the present ones")
    for row in chain["receivers"]:
        said = f"receiver  {row['receiver']}: {row['outcome']}"
        said += f", {row['reason']} ({sentence(row['reason'], language)})" if row["reason"] else ""
        said += f", due {row['due']}" if row["due"] else ""
        click.echo(said + (f"; by {row['rule']}" if row["rule"] else ""))
    if chain["reason"]:
        click.echo(f"receiver  none: {chain['reason']} ({sentence(chain['reason'], language)})")


def _show_article(outcomes: list[SightingOutcome], chains: dict[str, dict[str, Any]], language: str) -> None:
    from alerts.wording.reasons import sentence
    from consumers.words.safe import safe

    for outcome in outcomes:
        click.echo(f"{outcome.subject}: {outcome.reason} ({sentence(outcome.reason, language)})")
        if outcome.quote:
            click.echo(f"  quote     {safe(outcome.quote)}")
        if outcome.record:
            click.echo(f"  record    {outcome.record}")
        for alert_id in outcome.alerts:
            chain = chains.get(alert_id)
            if chain is None:
                click.echo(f"  alert     {alert_id}: no longer in Kafka")
                continue
            click.echo("")
            _show_alert(chain, language)
        click.echo("")
