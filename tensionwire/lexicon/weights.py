"""The learned weights: one JSON file, made by `python -m training`."""

from pathlib import Path

import msgspec

from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.files import LexiconError
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.scale import Scale

STATUSES: tuple[Status, ...] = ("held", "planned", "possible", "cancelled")

Cues = dict[str, tuple[float, ...]]  # what each cue weighs for each of STATUSES


class Model:
    """What features weigh for a contact or visit, and cues for each status. A sum above the threshold is a contact."""

    def __init__(self, contact: Weights, cues: Cues, threshold: float, visit_threshold: float) -> None:
        self.contact, self.cues = contact, cues
        self.threshold, self.visit_threshold = threshold, visit_threshold
        self.scale, self.cue_scale = Scale(contact), Scale(cues)


def read_model(file: Path) -> Model:
    """Read the weights. Raises LexiconError."""
    try:
        contact, status, threshold, visit_threshold = msgspec.json.decode(
            file.read_bytes(), type=tuple[Weights, Weights, float, float]
        )
    except msgspec.DecodeError as error:
        raise LexiconError(file, 1, f"holds no weights: {error}") from error
    return Model(contact, by_cue(status), threshold, visit_threshold)


def by_cue(weights: Weights) -> Cues:
    """The weights of statuses, `held|negated` in the file, by cue: one look-up gives all four."""
    found = dict.fromkeys(key.split("|", 1)[1] for key in weights)
    return {cue: tuple(weights.get(f"{status}|{cue}", 0.0) for status in STATUSES) for cue in found}
