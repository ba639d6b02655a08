"""`tensionwire publish`: push articles to the topic."""

import sys
from collections.abc import Iterator

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, TaskProgressColumn, TextColumn

from tensionwire.analysis.published import published, readable
from tensionwire.cli.away import EXIT_AWAY, kafka_failure
from tensionwire.contracts.article import Article
from tensionwire.ingest import Outcome, Read, Refused, publisher, read
from tensionwire.ingest.message import message
from tensionwire.ingest.outcome import Place
from tensionwire.ingest.publisher import PublishStopped, Summary
from tensionwire.ingest.sources import left_aside, total_bytes
from tensionwire.lexicon.calendar import YEARS
from tensionwire.runtime import settings
from tensionwire.runtime.kafka import KafkaUnavailable, TopicMismatch

EXIT_REFUSED = 1
EXIT_INTERRUPTED = 130


@click.command(context_settings={"max_content_width": 100})
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS|PATTERNS|-")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N articles.")
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), metavar="N", help="N articles a second at most.")
@click.option("--dry-run", is_flag=True, help="Read and check everything, send nothing; needs no Kafka.")
@click.option("--keep-going/--stop", default=True, help="After a refusal go on (default), or stop there.")
def publish(paths: tuple[str, ...], limit: int | None, rate: float | None, dry_run: bool, keep_going: bool) -> None:
    """Push articles to Kafka's topic `articles`.

    \b
    Read are, by ending and content:
      .txt .md         plain text in UTF-8: the file is one article
      .json            one article as an object, or an array of them
      .jsonl .ndjson   one article a line
      folders          all of these below them, by name; hidden files, READMEs and what ends otherwise
                       are left out
      -                standard input: any of these, by its beginning

    \b
    An article is an object with the field `text`. These help: id, title, published (ISO 8601), url,
    source, language, and for corrections of the same id: version or updated. The same article sent
    twice counts once. A `published` that cannot be read is named on standard error; the article is
    sent, and counts as published on the date that begins its text, else when it arrives.

    \b
    Examples:
      tensionwire publish seeds
      tensionwire publish today.jsonl 'archive/2026-*/*.txt'
      echo 'Wang Yi trifft Lawrow in Moskau.' | tensionwire publish -
      tensionwire publish --dry-run archive      # what would be refused, and why?
      tensionwire publish --rate 50 archive      # 50 articles a second

    \b
    It ends with
      0    Kafka has acknowledged every article
      1    something was refused: file, line and reason are on standard error; the rest was sent
      69   Kafka does not answer
    """
    bootstrap = settings.load().kafka
    with _Bar(paths) as bar:
        articles = _dated(_wanted(read(paths), limit, keep_going), bar)
        bar.aside([str(file) for file in left_aside(paths)])
        try:
            if dry_run:
                summary = _check(articles, bar)
            else:
                summary = publisher.publish(articles, bootstrap, bar.update, on_refused=bar.refuse, rate=rate)
        except PublishStopped as error:
            again = "Publish again when that is over: what had arrived counts once."
            bar.end(f"{_told(error.summary)}. {error}. {again}", EXIT_AWAY)
        except KafkaUnavailable as error:
            failure = kafka_failure(error, bootstrap)
            bar.end(f"Error: {failure.message}", failure.exit_code)
        except TopicMismatch as error:
            bar.end(str(error), EXIT_AWAY)
        except KeyboardInterrupt:
            again = "Publish again to go on: what had arrived counts once."
            bar.end(f"stopped. {_told(bar.last, dry_run)}. {again}", EXIT_INTERRUPTED)
        bar.end(_told(summary, dry_run), EXIT_REFUSED if summary.reasons else 0)


def _wanted(found: Iterator[Outcome], limit: int | None, keep_going: bool) -> Iterator[Outcome]:
    """What of `found` is wanted: `limit` articles at most, and without `keep_going` nothing after a refusal."""
    articles = 0
    for outcome in found:
        yield outcome
        articles += isinstance(outcome, Read)
        refused = isinstance(outcome, Refused) or (not keep_going and isinstance(message(outcome), Refused))
        if articles == limit or (refused and not keep_going):
            return


def _dated(found: Iterator[Outcome], bar: "_Bar") -> Iterator[Outcome]:
    """The same; names each article whose `published` cannot be read, and what counts in its place."""
    for outcome in found:
        if isinstance(outcome, Read) and outcome.article.published and not readable(outcome.article.published):
            bar.undated(outcome.place, outcome.article)
        yield outcome


def _check(articles: Iterator[Outcome], bar: "_Bar") -> Summary:
    """What `publish` would send and refuse; Kafka itself may still refuse more."""
    summary = Summary()
    for outcome in articles:
        summary.read_bytes += outcome.size
        checked = message(outcome)
        if isinstance(checked, Refused):
            summary.refuse(checked)
            bar.refuse(checked)
        else:
            summary.sent += 1
        bar.update(summary)
    return summary


def _told(summary: Summary, dry_run: bool = False) -> str:
    """The summary as a sentence."""
    verb = "would be sent" if dry_run else "published"
    said = [f"{summary.sent:,} {verb}"]
    if summary.seconds >= 1 and summary.sent:
        said[0] += f" in {summary.seconds:.1f} s ({summary.sent / summary.seconds:,.0f} a second)"
    if summary.unknown:
        said.append(f"{summary.unknown:,} without an answer")
    if summary.reasons:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in summary.reasons.most_common())
        said.append(f"{summary.reasons.total():,} refused ({reasons})")
    return ", ".join(said)


class _Bar:
    """Progress on standard error, where that is a terminal; refusals there in any case."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        terminal = self._console.is_terminal
        total = total_bytes(paths) if terminal else None
        measure: list[ProgressColumn] = [SpinnerColumn()] if total is None else [BarColumn(), TaskProgressColumn()]
        counts = TextColumn("{task.fields[sent]:,} published, {task.fields[refused]:,} refused")
        self._progress = Progress(*measure, counts, console=self._console, transient=True, disable=not terminal)
        self._task = self._progress.add_task("", total=total, sent=0, refused=0)
        self.last = Summary()

    def __enter__(self) -> "_Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def update(self, now: Summary) -> None:
        """Show how far it is."""
        self.last = now
        refused = now.reasons.total()
        self._progress.update(self._task, completed=now.read_bytes, sent=now.sent, refused=refused)

    def refuse(self, refused: Refused) -> None:
        """Name a refusal at once: however many there are, none is forgotten."""
        self._progress.console.print(f"refused {refused.place}: {refused.detail} [{refused.reason}]", markup=False)

    def undated(self, place: Place, article: Article) -> None:
        """Name an article whose `published` cannot be read, and say when it counts as published."""
        what = f"`published` cannot be read, {article.published!r:.60}"
        write = f"write it as 2025-12-31 or 2025-12-31T18:00:00+01:00, in the years {YEARS[0]} to {YEARS[-1]}"
        counts = "on the date that begins its text" if published(article, None).at else "when it arrives"
        said = f"warning {place}: {what}: {write}; it counts as published {counts}"
        self._progress.console.print(said, markup=False)

    def aside(self, files: list[str]) -> None:
        """Name what a folder holds and nobody reads."""
        if files:
            named = ", ".join(files[:5]) + (f" and {len(files) - 5:,} more" if len(files) > 5 else "")
            said = f"left out {named}: name a file itself to have it read by its content"
            self._progress.console.print(said, markup=False)

    def end(self, said: str, code: int) -> None:
        """Say the last word and end the process."""
        self._progress.stop()
        click.echo(said, err=True)
        sys.exit(code)
