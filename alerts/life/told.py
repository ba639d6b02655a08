"""Records as people and programs read them: one row a real contact, however many dyads it has."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from alerts.life.fold import NOT_YET
from alerts.life.reports import order_of
from tensionwire.contracts.record import ContactRecord, RecordSighting, Step
from tensionwire.contracts.tagged import DateWindow, Form, Participant, Status


class TellingArticle(msgspec.Struct, frozen=True):
    """One report: the article, and the id of the contact in it."""

    article: str
    contact: str


class ContactRow(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One real contact. `unconfirmed`: its day has passed, and nobody told that it took place.

    `same` are the ids of its records on the other dyads, where it has more than two sides.
    """

    id: str
    subject: str
    participants: list[Participant]
    form: Form
    status: Status
    unconfirmed: bool = False
    place: str | None = None
    date: DateWindow | None = None
    headline: bool = False
    background: bool = False
    withdrawn: bool = False
    first_seen: str | None = None
    last_seen: str | None = None
    sources: list[str] = []
    history: list[Step] = []
    links: list[str] = []
    same: list[str] = []
    sightings: list[TellingArticle] = []


def rows(records: Iterable[ContactRecord], today: date | None) -> list[ContactRow]:
    """The rows of `records` (aliases are left out), by first report. `today` tells what is unconfirmed.

    A report of more than two sides lies in a record on each dyad; it is shown in the one with the most reports, of
    equal ones where it leads. A record of which all reports are shown elsewhere has no row of its own.
    """
    shown = [r for r in records if r.alias_of is None]
    homes = _homes(shown)
    made = []
    for record in shown:
        mine = [r for r in sorted(record.sightings, key=order_of) if homes[r.article.id, r.contact][0] is record]
        if mine or not record.sightings:
            same = {o.id for r in mine for o in homes[r.article.id, r.contact] if o is not record}
            made.append(_row(record, mine, sorted(same), today))
    return sorted(made, key=lambda row: (row.first_seen or "", row.id))


def unconfirmed(record: ContactRecord, today: date | None) -> bool:
    """True where a planned or possible contact's day has passed without a report. It raises nothing."""
    if record.status not in NOT_YET or record.date is None or today is None or record.withdrawn:
        return False
    return date.fromisoformat(record.date.end or record.date.start) < today


def _homes(records: Sequence[ContactRecord]) -> dict[tuple[str, str], list[ContactRecord]]:
    """The records that each report lies in, its home first."""
    found: dict[tuple[str, str], list[tuple[int, bool, str, ContactRecord]]] = defaultdict(list)
    for record in records:
        for report in record.sightings:
            place = (-record.sighting_count, not report.lead, record.id, record)
            found[report.article.id, report.contact].append(place)
    return {key: [place[3] for place in sorted(places, key=lambda p: p[:3])] for key, places in found.items()}


def _row(record: ContactRecord, mine: Sequence[RecordSighting], same: list[str], today: date | None) -> ContactRow:
    return ContactRow(
        id=record.id,
        subject=record.subject,
        participants=record.participants,
        form=record.form,
        status=record.status,
        unconfirmed=unconfirmed(record, today),
        place=record.place,
        date=record.date,
        headline=record.headline,
        background=record.background,
        withdrawn=record.withdrawn,
        first_seen=record.first_seen,
        last_seen=record.last_seen,
        sources=record.sources,
        history=record.history,
        links=record.links,
        same=same,
        sightings=[TellingArticle(r.article.id, r.contact) for r in mine],
    )
