"""Reading days: weekdays, days of a month, today and tomorrow, months, seasons and years."""

from collections.abc import Callable
from datetime import date

from tensionwire.analysis.dates import windows
from tensionwire.analysis.dates.said import Said
from tensionwire.analysis.dates.tokens import Tokens
from tensionwire.analysis.dates.windows import Frame, Span
from tensionwire.lexicon.calendar import (
    DIRECTIONS,
    DOUBTFUL_MONTHS,
    MONTHS,
    NEAR_DAYS,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
    WEEKENDS,
    Part,
)

JOINS = frozenset("und and bis to oder or through until till - – — /".split())
FORWARD = frozenset("für for bis until till auf ab by".split())
# what a contact has before or after it: not its own date
SINCE = frozenset("seit since seither before vor until bis till".split())
ARTICLES = frozenset("den dem der des the zum am on".split())
MONTH_LEADS = frozenset(
    "im in of since seit until till bis by from ab für for during vom zum des through between zwischen and und oder or to "
    "last next this ( - – before vor after nach around".split()
)
SEASON_LEADS = frozenset("im in the since seit this den des bis zum".split())
YEAR_LEADS = frozenset(
    "jahr jahre jahres year in von of since seit bereits schon zuletzt noch back during until bis by erstmals again ( , "
    "damals from ab early late anfang ende mitte mid - letztmals erst zuvor ; :".split()
)
ORDINALS = frozenset("st nd rd th".split())
FULL_DATE = 2  # tokens between the numbers of 3. 5. 2023 or 2023-05-03


def weekday(t: Tokens, i: int) -> Said:
    """am Donnerstagabend, next Monday, Friday last week, Sonntag und Montag, in der Nacht zum Dienstag."""
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

    return Said(first, last, "weekday", span, lead in SINCE, ahead)


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


def month(t: Tokens, i: int) -> Said | None:
    """9. Dezember, Dec. 9, 9th of December, 3. bis 5. Mai, Mitte November, last August, Juni 2018."""
    if t.raw[i].islower() and t.at(i) in DOUBTFUL_MONTHS:
        return None
    after = i + 1 + (t.at(i) in SHORT_MONTHS and t.at(i + 1) == ".")
    return _day_before(t, i, after) or _day_after(t, i, after) or _whole_month(t, i, after)


def _day_before(t: Tokens, i: int, after: int) -> Said | None:
    place = i - 1
    if t.at(place) == "of":
        place -= 1
    if t.at(place) in ORDINALS or (t.at(place) == "." and t.close(place - 1, place)):
        place -= 1
    day = t.number(place)
    if day is None:
        return None
    first, start = place, day
    joint = place - 1 - (t.at(place - 1) in ARTICLES)
    if t.at(joint) in JOINS:
        earlier = joint - 1 - (t.at(joint - 1) in ORDINALS or t.at(joint - 1) == ".")
        if (found := t.number(earlier)) is not None and found < day:
            first, start = earlier, found
    return _days(t, i, (first, after), start, day)


def _day_after(t: Tokens, i: int, after: int) -> Said | None:
    if t.at(i - 1) in ("im", "anfang", "mitte", "ende"):
        return None
    day = t.number(after)
    if (
        day is None
        or t.at(after + 1) in (":", "%")
        or (t.at(after + 1) == "." and t.close(after, after + 1) and t.number(after + 2))
    ):
        return None
    last, end = after + 1 + (t.at(after + 1) in ORDINALS), day
    if (
        t.at(last) in JOINS
        and (found := t.number(last + 1)) is not None
        and found > day
        and t.at(last + 2) not in MONTHS
    ):
        last, end = last + 2 + (t.at(last + 2) in ORDINALS), found
    return _days(t, i, (i, last), day, end)


def _days(t: Tokens, i: int, over: tuple[int, int], start: int, end: int) -> Said | None:
    number, (first, last) = MONTHS[t.at(i)], over
    comma = t.at(last) == ","
    year = t.year(last + comma)
    if year is not None:
        last += 1 + comma
    lead = t.at(first - 1) if t.at(first - 1) not in ARTICLES else t.at(first - 2)
    ahead = lead in FORWARD

    def span(frame: Frame) -> Span | None:
        meant = year or windows.year_of_day(frame._replace(ahead=True) if ahead else frame, number, start)
        one, other = windows.month_day(meant, number, start), windows.month_day(meant, number, end)
        return Span(one, other) if one and other else None

    return Said(first, last, "day", span, lead in SINCE, ahead)


def _whole_month(t: Tokens, i: int, after: int) -> Said | None:
    number, last = MONTHS[t.at(i)], after
    year = t.year(after + (t.at(after) == ","))
    if year is not None:
        last = after + 1 + (t.at(after) == ",")
    first, part = _part(t, i)
    direction = DIRECTIONS.get(t.at(i - 1))
    if direction is not None:
        first = min(first, i - 1)
        _, part = _part(t, i - 1)
    lead = t.at(first - 1) if t.at(first - 1) not in ("the", "des", "dem", "den") else t.at(first - 2)
    sure = year is not None or direction is not None or part is not None or lead in MONTH_LEADS
    if not sure and (t.at(i) in DOUBTFUL_MONTHS or t.raw[i].islower()):
        return None

    def span(frame: Frame) -> Span | None:
        return windows.month_named(frame, number, year, direction, part)

    return Said(first, last, "month", span, lead in SINCE, lead in ("für", "for", "ab"))


def _part(t: Tokens, i: int) -> tuple[int, Part | None]:
    """Where the words begin that say which part of a period: Anfang, Ende des, mid-, at the end of."""
    place = i - 1
    while place > i - 4 and t.at(place) in ("of", "des", "the", "der", "in", "-", "–", "im"):
        place -= 1
    part = PARTS.get(t.at(place))
    if part is None or (t.at(place) in ("start", "end") and t.at(place + 1) != "of"):
        return i, None
    return place, part


def season(t: Tokens, i: int) -> Said | None:
    """im Sommer 2018, last autumn, im Herbst vergangenen Jahres."""
    direction, first = DIRECTIONS.get(t.at(i - 1)), i
    if direction is not None:
        first = i - 1
    elif t.at(i - 1) not in SEASON_LEADS:
        return None
    year, last = t.year(i + 1), i + 1
    ago = None
    if year is not None:
        last = i + 2
    else:
        place = i + 1 + (t.at(i + 1) in ("des", "of"))
        if t.at(place) in DIRECTIONS and t.at(place + 1) in ("jahres", "year"):
            ago, last = DIRECTIONS[t.at(place)], place + 2
    number = SEASONS[t.at(i)]

    def span(frame: Frame) -> Span | None:
        meant = year if ago is None or frame.today is None else frame.today.year + ago
        return windows.season(frame, number, meant, direction)

    return Said(first, last, "season", span, t.at(first - 1) in SINCE or t.at(first - 2) in SINCE)


def year(t: Tokens, i: int) -> Said | None:
    """in 2008, schon 2018, Ende 2019; 14.11.2023 and 2023-11-14."""
    number = t.year(i)
    if number is None:
        return None
    if t.at(i - 1) == "." and t.at(i - 3) == "." and (end := t.number(i - 2, 12)) and (day := t.number(i - 4)):
        return _numeric(i - 4, i + 1, windows.month_day(number, end, day))
    if (
        t.at(i + 1) == "-" == t.at(i + 3)
        and t.close(i, i + 1)
        and (middle := t.number(i + 2, 12))
        and (day := t.number(i + 4))
    ):
        return _numeric(i, i + 5, windows.month_day(number, middle, day))
    first, part = _part(t, i)
    lead = t.at(first - 1) if t.at(first - 1) not in ("the", "des", "dem") else t.at(first - 2)
    if part is None and t.at(i - 1) not in YEAR_LEADS and i > 0:
        return None
    follows = t.raw[i + 1] if i + 1 < len(t) else ""
    named = lead in ("jahr", "jahre", "jahres", "year", "in", "of", "since", "seit", "von")
    if (
        not named
        and part is None
        and (follows[:1].isupper() or follows in ("%", "-", "/", "–", "/"))
        or follows in ("%", "€", "$")
    ):
        return None

    def span(_: Frame) -> Span | None:
        return windows.year(number, part)

    return Said(first, i + 1, "year", span, lead in SINCE)


def _numeric(first: int, last: int, day: date | None) -> Said | None:
    return Said(first, last, "day", lambda _: Span(day, day)) if day else None


def weekend(t: Tokens, i: int) -> Said | None:
    """am Wochenende, last weekend."""
    direction = DIRECTIONS.get(t.at(i - 1))
    first = i if direction is None else i - 1

    def span(frame: Frame) -> Span | None:
        return windows.weekend(frame.today, direction, frame.ahead) if frame.today else None

    return Said(first, i + 1, "period", span, t.at(first - 1) in SINCE, t.at(first - 1) in ("für", "for"))


__all__ = ["WEEKENDS", "month", "morning", "near_day", "season", "weekday", "weekend", "year"]
