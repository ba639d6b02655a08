"""Reading days: weekdays, today and tomorrow, weekends."""

from collections.abc import Callable

from tensionwire.analysis.dates import windows
from tensionwire.analysis.dates.said import Said
from tensionwire.analysis.dates.tokens import Tokens
from tensionwire.analysis.dates.windows import Frame, Span
from tensionwire.analysis.dates.words import ARTICLES, FORWARD, JOINS, SINCE, UNTIL
from tensionwire.lexicon.calendar import DIRECTIONS, NEAR_DAYS, WEEKDAYS

WEEKS = {"einer": 1, "zwei": 2, "drei": 3}
PAPERS = frozenset("bild welt nzz times telegraph mirror express mail".split())  # Bild am Sonntag, Sunday Times


def weekday(t: Tokens, i: int) -> Said | None:
    """am Donnerstagabend, next Monday, Friday last week, Sonntag und Montag, in der Nacht zum Dienstag."""
    if t.at(i - 2) in PAPERS or t.at(i + 1) in PAPERS:
        return None
    number, first, last = WEEKDAYS[t.at(i)], i, i + 1
    direction = DIRECTIONS.get(t.at(i - 1))
    if direction is not None:
        first = i - 1
        if direction == -1 and t.at(i - 2) == "this":  # this past Friday
            first = i - 2
    week = None
    after = i + 1 + (t.at(i + 1) == "of")
    if t.at(after + 1) in ("week", "woche") and t.at(after) in DIRECTIONS:
        week, last = DIRECTIONS[t.at(after)], after + 2
    elif t.at(i + 1) == "vor" and t.at(i + 3) in ("woche", "wochen") and (weeks := WEEKS.get(t.at(i + 2))):
        week, last = -weeks, i + 4  # Mittwoch vor einer Woche
    lead = t.at(first - 1) if t.at(first - 1) not in ARTICLES else t.at(first - 2)
    night = t.at(first - 1) in ("zum", "auf", "zu") and t.at(first - 2) == "nacht"
    ahead = lead in FORWARD and not night
    second = _second_weekday(t, i + 1)
    if second is not None:
        last = second + 1
    to = WEEKDAYS[t.at(second)] if second is not None else None

    def span(frame: Frame) -> Span | None:
        day = windows.weekday(frame._replace(ahead=True) if ahead else frame, number, direction, week)
        if day is None:
            return None
        if night:
            return Span(windows.shift(day, -1), day)
        return Span(day, windows.shift(day, (to - number) % 7) if to is not None else day)

    return Said(first, last, "weekday", span, lead in SINCE, lead in UNTIL, ahead)


def _second_weekday(t: Tokens, i: int) -> int | None:
    if t.at(i) not in JOINS:
        return None
    place = i + 1 + (t.at(i + 1) in ARTICLES)
    return place if t.at(place) in WEEKDAYS else None


def near_day(t: Tokens, i: int) -> Said | None:
    """heute, gestern, the day after tomorrow."""
    offset, first = NEAR_DAYS[t.at(i)], i
    if t.at(i - 1) == "bis":
        return None
    if t.at(i - 1) in ("after", "before") and t.at(i - 2) == "day":
        offset, first = 2 * offset, i - 2 - (t.at(i - 3) == "the")
    return Said(first, i + 1, "near", _from_today(offset))


def morning(t: Tokens, i: int) -> Said | None:
    """`morgen` as tomorrow, not as the morning."""
    written = t.raw[i] == "morgen" or (t.raw[i] == "Morgen" and i == 0)
    if not written or t.at(i - 1) in WEEKDAYS or t.at(i - 1) in NEAR_DAYS or t.at(i - 1) in ("am", "jeden", "guten"):
        return None
    return Said(i, i + 1, "near", _from_today(1))


def _from_today(days: int) -> Callable[[Frame], Span | None]:
    def span(frame: Frame) -> Span | None:
        if frame.today is None:
            return None
        day = windows.shift(frame.today, days)
        return Span(day, day)

    return span


def weekend(t: Tokens, i: int) -> Said | None:
    """am Wochenende, last weekend."""
    direction = DIRECTIONS.get(t.at(i - 1))
    first = i if direction is None else i - 1

    def span(frame: Frame) -> Span | None:
        return windows.weekend(frame.today, direction, frame.ahead) if frame.today else None

    lead = t.at(first - 1)
    return Said(first, i + 1, "period", span, lead in SINCE, lead in UNTIL, lead in ("für", "for"))
