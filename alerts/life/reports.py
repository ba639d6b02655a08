"""The reports of a record: their order, which are kept, and which tell it independently."""

from collections.abc import Sequence

from tensionwire.contracts.record import MAX_SIGHTINGS, RecordSighting
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import Contact, Status

FINALITY: dict[Status, int] = {"possible": 0, "planned": 1, "cancelled": 2, "held": 3}
COPY = 0.5  # of the smaller sketch's hashes: from here on an article is a near-copy
LEAST_HASHES = 3  # what is shorter is too short to be told by


def report_of(sighting: Sighting, contact: Contact) -> RecordSighting:
    """A sighting as a record keeps it."""
    return RecordSighting(
        article=sighting.article,
        contact=contact.id,
        status=contact.status,
        date=contact.date,
        place=contact.place,
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
    needed = {id(reports[0]), *(id(r) for r in moving[-(MAX_SIGHTINGS // 2) :])}
    latest = sorted(reports, key=order_of, reverse=True)
    needed |= {id(r) for r in [r for r in latest if id(r) not in needed][: MAX_SIGHTINGS - len(needed)]}
    return [r for r in reports if id(r) in needed]


def is_copy(one: ArticleRef, other: ArticleRef) -> bool:
    """True where most of what one article says is in the other, sentence by sentence."""
    a, b = set(one.fingerprint), set(other.fingerprint)
    least = min(len(a), len(b))
    return least >= LEAST_HASHES and len(a & b) >= COPY * least


def sources_of(reports: Sequence[RecordSighting]) -> list[str]:
    """The sources that tell it independently, sorted: a near-copy of an earlier report counts with it."""
    originals: list[RecordSighting] = []
    for report in sorted(reports, key=order_of):
        if not any(is_copy(report.article, o.article) for o in originals):
            originals.append(report)
    return sorted({r.article.source or r.article.id for r in originals})
