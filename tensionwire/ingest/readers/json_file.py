"""A JSON file: one article as an object, or an array of them."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from tensionwire.ingest.outcome import Outcome, Place, Refused
from tensionwire.ingest.readers.jsonl import BOM, one
from tensionwire.ingest.readers.text import UTF16

_array = msgspec.json.Decoder(list[msgspec.Raw])
_value = msgspec.json.Decoder(msgspec.Raw)
AT_BYTE = re.compile(r"\(byte (\d+)\)")


def read(name: str, stream: BinaryIO) -> Iterator[Outcome]:
    """The article, or each article of the array, with the line on which it begins; the file is held in memory.

    A file that does not parse is refused as a whole, with the line of the mistake.
    """
    raw = stream.read()
    data = raw.removeprefix(BOM)
    start = len(data) - len(data.lstrip())
    if start == len(data):
        yield Refused(Place(name, 0), "empty", "the file is empty: nothing to read", len(raw))
        return
    is_array = data[start : start + 1] == b"["
    try:
        parts = [bytes(p) for p in _array.decode(data)] if is_array else [bytes(_value.decode(data))]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield _broken(name, raw, data, error)
        return
    if not parts:
        yield Refused(Place(name, 0), "empty", "the array is empty: nothing to read", len(raw))
    line, at = 1, 0
    for part in parts:
        # between the parts stand only spaces and commas, so the next one is found where it begins
        begins = data.index(part, at)
        line += data.count(b"\n", at, begins)
        yield one(Place(name, line), part)
        line += part.count(b"\n")
        at = begins + len(part)


def _broken(name: str, raw: bytes, data: bytes, error: Exception) -> Refused:
    if raw.startswith(UTF16):
        return Refused(Place(name, 0), "not-utf8", "the file is UTF-16: save it as UTF-8", len(raw))
    found = AT_BYTE.search(str(error))
    if isinstance(error, RecursionError):
        line, what = 1, "it is nested too deeply"
    elif found:
        line, what = data.count(b"\n", 0, int(found[1])) + 1, str(error)[: found.start()].strip()
    else:
        line, what = data.count(b"\n", 0, len(data.rstrip())) + 1, "it breaks off"
    detail = f"does not parse as JSON: {what}. An article is an object with a field `text`; JSON Lines end with .jsonl"
    return Refused(Place(name, line), "bad-json", detail, len(raw))
