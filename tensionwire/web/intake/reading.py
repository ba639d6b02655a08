"""A body to articles, by its content type; whatever is wrong with it is said for each article."""

from typing import Any

import msgspec

from tensionwire.contracts.article import Article
from tensionwire.contracts.heartbeat import is_heartbeat
from tensionwire.contracts.wire import BadArticle, read_article
from tensionwire.ingest.message import Message, message
from tensionwire.ingest.outcome import Refused
from tensionwire.web.problem import Problem

JSON = "application/json"
LINES = ("application/x-ndjson", "application/jsonl")
EVENT, EVENTS = "application/cloudevents+json", "application/cloudevents-batch+json"
TEXT = "text/plain"
TAKEN = (JSON, *LINES, EVENT, EVENTS, TEXT)

MOST_ARTICLES = 5_000
NAMED = 20  # faults that an answer lists


def read(body: bytes, content_type: str, charset: str | None) -> list[Message]:
    """The messages for the articles in a body. Raises Problem: nothing is taken of a body with a fault in it."""
    if content_type not in TAKEN:
        raise Problem(415, f"send {', '.join(TAKEN)}; it was {content_type[:100]!r}")
    if (charset or "utf-8").lower() not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, "send UTF-8")
    parts = _parts(body, content_type)
    if not parts:
        raise Problem(422, "there is no article in it; send at least one")
    if len(parts) > MOST_ARTICLES:
        raise Problem(
            413, f"{len(parts):,} articles, and one request may have {MOST_ARTICLES:,}: send several requests"
        )
    inner = b"application/cloudevents+json" if content_type in (EVENT, EVENTS) else None
    if inner is None and content_type != TEXT:
        inner = b"application/json"
    messages: list[Message] = []
    faults: list[dict[str, Any]] = []
    large = False
    for place, part in enumerate(parts):
        try:
            article = read_article(part, [("content-type", inner)] if inner else [("content-type", b"text/plain")])
            _check(article)
            made = message(article)
            if isinstance(made, Refused):
                raise BadArticle(made.reason, made.detail)
            messages.append(made)
        except BadArticle as error:
            large = large or error.reason == "too-large"
            faults.append({"index": place, "reason": error.reason, "detail": str(error)[:300]})
    if faults:
        said = (
            f"{len(faults)} of {len(parts)} articles cannot be taken, so none was: mend them (`errors`) and send again"
        )
        status = 413 if large else 422
        raise Problem(status, said, errors=faults[:NAMED])
    return messages


def _parts(body: bytes, content_type: str) -> list[bytes]:
    if content_type == TEXT:
        return [body]
    if content_type in LINES:
        return [line for line in body.split(b"\n") if line.strip()]
    try:
        found = msgspec.json.decode(body, type=msgspec.Raw)
        first = bytes(found).lstrip()[:1]
        if first == b"[" and content_type != EVENT:
            return [bytes(part) for part in msgspec.json.decode(body, type=list[msgspec.Raw])]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(400, f"the body is no JSON: {error}") from error
    if first != b"{":
        raise Problem(422, "send an object (one article) or an array of them")
    return [body]


def _check(article: Article) -> None:
    if is_heartbeat(article.id):
        raise BadArticle("wrong-type", "ids of this kind are Tensionwire's own: give another `id`, or none")
