"""The command's entry: verbs are loaded only when called, so that `--help` answers at once."""

import importlib
import logging
import sys

import click

from tensionwire.runtime.settings import SettingsError

# verb: (module, attribute, one line of help)
VERBS: dict[str, tuple[str, str, str]] = {
    "up": ("tensionwire.cli.up", "up", "Start Kafka, Redis and all services on this machine, and show alerts."),
    "reset": ("tensionwire.cli.reset", "reset", "Clear the data of the local stack."),
    "doctor": ("tensionwire.cli.doctor", "doctor", "Say what is missing or wrong here, and what to do about it."),
    "publish": ("tensionwire.cli.publish", "publish", "Push articles to the topic: files, folders, JSONL or stdin."),
    "analyze": ("tensionwire.cli.analyze", "analyze", "Show what articles say, without Kafka."),
    "lexicon": ("tensionwire.cli.lexicon", "lexicon", "Check, test and extend the words that the analysis knows."),
    "backtest": ("tensionwire.cli.backtest", "backtest", "Play an archive: what these rules would have raised."),
    "watch": ("tensionwire.cli.watch", "watch", "Print alerts as they come."),
    "explain": ("tensionwire.cli.explain", "explain", "Say why an alert came, or why an article gave none."),
    "rules": ("tensionwire.cli.rules", "rules", "Check and test rules, and see where an alert would go."),
    "silence": ("tensionwire.cli.silence", "silence", "Silence alerts for a while."),
    "topics": ("tensionwire.cli.topics", "topics", "Create the Kafka topics, or say what is wrong with them."),
    "tag": ("tensionwire.cli.tag", "tag", "Run a worker that tags articles."),
    "decide": ("tensionwire.cli.decide", "decide", "Run a worker that decides what is new."),
    "notify": ("tensionwire.cli.notify", "notify", "Run the notifier that delivers alerts."),
    "web": ("tensionwire.cli.web", "web", "Serve the live page, the API, the feeds and the HTTP intake."),
    "export": (
        "tensionwire.cli.export",
        "export",
        "Write the contacts as event data: JSONL in PLOVER's fields, or CSV.",
    ),
    "deliveries": ("tensionwire.cli.deliveries", "deliveries", "Show what became of alerts, by receiver."),
    "deadletters": ("tensionwire.cli.deadletters", "deadletters", "Look at what failed for good, and send it again."),
    "rebuild": ("tensionwire.cli.rebuild", "rebuild", "Load Redis anew from Kafka."),
}


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, or None for an unknown verb."""
        if cmd_name not in VERBS:
            return None
        module, attribute, _ = VERBS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, help_line) for verb, (_, _, help_line) in VERBS.items()])


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tensionwire")
def cli() -> None:
    """Tensionwire: who met, visits or calls whom, and which flashpoint stirs."""
    # kafka-python logs each lost connection at ERROR; what matters of it, our own code says
    logging.getLogger("kafka").setLevel(logging.CRITICAL)


def main() -> None:
    """Run the command. Ends with 78 (EX_CONFIG) where the settings cannot be used."""
    try:
        cli(prog_name="tensionwire")
    except SettingsError as error:
        click.echo(f"tensionwire: {error}", err=True)
        sys.exit(78)


if __name__ == "__main__":
    main()
