"""Reading days of a month, months, seasons and years."""

from datetime import date

from tensionwire.analysis.dates import windows
from tensionwire.analysis.dates.said import Said
from tensionwire.analysis.dates.tokens import Tokens
from tensionwire.analysis.dates.windows import Frame, Span
from tensionwire.analysis.dates.words import ARTICLES, FORWARD, JOINS, SINCE, UNTIL
from tensionwire.lexicon.calendar import (
    DIRECTIONS,
    DOUBTFUL_MONTHS,
    HALVES,
    MONTH_HALVES,
    MONTHS,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    Part,
)

MONTH_LEADS = frozenset(
    "im in of since seit until till bis by from ab für for during vom zum des through between zwischen and und oder or "
    "to ( - – before vor after nach around".split()
)
# Before names that are also words or people's: "told May" is no month.
DOUBTFUL_LEADS = frozenset("im in of since seit until bis ab zum des between zwischen before vor after nach".split())
SEASON_LEADS = frozenset("im in the since seit this den des bis zum".split())
YEAR_LEADS = frozenset(
    "jahr jahre jahres year in von of since seit bereits schon zuletzt noch back during until bis by erstmals again ( "
    ", damals from ab early late anfang ende mitte mid - letztmals erst zuvor ; :".split()
)
ORDINALS = frozenset("st nd rd th".split())
YEAR_NAMES = frozenset("agenda vision expo euro cop fifa olympia".split())  # Agenda 2030
UNITS_OF_NUMBERS = frozenset("% € $ people troops soldiers euros dollars".split())


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

    return Said(first, last, "day", span, lead in SINCE, lead in UNTIL, ahead)


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
    sure = year is not None or direction is not None or part is not None
    if not sure and t.at(i) in SHORT_MONTHS and t.at(i + 1) != ".":
        return None  # Jan, Mar-a-Lago
    leads = DOUBTFUL_LEADS if t.at(i) in DOUBTFUL_MONTHS else MONTH_LEADS
    if not sure and lead not in leads and (t.at(i) in DOUBTFUL_MONTHS or t.raw[i].islower()):
        return None

    def span(frame: Frame) -> Span | None:
        return windows.month_named(frame, number, year, direction, part)

    return Said(first, last, "month", span, lead in SINCE, lead in UNTIL, lead in ("für", "for", "ab"))


def _part(t: Tokens, i: int) -> tuple[int, Part | None]:
    """Where the words begin that say which part of a period: Anfang, Ende des, mid-, at the end of."""
    place = i - 1
    while place > i - 4 and t.at(place) in ("of", "des", "the", "der", "in", "-", "–", "im"):
        place -= 1
    part = PARTS.get(t.at(place))
    if t.at(place) in ("half", "hälfte"):
        place, part = place - 1, HALVES.get(t.at(place - 1))
    if part is None or (t.at(place) in ("start", "end") and t.at(place + 1) != "of"):
        return i, None
    return place, part


def month_half(t: Tokens, i: int) -> Said | None:
    """in der zweiten Junihälfte."""
    number, part = MONTH_HALVES[t.at(i)], HALVES.get(t.at(i - 1))
    if part is None:
        return None
    return Said(i - 1, i + 1, "month", lambda frame: windows.month_named(frame, number, None, None, part))


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

    leads = {t.at(first - 1), t.at(first - 2)}
    return Said(first, last, "season", span, not leads.isdisjoint(SINCE), not leads.isdisjoint(UNTIL))


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
    follows = t.raw[i + 1] if i + 1 < len(t) else ""
    led = part is not None or i == 0 or t.at(i - 1) in YEAR_LEADS
    if not led and (not follows[:1].islower() or t.at(i - 1) in YEAR_NAMES):
        return None
    named = lead in ("jahr", "jahre", "jahres", "year", "in", "of", "since", "seit", "von")
    # In 2000 Bill Clinton met; not `in 2000 Fällen`
    name = i > 0 and t.raw[i - 1] == "In" and i + 2 < len(t) and t.raw[i + 2][:1].isupper()
    counts = follows[:1].isupper() and (not named or (number % 100 == 0 and not name)) and part is None
    if counts or follows in UNITS_OF_NUMBERS or (follows in ("-", "/", "–") and not named):
        return None  # 2000 Soldaten

    def span(_: Frame) -> Span | None:
        return windows.year(number, part)

    return Said(first, i + 1, "year", span, lead in SINCE, lead in UNTIL)


def _numeric(first: int, last: int, day: date | None) -> Said | None:
    return Said(first, last, "day", lambda _: Span(day, day)) if day else None
