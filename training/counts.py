"""What was found rightly, what was found in all, what was wanted, and what these make."""

from dataclasses import dataclass
from typing import Self


@dataclass
class Counts:
    """Counts over articles."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def plus(self, other: Self) -> "Counts":
        """Both together."""
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0
