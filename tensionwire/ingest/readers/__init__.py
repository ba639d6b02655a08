"""One reader a format: a name for the places and an open binary stream in, articles and refusals out."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from tensionwire.ingest.outcome import Outcome
from tensionwire.ingest.readers import json_file, jsonl, text

Reader = Callable[[str, BinaryIO], Iterator[Outcome]]

# What a file's ending says; in a folder only these are read. Whatever else is named is read by its content.
BY_ENDING: dict[str, Reader] = {
    ".json": json_file.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".txt": text.read,
    ".md": text.read,
}
