"""Two records that turn out to be one: the earlier survives, the other becomes its alias."""

from collections.abc import Iterable

import msgspec

from alerts.identity import View, likeness, of_record
from alerts.life.fold import fold
from alerts.subject import Subject
from tensionwire.contracts.record import ContactRecord

SURE = 3.5  # likeness from which two records are one, where articles named the days of both


def merge(subject: Subject, record: ContactRecord, known: Iterable[str]) -> tuple[ContactRecord, list[ContactRecord]]:
    """The record with all those merged into it that it is surely one with, and the changed other records.

    `known` are ids that are not to be looked at: the record's own. A merge alone raises nothing.
    """
    aliases: list[ContactRecord] = []
    tried = set(known)
    view = of_record(record)
    for other in _alike(subject, view, tried):
        if _same_version(record, other):
            continue
        survivor, alias = sorted((record, other), key=lambda r: (r.first_seen or "", r.id))
        reports = [*survivor.sightings, *alias.sightings]
        count = survivor.sighting_count + alias.sighting_count
        record = fold(survivor, reports, count, [*survivor.sources, *alias.sources])
        record.revision = max(survivor.revision, alias.revision)
        record.last_alert = survivor.last_alert or alias.last_alert
        record.links = sorted({*survivor.links, *alias.links} - {survivor.id, alias.id})
        aliases = [msgspec.structs.replace(a, alias_of=record.id) if a.alias_of == alias.id else a for a in aliases]
        aliases.append(
            msgspec.structs.replace(alias, alias_of=record.id, sightings=[], sighting_count=0, sources=[], links=[])
        )
        view = of_record(record)
    return record, aliases


def _alike(subject: Subject, view: View, tried: set[str]) -> list[ContactRecord]:
    found = []
    for other in subject.near(view, moved=False):
        if other.id in tried or other.withdrawn or other.alias_of is not None:
            continue
        theirs = subject.view(other.id)
        like = likeness(view, theirs) if view.days.firm and theirs.days.firm else None
        if like is not None and like >= SURE:
            found.append((-like, other.first_seen or "", other.id, other))
    return [other for *_, other in sorted(found, key=lambda f: f[:3])]


def _same_version(one: ContactRecord, other: ContactRecord) -> bool:
    """True where one version of one article tells both: they are two contacts, whatever they look like."""
    told = {(s.article.id, s.article.rank) for s in one.sightings}
    return any((s.article.id, s.article.rank) in told for s in other.sightings)
