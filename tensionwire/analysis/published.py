"""When an article was published: as given, else its dateline, else its arrival."""

import re
from datetime import UTC, datetime, timedelta

from tensionwire.analysis.dates.find import find
from tensionwire.analysis.dates.windows import Frame
from tensionwire.contracts.article import Article, Basis, Precision, Published
from tensionwire.lexicon.calendar import YEARS

LEAD = 300  # code points in which a dateline stands
FUTURE = timedelta(days=1)
BARE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
META = re.compile(r"^\s*date[: ]+(\d{4})-(\d{2})(?:-(\d{2}))?\b", re.IGNORECASE)


def published(article: Article, arrived: datetime | None) -> Published:
    """When `article` was published. More than a day after its arrival is an error of the source: then its arrival."""
    found = _read(article.published) if article.published else None
    basis: Basis = "given"
    if found is None:
        found, basis = _dateline(article.text[:LEAD]), "dateline"
    if found is not None and (arrived is None or found[0] <= arrived + FUTURE):
        return Published(at=found[0].isoformat(), basis=basis, precision=found[1])
    if arrived is not None:
        return Published(at=arrived.isoformat(timespec="milliseconds"), basis="arrival", precision="second")
    return Published()


def readable(said: str) -> bool:
    """True where an article's field `published` can be read: ISO 8601, in a year that is known here."""
    return _read(said) is not None


def _read(said: str) -> tuple[datetime, Precision] | None:
    said = said.strip()
    if bare := BARE.match(said):
        year, month, day = bare.groups()
        return _moment(year, month, day)
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    return _in_utc(moment), "minute" if moment.second == 0 and moment.microsecond == 0 else "second"


def _dateline(lead: str) -> tuple[datetime, Precision] | None:
    if meta := META.match(lead):
        return _moment(*meta.groups())
    if not YEAR.search(lead):
        return None  # only a date with its year can be read
    unknown = Frame(None)
    days = (found.window(unknown) for found in find(lead, 0, len(lead)) if found.said.kind == "day")
    first = next((d for d in days if d is not None), None)
    return _moment(*first.start.split("-")) if first else None


def _moment(year: str, month: str | None, day: str | None) -> tuple[datetime, Precision] | None:
    precision: Precision = "day" if day else "month" if month else "year"
    try:
        found = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC)
        return (found, precision) if found.year in YEARS else None
    except ValueError:
        return None


def _in_utc(moment: datetime) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
