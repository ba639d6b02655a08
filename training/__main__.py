"""`python -m training`: learn the weights from labelled articles, and say how good they are."""

from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import track
from rich.table import Table

from tensionwire.lexicon import Lexicon, load
from tensionwire.lexicon.load import DATA, MODEL
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.weights import Model, by_cue
from training.gold import Labelled, read
from training.measure import Measured, measure
from training.samples import Read, samples

OWN = [Path("tests/analysis/articles"), Path("tests/analysis/sentences")]
FOLDS = 5
MORE_COUNTS = 2.0  # how many of the repo's own articles one from elsewhere counts as: it is nearer to what will come
THRESHOLD = -0.2
RIVAL_THRESHOLD = -0.25


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
        from training.fit import fit_contacts, fit_rivals, fit_status
    except ImportError as error:
        raise click.ClickException("needs scikit-learn: uv pip install scikit-learn==1.9.1") from error

    def fit(chosen: list[Read]) -> tuple[Weights, Weights, Weights]:
        return fit_contacts(chosen), fit_rivals(chosen, THRESHOLD), fit_status(chosen)

    console, lexicon = Console(), load()
    given = {path.name for path in more}
    sets = {path.name: read(path) for path in (*OWN, *more)}
    rows = [(name, labelled) for name, found in sets.items() for labelled in found]
    made = [
        samples(labelled, lexicon, MORE_COUNTS if name in given else 1.0)
        for name, labelled in track(rows, "reading", console=console)
    ]
    table = Table("set", "articles", "F1", "precision", "recall", "status right")
    totals = {name: Measured() for name in sets}
    for fold in track(range(FOLDS), "cross-validating", console=console):
        contact, rivals, status = fit([read for place, read in enumerate(made) if place % FOLDS != fold])
        lexicon.model = Model(contact, rivals, by_cue(status), THRESHOLD, RIVAL_THRESHOLD)
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
        contact, rivals, status = fit(made)
        written = msgspec.json.encode((contact, rivals, status, THRESHOLD, RIVAL_THRESHOLD))
        out.write_bytes(msgspec.json.format(written, indent=1) + b"\n")
        console.print(f"{out}: {len(contact) + len(rivals)} weights for contacts, {len(status)} for their status")


def _count(total: Measured, labelled: Labelled, lexicon: Lexicon) -> None:
    one = measure([labelled], lexicon)
    total.right += one.right
    total.found += one.found
    total.wanted += one.wanted
    total.status += one.status


if __name__ == "__main__":
    main()
