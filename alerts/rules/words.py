"""The small words of a rules file: spans of time, times of day, addresses, and what is said of a mistake."""

import re
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SPAN = re.compile(r"(\d{1,5})([smhd])")
TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")


class Problem(NamedTuple):
    """A mistake: where it stands below the thing that was checked (`.url`, `.countries[1]`), and what to do."""

    path: str
    what: str


class RulesError(Exception):
    """A rules file cannot be used: the message names file and line, and says what to do."""


def span(text: str) -> timedelta | None:
    """`90s`, `10m`, `24h`, `7d`; None for what is none."""
    found = SPAN.fullmatch(text)
    return timedelta(**{UNITS[found[2]]: int(found[1])}) if found else None


def time_of_day(text: str) -> time | None:
    """`22:00`; `24:00` is midnight; None for what is none."""
    found = TIME.fullmatch(text)
    if found is None or (found[1] == "24" and found[2] != "00"):
        return None
    return time(int(found[1]) % 24, int(found[2]))


def moment(text: str | None) -> datetime | None:
    """ISO 8601 as a time in UTC; None for what is none, so that an odd time stops nobody."""
    try:
        found = datetime.fromisoformat(text or "")
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def is_web_address(url: str) -> bool:
    """True for an http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("https", "http") and bool(parts.hostname)
    except ValueError:
        return False
