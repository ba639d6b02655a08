"""Reading what is counted: two weeks ago, in drei Tagen, tags darauf, next week, Ende des Monats."""

from tensionwire.analysis.dates import windows
from tensionwire.analysis.dates.said import Said
from tensionwire.analysis.dates.tokens import Tokens
from tensionwire.analysis.dates.windows import Frame, Span
from tensionwire.lexicon.calendar import (
    COUNTS,
    DAYS_BEFORE,
    DIRECTIONS,
    FEW,
    FROM_THERE,
    HALVES,
    PARTS,
    PERIODS,
    UNITS,
    Part,
    Unit,
)

AGO = frozenset("ago zurück her".split())
LATER = frozenset("später darauf danach later hence".split())
EARLIER = frozenset("zuvor davor vorher earlier previously".split())
AROUND = frozenset(
    "gut knapp rund etwa fast genau exakt über nur erst bald about nearly almost around roughly over just only "
    "some".split()
)
WITHIN = frozenset("binnen innerhalb within".split())
SAME = frozenset("selben gleichen same that jenem".split())
FIRST = frozenset("first erste erster erstes ersten erstmals".split())
COUNTED_OTHERWISE = FIRST | {"time", "mal", "once", "twice", "zweimal"}
FIRST_BEFORE = 12  # tokens
OTHERS_BEGIN = frozenset("that would will he she they dass werde werden will wolle er sie , ; :".split())
ENDS = frozenset([*'.,;:!?)–—"“”»«', ""])


def unit(t: Tokens, i: int) -> Said | None:
    """A day, week, month or year, by the words around it."""
    kind = UNITS[t.at(i)]
    return (
        _said_before(t, i, kind)
        or _same(t, i, kind)
        or _neighbour(t, i, kind)
        or _period(t, i, kind)
        or _counted(t, i, kind)
    )


def _said_before(t: Tokens, i: int, kind: Unit) -> Said | None:
    """tags darauf, am Tag danach, the day before; not `the day before the vote`, whose day nobody knows."""
    follows = t.at(i + 1)
    if t.at(i) == "tags" or (
        t.at(i) in ("tag", "woche", "monat", "jahr") and t.at(i - 1) in ("am", "der", "im", "den")
    ):
        step = 1 if follows in LATER else -1 if follows in EARLIER else None
    elif t.at(i - 1) in ("the", "a") and t.at(i + 2) in ENDS and t.at(i) in ("day", "week", "month", "year"):
        step = {"before": -1, "after": 1, "earlier": -1, "later": 1}.get(follows)
    else:
        step = None
    return _anchored(i - (t.at(i) != "tags"), i + 2, kind, step) if step else None


def _same(t: Tokens, i: int, kind: Unit) -> Said | None:
    """am selben Tag, that day."""
    return _anchored(i - 1, i + 1, kind, 0) if kind == "day" and t.at(i - 1) in SAME else None


def _neighbour(t: Tokens, i: int, kind: Unit) -> Said | None:
    """the previous day, am folgenden Tag, the following week."""
    word = t.at(i - 1)
    step = FROM_THERE.get(word)
    if step is None and kind == "day":
        step = DIRECTIONS.get(word) if t.at(i) in ("day", "tag") else None
    return _anchored(i - 1, i + 1, kind, step) if step else None


def _anchored(first: int, last: int, kind: Unit, step: int) -> Said:
    def span(frame: Frame) -> Span | None:
        start = frame.anchor
        if start is None and step <= 0:
            start = frame.today
        return windows.away(start, kind, step) if start else None

    return Said(first, last, "anchored", span)


def _period(t: Tokens, i: int, kind: Unit) -> Said | None:
    """next week, in den kommenden Tagen, Anfang nächster Woche, Ende des Monats, later this year."""
    direction = DIRECTIONS.get(t.at(i - 1))
    many = t.at(i) in (
        "tagen",
        "tage",
        "wochen",
        "monaten",
        "monate",
        "jahren",
        "jahre",
        "days",
        "weeks",
        "months",
        "years",
    )
    if direction is None:
        if t.at(i - 1) in ("the", "des", "der") and not many:
            first, part = _part(t, i - 1)
            return _this(first, i + 1, kind, 0, part) if part else None
        return None
    first, part = _part(t, i - 1)
    if t.at(i - 2) == "this" and direction == -1:
        first = i - 2
    if many:
        return _few(first, i + 1, kind, direction) if direction else None
    return _this(first, i + 1, kind, direction, part, t.at(first - 1) in ("für", "for"))


def _part(t: Tokens, i: int) -> tuple[int, Part | None]:
    place = i - 1 - (t.at(i - 1) in ("of", "in", "the", "des", "der")) - (t.at(i - 2) in ("of", "in"))
    if t.at(place) in ("half", "hälfte"):
        return (place - 1, HALVES[t.at(place - 1)]) if t.at(place - 1) in HALVES else (i, None)
    part = PARTS.get(t.at(place))
    return (place, part) if part else (i, None)


def _this(first: int, last: int, kind: Unit, direction: int, part: Part | None, ahead: bool = False) -> Said:
    def span(frame: Frame) -> Span | None:
        return windows.near(frame, windows.period(frame.today, kind, direction, part)) if frame.today else None

    return Said(first, last, "period", span, ahead=ahead)


def _few(first: int, last: int, kind: Unit, direction: int) -> Said:
    def span(frame: Frame) -> Span | None:
        return windows.few(frame.today, kind, direction) if frame.today else None

    return Said(first, last, "period", span)


def _counted(t: Tokens, i: int, kind: Unit) -> Said | None:
    """vor gut zwei Wochen, two weeks ago, in drei Tagen, three days later, within a month, the past two weeks."""
    count, place = _count(t, i - 1)
    if place == i:
        return None
    before, follows = place - 1, t.at(i + 1)
    while t.at(before) in AROUND or (
        t.at(before) in ("als", "than") and t.at(before - 1) in ("mehr", "weniger", "more", "less")
    ):
        before -= 2 if t.at(before) in ("als", "than") else 1
    lead = t.at(before)
    if follows in AGO:
        return _away(before + 1, i + 2, kind, -1, count)
    if lead == "vor" and follows not in ("dem", "der", "den"):
        return _away(before, i + 1, kind, -1, count)
    if follows == "from" and t.at(i + 2) == "now":
        return _away(before + 1, i + 3, kind, 1, count)
    if follows in LATER or follows in EARLIER or (follows in ("before", "after") and t.at(i + 2) in ENDS):
        step = (1 if follows in LATER or follows == "after" else -1) * (count or 3)
        return _anchored(before + 1, i + 2, kind, step)
    if (direction := DIRECTIONS.get(lead)) and count is not None:
        return _window(before, i + 1, kind, direction * count)
    if lead in WITHIN or (t.at(before) == "von" and t.at(before - 1) in WITHIN):
        return _window(before, i + 1, kind, count or 3, within=True)
    if lead == "in" and not _first_in(t, before, kind) and follows != "of":
        return _away(before, i + 1, kind, 1, count)
    return None


def _first_in(t: Tokens, at: int, kind: Unit) -> bool:
    """True for `the first in years`, `the first bilateral trip to Mexico in eight years`: no time to come."""
    if t.at(at - 1) in COUNTED_OTHERWISE:
        return True
    if kind != "year":
        return False
    for place in range(at - 1, at - FIRST_BEFORE, -1):
        word = t.at(place)
        if word in FIRST or word in OTHERS_BEGIN:
            return word in FIRST
    return False


def _count(t: Tokens, i: int) -> tuple[int | None, int]:
    """How many, and where the words for it begin; none where it is only said that there are a few."""
    word = t.at(i)
    if word in FEW:
        return None, i - (t.at(i - 1) in ("a", "ein", "ein", "einem"))
    if word == "of" and t.at(i - 1) == "couple":
        return None, i - 2
    count = COUNTS.get(word) or t.number(i, 99)
    return (count, i) if count else (None, i + 1)


def _away(first: int, last: int, kind: Unit, direction: int, count: int | None) -> Said:
    def span(frame: Frame) -> Span | None:
        if frame.today is None or (direction > 0 and not frame.ahead):
            return None
        return (
            windows.away(frame.today, kind, direction * count) if count else windows.few(frame.today, kind, direction)
        )

    return Said(first, last, "away", span)


def _window(first: int, last: int, kind: Unit, count: int, within: bool = False) -> Said:
    def span(frame: Frame) -> Span | None:
        if frame.today is None or (within and not frame.ahead):
            return None
        there = windows.away(frame.today, kind, count)
        if there is None:
            return None
        edge = there.last if count > 0 else there.first
        return windows.days(frame.today, edge, "week")

    return Said(first, last, "period", span)


def fortnight(t: Tokens, i: int) -> Said | None:
    """a fortnight ago, a fortnight from now, a fortnight later."""
    if t.at(i + 1) in AGO:
        return _away(i - 1, i + 2, "week", -1, 2)
    if t.at(i + 1) == "from" or t.at(i - 2) == "in":
        return _away(i - 1, i + 3, "week", 1, 2)
    if t.at(i + 1) in LATER or t.at(i + 1) in EARLIER:
        return _anchored(i - 1, i + 2, "week", 2 if t.at(i + 1) in LATER else -2)
    return None


def named_part(t: Tokens, i: int) -> Said:
    """zum Jahresende, Monatsanfang."""
    kind, part = PERIODS[t.at(i)]
    return _this(i, i + 1, kind, 0, part)


def day_before(t: Tokens, i: int) -> Said | None:
    """am Vortag, am Vorabend; not `am Vorabend des Gipfels`."""
    if t.at(i + 1) in ("des", "der", "von", "of", "eines", "einer", "ihres", "seines"):
        return None
    return _anchored(i, i + 1, "day", DAYS_BEFORE[t.at(i)])


def half_year(t: Tokens, i: int) -> Said | None:
    """im ersten Halbjahr 2024."""
    part, year = HALVES.get(t.at(i - 1)), t.year(i + 1)
    if part is None:
        return None
    if year is None:
        return _this(i - 1, i + 1, "year", 0, part)
    return Said(i - 1, i + 2, "year", lambda _: windows.year(year, part))


def week_before(_: Tokens, i: int) -> Said:
    """in der Vorwoche."""
    return _this(i, i + 1, "week", -1, None)


def hours(t: Tokens, i: int) -> Said | None:
    """this morning, that evening, last night, the night before, am selben Abend."""
    word, before = t.at(i), t.at(i - 1)
    if before in SAME:
        return _anchored(i - 1, i + 1, "day", 0)
    if before == "this":
        return _this(i - 1, i + 1, "day", 0, None)
    if word == "night" and before == "last":
        return _this(i - 1, i + 1, "day", -1, None)
    if word == "night" and t.at(i + 1) == "before" and t.at(i + 2) in ENDS:
        return _anchored(i, i + 2, "day", -1)
    return None


def overnight(_: Tokens, i: int) -> Said:
    """overnight: the night before publication."""

    def span(frame: Frame) -> Span | None:
        return Span(windows.shift(frame.today, -1), frame.today) if frame.today else None

    return Said(i, i + 1, "near", span)
