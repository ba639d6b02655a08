"""An official's visit and the meetings in it are records of their own, linked."""

import msgspec

from alerts.identity import View, of_record
from alerts.identity.view import same_person
from alerts.subject import Subject
from tensionwire.contracts.record import ContactRecord


def linked(subject: Subject, record: ContactRecord) -> list[ContactRecord]:
    """`record` first, with its links; then the other records that gained a link to it."""
    if record.form == "call":
        return [record]
    view = of_record(record)
    found = [r for r in subject.near(view, moved=False) if _belongs(record, view, r, subject)]
    mine = msgspec.structs.replace(record, links=sorted({*record.links, *(r.id for r in found)}))
    return [
        mine,
        *(msgspec.structs.replace(r, links=sorted({*r.links, record.id})) for r in found if record.id not in r.links),
    ]


def _belongs(record: ContactRecord, view: View, other: ContactRecord, subject: Subject) -> bool:
    """True where one is a visit, the other a meeting, somebody named takes part in both, and their days touch."""
    if (record.form == "visit") == (other.form == "visit") or other.form == "call":
        return False
    if other.id == record.id or other.withdrawn or other.alias_of is not None:
        return False
    theirs = subject.view(other.id)
    if not (view.days.firm and theirs.days.firm and view.days.touches(theirs.days, 1)):
        return False
    return any(same_person(p, q) for p in record.participants for q in other.participants)
