"""The steps of the analysis, in order. A newcomer reads here what happens to an article."""

from collections.abc import Callable
from datetime import datetime

from tensionwire.analysis.clean import clean
from tensionwire.analysis.contacts import contacts
from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities import entities
from tensionwire.analysis.fingerprint import fingerprint
from tensionwire.analysis.flashpoints import flashpoints
from tensionwire.analysis.identity import article_id, digest
from tensionwire.analysis.language import language
from tensionwire.analysis.match import match
from tensionwire.analysis.officials import officials
from tensionwire.analysis.published import published
from tensionwire.analysis.received import received
from tensionwire.analysis.sentences import sentences
from tensionwire.analysis.tension import tension
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.lexicon import Lexicon

# Each takes the draft so far and adds its own findings to it.
STEPS: tuple[Callable[[Draft], None], ...] = (
    clean,
    language,
    sentences,
    match,
    entities,
    contacts,
    officials,
    flashpoints,
    tension,
    received,
)

SIZE_CAP = 100_000  # code points; what is longer is no article but an archive, and only its beginning is analysed


def draft_of(article: Article, lexicon: Lexicon, arrived: datetime | None = None) -> Draft:
    """`article` after all steps. `arrived` is its Kafka timestamp; offline None."""
    draft = Draft(
        id=article_id(article),
        text=article.text[:SIZE_CAP],
        title=article.title,
        version=article.version,
        said_language=article.language,
        published=published(article, arrived),
        lexicon=lexicon,
    )
    for step in STEPS:
        step(draft)
    return draft


def analyse(article: Article, lexicon: Lexicon, arrived: datetime | None = None) -> TaggedArticle:
    """All that `article` says. `arrived` is its Kafka timestamp; offline None. Never raises on any text."""
    draft = draft_of(article, lexicon, arrived)
    when = draft.published
    return TaggedArticle(
        id=draft.id,
        digest=digest(article),
        title=draft.headline,
        language=draft.language,
        published=when.at,
        published_basis=when.basis,
        published_precision=when.precision,
        version=article.version,
        updated=article.updated,
        arrived=arrived.isoformat(timespec="milliseconds") if arrived else None,
        source=article.source,
        url=article.url,
        entities=draft.entities,
        contacts=draft.contacts,
        flashpoints=draft.flashpoints,
        countries=draft.countries,
        tension=draft.tension,
        truncated=len(article.text) > SIZE_CAP,
        fingerprint=fingerprint(draft),
    )
