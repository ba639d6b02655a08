"""Logistic regression over named features (scikit-learn), regularised, deterministic."""

from collections.abc import Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tensionwire.analysis.contacts.status import STATUSES
from tensionwire.lexicon.model import Weights
from training.samples import Sample

SMALLEST = 0.01  # weights below say nothing
RAREST = 2  # samples in which a feature must stand


def fit_contacts(samples: Sequence[Sample], strength: float = 0.12) -> Weights:
    """What each feature weighs for a contact; the bias lies in the features `talk` and `visit`, of which one always holds."""
    rows = [dict.fromkeys(s.found, 1.0) for s in samples]
    return _fit(rows, [s.contact for s in samples], [s.weight for s in samples], strength)


def fit_status(samples: Sequence[Sample], strength: float = 0.6) -> Weights:
    """What each cue weighs for each status."""
    told = [s for s in samples if s.status]
    rows = [dict.fromkeys(s.cues, 1.0) for s in told]
    return {
        f"{status}|{cue}": weight
        for status in STATUSES
        for cue, weight in _fit(rows, [s.status == status for s in told], [s.weight for s in told], strength).items()
    }


def _fit(rows: list[dict[str, float]], wanted: list[bool], weight: list[float], strength: float) -> Weights:
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    kept = [{k: v for k, v in row.items() if counts[k] >= RAREST} for row in rows]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(kept)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # liblinear asks for them
    model = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False, max_iter=1000)
    model.fit(matrix, wanted, sample_weight=weight)
    return {n: round(float(w), 3) for n, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True) if abs(w) >= SMALLEST}
