"""An article as a message on the topic `articles`."""

from typing import NamedTuple

from tensionwire.analysis.identity import article_id, digest
from tensionwire.contracts.article import Article
from tensionwire.contracts.envelope import Headers, headers
from tensionwire.contracts.topics import ARTICLE_BYTES, ARTICLES
from tensionwire.contracts.wire import encode
from tensionwire.ingest.outcome import Outcome, Place, Refused

STEP = "publish"
ID_BYTES = 1024  # the id stands in the key and in a header, and both count against the topic's limit
NOWHERE = Place("(article)", 0)


class Message(NamedTuple):
    """What goes to Kafka for one article."""

    place: Place
    key: bytes
    value: bytes
    headers: Headers
    size: int


def message(found: Article | Outcome) -> Message | Refused:
    """The message for an article, or why there is none: its text is empty, it or its id is too large."""
    if isinstance(found, Refused):
        return found
    place, article, size = (NOWHERE, found, 0) if isinstance(found, Article) else found
    if not article.text.strip():
        return Refused(place, "empty", "the field `text` is empty; give the article's text", size)
    try:
        value = encode(article)
        identity = article_id(article)
        key = identity.encode()
    except UnicodeEncodeError:
        return Refused(place, "not-utf8", "it holds half a character (a lone surrogate): clean its text", size)
    if len(value) > ARTICLE_BYTES:
        detail = f"{len(value):,} bytes as JSON, an article may have {ARTICLE_BYTES:,}: shorten or split it"
        return Refused(place, "too-large", detail, size)
    if len(key) > ID_BYTES:
        detail = f"its id has {len(key):,} bytes and may have {ID_BYTES:,}: give a shorter id, or none"
        return Refused(place, "too-large", detail, size)
    # the event's id is the article and its content, so that a correction is an event of its own
    event = headers(ARTICLES.name, f"{identity}:{digest(article)}", STEP)
    return Message(place, key, value, event, size)
