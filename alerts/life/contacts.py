"""A sighting of a contact: it joins the record that it tells, or founds a new one."""

from alerts.decision import Decision
from alerts.identity import LIKE, View, likeness, of_sighting
from alerts.life.changes import changes
from alerts.life.fold import extended, fold
from alerts.life.merge import merge
from alerts.life.reports import copies, report_of, time_of
from alerts.life.visits import linked
from alerts.policy import Policy
from alerts.raising import contact_alert
from alerts.reasons import Reason
from alerts.subject import Subject
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import ContactRecord, Record, RecordSighting
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.tagged import Contact

CLEARLY = 1.0  # likeness by which one contact of an article is preferred to another


def decide_contact(subject: Subject, sighting: Sighting, policy: Policy) -> Decision:
    """Join the record that this sighting tells, or found a new one."""
    contact = sighting.contact
    if contact is None:
        raise ValueError(f"the sighting {sighting.id} is of kind contact and carries none")
    known = _told_before(subject, sighting, contact)
    if known is not None:
        return Decision(known)
    report, view = report_of(sighting, contact, policy.places), of_sighting(sighting, contact)
    fitting = _fitting(subject, sighting, view)
    if not fitting:
        return _found(subject, sighting, contact, report, policy)
    return _join(subject, fitting[0], report, policy)


def _told_before(subject: Subject, sighting: Sighting, contact: Contact) -> Reason | None:
    """KNOWN for a repeat, OLDER_VERSION where a newer version was told, None for what is to be decided."""
    rank = sighting.article.rank
    told = [
        s
        for r in subject.telling(sighting.article.id)
        if isinstance(r, ContactRecord)
        for s in r.sightings
        if s.article.id == sighting.article.id
    ]
    # a correction without a version of its own has the same contact id: its rank tells it from a repeat
    if any(s.contact == contact.id and s.article.rank >= rank for s in told):
        return Reason.KNOWN
    return Reason.OLDER_VERSION if any(s.article.rank > rank for s in told) else None


def _fitting(subject: Subject, sighting: Sighting, view: View) -> list[ContactRecord]:
    """The records that this sighting can tell, the likeliest first; of equal ones the earlier born."""
    found = []
    telling = {r.id: r for r in subject.telling(sighting.article.id)}
    for record in subject.near(view):
        if (
            record.withdrawn
            or record.alias_of is not None
            or (record.id in telling and _same_version(record, sighting))
        ):
            continue
        theirs = subject.view(record.id)
        like = likeness(view, theirs)
        if like is None or like < LIKE or not (sighting.lead or _sure(view, theirs)):
            continue
        if not _left_to_another(sighting, theirs, like):
            found.append((-like, record.first_seen or "", record.id, record))
    return [record for *_, record in sorted(found, key=lambda f: f[:3])]


def _left_to_another(sighting: Sighting, record: View, like: float) -> bool:
    """True where a contact that follows in the same article is clearly more like the record."""
    others = (likeness(of_sighting(sighting, other), record) for other in sighting.later)
    return any(other is not None and other >= like + CLEARLY for other in others)


def _same_version(record: ContactRecord, sighting: Sighting) -> bool:
    """True where this version of the article tells the record already: its sightings are different contacts."""
    article = sighting.article
    return any(s.article.id == article.id and s.article.rank == article.rank for s in record.sightings)


def _sure(one: View, other: View) -> bool:
    """A contact of three sides is only linked where both name the day, or all people: the pair's own are not taken."""
    if one.days.firm and other.days.firm:
        return one.days.apart(other.days) == 0
    return all(any(p.name for p in side) for view in (one, other) for side in view.sides.values())


def _found(subject: Subject, sighting: Sighting, contact: Contact, report: RecordSighting, policy: Policy) -> Decision:
    born = ContactRecord(
        id=stable_id(sighting.subject, sighting.article.id, contact.id),
        subject=sighting.subject,
        participants=contact.participants,
        form=contact.form,
        status=contact.status,
    )
    record = fold(born, [report], 1)
    records = linked(subject, record)
    record = records[0]
    if record.background:
        return Decision(Reason.BACKGROUND, list(records))
    if not record.lead:
        return Decision(Reason.LINKED, list(records))
    alert = _raise(record, report, policy, subject, None, ["first-report"])
    return Decision(Reason.NEW_RECORD, list(records), [alert])


def _join(subject: Subject, known: ContactRecord, report: RecordSighting, policy: Policy) -> Decision:
    copy = copies(report.article, known.sightings)
    record = joined = extended(known, report, copy)
    records: list[Record] = [joined]
    aliases: list[ContactRecord] = []
    if _looks(joined) != _looks(known):  # what looks as before is like nothing new
        record, aliases = merge(subject, joined, [known.id])
        record, *others = linked(subject, record)
        records = [record, *others, *aliases]
    late = (time_of(report) or "") < (known.last_seen or "")
    quiet = Reason.OLDER_REPORT if late else Reason.NEAR_COPY if copy else Reason.MERGED if aliases else Reason.JOINED
    if record.background or not report.lead:
        return Decision(quiet, records)
    if record.revision == 0 and not known.lead and record.status == known.status:
        return Decision(quiet, records)  # another dyad of the same contact has alerted it
    if record.revision == 0 and known.background:
        return Decision(Reason.NEW_RECORD, records, [_raise(record, report, policy, subject, None, ["first-report"])])
    # what a merge alone brings together raises nothing
    moved = [] if late or record.status != joined.status else changes(known, joined)
    if not moved:
        return Decision(quiet, records)
    alert = _raise(record, report, policy, subject, known, [code for _, code in moved])
    return Decision(moved[0][0], records, [alert])


def _looks(record: ContactRecord) -> tuple[object, ...]:
    """What identity looks at."""
    return record.participants, record.date, record.place, record.status


def _raise(
    record: ContactRecord,
    report: RecordSighting,
    policy: Policy,
    subject: Subject,
    before: ContactRecord | None,
    why: list[str],
) -> Alert:
    """Count the revision and make its alert. Changes `record`, which no one else holds yet."""
    record.revision += 1
    alert = contact_alert(record, report, policy, before=before, why=why, subject=subject)
    record.last_alert = alert.id
    return alert
