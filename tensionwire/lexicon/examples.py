"""Sentences with what must be found in them: the test file that an analyst keeps beside the words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tensionwire.lexicon.compiled import Hit, Lexicon
from tensionwire.lexicon.files import LexiconError, items_of
from tensionwire.lexicon.tables import LANGUAGES

KEYS = {"text", "finds", "misses", "language"}


class Example(NamedTuple):
    """A sentence: `finds` says kind and value by word, `misses` what means nothing in it."""

    line: int
    text: str
    finds: dict[str, str]
    misses: list[str]
    language: str


class Failure(NamedTuple):
    """An example that does not hold, and why."""

    file: Path
    example: Example
    problem: str


def examples(file: Path) -> list[Example]:
    """The examples of a file. Raises LexiconError."""
    return [_example(file, line, item) for line, item in items_of(file)]


def failures(lexicon: Lexicon, file: Path) -> Iterator[Failure]:
    """The examples of `file` that `lexicon` does not meet. Raises LexiconError."""
    for example in examples(file):
        hits = list(lexicon.find(example.text, example.language))
        for word, meant in example.finds.items():
            found = [hit for hit in hits if example.text[hit.start : hit.end] == word]
            if not any(meant in _names(hit) for hit in found):
                yield Failure(file, example, f"{word!r} should be {meant}, and is {_said(found)}")
        for word in example.misses:
            start = example.text.index(word)
            found = [h for h in hits if h.start < start + len(word) and start < h.end and "ignore" not in h.kinds]
            if found:
                yield Failure(file, example, f"{word!r} should mean nothing, and is {_said(found)}")


def _example(file: Path, line: int, item: Any) -> Example:
    if not isinstance(item, dict) or not item.keys() <= KEYS or not isinstance(item.get("text"), str):
        raise LexiconError(file, line, "an example has a `text`, and of `finds`, `misses`, `language` what it needs")
    example = Example(line, item["text"], item.get("finds") or {}, item.get("misses") or [], item.get("language", ""))
    if not isinstance(example.finds, dict) or not isinstance(example.misses, list):
        raise LexiconError(file, line, "`finds` is {word: kind value}, `misses` a list of words")
    if example.language not in LANGUAGES:
        raise LexiconError(file, line, f"unknown language {example.language!r}: de, en or left out")
    for word in (*example.finds, *example.misses):
        if str(word) not in example.text:
            raise LexiconError(file, line, f"{word!r} does not stand in its text")
    return example


def _names(hit: Hit) -> set[str]:
    """All that may be said of a hit: `office foreign-minister`, `office foreign-minister DEU`."""
    short = {f"{m.kind} {m.value}" for m in hit.meanings}
    return short | {f"{m.kind} {m.value} {m.detail}" for m in hit.meanings if m.detail}


def _said(found: list[Hit]) -> str:
    names = sorted({name for hit in found for name in _names(hit)})
    return ", ".join(names) or "nothing"
