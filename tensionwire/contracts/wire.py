"""Bytes to articles and back: what a message on `articles` may be, and why one is refused."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from tensionwire.contracts.article import Article
from tensionwire.contracts.envelope import STRUCTURED, header

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")
_article = msgspec.json.Decoder(Article)


class BadArticle(Exception):
    """A message is no article. `reason` is a word for metrics and headers, the text says what to do."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class _Event(msgspec.Struct):
    """A CloudEvent in structured mode: the article is its data."""

    data: msgspec.Raw


_event = msgspec.json.Decoder(_Event)


def encode(value: Any) -> bytes:
    """A record as JSON with sorted keys: equal records are equal bytes."""
    return _encoder.encode(value)


def decode(raw: bytes, kind: type[T]) -> T:
    """A record of ours from JSON. Raises msgspec.ValidationError or msgspec.DecodeError."""
    return msgspec.json.decode(raw, type=kind)


def read_article(value: bytes | None, headers: Iterable[tuple[str, bytes | None]] | None = None) -> Article:
    """The article in a message: JSON where it begins with `{` or its content type says so, else plain UTF-8 text.

    Raises BadArticle with the reason `tombstone`, `empty`, `not-utf8`, `bad-json` or `wrong-type`.
    """
    if value is None:
        raise BadArticle("tombstone", "the message has no value; an article cannot be deleted from the topic")
    found = list(headers or ())
    content_type = (header(found, "content-type") or header(found, "ce_datacontenttype") or "").lower()
    if not value.strip():
        raise BadArticle("empty", "the message is empty; send plain text, or JSON with a field `text`")
    if content_type.startswith(STRUCTURED):
        return _json_article(_event_data(value))
    if "json" in content_type or value.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_article(value)
    try:
        return Article(text=value.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadArticle("not-utf8", f"neither JSON nor UTF-8 text: byte {error.start} cannot be read") from error


def _event_data(value: bytes) -> bytes:
    try:
        return bytes(_event.decode(value).data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadArticle("bad-json", f"not a CloudEvent in structured mode with JSON data: {error}") from error


def _json_article(value: bytes) -> Article:
    try:
        article = _article.decode(value.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        raise BadArticle("wrong-type", f"JSON, but no article: {error}; only the field `text` is required") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadArticle("bad-json", f"begins as JSON, or is typed as JSON, but does not parse: {error}") from error
    if not article.text.strip():
        raise BadArticle("empty", "the field `text` is empty; give the article's text")
    if article.id is not None and not article.id.strip():
        raise BadArticle("wrong-type", "the field `id` is empty; leave it out or give an id")
    return article
