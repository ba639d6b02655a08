"""`tensionwire notify`: the notifier."""

import asyncio
import signal
import sys

import click

from tensionwire.runtime import health, logs, settings

EXIT_CONFIG = 78


@click.command()
def notify() -> None:
    """Run the notifier: topic `alerts` in, and out to the receivers that the rules name.

    Any number may run: one is active, the others stand by. The rules are the file named in TENSIONWIRE_RULES; without
    it alerts are printed here. A rules file that cannot be used ends with 78 and a message that names file and line.
    """
    from alerts.rules import RulesError
    from consumers.channels.base import ChannelError
    from consumers.words.templates import TemplatesError

    found = settings.load()
    logs.set_up(found.log_level)
    try:
        asyncio.run(_run(found))
    except (RulesError, ChannelError, TemplatesError) as error:
        click.echo(f"tensionwire: {error}", err=True)
        sys.exit(EXIT_CONFIG)


async def _run(found: settings.Settings) -> None:
    from consumers.channels import Reader, open_channel, templates
    from consumers.notify.notifier import Notifier
    from tensionwire.runtime.rulesfile import read_rules

    rules = read_rules(found.rules)
    shown = templates(found.templates_dir)
    for receiver in rules.receivers:  # what cannot be opened is said now, not at the first alert
        await open_channel(receiver, Reader(shown, found.send_timeout)).close()
    notifier = Notifier(found, rules, shown)
    loop = asyncio.get_running_loop()
    for received in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(received, notifier.stop)
    state = health.Health()
    state.add("notify", notifier.problem)
    health.serve(state, found.metrics_host, found.metrics_port)
    await notifier.run()
