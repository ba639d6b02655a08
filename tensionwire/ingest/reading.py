"""Files to articles: each is opened, and read by the reader that its ending or its beginning asks for."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from tensionwire.ingest.outcome import Outcome, Place, Refused
from tensionwire.ingest.readers import BY_ENDING, Reader, json_file, jsonl, text
from tensionwire.ingest.readers.jsonl import BOM, LINE_BYTES
from tensionwire.ingest.sources import STDIN, sources

STDIN_NAME = "(stdin)"
# A text may well begin with a bracket ("[dpa] Berlin - ..."); an array of articles begins with `[{`, or ends the line.
ARRAY = re.compile(rb"^\s*\[\s*(\{|\]|$)")


def read(paths: Iterable[str | Path]) -> Iterator[Outcome]:
    """Every article behind `paths` in order, and a refusal for whatever is none. Never raises for what it finds.

    `paths` are files, folders, patterns and `-` (standard input). A line of JSON Lines is an article of its own, so
    is an element of a JSON array; a text file is one article.
    """
    for source in sources(paths):
        if isinstance(source, Refused):
            yield source
            continue
        try:
            if str(source) == STDIN:
                yield from _read(STDIN_NAME, "", sys.stdin.buffer)
            else:
                with source.open("rb") as stream:
                    yield from _read(str(source), source.suffix.lower(), stream)
        except OSError as error:
            detail = f"cannot be read: {error.strerror or error}"
            yield Refused(Place(str(source), 0), "unreadable", detail)


def _read(name: str, ending: str, stream: BinaryIO) -> Iterator[Outcome]:
    reader = BY_ENDING.get(ending)
    if reader is not None and reader is not json_file.read:
        return reader(name, stream)
    head = _head(stream)
    whole = cast(BinaryIO, io.BufferedReader(_Replayed(head, stream)))
    return _by_content(head, reader)(name, whole)


def _by_content(head: bytes, by_ending: Reader | None) -> Reader:
    """JSON Lines where the first line is a whole object; else as the ending says; else JSON or text by its start."""
    lines = head.removeprefix(BOM).strip()
    first = lines.split(b"\n", 1)[0]
    if first.startswith(b"{") and _parses(first):
        return jsonl.read
    if by_ending is not None:
        return by_ending
    return json_file.read if first.startswith(b"{") or ARRAY.match(first) else text.read


def _parses(line: bytes) -> bool:
    try:
        msgspec.json.decode(line, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _head(stream: BinaryIO) -> bytes:
    """The beginning of a stream, up to the end of its first line that is not blank."""
    head = b""
    while line := stream.readline(LINE_BYTES):
        head += line
        if head.removeprefix(BOM).strip() or len(head) > LINE_BYTES:
            break
    return head


class _Replayed(io.RawIOBase):
    """A stream whose beginning has been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)
