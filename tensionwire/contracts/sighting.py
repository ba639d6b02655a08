"""One article that tells one contact or one flashpoint: the value of `sightings`."""

from typing import Literal

import msgspec

from tensionwire.contracts.article import Precision
from tensionwire.contracts.tagged import Contact, FlashpointMention

Rank = tuple[int, str, str]


class ArticleRef(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The article behind a sighting. `rank` orders the versions of one id: (version, updated, Kafka timestamp).

    `fingerprint` is the sketch of its text by which near-copies are known; see TaggedArticle.
    """

    id: str
    rank: Rank = (0, "", "")
    title: str | None = None
    language: str
    published: str | None = None
    published_precision: Precision = "unknown"
    arrived: str | None = None
    source: str | None = None
    url: str | None = None
    digest: str = ""
    fingerprint: list[int] = []


class Sighting(msgspec.Struct, omit_defaults=True, kw_only=True):
    """This article tells this contact (subject: the dyad, `CHN-USA`) or this flashpoint (subject: `flashpoint:taiwan`).

    `order` is the place in the article's text order; `later` are the contacts that follow on the same subject, without
    their evidence: a record that is more like one of them is left to it. `lead` is False on the further dyads of a
    contact of three or more sides: there it links and does not alert. A sighting of kind `withdrawn` comes after those
    of a corrected article's new version, on every subject that the earlier one told: it voids this article's sightings
    of a lower `rank` on this subject, and carries neither contact nor flashpoint.
    """

    id: str
    subject: str
    kind: Literal["contact", "flashpoint", "withdrawn", "heartbeat"]
    article: ArticleRef
    order: int = 0
    lead: bool = True
    contact: Contact | None = None
    flashpoint: FlashpointMention | None = None
    countries: list[str] = []
    tension: float = 0.0
    topics: dict[str, float] = {}
    later: list[Contact] = []
    quote: str | None = None
