"""Plain text in UTF-8: the whole file is one article."""

from collections.abc import Iterator
from typing import BinaryIO

from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import ARTICLE_BYTES
from tensionwire.ingest.outcome import Outcome, Place, Read, Refused

CHUNK = 1024 * 1024
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(name: str, stream: BinaryIO) -> Iterator[Outcome]:
    """The one article in `stream`, or one refusal: `empty`, `not-utf8` or `too-large`."""
    raw = stream.read(ARTICLE_BYTES + 1)
    whole = Place(name, 1)
    if len(raw) > ARTICLE_BYTES:
        size = len(raw) + sum(len(chunk) for chunk in iter(lambda: stream.read(CHUNK), b""))
        detail = f"{size:,} bytes of text, an article may have {ARTICLE_BYTES:,}: split it into its articles"
        yield Refused(Place(name, 0), "too-large", detail, size)
        return
    try:
        said = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        yield Refused(Place(name, line), "not-utf8", not_utf8(raw, error), len(raw))
        return
    if said.strip():
        yield Read(whole, Article(text=said), len(raw))
    else:
        yield Refused(Place(name, 0), "empty", "the file is empty: nothing to read", len(raw))


def not_utf8(raw: bytes, error: UnicodeDecodeError) -> str:
    """A sentence on bytes that are no UTF-8, with what to do."""
    if raw.startswith(UTF16):
        return "the file is UTF-16: save it as UTF-8"
    return f"no UTF-8 text: byte {error.start:,} cannot be read; save the file as UTF-8"
