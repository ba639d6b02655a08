"""Records as people and programs read them: one row a real contact, however many dyads it has."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from alerts.life.fold import NOT_YET, fold
from alerts.life.reports import order_of
from tensionwire.contracts.record import ContactRecord, RecordSighting, Step
from tensionwire.contracts.tagged import DateWindow, Form, Participant, Status


class TellingArticle(msgspec.Struct, frozen=True):
    """One report: the article, and the id of the contact in it."""

    article: str
    contact: str


class ContactRow(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One real contact. `unconfirmed`: its day has passed, and nobody told that it took place.

    `records` are the ids of its records on the single dyads, where there are several; `id` is the first of them.
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
    records: list[str] = []
    sightings: list[TellingArticle] = []


def rows(records: Iterable[ContactRecord], today: date | None) -> list[ContactRow]:
    """The rows of `records` (aliases are left out), by first report. `today` tells what is unconfirmed."""
    made = [_row(group, today) for group in _groups([r for r in records if r.alias_of is None])]
    return sorted(made, key=lambda row: (row.first_seen or "", row.id))


def unconfirmed(record: ContactRecord, today: date | None) -> bool:
    """True where a planned or possible contact's day has passed without a report. It raises nothing."""
    if record.status not in NOT_YET or record.date is None or today is None or record.withdrawn:
        return False
    return date.fromisoformat(record.date.end or record.date.start) < today


def _groups(records: Sequence[ContactRecord]) -> list[list[ContactRecord]]:
    """Records that share a contact of an article: the dyads of one contact of several sides."""
    by_contact: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for report in record.sightings:
            by_contact[report.article.id, report.contact].append(place)
    head = list(range(len(records)))

    def find(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for places in by_contact.values():
        for other in places[1:]:
            one, two = sorted((find(places[0]), find(other)))
            head[two] = one
    groups: dict[int, list[ContactRecord]] = defaultdict(list)
    for place, record in enumerate(records):
        groups[find(place)].append(record)
    return [sorted(g, key=lambda r: (not r.lead, r.first_seen or "", r.id)) for g in groups.values()]


def _row(group: Sequence[ContactRecord], today: date | None) -> ContactRow:
    reports: dict[tuple[str, str], RecordSighting] = {}
    for record in group:
        for report in record.sightings:
            reports.setdefault((report.article.id, report.contact), report)
    record, ordered = group[0], sorted(reports.values(), key=order_of)
    if len(group) > 1:
        record = fold(record, ordered, len(ordered))
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
        links=sorted({link for r in group for link in r.links}),
        records=[r.id for r in group] if len(group) > 1 else [],
        sightings=[TellingArticle(r.article.id, r.contact) for r in ordered],
    )
