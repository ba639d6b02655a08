"""`tensionwire rules route`: where would this alert go?"""

import sys
from datetime import UTC, datetime, timedelta

import click

from tensionwire.cli.away import kafka_needed
from tensionwire.runtime import settings


@click.command()
@click.argument("alert_id", metavar="ALERT_ID")
@click.option("--rules", "rules_file", metavar="FILE", help="Rules to try; else those of TENSIONWIRE_RULES.")
def route(alert_id: str, rules_file: str | None) -> None:
    """Show to whom an alert would go by these rules, if it came now; nothing is sent.

    \b
    Example:
      tensionwire rules route 3f9c2a7be04d51c6a8e0f7b2 --rules new-rules.yaml
    """
    from alerts.routing import Desk
    from alerts.wording.reasons import sentence
    from tensionwire.cli.archive import rules_of
    from tensionwire.runtime.explaining import alerts
    from tensionwire.runtime.silences import read_silences

    found = settings.load()
    rules = rules_of(rules_file or found.rules)
    with kafka_needed(found.kafka):
        alert = alerts(found.kafka, {alert_id}).get(alert_id)
        silences = read_silences(found.kafka)
    if alert is None:
        raise click.ClickException(f"no alert has the id {alert_id!r}; see `tensionwire watch --json --from-start`")
    desk = Desk(rules, timedelta(seconds=found.max_age), silences.values())
    settled = desk.settle(alert, datetime.now(UTC))
    for one in settled:
        said = f"{one.receiver}: {one.outcome}"
        said += f", {one.reason} ({sentence(one.reason)})" if one.reason else ""
        said += f", due {one.due.isoformat(timespec='seconds')}" if one.due else ""
        click.echo(f"{said}; by {one.rule}")
    if not settled:
        click.echo(f"nobody: {sentence('no-route')}")
        sys.exit(1)
