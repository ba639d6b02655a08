"""What signs weigh: features by what they depend on, named only where they are new or asked for.

A sign is a function that names some features, and what the names depend on: `(leads, "meet", "FTL", "^", "mit")`. Most
of what is seen in a sentence has been seen before, so that one look-up weighs several features, and no name is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Sign = tuple[Any, ...]  # Callable[..., Iterable[str]], and its arguments

MOST = 30_000  # signs that are kept, some 10 MB; a day's news has fewer that come again


def names_of(signs: Iterable[Sign]) -> list[str]:
    """The names of the features, in order."""
    return [name for namer, *said in signs for name in namer(*said)]


class Scale(dict[Sign, float]):
    """What the features of each sign weigh together."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def __missing__(self, sign: Sign) -> float:
        weights = self.weights
        if len(self) >= MOST:
            self.clear()
        found = self[sign] = float(sum([weights[name] for name in names_of((sign,)) if name in weights]))
        return found

    def of(self, signs: Iterable[Sign]) -> Iterator[float]:
        """The weight of each sign, in order: in sum the same as by the names of the features."""
        return map(self.__getitem__, signs)


class CueScale(dict[Sign, tuple[float, ...] | None]):
    """What the cues of each sign weigh together for each status; None where they weigh nothing."""

    def __init__(self, weights: Mapping[str, tuple[float, ...]]) -> None:
        self.weights = weights

    def __missing__(self, sign: Sign) -> tuple[float, ...] | None:
        weights = self.weights
        if len(self) >= MOST:
            self.clear()
        known = [weights[name] for name in names_of((sign,)) if name in weights]
        found = self[sign] = tuple([sum(weigh) for weigh in zip(*known, strict=True)]) if known else None
        return found

    def of(self, signs: Iterable[Sign]) -> list[tuple[float, ...]]:
        """The weights of those signs that have one, in order."""
        return [weigh for weigh in map(self.__getitem__, signs) if weigh is not None]
