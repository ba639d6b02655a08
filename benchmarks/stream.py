"""Throughput and latency of the whole way, on a Kafka and Redis of its own: `python -m benchmarks.stream [--quick]`."""

import os
import platform
import tempfile
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks import latency, throughput
from tensionwire.local.stack import Stack, StackError
from tests.edge import load

WORKERS = ("tag", "decide", "notify")  # the page is no part of the way of an article
JARS = Path(__file__).resolve().parents[1] / ".local" / "jars"
RATE = 50.0


@click.command()
@click.option("--quick", is_flag=True, help="A quarter of the articles: less exact, done in about 40 s.")
def main(quick: bool) -> None:
    """Measure, and print one table.

    Throughput: articles of seeds/ that wait in Kafka, worked off by one tag worker alone (analysed, sent to
    articles.tagged and sightings, each send acknowledged), beside a Faust agent that only passes them on. Latency:
    50 articles a second, each raises an alert, from publishing to a webhook on this machine, all services running.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(what: str) -> None:
        console.print(f"  {what}", style="dim")

    number, seconds = (10_000, 10) if quick else (40_000, 60)
    say("making articles")
    articles = load.articles(int(RATE * seconds))
    receiver = latency.Receiver()
    try:
        with tempfile.TemporaryDirectory(prefix="tensionwire-bench-") as folder:
            env = {"TENSIONWIRE_RULES": str(receiver.rules(Path(folder))), "BENCH_SECRET": latency.SECRET}
            with Stack(Path(folder) / "stack", WORKERS, jars_folder=JARS, ports="random", env=env, say=say) as stack:
                delay = latency.measure(stack.kafka, receiver, articles, RATE, say)
                rates = throughput.measure(stack, number, say)
    except StackError as error:
        raise click.ClickException(str(error)) from error
    finally:
        receiver.close()
    _show(delay, rates)


def _show(delay: latency.Latency, rates: throughput.Throughput) -> None:
    table = Table(title=f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    table.add_column("what", no_wrap=True)
    table.add_column("figure", justify="right", no_wrap=True)
    rows = {
        f"streams/tag, one worker ({rates.articles:,} articles)": f"{rates.tag:,.0f}/s",
        "a Faust agent that does nothing": f"{rates.noop['faust']:,.0f}/s",
        "ratio": f"{rates.tag / rates.noop['faust']:.2f}",
        "the same agent with the sends of streams/": f"{rates.noop['outbox']:,.0f}/s",
        "ratio to that": f"{rates.tag / rates.noop['outbox']:.2f}",
        "mean article": f"{rates.mean_bytes:,.0f} bytes",
        f"publish to webhook at {delay.rate:.0f} articles/s, p50": f"{delay.p50 * 1000:,.0f} ms",
        "p99": f"{delay.p99 * 1000:,.0f} ms",
        "longest": f"{delay.worst * 1000:,.0f} ms",
        "alerts of articles": f"{delay.alerted:,} of {delay.published:,}, {delay.repeats} repeated",
    }
    for what, figure in rows.items():
        table.add_row(what, figure)
    Console().print(table)


if __name__ == "__main__":
    main()
