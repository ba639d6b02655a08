"""`tensionwire notify`: the notifier, and a test of a receiver."""

import asyncio
import signal
import sys
import time
from typing import TYPE_CHECKING

import click

from tensionwire.runtime import health, logs, settings

if TYPE_CHECKING:
    from alerts.rules import Receiver
    from consumers.channels.base import Sent

EXIT_CONFIG = 78


@click.group(invoke_without_command=True)
@click.pass_context
def notify(ctx: click.Context) -> None:
    """Run the notifier: topic `alerts` in, and out to the receivers that the rules name.

    Any number may run: one is active, the others stand by. The rules are the file named in TENSIONWIRE_RULES; without
    it alerts are printed here. A rules file, channel or template that cannot be used ends with 78 and a message. A
    rules file that changes is taken within seconds (SIGHUP: at once); a bad one changes nothing and is counted.

    \b
    tensionwire notify                    run it
    tensionwire notify test newsroom      send a marked test to one receiver
    """
    from alerts.rules import RulesError
    from consumers.channels.base import ChannelError
    from consumers.words.templates import TemplatesError

    found = settings.load()
    logs.set_up(found.log_level)
    if ctx.invoked_subcommand is not None:
        return
    try:
        asyncio.run(_run(found))
    except (RulesError, ChannelError, TemplatesError) as error:
        click.echo(f"tensionwire: {error}", err=True)
        sys.exit(EXIT_CONFIG)


@notify.command()
@click.argument("receiver")
def test(receiver: str) -> None:
    """Send RECEIVER a marked test, by its channel as the rules say, and say what came of it.

    It goes out from here, without Kafka, and stands in no ledger. Ends with 1 where it was not taken.
    """
    from alerts.rules import RulesError
    from consumers.channels.base import ChannelError
    from consumers.words.templates import TemplatesError
    from tensionwire.runtime.rulesfile import read_rules

    found = settings.load()
    try:
        rules = read_rules(found.rules)
        to = rules.receiver(receiver)
        if to is None:
            names = ", ".join(r.name for r in rules.receivers)
            raise click.ClickException(f"no receiver is called {receiver!r}; the rules name: {names}")
        began = time.monotonic()
        sent = asyncio.run(_test(found, to))
    except (RulesError, ChannelError, TemplatesError) as error:
        click.echo(f"tensionwire: {error}", err=True)
        sys.exit(EXIT_CONFIG)
    if sent.outcome == "delivered":
        click.echo(f"{receiver} ({to.channel}) took the test after {time.monotonic() - began:.1f} s")
        return
    again = "an alert would be tried again" if sent.outcome == "retry" else "an alert would be a dead letter"
    raise click.ClickException(f"{receiver} ({to.channel}) did not take the test: {sent.reason}; {again}")


async def _test(found: settings.Settings, to: "Receiver") -> "Sent":
    from consumers.channels import Reader, open_channel, templates
    from consumers.channels.base import TEST, Parcel
    from consumers.words.sample import SAMPLE

    channel = open_channel(to, Reader(templates(found.templates_dir), found.send_timeout, to.language, to.timezone))
    try:
        return await channel.send(Parcel(f"test-{time.time_ns():x}", TEST, (SAMPLE,)))
    finally:
        await channel.close()


async def _run(found: settings.Settings) -> None:
    from consumers.channels import Reader, open_channel, templates
    from consumers.notify.notifier import Notifier
    from consumers.notify.schedule import read_pauses
    from tensionwire.runtime.rulesfile import RulesFile

    read_pauses(found.retry_pauses)
    rules = RulesFile(found.rules)
    shown = templates(found.templates_dir)
    for receiver in rules.rules.receivers:  # what cannot be opened is said now, not at the first alert
        await open_channel(receiver, Reader(shown, found.send_timeout)).close()
    notifier = Notifier(found, rules, shown)
    loop = asyncio.get_running_loop()
    for received in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(received, notifier.stop)
    loop.add_signal_handler(signal.SIGHUP, notifier.look_at_rules)
    state = health.Health()
    state.add("notify", notifier.problem)
    health.serve(state, found.metrics_host, found.metrics_port)
    await notifier.run()
