"""When the same people met last."""

from datetime import date

from alerts.identity import of_record
from alerts.identity.view import same_person
from alerts.subject import Subject
from tensionwire.contracts.record import ContactRecord

FACE_TO_FACE = frozenset({"meeting", "negotiation", "conference"})
LOOKED_AT = 200  # records before this one; more of one subject in one window are not looked through


def last_met(subject: Subject, record: ContactRecord) -> date | None:
    """The day of the last known meeting of the same named people, of both sides, before this one."""
    if record.form not in FACE_TO_FACE:
        return None
    start = of_record(record).days.start
    sides = list(dict.fromkeys(p.affiliation for p in record.participants))[:2]
    for day, other in subject.met_before(start, LOOKED_AT):
        if other.id != record.id and all(_shared(record, other, side) for side in sides):
            return day
    return None


def _shared(record: ContactRecord, other: ContactRecord, side: str) -> bool:
    return any(
        same_person(p, q)
        for p in record.participants
        if p.affiliation == side
        for q in other.participants
        if q.affiliation == side
    )
