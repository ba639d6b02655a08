"""Logistic regression over named features (scikit-learn), regularised, deterministic."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tensionwire.lexicon.model import Weights
from training.entries import Decided, Decision
from training.references import Choice
from training.samples import Read, Rivals, Sample, among_rivals
from training.topics import TopicRead, TopicSample

SMALLEST = 0.01  # weights below say nothing
RAREST = 2  # samples in which a feature must stand
FOLDS = 4  # of the articles, for the second look
SHARED = ("share", "forms", "once", "no ", "quiet", "calm")  # signals of topics that weigh the same for each


def fit_contacts(reads: Sequence[Read], strength: float = 0.1) -> Weights:
    """What each feature weighs for a contact; the bias lies in `talk` and `visit`, of which one always holds."""
    samples = [s for s in _all(reads) if s.contact is not None]
    rows = [_counted(s.found) for s in samples]
    return _fit(rows, [bool(s.contact) for s in samples], [s.weight for s in samples], strength)


def fit_rivals(reads: Sequence[Read], threshold: float, strength: float = 0.05) -> Weights:
    """What the second look's features weigh. It learns from first looks at articles that these had not learned from."""
    found: list[Rivals] = []
    for fold in range(FOLDS):
        weights = fit_contacts([read for place, read in enumerate(reads) if place % FOLDS != fold])
        for read in reads[fold::FOLDS]:
            found += among_rivals(read, weights, threshold)
    rows = [_counted(r.found) | {f"{'v' if r.journey else 't'} first look": r.score} for r in found]
    return _fit(rows, [r.contact for r in found], [r.weight for r in found], strength)


def fit_status(reads: Sequence[Read], strength: float = 0.1) -> Weights:
    """What each cue weighs for each status: one regression over all four.

    What several pairs of one sentence say alike counts once. Rare statuses are not lifted: in the news still more is
    held than in the articles learned from.
    """
    samples = {(place, s.status, *s.cues): s for place, read in enumerate(reads) for s in _all([read]) if s.status}
    told = list(samples.values())
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(_kept([_counted(s.cues) for s in told]))
    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=1000, tol=1e-4)
    model.fit(matrix, [s.status for s in told], sample_weight=[s.weight for s in told])
    return {
        f"{status}|{cue}": round(float(w), 3)
        for status, row in zip(model.classes_, model.coef_, strict=True)
        for cue, w in zip(vectors.get_feature_names_out(), row, strict=True)
        if abs(w) >= SMALLEST
    }


def fit_topics(reads: Iterable[TopicRead], strength: float = 0.5) -> Weights:
    """What each signal weighs for every flashpoint, and how much more or less for one."""
    made = [sample for read in reads for sample in read.samples]
    rows = [dict.fromkeys(_signals(sample), 1.0) for sample in made]
    return _fit(rows, [sample.about for sample in made], [sample.weight for sample in made], strength)


def _signals(sample: TopicSample) -> Iterator[str]:
    """The signals as those of all topics, and as those of this one."""
    for name in sample.found:
        if not name.startswith("with "):  # Ukraine beside Russia says nothing of Taiwan beside Korea
            yield name
        if not name.startswith(SHARED):
            yield f"{sample.topic}: {name}"


def fit_entries(articles: Sequence[Decided], strength: float = 0.1) -> tuple[Weights, Weights]:
    """What the features of two tellings weigh for one contact, and those of two pairs for one company."""
    same = [decision for article in articles for decision in article.same]
    together = [decision for article in articles for decision in article.together]
    return _fit_decisions(same, strength), _fit_decisions(together, strength)


def _fit_decisions(decisions: Sequence[Decision], strength: float) -> Weights:
    rows = [_counted(d.found) for d in decisions]
    return _fit(rows, [d.one for d in decisions], [1.0] * len(rows), strength)


def fit_references(choices: Sequence[Choice], strength: float = 1.0) -> Weights:
    """What each feature weighs for being meant: by how those who are meant differ from each who is not.

    All pairs of one choice count together as the square root of their number, each seen from either side in turn.
    """
    rows: list[dict[str, float]] = []
    weight: list[float] = []
    for choice in choices:
        for one, other in product(choice.right, choice.wrong):
            sign = 1.0 if len(rows) % 2 == 0 else -1.0
            gap = {name: sign for name in one if name not in other} | {name: -sign for name in other if name not in one}
            rows.append(gap)
            weight.append((len(choice.right) * len(choice.wrong)) ** -0.5)
    return _fit(rows, [place % 2 == 0 for place in range(len(rows))], weight, strength)


def _counted(names: Iterable[str]) -> dict[str, float]:
    """How often each feature stands: what holds of both sides weighs twice in the analysis too."""
    return {name: float(times) for name, times in Counter(names).items()}


def _all(reads: Sequence[Read]) -> Iterator[Sample]:
    return (sample for read in reads for sentence in read for sample in sentence)


def _fit(rows: list[dict[str, float]], wanted: list[bool], weight: list[float], strength: float) -> Weights:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(_kept(rows))
    matrix.indices, matrix.indptr = (
        matrix.indices.astype("int32"),
        matrix.indptr.astype("int32"),
    )  # liblinear asks for them
    model = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False, max_iter=1000)
    model.fit(matrix, wanted, sample_weight=weight)
    return {
        n: round(float(w), 3)
        for n, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(w) >= SMALLEST
    }


def _kept(rows: list[dict[str, float]]) -> list[dict[str, float]]:
    """The rows without the features that hardly ever stand."""
    counts = Counter(name for row in rows for name in row)
    return [{k: v for k, v in row.items() if counts[k] >= RAREST} for row in rows]
