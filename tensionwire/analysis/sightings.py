"""From a tagged article to its sightings: one a contact and dyad, one a flashpoint; the sweep after a correction."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import combinations

import msgspec

from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.sighting import ArticleRef, Rank, Sighting
from tensionwire.contracts.tagged import Contact, FlashpointMention, TaggedArticle
from tensionwire.lexicon.calendar import YEARS

# What a record may carry of each of its articles, in code points: it travels two hundred times in one message.
MAX_TITLE, MAX_SOURCE, MAX_URL = 300, 200, 2000


def rank_of(article: TaggedArticle) -> Rank:
    """What orders the versions of one article: version, else updated (UTC), else the time of arrival."""
    return (article.version or 0, _utc(article.updated), _utc(article.arrived))


def sightings(article: TaggedArticle) -> list[Sighting]:
    """All that `article` tells, in text order, contacts first.

    A contact of three sides goes to each of its dyads, and the alphabetically first leads; one of more sides goes to
    the dyad of its two principal ones.
    """
    reference = _reference(article)
    topics = {m.topic: m.weight for m in article.flashpoints}
    told: list[Sighting] = []
    bare = [(msgspec.structs.replace(c, evidence=[]), dyads(c)) for c in article.contacts]
    for number, contact in enumerate(article.contacts):
        for place, subject in enumerate(bare[number][1]):
            told.append(
                Sighting(
                    id=stable_id("sighting", contact.id, subject),
                    subject=subject,
                    kind="contact",
                    article=reference,
                    order=len(told),
                    lead=place == 0,
                    contact=contact,
                    countries=subject.split("-"),
                    tension=article.tension.score,
                    topics=topics,
                    later=[other for other, subjects in bare[number + 1 :] if subject in subjects],
                    quote=contact.evidence[0].quote if contact.evidence else None,
                )
            )
    for mention in article.flashpoints:
        told.append(
            Sighting(
                id=stable_id("sighting", article.id, article.digest, mention.topic),
                subject=flashpoint_subject(mention),
                kind="flashpoint",
                article=reference,
                order=len(told),
                flashpoint=mention,
                countries=sorted(article.countries),
                tension=article.tension.score,
                quote=_cut(article.title, MAX_TITLE),
            )
        )
    return told


def sweeps(article: TaggedArticle, told_before: Iterable[str]) -> list[Sighting]:
    """After a correction: one sighting for each subject of the earlier version, which voids that version there."""
    reference = _reference(article)
    return [
        Sighting(
            id=stable_id("withdrawn", article.id, article.digest, subject),
            subject=subject,
            kind="withdrawn",
            article=reference,
        )
        for subject in sorted(set(told_before))
    ]


def subjects_of(article: TaggedArticle) -> list[str]:
    """The subjects on which `article` has sightings, sorted."""
    return sorted(
        {s for c in article.contacts for s in dyads(c)} | {flashpoint_subject(m) for m in article.flashpoints}
    )


def dyads(contact: Contact) -> list[str]:
    """The subjects of a contact: the pairs of its sides, codes sorted; none where all are of one side."""
    sides = list(dict.fromkeys(p.affiliation for p in contact.participants))
    if len(sides) > 3:
        sides = sides[:2]
    return sorted("-".join(sorted(pair)) for pair in combinations(sides, 2))


def flashpoint_subject(mention: FlashpointMention) -> str:
    """The subject of a flashpoint: `flashpoint:taiwan`."""
    return f"flashpoint:{mention.topic}"


def _reference(article: TaggedArticle) -> ArticleRef:
    return ArticleRef(
        id=article.id,
        rank=rank_of(article),
        title=_cut(article.title, MAX_TITLE),
        language=article.language,
        published=article.published,
        published_precision=article.published_precision,
        arrived=article.arrived,
        source=_cut(article.source, MAX_SOURCE),
        url=article.url if article.url and len(article.url) <= MAX_URL else None,
        digest=article.digest,
        fingerprint=article.fingerprint,
    )


def _cut(text: str | None, limit: int) -> str | None:
    return text if text is None or len(text) <= limit else text[: limit - 1] + "…"


def _utc(moment: str | None) -> str:
    """ISO 8601 in UTC, so that the order of the strings is the order in time; empty where it cannot be read."""
    try:
        read = datetime.fromisoformat(moment) if moment else None
    except ValueError:
        return ""
    if read is None or read.year not in YEARS:
        return ""
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="milliseconds")
