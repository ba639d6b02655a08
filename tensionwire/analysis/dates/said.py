"""A date as a text says it, before it is resolved."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from tensionwire.analysis.dates.windows import Frame, Span

Kind = Literal["weekday", "day", "near", "month", "season", "year", "period", "away", "anchored"]


class Said(NamedTuple):
    """Which tokens say it (first and one past the last), what kind it is, and how it is resolved.

    `since`: it says from when on, not when; `until`: what it is before. `ahead`: its words say that it lies ahead
    ("für Montag").
    """

    first: int
    last: int
    kind: Kind
    span: Callable[[Frame], Span | None]
    since: bool = False
    until: bool = False
    ahead: bool = False
