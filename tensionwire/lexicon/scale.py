"""What signs weigh: features by what they depend on, named only where they are new or asked for.

A sign is a function that names some features, and what the names depend on: `(leads, "meet", "FTL", "^", "mit")`. Most
of what is seen in a sentence has been seen before, so that one look-up weighs several features, and no name is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

Sign = tuple[Any, ...]  # Callable[..., Iterable[str]], and its arguments

MOST = 30_000  # signs that are kept, some 10 MB; a day's news has fewer that come again


def names_of(signs: Iterable[Sign]) -> list[str]:
    """The names of the features, in order."""
    return [name for namer, *said in signs for name in namer(*said)]


class Scale(dict[Sign, tuple[float, ...]]):
    """The weights of each sign's features, of those that have one, in order.

    Not their sum: two pairs of the same features lie level only if all is added up in one order, and the second look
    asks whether one lies above the other.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def __missing__(self, sign: Sign) -> tuple[float, ...]:
        weights = self.weights
        if len(self) >= MOST:
            self.clear()
        found = self[sign] = tuple([weights[name] for name in names_of((sign,)) if name in weights])
        return found

    def of(self, signs: Iterable[Sign]) -> Iterator[float]:
        """The weights of all features, in order: the same as by their names."""
        return chain.from_iterable(map(self.__getitem__, signs))


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
