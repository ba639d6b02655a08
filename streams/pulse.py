"""The heartbeat on its way: no findings, no record; only the messages that carry it on."""

from tensionwire.analysis.sightings import rank_of
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.heartbeat import SUBJECT
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import TaggedArticle


def sighting(article: TaggedArticle) -> Sighting:
    """What streams/tag sends for a heartbeat's article."""
    reference = ArticleRef(
        id=article.id,
        rank=rank_of(article),
        language=article.language,
        published=article.published,
        arrived=article.arrived,
    )
    return Sighting(id=stable_id("heartbeat", article.id), subject=SUBJECT, kind="heartbeat", article=reference)


def alert(seen: Sighting) -> Alert:
    """What streams/decide sends for it: an alert that no receiver of the rules gets."""
    return Alert(
        id=seen.id,
        kind="heartbeat",
        record=seen.article.id,
        subject=SUBJECT,
        revision=1,
        severity="low",
        published=seen.article.published,
        arrived=seen.article.arrived,
    )
