"""`tensionwire notify`: the notifier."""

import asyncio
import signal
import sys
from pathlib import Path

import click

from tensionwire.runtime import health, logs, settings, telemetry

EXIT_CONFIG = 78


@click.command()
def notify() -> None:
    """Run the notifier: topic `alerts` in, and out to the receivers that the rules name.

    Any number may run: one is active, the others stand by. The rules are the file named in TENSIONWIRE_RULES; without
    it alerts are printed here. A rules file that cannot be used ends with 78 and a message that names file and line.
    """
    from alerts.rules import RulesError
    from consumers.channels.base import ChannelError

    found = settings.load()
    logs.set_up(found.log_level)
    try:
        asyncio.run(_run(found))
    except (RulesError, ChannelError) as error:
        click.echo(f"tensionwire: {error}", err=True)
        sys.exit(EXIT_CONFIG)


async def _run(found: settings.Settings) -> None:
    import alerts.rules
    from consumers.channels import open_channel
    from consumers.notify.notifier import Notifier

    shipped = Path(alerts.rules.__file__).with_name("rules.yaml")
    file = Path(found.rules) if found.rules else shipped
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise alerts.rules.RulesError(f"{file}:1: cannot be read: {error}. TENSIONWIRE_RULES names it.") from error
    rules = alerts.rules.parse(text, str(file))
    for receiver in rules.receivers:  # what cannot be opened is said now, not at the first alert
        await open_channel(receiver, found.send_timeout).close()
    telemetry.goes_by(telemetry.RULES, rules.hash)
    notifier = Notifier(found, rules)
    loop = asyncio.get_running_loop()
    for received in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(received, notifier.stop)
    state = health.Health()
    state.add("notify", notifier.problem)
    health.serve(state, found.metrics_host, found.metrics_port)
    await notifier.run()
