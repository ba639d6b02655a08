"""When a contact lies: German and English dates in its sentence, resolved against the day of publication."""

import re
from datetime import date, timedelta

from tensionwire.contracts.tagged import DateWindow, Status
from tensionwire.lexicon.calendar import MONTHS, WEEKDAYS, YEARS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(WEEKDAYS)
GERMAN_DATE = re.compile(rf"\b(\d{{1,2}})\. ?({_MONTH})\b\.?(?: (\d{{4}}))?", re.IGNORECASE)
ENGLISH_DATE = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH})|({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,? (\d{{4}}))?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    rf"\b(kommenden |nächsten |vergangenen |letzten |next |last )?({_DAY})"
    r"(?:s|abend|nachmittag|vormittag|morgen|mittag)?\b",
    re.IGNORECASE,
)
NEAR_DAY = re.compile(r"\b(vorgestern|gestern|heute|übermorgen|yesterday|today|tomorrow)\b", re.IGNORECASE)
MONTH = re.compile(
    rf"\b(?:im|in|Anfang|Mitte|Ende|early|mid|late|since|seit)[ -]({_MONTH})\b(?: (\d{{4}}))?", re.IGNORECASE
)
YEAR = re.compile(r"\b(?:im Jahr |in |von |of )((?:19|20)\d{2})\b")
OFFSETS = {"vorgestern": -2, "gestern": -1, "yesterday": -1, "heute": 0, "today": 0, "tomorrow": 1, "übermorgen": 2}


def resolve(sentence: str, published: str | None, status: Status) -> DateWindow | None:
    """The date that `sentence` names, None where it names none. `published` is an ISO date.

    A weekday is the nearest one before the day of publication (or that day) for what was held, else the nearest after.
    """
    today = date.fromisoformat(published) if published else None
    ahead = status in ("planned", "possible")
    if found := GERMAN_DATE.search(sentence):
        return _day(found.group(1), found.group(2), found.group(3), today, ahead)
    if found := ENGLISH_DATE.search(sentence):
        one, month, other, two, year = found.groups()
        return _day(one or two, month or other, year, today, ahead)
    if today is not None:
        if found := NEAR_DAY.search(sentence):
            return DateWindow(start=_shift(today, OFFSETS[found.group(1).lower()]))
        if found := WEEKDAY.search(sentence):
            return DateWindow(start=_weekday(today, found.group(1), WEEKDAYS[found.group(2).lower()], ahead))
    if found := MONTH.search(sentence):
        return _month(found.group(1), found.group(2), today, ahead)
    return None


def year_of(sentence: str) -> DateWindow | None:
    """The bare year that `sentence` names, None where it names none."""
    found = YEAR.search(sentence)
    if found is None:
        return None
    return DateWindow(start=f"{found.group(1)}-01-01", end=f"{found.group(1)}-12-31", precision="year")


def _shift(today: date, days: int) -> str:
    try:
        return (today + timedelta(days=days)).isoformat()
    except OverflowError:
        return today.isoformat()


def _weekday(today: date, said: str | None, weekday: int, ahead: bool) -> str:
    said = (said or "").strip().lower()
    if said in ("kommenden", "nächsten", "next"):
        ahead = True
    elif said in ("vergangenen", "letzten", "last"):
        ahead = False
    if ahead:
        return _shift(today, (weekday - today.weekday()) % 7)
    return _shift(today, -((today.weekday() - weekday) % 7))


def _day(day: str, month: str, year: str | None, today: date | None, ahead: bool) -> DateWindow | None:
    number = MONTHS[month.lower()]
    guess = int(year) if year else _year(number, today, ahead)
    try:
        return DateWindow(start=date(guess, number, int(day)).isoformat()) if guess in YEARS else None
    except ValueError:
        return None


def _month(month: str, year: str | None, today: date | None, ahead: bool) -> DateWindow | None:
    number = MONTHS[month.lower()]
    guess = int(year) if year else _year(number, today, ahead)
    if guess not in YEARS:
        return None
    first = date(guess, number, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return DateWindow(start=first.isoformat(), end=last.isoformat(), precision="month")


def _year(month: int, today: date | None, ahead: bool) -> int:
    """The year that a date without one means: of what was, the last such month; of what comes, the next."""
    if today is None:
        return 0
    if ahead:
        return today.year + (1 if month < today.month - 1 else 0)
    return today.year - (1 if month > today.month else 0)
