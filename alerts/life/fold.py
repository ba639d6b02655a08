"""What all reports of a record say together. The result depends on the set of reports, never on their arrival."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from alerts.identity.view import same_person
from alerts.life.reports import arrival_of, kept, latest, order_of, sources_of, time_of
from tensionwire.contracts.record import ContactRecord, RecordSighting, Step
from tensionwire.contracts.tagged import DateWindow, Participant, Status

NOT_YET: frozenset[Status] = frozenset({"planned", "possible"})


class _State(NamedTuple):
    """What the reports up to one of them tell."""

    status: Status
    when: DateWindow | None
    place: str | None
    country: str | None
    participants: list[Participant]


def fold(
    record: ContactRecord, reports: Sequence[RecordSighting], count: int, sources: list[str] | None = None
) -> ContactRecord:
    """`record` as `reports` (at least one; the founding one first) tell it. `count` is that of all reports ever.

    Where not all of those are carried any more, `sources` are the record's with what is new.
    """
    ordered = sorted(reports, key=order_of)
    first = ordered[0]
    state = _State(first.status, first.date, first.place, first.country, list(first.participants))
    history, moving = [_step(first, state)], [first]
    for report in ordered[1:]:
        before, state = state, _next(state, report)
        if state != before:
            moving.append(report)
        if state[:3] != before[:3]:
            history.append(_step(report, state))
    times = [t for t in map(time_of, ordered) if t]
    whole = len(reports) == count
    return msgspec.structs.replace(
        record,
        sightings=kept(reports, moving),
        sighting_count=count,
        participants=state.participants,
        form=first.form or record.form,
        status=state.status,
        date=state.when,
        place=state.place,
        country=state.country,
        headline=any(r.headline for r in reports) or (not whole and record.headline),
        background=all(r.background for r in reports) and (whole or record.background),
        lead=any(r.lead for r in reports) or (not whole and record.lead),
        first_seen=min([*times, *([record.first_seen] if not whole and record.first_seen else [])], default=None),
        last_seen=max([*times, *([record.last_seen] if not whole and record.last_seen else [])], default=None),
        touched=max([*map(arrival_of, ordered), *([record.touched] if not whole and record.touched else [])]) or None,
        sources=sources_of(reports) if whole else sorted({*record.sources, *(sources or ())}),
        history=history,
        topics=_topics({}, reports),
        tension=max((r.tension for r in reports), key=abs, default=0.0),
    )


def extended(record: ContactRecord, report: RecordSighting, copy: bool) -> ContactRecord:
    """`fold` with one more report, at no cost of those that are there where it was published after all of them.

    `copy` says that it is a near-copy of one of them.
    """
    time, last = time_of(report), record.last_seen
    source = report.article.source or report.article.id
    if time is None or last is None or time <= last or not record.sightings:
        return fold(record, [*record.sightings, report], record.sighting_count + 1, [] if copy else [source])
    before = _State(record.status, record.date, record.place, record.country, record.participants)
    state = _next(before, report)
    moved = state[:3] != before[:3]
    return msgspec.structs.replace(
        record,
        sightings=latest([*record.sightings, report], record.history),
        sighting_count=record.sighting_count + 1,
        participants=state.participants,
        status=state.status,
        date=state.when,
        place=state.place,
        country=state.country,
        headline=record.headline or report.headline,
        background=record.background and report.background,
        lead=record.lead or report.lead,
        last_seen=time,
        touched=max(record.touched or "", arrival_of(report)) or None,
        sources=record.sources if copy else sorted({*record.sources, source}),
        history=[*record.history, _step(report, state)] if moved else record.history,
        topics=_topics(record.topics, [report]),
        tension=report.tension if abs(report.tension) > abs(record.tension) else record.tension,
    )


def _next(state: _State, report: RecordSighting) -> _State:
    status = state.status if state.status == "held" and report.status in NOT_YET else report.status
    place, country = state.place, state.country
    # what is to come can move to another state; within one, papers name the town or the house as they like
    moved = country and report.country and country != report.country and state.status in NOT_YET
    if place is None or moved:
        place, country = report.place, report.country
    return _State(
        status,
        sharper(state.when, report.date),
        place,
        country,
        merged(state.participants, report.participants),
    )


def sharper(known: DateWindow | None, told: DateWindow | None) -> DateWindow | None:
    """The date after a further report: the narrower one where both touch, else the later told: it was moved."""
    if known is None or told is None or known == told:
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
    if all(new in known for new in told):
        return list(known)
    found = list(known)
    for new in told:
        if new.name:
            place = next(
                (i for i, old in enumerate(found) if old.affiliation == new.affiliation and same_person(old, new)), None
            )
            if place is None:
                found.append(new)
            elif len(new.name.split()) > len((found[place].name or "").split()):
                known_id = new.wikidata_id or found[place].wikidata_id
                found[place] = msgspec.structs.replace(new, role=new.role or found[place].role, wikidata_id=known_id)
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


def _step(report: RecordSighting, state: _State) -> Step:
    return Step(
        status=state.status, article=report.article.id, published=time_of(report), date=state.when, place=state.place
    )


def _topics(known: Mapping[str, float], reports: Sequence[RecordSighting]) -> dict[str, float]:
    found = dict(known)
    for report in reports:
        for topic, weight in report.topics.items():
            found[topic] = max(weight, found.get(topic, 0.0))
    return dict(sorted(found.items()))
