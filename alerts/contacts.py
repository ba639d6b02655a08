"""The life of a contact: a record is born, joined by further reports, and moves from state to state."""

from datetime import date

import msgspec

from alerts.decision import Decision
from alerts.identity import contact_window, record_window, same_event
from alerts.policy import Policy
from alerts.raising import contact_alert
from alerts.reasons import Reason
from tensionwire.contracts.alert import AlertKind
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import MAX_SIGHTINGS, ContactRecord, RecordSighting, Step
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.tagged import Contact, DateWindow, Participant, Status

FINALITY: dict[Status, int] = {"possible": 0, "planned": 1, "cancelled": 2, "held": 3}


def decide_contact(records: list[ContactRecord], sighting: Sighting, policy: Policy) -> Decision:
    """Join the record that this sighting tells, or found a new one."""
    contact = sighting.contact
    if contact is None:
        raise ValueError(f"the sighting {sighting.id} is of kind contact and carries none")
    versions = [s.article.rank for r in records for s in r.sightings if s.article.id == sighting.article.id]
    # a correction without a version of its own has the same contact id: its rank tells it from a repeat
    rank = sighting.article.rank
    if any(s.contact == contact.id and s.article.rank >= rank for r in records for s in r.sightings):
        return Decision(Reason.KNOWN)
    if any(rank > sighting.article.rank for rank in versions):
        return Decision(Reason.OLDER_VERSION)
    fitting = [r for r in records if _open_to(r, sighting) and same_event(r, sighting, contact, policy.tolerance)]
    if not fitting:
        return _found(sighting, contact, policy)
    return _join(min(fitting, key=lambda r: (_distance(r, sighting, contact), r.id)), sighting, contact, policy)


def _open_to(record: ContactRecord, sighting: Sighting) -> bool:
    """Sightings of one version of one article are different contacts; what was withdrawn stays so."""
    article = sighting.article
    told = any(s.article.id == article.id and s.article.rank == article.rank for s in record.sightings)
    return not told and record.sighting_count > 0


def _distance(record: ContactRecord, sighting: Sighting, contact: Contact) -> int:
    """Days between the middles of two windows."""
    one, other = record_window(record), contact_window(contact, sighting.article.published)
    if one is None or other is None:
        return 10_000
    return abs((one[0].toordinal() + one[1].toordinal()) - (other[0].toordinal() + other[1].toordinal())) // 2


def _found(sighting: Sighting, contact: Contact, policy: Policy) -> Decision:
    report = _report(sighting, contact)
    record = ContactRecord(
        id=stable_id(sighting.subject, sighting.article.id, contact.id),
        subject=sighting.subject,
        participants=contact.participants,
        form=contact.form,
        status=contact.status,
        date=contact.date,
        place=contact.place,
        headline=contact.headline,
        background=contact.background,
        lead=sighting.lead,
        first_seen=_time(report),
        last_seen=_time(report),
        sightings=[report],
        sighting_count=1,
        sources=_sources([report]),
        history=[Step(status=contact.status, article=sighting.article.id, published=_time(report))],
    )
    if contact.background:
        return Decision(Reason.BACKGROUND, [record])
    if not sighting.lead:
        return Decision(Reason.LINKED, [record])
    record.revision = 1
    alert = contact_alert("contact.new", record, report, policy, before=None)
    record.last_alert = alert.id
    return Decision(Reason.NEW_RECORD, [record], [alert])


def _join(known: ContactRecord, sighting: Sighting, contact: Contact, policy: Policy) -> Decision:
    report = _report(sighting, contact)
    record = msgspec.structs.replace(
        known,
        sightings=kept([*known.sightings, report]),
        sighting_count=known.sighting_count + 1,
        headline=known.headline or contact.headline,
        background=known.background and contact.background,
        date=_sharper(known, contact),
        place=known.place or contact.place,
        participants=_merged(known, contact),
        first_seen=min(filter(None, (known.first_seen, _time(report))), default=None),
        last_seen=max(filter(None, (known.last_seen, _time(report))), default=None),
    )
    record.sources = _sources(record.sightings)
    before = known.status
    fold(record)
    if record.status != before:
        step = Step(status=record.status, article=sighting.article.id, published=_time(report))
        record.history = [*known.history, step]
    silent = record.background or not record.lead
    if not silent and known.revision == 0:
        return _raised(record, report, policy, "contact.new", None, Reason.NEW_RECORD)
    if not silent and record.status != before:
        return _raised(record, report, policy, "contact.changed", before, Reason.STATUS_CHANGED)
    late = _order(report) < max(_order(s) for s in known.sightings)
    return Decision(Reason.OLDER_REPORT if late else Reason.JOINED, [record])


def _raised(
    record: ContactRecord,
    report: RecordSighting,
    policy: Policy,
    kind: AlertKind,
    before: Status | None,
    outcome: Reason,
) -> Decision:
    record.revision += 1
    alert = contact_alert(kind, record, report, policy, before=before)
    record.last_alert = alert.id
    return Decision(outcome, [record], [alert])


def fold(record: ContactRecord) -> None:
    """Set the state by the latest report (published, finality, article id). What took place is planned no more."""
    ordered = sorted(record.sightings, key=_order)
    status = ordered[0].status
    for report in ordered[1:]:
        if not (status == "held" and report.status in ("planned", "possible")):
            status = report.status
    record.status = status


def kept(reports: list[RecordSighting]) -> list[RecordSighting]:
    """At most MAX_SIGHTINGS: the founding one and the latest."""
    if len(reports) <= MAX_SIGHTINGS:
        return reports
    return [reports[0], *reports[-(MAX_SIGHTINGS - 1) :]]


def _order(report: RecordSighting) -> tuple[str, int, str]:
    return (_time(report) or "", FINALITY[report.status], report.article.id)


def _time(report: RecordSighting) -> str | None:
    return report.article.published or report.article.arrived


def _sources(reports: list[RecordSighting]) -> list[str]:
    return sorted({r.article.source or r.article.id for r in reports})


def _sharper(known: ContactRecord, contact: Contact) -> DateWindow | None:
    """The narrower of two dates; the known one where both are as narrow."""
    if known.date is None or contact.date is None:
        return known.date or contact.date

    def days(start: str, end: str | None) -> int:
        return (date.fromisoformat(end or start) - date.fromisoformat(start)).days

    narrower = days(contact.date.start, contact.date.end) < days(known.date.start, known.date.end)
    return contact.date if narrower else known.date


def _merged(known: ContactRecord, contact: Contact) -> list[Participant]:
    """A side that had no name gets the names that this report gives it."""
    named = {p.affiliation for p in known.participants if p.name}
    told = {p.affiliation for p in contact.participants if p.name}
    kept_ones = [p for p in known.participants if p.affiliation in named or p.affiliation not in told]
    new = [p for p in contact.participants if p.name and p.affiliation not in named]
    return [*kept_ones, *new]


def _report(sighting: Sighting, contact: Contact) -> RecordSighting:
    return RecordSighting(
        article=sighting.article,
        contact=contact.id,
        status=contact.status,
        date=contact.date,
        place=contact.place,
        evidence=contact.evidence[0] if contact.evidence else None,
        headline=contact.headline,
    )
