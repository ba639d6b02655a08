"""What identity looks at, of a sighting and of a record alike: sides, form, state, days, place."""

from datetime import date, timedelta
from typing import NamedTuple

from alerts.identity.names import same_name
from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.tagged import Contact, DateWindow, Form, Participant, Status

# Days by which a date is widened on each side, by its precision: "next week" may mean the Sunday before.
SLACK = {"day": 0, "weekend": 1, "week": 2, "month": 3, "year": 0}
# A report without a date: how many days before and after its publication the contact may lie, by its state.
UNDATED: dict[Status, tuple[int, int]] = {
    "held": (21, 1),
    "planned": (3, 45),
    "possible": (3, 60),
    "cancelled": (21, 30),
}
NEVER = (date.min, date.max)


class Days(NamedTuple):
    """The days on which a contact may lie. `firm`: an article named them; else they are reckoned from publication."""

    start: date
    end: date
    firm: bool
    day: bool = False  # named to the day

    def touches(self, other: "Days", tolerance: int) -> bool:
        """True where both overlap or are at most `tolerance` days apart."""
        return self.apart(other) <= tolerance

    def apart(self, other: "Days") -> int:
        """Days between both; 0 where they overlap."""
        return max((other.start - self.end).days, (self.start - other.end).days, 0)


class View(NamedTuple):
    """One contact as one report, or all reports of a record, tell it."""

    sides: dict[str, list[Participant]]
    form: Form
    status: Status
    days: Days
    place: str | None
    published: date | None


def of_sighting(sighting: Sighting, contact: Contact) -> View:
    """The view of one report."""
    published = day_of(sighting.article.published or sighting.article.arrived)
    return View(
        sides_of(contact.participants),
        contact.form,
        contact.status,
        days_of(contact.date, contact.status, published),
        contact.place,
        published,
    )


def of_record(record: ContactRecord) -> View:
    """The view of a record: what its reports tell together."""
    published = day_of(record.last_seen)
    days = days_of(record.date, record.status, published)
    if record.date is None:
        for report in record.sightings:  # each report without a date narrows the days; what would empty them is left
            near = days_of(None, report.status, day_of(report.article.published or report.article.arrived))
            start, end = max(days.start, near.start), min(days.end, near.end)
            days = Days(start, end, False) if start <= end else days
    return View(sides_of(record.participants), record.form, record.status, days, record.place, published)


def days_of(when: DateWindow | None, status: Status, published: date | None) -> Days:
    """The days of a date, or those near the publication where there is none."""
    if when is not None:
        slack = SLACK[when.precision]
        start, end = date.fromisoformat(when.start), date.fromisoformat(when.end or when.start)
        return Days(_shift(start, -slack), _shift(end, slack), True, when.precision == "day")
    if published is None:
        return Days(*NEVER, False)
    before, after = UNDATED[status]
    return Days(_shift(published, -before), _shift(published, after), False)


def day_of(moment: str | None) -> date | None:
    """The day of an ISO time; None where there is none that can be read."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


def sides_of(participants: list[Participant]) -> dict[str, list[Participant]]:
    """Participants by affiliation."""
    found: dict[str, list[Participant]] = {}
    for participant in participants:
        found.setdefault(participant.affiliation, []).append(participant)
    return found


def same_person(one: Participant, other: Participant) -> bool:
    """True where both are named, and the list knows both as one person, or else the names are one person's."""
    if one.wikidata_id and other.wikidata_id:
        return one.wikidata_id == other.wikidata_id
    return bool(one.name and other.name and same_name(one.name, other.name))


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
