"""Small charts as numbers: where bars stand. The templates draw them as SVG, without any style of their own."""

from typing import NamedTuple

HEIGHT = 28
LEAST = 1.5  # a bar of one article must be seen


class Bar(NamedTuple):
    """One bar of a chart, in a box of `HEIGHT`; `x` counts bars."""

    x: int
    y: float
    height: float
    articles: int


def bars(numbers: list[int], most: int, height: float = HEIGHT) -> list[Bar]:
    """A bar for each number, those of 0 left out; `most` fills the height."""
    found = []
    for x, count in enumerate(numbers):
        if count:
            tall = round(max(LEAST, height * count / max(1, most)), 1)
            found.append(Bar(x, round(height - tall, 1), tall, count))
    return found
