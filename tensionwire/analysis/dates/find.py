"""Finding the dates of a stretch of text, and resolving them."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tensionwire.analysis.dates import counted, days, months
from tensionwire.analysis.dates.said import Kind, Said
from tensionwire.analysis.dates.tokens import Tokens
from tensionwire.analysis.dates.windows import Frame, Span
from tensionwire.contracts.tagged import DateWindow, Status
from tensionwire.lexicon.calendar import (
    DAYS_BEFORE,
    FORTNIGHT,
    HALF_YEAR,
    HOURS_OF_DAY,
    MONTH_HALVES,
    MONTHS,
    NEAR_DAYS,
    PERIODS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WEEKENDS,
)

Reader = Callable[[Tokens, int], Said | None]
READERS: dict[str, Reader] = {
    **dict.fromkeys(WEEKDAYS, days.weekday),
    **dict.fromkeys(MONTHS, months.month),
    **dict.fromkeys(MONTH_HALVES, months.month_half),
    HALF_YEAR: counted.half_year,
    **dict.fromkeys(SEASONS, months.season),
    **dict.fromkeys(WEEKENDS, days.weekend),
    **dict.fromkeys(UNITS, counted.unit),
    **dict.fromkeys(PERIODS, counted.named_part),
    **dict.fromkeys(DAYS_BEFORE, counted.day_before),
    **dict.fromkeys(HOURS_OF_DAY, counted.hours),
    **dict.fromkeys(NEAR_DAYS, days.near_day),
    FORTNIGHT: counted.fortnight,
    "morgen": days.morning,
    "vorwoche": counted.week_before,
    "overnight": counted.overnight,
}
THROUGH = frozenset("bis to through until till - – —".split())
BETWEEN = frozenset("und and oder or".split())
LINKS = frozenset("dem den der the zum am on".split())
EXACT: dict[Kind, int] = {"day": 3, "weekday": 2, "near": 1}
AHEAD: dict[Status, bool | None] = {"held": False, "planned": True, "possible": True, "cancelled": None}
WIDEST = 62  # days that two dates joined by "or" may lie apart


class Found(NamedTuple):
    """A date in the text: its span in code points, and how it is resolved. See `Said`."""

    start: int
    end: int
    said: Said

    def window(self, frame: Frame) -> DateWindow | None:
        """The days that it means, None where the day of publication is needed and unknown, or no such day exists."""
        span = self.said.span(frame)
        return span.window if span else None


@lru_cache(maxsize=32)  # the contacts of a sentence all ask for its dates
def find(text: str, start: int, end: int) -> tuple[Found, ...]:
    """The dates said in text[start:end], in its order, none over another. Linear."""
    t = Tokens(text, start, end)
    found: list[Said] = []
    done = 0
    # The rest is read from these to both sides.
    for place in [p for p, word in enumerate(t.lower) if word in READERS or (len(word) == 4 and word[0] in "12")]:
        if place < done:
            continue
        said = READERS.get(t.lower[place], months.year)(t, place)
        if said is None:
            continue
        said = said._replace(first=max(said.first, 0), last=min(said.last, len(t)))
        while found and found[-1].last > said.first:
            found.pop()  # the later word knows more: "Ende" of "Ende 2018"
        joined = _joined(t, found[-1], said) if found else None
        if joined is not None:
            found[-1] = said = joined
        else:
            found.append(said)
        done = said.last
    return tuple(Found(t.start(s.first), t.end(s.last - 1), s) for s in found)


def _joined(t: Tokens, one: Said, other: Said) -> Said | None:
    """Two that are one: "Mittwoch, dem 16. Juni", "vom 30. April bis 2. Mai"."""
    between = [w for w in t.lower[one.last : other.first] if w not in LINKS]
    if between in ([], [","]) and one.kind != other.kind and {one.kind, other.kind} <= EXACT.keys():
        better = max(one, other, key=lambda s: EXACT[s.kind])
        return better._replace(first=one.first, last=other.last, ahead=one.ahead or other.ahead)
    if len(between) != 1 or one.kind != other.kind or one.kind not in ("day", "month", "year"):
        return None
    through = between[0] in THROUGH
    if not through and between[0] not in BETWEEN:
        return None

    def span(frame: Frame) -> Span | None:
        first, last = one.span(frame), other.span(frame)
        if first is None or last is None:
            return first or last
        if last.last < first.first and through and first.first.year == last.last.year + 1:
            return first
        if last.last < first.first or (not through and (last.first - first.last).days > WIDEST):
            return first
        precision = first.precision if first.precision == "day" else "week"
        return Span(first.first, last.last, precision)

    return Said(one.first, other.last, one.kind, span, one.since, one.until, one.ahead or other.ahead)


def resolve(text: str, published: str | None, status: Status) -> DateWindow | None:
    """The date that `text` names first, None where it names none. `published` is an ISO date.

    A date in words is the nearest before the day of publication (or that day) for what was held, after it for what
    is planned or possible, and the nearest on either side for what is cancelled.
    """
    frame = Frame(date.fromisoformat(published) if published else None, ahead_of(status))
    windows = (found.window(frame) for found in find(text, 0, len(text)))
    return next((w for w in windows if w is not None), None)


def ahead_of(status: Status) -> bool | None:
    """Whether a contact of that status lies ahead; of a cancelled one nobody knows."""
    return AHEAD[status]
