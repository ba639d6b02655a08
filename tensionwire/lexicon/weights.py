"""The learned weights: two JSON files, made by `python -m training`."""

from pathlib import Path

import msgspec

from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.files import LexiconError
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.scale import CueScale, Scale

STATUSES: tuple[Status, ...] = ("held", "planned", "possible", "cancelled")

Cues = dict[str, tuple[float, ...]]  # what each cue weighs for each of STATUSES


class Model:
    """What features weigh for a contact, beside its rivals too, and cues for each status.

    A sum above the second threshold is a contact. `first_look`: what the first sum weighs in the second, for talks
    and for visits.
    """

    def __init__(self, contact: Weights, rivals: Weights, cues: Cues, threshold: float, rival_threshold: float) -> None:
        self.contact, self.rivals, self.cues = contact, rivals, cues
        self.threshold, self.rival_threshold = threshold, rival_threshold
        self.first_look = rivals.get("t first look", 0.0), rivals.get("v first look", 0.0)
        self.scale, self.rival_scale, self.cue_scale = Scale(contact), Scale(rivals), CueScale(cues)


class Putting:
    """What features weigh for two tellings of one contact (`same`), and for people who met together (`together`).

    A sum above the threshold of each makes one entry of two.
    """

    def __init__(self, same: Weights, together: Weights, same_threshold: float, together_threshold: float) -> None:
        self.same, self.together = Scale(same), Scale(together)
        self.same_threshold, self.together_threshold = same_threshold, together_threshold


def read_putting(file: Path) -> Putting:
    """Read the weights of putting together. Raises LexiconError."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=tuple[Weights, Weights, float, float])
    except msgspec.DecodeError as error:
        raise LexiconError(file, 1, f"holds no weights: {error}") from error
    return Putting(*found)


def read_model(file: Path) -> Model:
    """Read the weights. Raises LexiconError."""
    try:
        contact, rivals, status, threshold, rival_threshold = msgspec.json.decode(
            file.read_bytes(), type=tuple[Weights, Weights, Weights, float, float]
        )
    except msgspec.DecodeError as error:
        raise LexiconError(file, 1, f"holds no weights: {error}") from error
    return Model(contact, rivals, by_cue(status), threshold, rival_threshold)


def by_cue(weights: Weights) -> Cues:
    """The weights of statuses, `held|negated` in the file, by cue: one look-up gives all four."""
    found = dict.fromkeys(key.split("|", 1)[1] for key in weights)
    return {cue: tuple(weights.get(f"{status}|{cue}", 0.0) for status in STATUSES) for cue in found}
