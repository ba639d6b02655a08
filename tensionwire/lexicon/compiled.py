"""The compiled lexicon: forms, their meanings, and the automaton that finds them."""

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tensionwire.lexicon.automaton import build
from tensionwire.lexicon.model import Entry, Meaning, Person
from tensionwire.lexicon.weights import Model


class Said(NamedTuple):
    """What a form can mean, and the kinds of that."""

    meanings: tuple[Meaning, ...]
    kinds: frozenset[str]


class Hit(NamedTuple):
    """A form found in a text, with what it can mean there. The span of a prefix reaches to the end of its word."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    kinds: frozenset[str]


class Dirt(NamedTuple):
    """Lines that are no text: exact ones, and how such lines begin; agencies that sign datelines."""

    lines: frozenset[str]
    begins: tuple[str, ...]
    agencies: tuple[str, ...]


class Lexicon:
    """All words, compiled. `hash` is that of the files; `topics` are the flashpoints in order of the file."""

    def __init__(
        self, entries: Sequence[Entry], persons: Sequence[Person], dirt: Dirt, hash_: str, feminine: frozenset[str], model: Model
    ) -> None:
        self.hash = hash_
        self.persons = tuple(persons)
        self.dirt = dirt
        self.feminine = feminine
        self.model = model
        self.topics = tuple(dict.fromkeys(e.meaning.value for e in entries if e.meaning.kind == "topic"))
        whole, begun = _meanings(entries)
        forms = sorted(whole.keys() | begun.keys())
        self._find = build(forms)
        # by language, then by the place of the form: what it means as a whole word, and as the beginning of one
        self._said = {language: [_said(f, whole, begun, language) for f in forms] for language in ("", "de", "en")}
        self._by_surname: dict[str, list[int]] = defaultdict(list)
        for index, person in enumerate(self.persons):
            for surname in person.called:
                self._by_surname[surname].append(index)

    def find(self, text: str, language: str = "") -> Iterator[Hit]:
        """The forms in `text`, longest first at each place, at word boundaries only. Linear in the text.

        `language` (de, en) drops what a form means only in the other one; without it every meaning counts.
        """
        length = len(text)
        said = self._said[language]
        for start, end, place in self._find(text):
            if start and text[start - 1].isalnum():
                continue
            whole, begun = said[place]
            if end == length or not text[end].isalnum():
                if whole is not None:
                    yield Hit(start, end, *whole)
            elif begun is not None and text[end].isalpha():
                yield Hit(start, _word_end(text, end), *begun)

    def by_surname(self, surname: str) -> list[Person]:
        """The officials of that family name."""
        return [self.persons[i] for i in self._by_surname.get(surname, ())]


Languages = dict[Meaning, str]
Meanings = dict[str, Languages]


@cache
def _told(meanings: tuple[Meaning, ...]) -> Said:
    return Said(meanings, frozenset(m.kind for m in meanings))


def _said(form: str, whole: Meanings, begun: Meanings, language: str) -> tuple[Said | None, Said | None]:
    """What `form` means as a whole word and as the beginning of one, in texts of `language`."""
    alone, begins = (
        tuple(m for m, only in found.get(form, {}).items() if not (only and language) or only == language)
        for found in (whole, begun)
    )
    both = tuple(dict.fromkeys((*alone, *begins)))
    return _told(both) if both else None, _told(begins) if begins else None


def _meanings(entries: Sequence[Entry]) -> tuple[Meanings, Meanings]:
    """Meanings of whole words, and of beginnings. A form inherits what the beginnings of it mean."""
    whole: Meanings = defaultdict(dict)
    begun: Meanings = defaultdict(dict)
    for entry in entries:
        known = (begun if entry.prefix else whole)[entry.form]
        known[entry.meaning] = entry.language if known.get(entry.meaning, entry.language) == entry.language else ""
    forms = sorted(whole.keys() | begun.keys())
    for prefix in sorted(begun, key=len):
        for form in forms[bisect.bisect_right(forms, prefix) :]:
            if not form.startswith(prefix):
                break
            ignored = any(m.kind == "ignore" for m in whole.get(form, ()))
            if not ignored and form in begun:
                begun[form] |= begun[prefix]
            elif not ignored and " " not in form:
                whole[form] |= begun[prefix]
    return dict(whole), dict(begun)


def _word_end(text: str, end: int) -> int:
    limit = min(len(text), end + 60)
    while end < limit and text[end].isalpha():
        end += 1
    return end
