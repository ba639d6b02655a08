"""Windows of days, counted from the day of publication: pure arithmetic of the calendar."""

from datetime import date, timedelta
from typing import NamedTuple

from tensionwire.contracts.tagged import DatePrecision, DateWindow
from tensionwire.lexicon.calendar import YEARS, Part, Unit

FIRST_DAY, LAST_DAY = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
# How much farther a date without a year may lie that fits the status than one that does not.
AGAINST_DAY, AGAINST_MONTH = 4, 6
FEW_DAYS, FEW_WEEKS = 7, 30


class Frame(NamedTuple):
    """What a date is resolved against.

    `today` is the day of publication; `ahead` whether what is told lies ahead (None: either way); `anchor` is the
    first day of the date named before in the article, from which "two days later" counts.
    """

    today: date | None
    ahead: bool | None = None
    anchor: date | None = None


class Span(NamedTuple):
    """First and last day, and how exactly they were said.

    `week` says that the two days count, whatever lies between them: weeks, parts of a month or year, seasons.
    """

    first: date
    last: date
    precision: DatePrecision = "day"

    @property
    def window(self) -> DateWindow:
        """The same as the tagged article carries it."""
        end = None if self.first == self.last else self.last.isoformat()
        return DateWindow(start=self.first.isoformat(), end=end, precision=self.precision)


def shift(day: date, days: int) -> date:
    """`day` moved by days, held inside the years that count."""
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return LAST_DAY if days > 0 else FIRST_DAY
    return moved if FIRST_DAY <= moved <= LAST_DAY else min(max(moved, FIRST_DAY), LAST_DAY)


def days(first: date, last: date, precision: DatePrecision = "day") -> Span:
    """From one day to another, the earlier one first."""
    return Span(min(first, last), max(first, last), precision)


def weekday(frame: Frame, number: int, direction: int | None, week: int | None) -> date | None:
    """The day of that name: in the week that is said (`week` from this one), else the nearest in the direction."""
    today = frame.today
    if today is None:
        return None
    if week is not None:
        return shift(today, number - today.weekday() + 7 * week)
    before, after = -((today.weekday() - number) % 7), (number - today.weekday()) % 7
    if direction == 1:
        return shift(today, after or 7)
    if direction == -1:
        return shift(today, before or -7)
    if direction == 0 or frame.ahead is None:
        return shift(today, after if after < -before else before)
    return shift(today, after if frame.ahead else before)


def year_of_day(frame: Frame, month: int, day: int) -> int | None:
    """The year that a day without one means: the nearest; what does not fit the direction counts as farther away."""
    today = frame.today
    if today is None:
        return None

    def distance(year: int) -> float:
        gap = (year - today.year) * 365.25 + (month - today.month) * 30.5 + day - today.day
        fits = frame.ahead is None or (gap > -1 if frame.ahead else gap < 1)
        return abs(gap) if fits else AGAINST_DAY * abs(gap)

    return min((today.year - 1, today.year, today.year + 1), key=distance)


def month_day(year: int | None, month: int, day: int) -> date | None:
    """The day, None where there is none such."""
    try:
        return date(year, month, day) if year is not None and year in YEARS else None
    except ValueError:
        return None


def month(year: int, number: int, part: Part | None = None) -> Span:
    """A month, or its first ten days, the ten in its middle, the rest, or a half."""
    number, year = (number - 1) % 12 + 1, year + (number - 1) // 12
    if year not in YEARS:
        year = min(max(year, YEARS[0]), YEARS[-1])
    first, end = date(year, number, 1), last_of_month(year, number)
    if part is None:
        return Span(first, end, "month")
    starts, ends = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, end.day),
        "first half": (1, 15),
        "second half": (16, end.day),
    }[part]
    return Span(first.replace(day=starts), first.replace(day=ends), "week")


def last_of_month(year: int, number: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if number == 12 else date(year, number + 1, 1) - timedelta(days=1)


def month_named(frame: Frame, number: int, year: int | None, direction: int | None, part: Part | None) -> Span | None:
    """A month by its name; without a year the nearest that fits the direction."""
    if year is None:
        today = frame.today
        if today is None:
            return None
        if direction == -1:
            year = today.year - (number >= today.month)
        elif direction == 1:
            year = today.year + (number <= today.month)
        elif direction == 0:
            year = today.year
        else:
            year = _year_of_month(frame, today, number)
    return month(year, number, part) if year in YEARS else None


def _year_of_month(frame: Frame, today: date, number: int) -> int:
    def distance(year: int) -> int:
        gap = (year - today.year) * 12 + number - today.month
        fits = frame.ahead is None or (gap >= 0 if frame.ahead else gap <= 0)
        return abs(gap) if fits else AGAINST_MONTH * abs(gap)

    return min((today.year - 1, today.year, today.year + 1), key=distance)


def season(frame: Frame, first_month: int, year: int | None, direction: int | None) -> Span | None:
    """Three months; without a year the nearest that fit the direction. Winter is of the year of its December."""
    today = frame.today
    if year is None and today is not None:
        starts = (today.year - 1, today.year, today.year + 1)
        middle = {y: (y - today.year) * 12 + first_month + 1 - today.month for y in starts}
        behind, before = [y for y in starts if middle[y] < -1], [y for y in starts if middle[y] > 1]
        if direction == -1 or (direction is None and frame.ahead is False):
            now = [y for y in starts if abs(middle[y]) <= 1 and direction is None]
            year = max(behind + now)
        elif direction == 1 or (direction is None and frame.ahead):
            now = [y for y in starts if abs(middle[y]) <= 1 and direction is None]
            year = min(before + now)
        else:
            year = min(starts, key=lambda y: abs(middle[y]))
    if year is None or year not in YEARS:
        return None
    if first_month < 12:
        last = last_of_month(year, first_month + 2)
    else:
        last = last_of_month(year + 1, 2) if year + 1 in YEARS else LAST_DAY
    return Span(date(year, first_month, 1), last, "week")


def year(number: int, part: Part | None = None) -> Span | None:
    """A year, four months of it, or a half."""
    if number not in YEARS:
        return None
    if part is None:
        return Span(date(number, 1, 1), date(number, 12, 31), "year")
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12)}[part]
    return Span(date(number, first, 1), last_of_month(number, last), "week")


def period(today: date, unit: Unit, direction: int, part: Part | None = None) -> Span | None:
    """The day, week (from Monday), month or year that lies `direction` from this one, or a part of it."""
    if unit == "day":
        day = shift(today, direction)
        return Span(day, day)
    if unit == "week":
        monday = shift(today, 7 * direction - today.weekday())
        first, last = {
            None: (0, 6),
            "early": (0, 2),
            "mid": (1, 3),
            "late": (3, 6),
            "first half": (0, 3),
            "second half": (3, 6),
        }[part]
        return days(shift(monday, first), shift(monday, last), "week")
    if unit == "month":
        return month(today.year, today.month + direction, part)
    return year(today.year + direction, part)


def near(frame: Frame, span: Span | None) -> Span | None:
    """Of the current period what fits the direction: this week's talks were before today, or are after it."""
    today = frame.today
    if (
        span is None
        or today is None
        or frame.ahead is None
        or not span.first <= today <= span.last
        or span.precision in ("day", "year")
    ):
        return span
    return days(today, span.last, "week") if frame.ahead else days(span.first, today, "week")


def away(day: date, unit: Unit, count: int) -> Span | None:
    """So many units from `day`: a day exactly, weeks give or take three days, the month or year that then was."""
    if unit == "day":
        then = shift(day, count)
        return Span(then, then)
    if unit == "week":
        then = shift(day, 7 * count)
        return days(shift(then, -3), shift(then, 3), "week")
    if unit == "month":
        return month(day.year, day.month + count)
    if abs(count) == 1:
        then = shift(day, 365 * count)
        return days(shift(then, -45), shift(then, 45), "week")
    return year(day.year + count)


def weekend(today: date, direction: int | None, ahead: bool | None) -> Span:
    """Saturday and Sunday: of this week, of the last or the next one; unsaid the nearest that fits the direction."""
    saturday = shift(today, 5 - today.weekday())
    on_it = today.weekday() >= 5
    if direction is None or direction == 0:
        if not on_it and (ahead is False or (ahead is None and today.weekday() < 2)) and direction is None:
            saturday = shift(saturday, -7)
    elif direction == -1:
        saturday = shift(saturday, -7)
    elif on_it:
        saturday = shift(saturday, 7)
    return days(saturday, shift(saturday, 1), "weekend")


def few(today: date, unit: Unit, direction: int) -> Span:
    """The coming or past days, weeks or months, not counted."""
    reach = {"day": FEW_DAYS, "week": FEW_WEEKS, "month": 6 * FEW_WEEKS, "year": 5 * 365}[unit]
    return days(today, shift(today, direction * reach), "year" if unit == "year" else "week")
