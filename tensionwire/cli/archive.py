"""Files to tagged articles in the order of their publication: what backtest and rules test play."""

import random
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from alerts.rules import Rules, RulesError
from tensionwire.analysis import analyse
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.ingest.outcome import Refused
from tensionwire.ingest.reading import read
from tensionwire.ingest.sources import total_bytes
from tensionwire.lexicon import Lexicon, LexiconError, load
from tensionwire.runtime.rulesfile import read_rules
from tensionwire.runtime.settings import Settings


def tagged(paths: Sequence[str], lexicon: Lexicon, seed: int | None = None) -> tuple[list[TaggedArticle], int]:
    """Every article behind `paths`, by publication (with `seed`: in a random order), and the number of refusals.

    Shows its progress on standard error where that is a terminal, and names each refusal there.
    """
    found: list[TaggedArticle] = []
    refused = 0
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    total = total_bytes(tuple(paths)) if console.is_terminal else None
    text = TextColumn("{task.description} {task.fields[articles]:,} articles")
    bar = Progress(
        text, BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=console, disable=not console.is_terminal
    )
    with bar:
        task = bar.add_task("reading", total=total, articles=0)
        for outcome in read(paths):
            if isinstance(outcome, Refused):
                refused += 1
                console.print(f"refused {outcome.place}: {outcome.detail}", markup=False)
            else:
                found.append(analyse(outcome.article, lexicon))
            bar.update(task, advance=outcome.size, articles=len(found))
    found.sort(key=lambda a: (a.published or "", a.id, a.version or 0, a.updated or ""))
    if seed is not None:
        random.Random(seed).shuffle(found)  # noqa: S311  (an order of arrival, no secret)
    return found, refused


def lexicon_of(settings: Settings) -> Lexicon:
    """The lexicon with the user's words over it. Raises click.ClickException where it cannot be used."""
    try:
        return load(Path(settings.lexicon_dir) if settings.lexicon_dir else None)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error


def rules_of(path: str) -> Rules:
    """The rules of a file, or the shipped ones. Raises click.ClickException, which names file and line."""
    try:
        return read_rules(path)
    except RulesError as error:
        raise click.ClickException(str(error)) from error
