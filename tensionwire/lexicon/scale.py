"""What signs weigh: features by what they depend on, named only where they are new or asked for.

A sign is a function that names some features, and what the names depend on: `(leads, "meet", "FTL", "^", "mit")`. Most
of what is seen in a sentence has been seen before, so that one look-up weighs several features, and no name is made.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from tensionwire.lexicon.model import Weights

Sign = tuple[Any, ...]  # Callable[..., Iterable[str]], and its arguments

MOST = 30_000  # signs that are kept, some 10 MB; a day's news has fewer that come again


def names_of(signs: Iterable[Sign]) -> list[str]:
    """The names of the features, in order."""
    return [name for namer, *said in signs for name in namer(*said)]


class Scale(dict[Sign, tuple[float, ...]]):
    """The weights of each sign's features, of those that have one."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def __missing__(self, sign: Sign) -> tuple[float, ...]:
        weights = self.weights
        if len(self) >= MOST:
            self.clear()
        found = self[sign] = tuple(weights[name] for name in names_of((sign,)) if name in weights)
        return found

    def weigh(self, signs: Iterable[Sign]) -> float:
        """The sum of all weights, added in order: the same as over the names."""
        return sum(chain.from_iterable(map(self.__getitem__, signs)))
