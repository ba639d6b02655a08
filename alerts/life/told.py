"""Records as people and programs read them: one row a real contact, however many dyads it has."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

import msgspec

from alerts.identity.view import same_person
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

    A report of more than two sides lies in a record on each dyad. Those records are one row, where somebody takes part
    in what leads to either; else the report is shown in the one that most other reports lead to.
    """
    groups = _groups([r for r in records if r.alias_of is None])
    homes = _homes(groups)
    made = []
    for group in groups:
        told = {(r.article.id, r.contact): r for record in group for r in record.sightings}
        mine = sorted((r for key, r in told.items() if homes[key] is group), key=order_of)
        if mine or not told:
            made.append(_row(group, mine, today))
    return sorted(made, key=lambda row: (row.first_seen or "", row.id))


def unconfirmed(record: ContactRecord, today: date | None) -> bool:
    """True where a planned or possible contact's day has passed without a report. It raises nothing."""
    if record.status not in NOT_YET or record.date is None or today is None or record.withdrawn:
        return False
    return date.fromisoformat(record.date.end or record.date.start) < today


def _groups(records: Sequence[ContactRecord]) -> list[list[ContactRecord]]:
    """Records that are one contact on several dyads, those first that it leads on."""
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for report in record.sightings:
            sharing[report.article.id, report.contact].append(place)
    head = list(range(len(records)))

    def first(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for places in sharing.values():
        for one, other in combinations(places, 2):
            if _one_contact(records[one], records[other]):
                low, high = sorted((first(one), first(other)))
                head[high] = low
    groups: dict[int, list[ContactRecord]] = defaultdict(list)
    for place, record in enumerate(records):
        groups[first(place)].append(record)
    return [sorted(g, key=lambda r: (not r.lead, r.first_seen or "", r.id)) for g in groups.values()]


def _one_contact(one: ContactRecord, other: ContactRecord) -> bool:
    """True where nothing leads to one of them, or somebody named takes part in what leads to either."""
    people, others = ([p for r in record.sightings if r.lead for p in r.participants] for record in (one, other))
    return not people or not others or any(same_person(p, q) for p in people for q in others)


def _homes(groups: Sequence[list[ContactRecord]]) -> dict[tuple[str, str], list[ContactRecord]]:
    """The group that each report is shown in: the one with the most reports that lead there, of equal ones its own."""
    found: dict[tuple[str, str], tuple[int, bool, str]] = {}
    homes: dict[tuple[str, str], list[ContactRecord]] = {}
    for group in groups:
        leading = sum(r.lead for record in group for r in record.sightings)
        for report in (r for record in group for r in record.sightings):
            key, place = (report.article.id, report.contact), (-leading, not report.lead, group[0].id)
            if key not in found or place < found[key]:
                found[key], homes[key] = place, group
    return homes


def _row(group: Sequence[ContactRecord], mine: Sequence[RecordSighting], today: date | None) -> ContactRow:
    record = fold(group[0], mine, len(mine)) if len(group) > 1 and mine else group[0]
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
        same=[r.id for r in group[1:]],
        sightings=[TellingArticle(r.article.id, r.contact) for r in mine],
    )
