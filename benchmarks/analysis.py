"""How fast an article is analysed, beside spaCy's EntityRuler with the same names: `make bench-analysis`.

The articles are those of tests/analysis/articles and seeds/. Times are of the processor, so that what else runs on the
machine counts as little as it can; of several rounds the best one of each article is taken.
"""

import gc
import json
import os
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click
import yaml
from rich.console import Console
from rich.table import Table

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon, load
from tensionwire.lexicon.automaton import build
from tensionwire.lexicon.compiled import Beside
from tensionwire.lexicon.learned import Learned
from tensionwire.lexicon.load import folders_of, read
from tensionwire.lexicon.model import Dirt, Entry, Meaning
from tensionwire.lexicon.tables import tables

ROOT = Path(__file__).resolve().parents[1]
NAMES = frozenset({"person", "surname", "country", "adjective", "demonym", "seat", "city", "organisation"})
NO_DIRT = Dirt(frozenset(), (), (), (), frozenset(), ())
PAGE = 4096  # bytes
SMALL, LARGE = 1_000, 100_000  # terms
MISSING = "spaCy is not installed. Install it with: make .venv/bench.stamp (or pip install spacy==3.8.18)"


class Pace(NamedTuple):
    """Milliseconds: mean and 99th percentile of an article, and per 4 KB of text."""

    mean: float
    p99: float
    page: float


@click.command()
@click.option("--rounds", default=7, show_default=True, help="How often each article is read.")
@click.option("--without-spacy", is_flag=True, help="Only Tensionwire: spaCy's ruler takes a minute to fill.")
def main(rounds: int, without_spacy: bool) -> None:
    """Measure, and print one table."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(what: str) -> None:
        console.print(f"  {what}", style="dim")

    read_all = articles()
    lexicon = load()
    say(f"{len(read_all)} articles, {lexicon.size:,} forms, {rounds} rounds")
    ours = pace(read_all, rounds, lambda article: analyse(article, lexicon))
    rows = {"tensionwire: everything": ours, "tensionwire: names": pace(read_all, rounds, _names(lexicon))}
    if not without_spacy:
        try:
            ruler = _ruler(say)
        except ImportError as error:
            raise click.ClickException(MISSING) from error
        rows["spaCy blank + EntityRuler: names only"] = theirs = pace(read_all, rounds, ruler)
        say(f"spaCy takes {theirs.mean / ours.mean:.1f} times as long")
    usual = _usual(read_all, lexicon)
    for size in (SMALL, LARGE):
        rows[f"words found, lexicon of {size:,} terms"] = pace(read_all, rounds, _finding(usual, size, lexicon))
    _show(rows)


def articles() -> list[Article]:
    """All articles of the repository that are whole ones."""
    found = []
    for file in sorted((ROOT / "tests" / "analysis" / "articles").glob("*.yaml")):
        found += [_article(row) for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    for file in sorted((ROOT / "seeds").glob("*.json")):
        found.append(_article(json.loads(file.read_text(encoding="utf-8"))))
    return found


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        text=row["text"],
        title=row.get("title"),
        published=str(row["published"]),
        language=row.get("language"),
    )


def pace(read_all: Iterable[Article], rounds: int, work: Callable[[Article], object]) -> Pace:
    """How long `work` takes for each article, the best of the rounds."""
    read_all = list(read_all)
    best = [float("inf")] * len(read_all)
    gc.collect()
    for _ in range(rounds + 1):  # the first one warms caches
        for place, article in enumerate(read_all):
            start = time.process_time()
            work(article)
            best[place] = min(best[place], time.process_time() - start)
    size = sum(len(a.text.encode()) for a in read_all)
    ranked = sorted(best)
    return Pace(
        mean=1000 * sum(best) / len(best),
        p99=1000 * ranked[min(len(ranked) - 1, int(0.99 * len(ranked)))],
        page=1000 * sum(best) / size * PAGE,
    )


def _ruler(say: Callable[[str], None]) -> Callable[[Article], object]:
    """spaCy's rule-based tagger of names, one for each language, with all names of the shipped lexicon."""
    import spacy

    entries, _, _ = read(folders_of(None))
    forms = {(e.form, e.meaning.kind) for e in entries if e.meaning.kind in NAMES}
    patterns = [{"label": kind, "pattern": form} for form, kind in sorted(forms)]
    say(f"filling spaCy {spacy.__version__} with {len(patterns):,} names")
    made = {}
    for language in ("de", "en"):
        made[language] = spacy.blank(language)
        made[language].add_pipe("entity_ruler").add_patterns(patterns)
    return lambda article: made[article.language or "de"](article.text).ents


def _names(lexicon: Lexicon) -> Callable[[Article], object]:
    """The steps that spaCy's ruler stands for: the words of the lexicon, without what is made of them."""

    def work(article: Article) -> object:
        return [hit for hit in lexicon.find(article.text, article.language or "de") if not hit.kinds.isdisjoint(NAMES)]

    return work


def _usual(read_all: list[Article], lexicon: Lexicon) -> list[str]:
    """The forms that stand most often in the articles."""
    counts: Counter[str] = Counter()
    for article in read_all:
        counts.update(article.text[h.start : h.end] for h in lexicon.find(article.text))
    return [form for form, _ in counts.most_common(SMALL)]


def _finding(usual: list[str], size: int, full: Lexicon) -> Callable[[Article], object]:
    """Finding with a lexicon of the usual forms and made-up names, `size` in all: as much is found with each size."""
    made_up = [f"Q{n:x}ov Qa{n:x}in" for n in range(size - len(usual))]
    terms = [Entry(form, Meaning("person", "x", place=0)) for form in (*usual, *made_up)]
    made, forms = tables(terms, full.persons, NO_DIRT)
    learned = Learned(full.model, full.putting, full.topic_model, full.ranking)
    lexicon = Lexicon(made, build(forms)[0], "", Beside(frozenset(), {}, learned))
    return lambda article: list(lexicon.find(article.text))


def _show(rows: dict[str, Pace]) -> None:
    table = Table(title=f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    table.add_column("what")
    for column in ("ms per article", "p99", "ms per 4 KB"):
        table.add_column(column, justify="right", no_wrap=True)
    for what, figures in rows.items():
        table.add_row(what, *(f"{figure:.2f}" for figure in figures))
    Console().print(table)


if __name__ == "__main__":
    main()
