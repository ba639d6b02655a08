"""`tensionwire up`: the whole system on this machine, and the seed articles through it."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console

from tensionwire.cli.watch import alerts, show
from tensionwire.local.folder import local_folder, seeds_folder
from tensionwire.local.seeds import play, seed_files
from tensionwire.local.stack import Stack, StackError
from tensionwire.runtime.kafka import KafkaUnavailable

QUIET_AFTER_SEEDS = 3.0


@click.command()
@click.option(
    "--seeds/--no-seeds", "with_seeds", default=True, show_default=True, help="Publish the articles of seeds/."
)
@click.option("--once", is_flag=True, help="Stop when the alerts of the seeds are shown.")
@click.option("--language", type=click.Choice(["en", "de"]), default="en", show_default=True)
def up(with_seeds: bool, once: bool, language: str) -> None:
    """Start Kafka, Redis and all services here, publish the seed articles, and show alerts until Ctrl-C.

    All data lies in .local/ (TENSIONWIRE_LOCAL_DIR); `tensionwire reset` clears it. The first start fetches Kafka;
    later ones need no network.
    """
    console = Console(highlight=False)
    began = time.monotonic()

    def say(text: str) -> None:
        console.print(f"[dim]{time.monotonic() - began:5.1f} s[/dim]  {text}", soft_wrap=True)

    signal.signal(signal.SIGTERM, _interrupt)
    folder = local_folder()
    # the seeds are of past years: here they ring, unless the user has rules or an age of their own
    own = {"TENSIONWIRE_RULES", "TENSIONWIRE_MAX_AGE"} & os.environ.keys()
    stack = Stack(folder, env={} if own else {"TENSIONWIRE_MAX_AGE": str(100 * 366 * 86_400)}, say=say)
    try:
        stack.start()
        say("ready")
        _addresses(console, stack)
        shown = threading.Thread(target=_show, args=(console, stack.kafka, language), daemon=True)
        marker = folder / "seeds-published"
        if with_seeds and seeds_folder().is_dir():
            _seeds(stack, say, marker, shown)
        else:
            shown.start()
        while not once:
            stack.tend()
            time.sleep(0.2)
        time.sleep(QUIET_AFTER_SEEDS)
    except StackError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        console.print()
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if stack.programs:
            say("stopping")
            stack.stop()
            say("stopped")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _addresses(console: Console, stack: Stack) -> None:
    def row(what: str, where: str) -> None:
        console.print(f"  {what:<10} {where}", soft_wrap=True)

    console.print()
    row("page", f"[bold]{stack.page}/[/bold]")
    row("API", f"{stack.page}/v1/alerts   described in {stack.page}/v1/openapi.json")
    row("feeds", f"{stack.page}/feeds/alerts.atom   {stack.page}/feeds/contacts.ics")
    row("intake", f"{stack.page}/v1/articles   the token lies in {stack.directory / 'web-token'}")
    row("articles", f"kafka://{stack.kafka}/articles")
    row("metrics", "   ".join(f"{name} {stack.metrics_url(name)}/metrics" for name in stack.services))
    row("push", ".venv/bin/tensionwire publish FILE...   (or `-`; see --help)")
    row("graphs", "Prometheus and Grafana come with `docker compose up`")
    console.print()


def _seeds(stack: Stack, say: Callable[[str], None], marker: Path, shown: threading.Thread) -> None:
    from tensionwire.ingest.publisher import publish
    from tensionwire.ingest.reading import read

    files = seed_files(seeds_folder())
    if marker.exists():
        say("the seed articles were published by an earlier run: here are the stored alerts, and what comes")
        shown.start()
        return
    say(f"publishing {len(files)} articles of seeds/, each once the one before is decided; their alerts:\n")
    shown.start()
    try:
        for _ in play(files, stack.kafka, lambda f: publish(read([str(f)]), stack.kafka), meanwhile=stack.tend):
            stack.tend()
    except (TimeoutError, KafkaUnavailable) as error:
        raise StackError(f"{error}. The logs lie in {stack.directory / 'logs'}") from error
    marker.write_text("published\n")
    say(f"all {len(files)} seed articles are decided; new alerts show up here. Ctrl-C stops everything.\n")


def _show(console: Console, bootstrap: str, language: str) -> None:
    try:
        for _, alert in alerts(bootstrap, from_start=True):
            show(console, alert, language)
    except Exception as error:  # the stack is going down, or Kafka was killed: the supervisor says the rest
        print(f"alerts are no longer shown: {error}", file=sys.stderr)
