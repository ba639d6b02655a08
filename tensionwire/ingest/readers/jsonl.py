"""JSON Lines: each line is one article as a JSON object. Any number of lines takes the memory of one."""

from collections.abc import Iterator
from typing import BinaryIO

from tensionwire.contracts.topics import ARTICLE_BYTES
from tensionwire.contracts.wire import BadArticle, read_article
from tensionwire.ingest.outcome import Outcome, Place, Read, Refused

# JSON writes a character as up to six bytes (\u00e4), so a line that is longer holds no article of a legal size.
LINE_BYTES = 8 * ARTICLE_BYTES
BOM = b"\xef\xbb\xbf"
AS_JSON = (("content-type", b"application/json"),)


def read(name: str, stream: BinaryIO) -> Iterator[Outcome]:
    """Each line that is not blank: its article, or a refusal with its number. Lines end with LF or CR LF."""
    number, empty = 0, True
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(BOM)
        if not line.strip():
            continue
        empty = False
        if len(line) > LINE_BYTES:
            yield _too_long(name, number, len(line) + _rest_of_line(stream, line))
        else:
            yield one(Place(name, number), line)
    if empty:
        yield Refused(Place(name, 0), "empty", "the file is empty: nothing to read")


def one(place: Place, raw: bytes) -> Outcome:
    """The article in one JSON object, or why it is none."""
    try:
        return Read(place, read_article(raw, AS_JSON), len(raw))
    except BadArticle as error:
        # on a line of its own there is no doubt that JSON was meant
        said = f"does not parse as JSON: {error.__cause__}" if error.reason == "bad-json" else str(error)
        return Refused(place, error.reason, said, len(raw))


def _too_long(name: str, number: int, size: int) -> Refused:
    detail = f"the line has {size:,} bytes, an article may have {ARTICLE_BYTES:,}: one line is one article"
    return Refused(Place(name, number), "too-large", detail, size)


def _rest_of_line(stream: BinaryIO, line: bytes) -> int:
    size = 0
    while line and not line.endswith(b"\n"):
        line = stream.readline(LINE_BYTES)
        size += len(line)
    return size
