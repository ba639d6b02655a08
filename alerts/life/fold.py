"""What all reports of a record say together. The result depends on the set of reports, never on their arrival."""

from collections.abc import Sequence
from datetime import date

import msgspec

from alerts.identity.view import same_person
from alerts.life.reports import arrival_of, kept, order_of, sources_of, time_of
from tensionwire.contracts.record import ContactRecord, RecordSighting, Step
from tensionwire.contracts.tagged import DateWindow, Participant, Status

NOT_YET: frozenset[Status] = frozenset({"planned", "possible"})


def fold(record: ContactRecord, reports: Sequence[RecordSighting], count: int) -> ContactRecord:
    """`record` as `reports` (at least one; the founding one first) tell it. `count` is that of all reports ever."""
    ordered = sorted(reports, key=order_of)
    first = ordered[0]
    status, when, place = first.status, first.date, first.place
    participants = list(first.participants)
    history, moving = [_step(first, status, when, place)], [first]
    for report in ordered[1:]:
        before = (status, when, place, participants)
        status = status if status == "held" and report.status in NOT_YET else report.status
        when = sharper(when, report.date)
        place = place or report.place
        participants = merged(participants, report.participants)
        if (status, when, place, participants) != before:
            moving.append(report)
        if (status, when, place) != before[:3]:
            history.append(_step(report, status, when, place))
    times = [t for t in map(time_of, ordered) if t]
    whole = len(reports) == count
    return msgspec.structs.replace(
        record,
        sightings=kept(reports, moving),
        sighting_count=count,
        participants=participants,
        form=first.form or record.form,
        status=status,
        date=when,
        place=place,
        headline=any(r.headline for r in reports) or (not whole and record.headline),
        background=all(r.background for r in reports) and (whole or record.background),
        lead=any(r.lead for r in reports) or (not whole and record.lead),
        first_seen=min([*times, *([record.first_seen] if not whole and record.first_seen else [])], default=None),
        last_seen=max([*times, *([record.last_seen] if not whole and record.last_seen else [])], default=None),
        touched=max([*map(arrival_of, ordered), *([record.touched] if not whole and record.touched else [])]) or None,
        sources=sources_of(reports) if whole else sorted({*record.sources, *sources_of(reports)}),
        history=history,
        topics=_topics(reports),
        tension=max((r.tension for r in reports), key=abs, default=0.0),
    )


def sharper(known: DateWindow | None, told: DateWindow | None) -> DateWindow | None:
    """The date after a further report: the narrower one where both touch, else the later told: it was moved."""
    if known is None or told is None:
        return known or told
    if told.start <= (known.end or known.start) and known.start <= (told.end or told.start):
        return told if _days(told) < _days(known) else known
    if (
        _days(known) == _days(told) == 0
        and abs(date.fromisoformat(told.start) - date.fromisoformat(known.start)).days <= 1
    ):
        return known  # one night, told from two time zones
    return told if _days(told) <= _days(known) else known


def merged(known: Sequence[Participant], told: Sequence[Participant]) -> list[Participant]:
    """The participants after a further report: names replace offices of their side; the fuller name stays."""
    found = list(known)
    for new in told:
        if new.name:
            place = next(
                (i for i, old in enumerate(found) if old.affiliation == new.affiliation and same_person(old, new)), None
            )
            if place is None:
                found.append(new)
            elif len(new.name.split()) > len((found[place].name or "").split()):
                found[place] = msgspec.structs.replace(new, role=new.role or found[place].role)
            elif found[place].role is None and new.role:
                found[place] = msgspec.structs.replace(found[place], role=new.role)
        elif not any(old.affiliation == new.affiliation and (old.name or old.role or not new.role) for old in found):
            found.append(new)
    named = {p.affiliation for p in found if p.name}
    offices = {p.affiliation for p in found if p.role}
    return [
        p
        for p in dict.fromkeys(found)
        if p.name or (p.affiliation not in named and (p.role or p.affiliation not in offices))
    ]


def _days(window: DateWindow) -> int:
    return (date.fromisoformat(window.end or window.start) - date.fromisoformat(window.start)).days


def _step(report: RecordSighting, status: Status, when: DateWindow | None, place: str | None) -> Step:
    return Step(status=status, article=report.article.id, published=time_of(report), date=when, place=place)


def _topics(reports: Sequence[RecordSighting]) -> dict[str, float]:
    found: dict[str, float] = {}
    for report in reports:
        for topic, weight in report.topics.items():
            found[topic] = max(weight, found.get(topic, 0.0))
    return dict(sorted(found.items()))
