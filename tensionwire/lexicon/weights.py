"""Learned weights, made by `python -m training`: of contacts, of putting them together, and of whom references mean."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.files import learned
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.scale import CueScale, Scale, Sign

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


class Ranking:
    """What speaks for each of those who can be meant by a pronoun, a host, an office without a name."""

    def __init__(self, weights: Weights) -> None:
        self.scale = Scale(weights)

    def best(self, kind: str, place: int, candidates: Sequence[tuple[Any, Sequence[Sign]]]) -> Any:
        """The likeliest of them, the first of several as likely; None of none.

        `kind` and `place` say which word asks, and in which sentence: training keeps them.
        """
        if not candidates:
            return None
        return max(candidates, key=lambda candidate: sum(self.scale.of(candidate[1])))[0]


def read_ranking(file: Path) -> Ranking:
    """Read the weights of whom a word means. Raises LexiconError."""
    return Ranking(learned(file, Weights))


def read_putting(file: Path) -> Putting:
    """Read the weights of putting together. Raises LexiconError."""
    return Putting(*learned(file, tuple[Weights, Weights, float, float]))


def read_model(file: Path) -> Model:
    """Read the weights. Raises LexiconError."""
    contact, rivals, status, *thresholds = learned(file, tuple[Weights, Weights, Weights, float, float])
    return Model(contact, rivals, by_cue(status), *thresholds)


def by_cue(weights: Weights) -> Cues:
    """The weights of statuses, `held|negated` in the file, by cue: one look-up gives all four."""
    found = dict.fromkeys(key.split("|", 1)[1] for key in weights)
    return {cue: tuple(weights.get(f"{status}|{cue}", 0.0) for status in STATUSES) for cue in found}
