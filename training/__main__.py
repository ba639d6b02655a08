"""`python -m training`: learn the weights from labelled articles, and say how good they are."""

from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import track
from rich.table import Table

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.pipeline import draft_of
from tensionwire.lexicon import Lexicon, load
from tensionwire.lexicon.load import DATA, MODEL, PUTTING
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.weights import Model, Putting, by_cue
from training.entries import decided
from training.gold import Labelled, read
from training.measure import Measured, measure
from training.samples import article_of, samples

OWN = [Path("tests/analysis/articles"), Path("tests/analysis/sentences")]
FOLDS = 5
MORE_COUNTS = 2.0  # how many of the repo's own articles one from elsewhere counts as: it is nearer to what will come
THRESHOLD = -0.2
RIVAL_THRESHOLD = -0.25
SAME_THRESHOLD = 1.4  # a contact taken for a telling of another is lost; one told apart is only told twice
TOGETHER_THRESHOLD = -0.2


@click.command(help=__doc__)
@click.argument("more", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=DATA / MODEL, show_default=True, help="Where the weights go."
)
@click.option("--check", is_flag=True, help="Only cross-validate; write nothing.")
def main(more: tuple[Path, ...], out: Path, check: bool) -> None:
    """Learn from the repo's labelled articles and from MORE.

    MORE are folders of YAML, or NAME.articles.jsonl with NAME.gold.jsonl beside it; each of their articles counts
    twice.

    Each set is measured by cross-validation: an article is judged by weights learned without it. The weights written
    are learned from all. The same articles give the same weights.

    \b
    Examples:
      python -m training --check
      python -m training ~/labels/desk.articles.jsonl
    """
    try:
        from training.fit import fit_contacts, fit_entries, fit_rivals, fit_status
    except ImportError as error:
        raise click.ClickException("needs scikit-learn: uv pip install scikit-learn==1.9.1") from error

    console, lexicon = Console(), load()

    def fit(chosen: list[int]) -> tuple[Weights, Weights, Weights]:
        """Learn from articles by their places, and have the lexicon use what was learned."""
        reads = [made[i] for i in chosen]
        found = fit_contacts(reads), fit_rivals(reads, THRESHOLD), fit_status(reads)
        contact, rivals, status = found
        lexicon.model = Model(contact, rivals, by_cue(status), THRESHOLD, RIVAL_THRESHOLD)
        return found

    def fit_putting(chosen: list[int]) -> tuple[Weights, Weights]:
        """The same for putting together, by what the lexicon's weights find in these articles."""
        found = fit_entries([decided(drafts[i], rows[i][1][1]) for i in chosen])
        lexicon.putting = Putting(*found, SAME_THRESHOLD, TOGETHER_THRESHOLD)
        return found

    given = {path.name for path in more}
    sets = {path.name: read(path) for path in (*OWN, *more)}
    rows = [(name, labelled) for name, found in sets.items() for labelled in found]
    made = [
        samples(labelled, lexicon, MORE_COUNTS if name in given else 1.0)
        for name, labelled in track(rows, "reading", console=console)
    ]
    drafts: list[Draft] = [draft_of(article_of(row), lexicon) for _, (row, _) in rows]
    table = Table("set", "articles", "F1", "precision", "recall", "status right")
    totals = {name: Measured() for name in sets}
    for fold in track(range(FOLDS), "cross-validating", console=console):
        others = [place for place in range(len(rows)) if place % FOLDS != fold]
        fit(others)
        fit_putting(others)
        for i, (name, labelled) in enumerate(rows):
            if i % FOLDS == fold:
                _count(totals[name], labelled, lexicon)
    for name, total in totals.items():
        told = f"{total.status / max(1, total.right):.3f}"
        table.add_row(
            name, str(len(sets[name])), f"{total.f1:.3f}", f"{total.precision:.3f}", f"{total.recall:.3f}", told
        )
    console.print(table)
    if not check:
        everything = list(range(len(rows)))
        contact, rivals, status = fit(everything)
        same, together = fit_putting(everything)
        _write(out, (contact, rivals, status, THRESHOLD, RIVAL_THRESHOLD))
        _write(out.with_name(PUTTING), (same, together, SAME_THRESHOLD, TOGETHER_THRESHOLD))
        console.print(f"{out}: {len(contact) + len(rivals)} weights for contacts, {len(status)} for their status")
        console.print(f"{out.with_name(PUTTING)}: {len(same) + len(together)} weights for putting them together")


def _write(file: Path, weights: tuple[object, ...]) -> None:
    file.write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n")


def _count(total: Measured, labelled: Labelled, lexicon: Lexicon) -> None:
    one = measure([labelled], lexicon)
    total.right += one.right
    total.found += one.found
    total.wanted += one.wanted
    total.status += one.status


if __name__ == "__main__":
    main()
