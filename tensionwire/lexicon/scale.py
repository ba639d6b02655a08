"""What signs weigh: features by what they depend on, named only where they are new or asked for.

A sign is a function that names some features, and what the names depend on: `(leads, "meet", "FTL", "^", "mit")`. Most
of what is seen in a sentence has been seen before, so that one look-up weighs several features, and no name is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Generic, TypeVar

W = TypeVar("W")  # a weight, or one for each status

Sign = tuple[Any, ...]  # Callable[..., Iterable[str]], and its arguments

MOST = 30_000  # signs that are kept, some 10 MB; a day's news has fewer that come again


def names_of(signs: Iterable[Sign]) -> list[str]:
    """The names of the features, in order."""
    return [name for namer, *said in signs for name in namer(*said)]


class Scale(dict[Sign, tuple[W, ...]], Generic[W]):
    """The weights of each sign's features, of those that have one, in order."""

    def __init__(self, weights: Mapping[str, W]) -> None:
        self.weights = weights

    def __missing__(self, sign: Sign) -> tuple[W, ...]:
        weights = self.weights
        if len(self) >= MOST:
            self.clear()
        found = self[sign] = tuple(weights[name] for name in names_of((sign,)) if name in weights)
        return found

    def of(self, signs: Iterable[Sign]) -> Iterator[W]:
        """The weights of all features, in order: the same as by their names."""
        return chain.from_iterable(map(self.__getitem__, signs))
