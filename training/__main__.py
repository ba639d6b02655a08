"""`python -m training`: learn the weights from labelled articles, and say how good they are."""

from collections import defaultdict
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import track
from rich.table import Table

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.pipeline import draft_of
from tensionwire.lexicon import Lexicon, load
from tensionwire.lexicon.learned import MODEL, PUTTING, RANKING, TOPIC_MODEL
from tensionwire.lexicon.load import DATA
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.topics import TopicModel
from tensionwire.lexicon.weights import Model, Putting, Ranking, by_cue
from training.counts import Counts
from training.entries import decided
from training.gold import Labelled, read
from training.measure import Measured, measure
from training.references import choices, right
from training.samples import Read, article_of, samples
from training.topics import LABELLED, told, topic_samples

OWN = [Path("tests/analysis/articles"), Path("tests/analysis/sentences")]
FOLDS = 5
ROUNDS = 2  # of learning whom a word means: whom the words before it mean, it takes from the round before
# How many of the repo's own articles one from elsewhere counts as, which is nearer to what will come: for contacts, and
# for flashpoints. The labels of our whole pages leave out what one paragraph tells, so that they count less there.
MORE_COUNTS, PAGES_COUNT_FOR_TOPICS = 2.0, 0.1
UNTITLED = 3
PAGE = 2300  # code points of a whole page
THRESHOLD = -0.2
RIVAL_THRESHOLD = -0.25  # F1 of fresh articles grows down to -0.5; real news has more false ones than our own
SAME_THRESHOLD = 0.6  # higher: fewer contacts taken for a telling of another, and lost; more told twice
TOGETHER_THRESHOLD = 0.2
TOPIC_THRESHOLD = -0.2  # F1 is level from here to 0.3: as above
SENTENCES = OWN[1].name  # their labels name no topics

Row = tuple[str, Labelled, float]  # the set, an article with its labels, how much it counts


@click.command(help=__doc__)
@click.argument("more", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=DATA,
    show_default=True,
    help="The folder where the weights go.",
)
@click.option("--check", is_flag=True, help="Only cross-validate; write nothing.")
@click.option("--only", type=click.Choice(["contacts", "flashpoints"]), help="Learn no other weights.")
def main(more: tuple[Path, ...], out: Path, check: bool, only: str | None) -> None:
    """Learn from the repo's labelled articles and from MORE.

    MORE are folders of YAML, or NAME.articles.jsonl with NAME.gold.jsonl beside it; each of their articles counts
    twice.

    Each set is measured by cross-validation: an article is judged by weights learned without it, except that those of
    references have seen them all. The weights written are learned from all. The same articles give the same weights;
    those of flashpoints look at the contacts that the weights of before find, so learn twice where both changed.

    \b
    Examples:
      python -m training --check
      python -m training ~/labels/desk.articles.jsonl
      python -m training --only flashpoints
    """
    try:
        import sklearn  # noqa: F401
    except ImportError as error:
        raise click.ClickException("needs scikit-learn: uv pip install scikit-learn==1.9.1") from error
    console, lexicon = Console(), load()
    given = {path.name for path in more}
    sets = {path.name: read(path) for path in (*OWN, *more)}
    rows = [
        (name, _as_pushed(labelled, place), MORE_COUNTS if name in given or _retold(labelled) else 1.0)
        for name, found in sets.items()
        for place, labelled in enumerate(found)
    ]
    if only is None:
        learn_references(console, lexicon, rows, None if check else out)
    if only != "contacts":  # first: how topics are told may depend on contacts, as the lexicon of now finds them
        counted = [(name, labelled, _topic_counts(labelled, name in given)) for name, labelled, _ in rows]
        learn_topics(console, lexicon, [row for row in counted if row[0] != SENTENCES], None if check else out)
    if only != "flashpoints":
        learn_contacts(console, lexicon, rows, None if check else out)


def _retold(labelled: Labelled) -> bool:
    """True for a report of the news in words of our own."""
    return "retold" in str(labelled[1]["id"])


def _as_pushed(labelled: Labelled, place: int) -> Labelled:
    """The article as its sender may have it: of every third one the title is not given."""
    row, labels = labelled
    return ({**row, "title": None}, labels) if place % UNTITLED == 0 else labelled


def _topic_counts(labelled: Labelled, given: bool) -> float:
    if given:
        return MORE_COUNTS
    return PAGES_COUNT_FOR_TOPICS if len(labelled[0]["text"]) >= PAGE else 1.0


def learn_references(console: Console, lexicon: Lexicon, rows: list[Row], out: Path | None) -> None:
    """Measure and learn whom pronouns, hosts and offices mean; the lexicon uses it from then on."""
    from training.fit import fit_references

    lexicon.ranking = Ranking({})
    for _ in range(ROUNDS):
        made = [choices(labelled, lexicon) for _, labelled, _ in track(rows, "whom words mean", console=console)]
        weights = fit_references([c for those in made for c in those])
        lexicon.ranking = Ranking(weights)
    found = 0
    for fold in range(FOLDS):
        without = fit_references([c for i, those in enumerate(made) if i % FOLDS != fold for c in those])
        found += sum(right(c, without) for those in made[fold::FOLDS] for c in those)
    number = sum(map(len, made))
    console.print(f"whom a word means, of {number} that the labels tell: {found / max(1, number):.3f} right")
    if out is not None:
        _write(out / RANKING, weights)
        console.print(f"{out / RANKING}: {len(weights)} weights for whom a word means")


def learn_contacts(console: Console, lexicon: Lexicon, rows: list[Row], out: Path | None) -> None:
    """Measure and learn the weights of contacts, of their status, and of putting them together; write them to `out`."""
    read_all = [
        (draft_of(article_of(labelled[0]), lexicon), labelled)
        for _, labelled, _ in track(rows, "reading", console=console)
    ]
    made = [samples(draft, labels, row[2]) for row, (draft, (_, labels)) in zip(rows, read_all, strict=True)]
    totals: dict[str, Measured] = defaultdict(Measured)
    for fold in track(range(FOLDS), "cross-validating", console=console):
        others = [place for place in range(len(rows)) if place % FOLDS != fold]
        _fit(lexicon, [made[i] for i in others])
        _fit_putting(lexicon, [read_all[i] for i in others])
        for i, (name, labelled, _) in enumerate(rows):
            if i % FOLDS == fold:
                _count(totals[name], labelled, lexicon)
    table = Table("contacts in", "articles", "F1", "precision", "recall", "status right")
    for name, total in totals.items():
        status_right = f"{total.status / max(1, total.right):.3f}"
        number = sum(1 for row in rows if row[0] == name)
        table.add_row(
            name, str(number), f"{total.f1:.3f}", f"{total.precision:.3f}", f"{total.recall:.3f}", status_right
        )
    console.print(table)
    if out is not None:
        contact, rivals, status = _fit(lexicon, made)
        same, together = _fit_putting(lexicon, read_all)
        _write(out / MODEL, (contact, rivals, status, THRESHOLD, RIVAL_THRESHOLD))
        _write(out / PUTTING, (same, together, SAME_THRESHOLD, TOGETHER_THRESHOLD))
        number = len(contact) + len(rivals)
        console.print(f"{out / MODEL}: {number} weights for contacts, {len(status)} for their status")
        console.print(f"{out / PUTTING}: {len(same) + len(together)} weights for putting them together")


def _fit(lexicon: Lexicon, reads: list[Read]) -> tuple[Weights, Weights, Weights]:
    """Learn from articles, and have the lexicon use what was learned."""
    from training.fit import fit_contacts, fit_rivals, fit_status

    contact, rivals, status = fit_contacts(reads), fit_rivals(reads, THRESHOLD), fit_status(reads)
    lexicon.model = Model(contact, rivals, by_cue(status), THRESHOLD, RIVAL_THRESHOLD)
    return contact, rivals, status


def _fit_putting(lexicon: Lexicon, articles: list[tuple[Draft, Labelled]]) -> tuple[Weights, Weights]:
    """The same for putting together, by what the lexicon's weights find in these articles."""
    from training.fit import fit_entries

    same, together = fit_entries([decided(draft, labels) for draft, (_, labels) in articles])
    lexicon.putting = Putting(same, together, SAME_THRESHOLD, TOGETHER_THRESHOLD)
    return same, together


def learn_topics(console: Console, lexicon: Lexicon, rows: list[Row], out: Path | None) -> None:
    """Measure and learn the weights of flashpoints; write them where `out` is given."""
    from training.fit import fit_topics

    made = [topic_samples(labelled, lexicon, counts) for _, labelled, counts in track(rows, "topics", console=console)]
    totals: dict[tuple[str, str], Counts] = {}
    for fold in range(FOLDS):
        model = TopicModel(fit_topics([r for i, r in enumerate(made) if i % FOLDS != fold]), TOPIC_THRESHOLD)
        for name in dict.fromkeys(row[0] for row in rows):
            judged = [read for i, read in enumerate(made) if i % FOLDS == fold and rows[i][0] == name]
            for topic in ("", *sorted(LABELLED)):
                one = told(judged, model, frozenset({topic}) if topic else LABELLED)
                totals[name, topic] = totals.get((name, topic), Counts()).plus(one)
    table = Table("flashpoints in", "topic", "wanted", "F1", "precision", "recall")
    for (name, topic), total in totals.items():
        if total.wanted:
            figures = (f"{total.f1:.3f}", f"{total.precision:.3f}", f"{total.recall:.3f}")
            table.add_row(name, topic or "all", str(total.wanted), *figures)
    console.print(table)
    if out is not None:
        weights = fit_topics(made)
        _write(out / TOPIC_MODEL, (weights, TOPIC_THRESHOLD))
        console.print(f"{out / TOPIC_MODEL}: {len(weights)} weights for flashpoints")


def _write(file: Path, weights: object) -> None:
    file.write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n")


def _count(total: Measured, labelled: Labelled, lexicon: Lexicon) -> None:
    one = measure([labelled], lexicon)
    total.right += one.right
    total.found += one.found
    total.wanted += one.wanted
    total.status += one.status


if __name__ == "__main__":
    main()
