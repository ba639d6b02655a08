"""The reports of a record: their order, which are kept, and which tell it independently."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tensionwire.contracts.record import MAX_SIGHTINGS, RecordSighting, Step
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import Contact, Status

FINALITY: dict[Status, int] = {"possible": 0, "planned": 1, "cancelled": 2, "held": 3}
COPY = 0.5  # of the smaller sketch's hashes: from here on an article is a near-copy
LEAST_HASHES = 3  # what is shorter is too short to be told by


def report_of(sighting: Sighting, contact: Contact, places: Mapping[str, str]) -> RecordSighting:
    """A sighting as a record keeps it. `places` gives the state of a place, in lower case."""
    return RecordSighting(
        article=sighting.article,
        contact=contact.id,
        status=contact.status,
        date=contact.date,
        place=contact.place,
        country=places.get(contact.place.lower()) if contact.place else None,
        evidence=contact.evidence[0] if contact.evidence else None,
        headline=contact.headline,
        background=contact.background,
        lead=sighting.lead,
        form=contact.form,
        participants=contact.participants,
        topics=sighting.topics,
        tension=sighting.tension,
    )


def time_of(report: RecordSighting) -> str | None:
    """When it was published, else when it arrived."""
    return report.article.published or report.article.arrived


def arrival_of(report: RecordSighting) -> str:
    """When it arrived, offline when it was published; empty where neither is known."""
    return report.article.arrived or report.article.published or ""


def order_of(report: RecordSighting) -> tuple[str, int, str, str]:
    """The order in which reports are believed: published, finality, article id. Never by arrival."""
    return (time_of(report) or "", FINALITY[report.status], report.article.id, report.contact)


def kept(reports: Sequence[RecordSighting], moving: Sequence[RecordSighting]) -> list[RecordSighting]:
    """At most MAX_SIGHTINGS of `reports`: the founding one (the first), those that moved the record, the latest."""
    if len(reports) <= MAX_SIGHTINGS:
        return list(reports)
    needed = {id(reports[0]), id(moving[0]), *(id(r) for r in moving[-(MAX_SIGHTINGS // 2) :])}
    newest = sorted(reports, key=order_of, reverse=True)
    needed |= {id(r) for r in [r for r in newest if id(r) not in needed][: MAX_SIGHTINGS - len(needed)]}
    return [r for r in reports if id(r) in needed]


def latest(reports: Sequence[RecordSighting], history: Sequence[Step]) -> list[RecordSighting]:
    """`reports`, of which the last is the newest, without the one that can be spared where they are too many."""
    if len(reports) <= MAX_SIGHTINGS:
        return list(reports)
    moved = {step.article for step in history}
    spared = next((n for n in range(1, len(reports) - 1) if reports[n].article.id not in moved), 1)
    return [*reports[:spared], *reports[spared + 1 :]]


def is_copy(one: ArticleRef, other: ArticleRef) -> bool:
    """True where most of what one article says is in the other, sentence by sentence."""
    shared = len(set(one.fingerprint).intersection(other.fingerprint))
    return _enough(shared, len(one.fingerprint), len(other.fingerprint))


def _enough(shared: int, size: int, other: int) -> bool:
    least = min(size, other)
    return least >= LEAST_HASHES and shared >= COPY * least


def copies(article: ArticleRef, reports: Sequence[RecordSighting]) -> bool:
    """True where the article is a near-copy of one of those behind `reports`."""
    mine = set(article.fingerprint)
    return bool(mine) and any(
        _enough(len(mine.intersection(r.article.fingerprint)), len(mine), len(r.article.fingerprint)) for r in reports
    )


def sources_of(reports: Sequence[RecordSighting]) -> list[str]:
    """The sources that tell it independently, sorted: a near-copy of an earlier report counts with it."""
    sources: set[str] = set()
    holding: dict[int, list[int]] = {}  # a hash, and the places of the earlier reports whose sketch holds it
    ordered = sorted(reports, key=order_of)
    for place, report in enumerate(ordered):
        hashes = report.article.fingerprint
        shared = Counter(other for h in hashes if h in holding for other in holding[h])
        if not any(_enough(n, len(hashes), len(ordered[o].article.fingerprint)) for o, n in shared.items()):
            sources.add(report.article.source or report.article.id)
        for h in hashes:
            holding.setdefault(h, []).append(place)
    return sorted(sources)
