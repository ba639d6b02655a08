"""The compiled lexicon: forms, their meanings, and the automaton that finds them."""

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tensionwire.lexicon.automaton import build
from tensionwire.lexicon.model import Entry, Meaning, Person


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

    def __init__(self, entries: Sequence[Entry], persons: Sequence[Person], dirt: Dirt, hash_: str) -> None:
        self.hash = hash_
        self.persons = tuple(persons)
        self.dirt = dirt
        self.topics = tuple(dict.fromkeys(e.meaning.value for e in entries if e.meaning.kind == "topic"))
        self._whole, self._begun = _meanings(entries)
        self._forms = sorted(self._whole.keys() | self._begun.keys())
        self._find = build(self._forms)
        # by the form's place: as a whole word, and as the beginning of one (None where it begins none)
        self._said = [
            (_said(f, self._whole, self._begun), _said(f, self._begun) if f in self._begun else None)
            for f in self._forms
        ]
        self._by_surname: dict[str, list[int]] = defaultdict(list)
        for index, person in enumerate(self.persons):
            for surname in person.called:
                self._by_surname[surname].append(index)

    def find(self, text: str) -> Iterator[Hit]:
        """The forms in `text`, longest first at each place, at word boundaries only. Linear in the text."""
        length = len(text)
        for start, end, place in self._find(text):
            if start and text[start - 1].isalnum():
                continue
            whole, begun = self._said[place]
            if end == length or not text[end].isalnum():
                yield Hit(start, end, *whole)
            elif begun is not None and text[end].isalpha():
                yield Hit(start, _word_end(text, end), *begun)

    def by_surname(self, surname: str) -> list[Person]:
        """The officials of that family name."""
        return [self.persons[i] for i in self._by_surname.get(surname, ())]


def _said(form: str, *sources: dict[str, tuple[Meaning, ...]]) -> Said:
    meanings = tuple(m for source in sources for m in source.get(form, ()))
    return Said(meanings, frozenset(m.kind for m in meanings))


def _meanings(entries: Sequence[Entry]) -> tuple[dict[str, tuple[Meaning, ...]], dict[str, tuple[Meaning, ...]]]:
    """Meanings of whole words, and of beginnings. A form inherits what the beginnings of it mean."""
    whole: dict[str, dict[Meaning, None]] = defaultdict(dict)
    begun: dict[str, dict[Meaning, None]] = defaultdict(dict)
    for entry in entries:
        (begun if entry.prefix else whole)[entry.form][entry.meaning] = None
    forms = sorted(whole.keys() | begun.keys())
    for prefix in sorted(begun, key=len):
        for form in forms[bisect.bisect_right(forms, prefix) :]:
            if not form.startswith(prefix):
                break
            ignored = any(m.kind == "ignore" for m in whole.get(form, ()))
            if not ignored and form in begun:
                begun[form].update(begun[prefix])
            elif not ignored and " " not in form:
                whole[form].update(begun[prefix])
    return {f: tuple(m) for f, m in whole.items()}, {f: tuple(m) for f, m in begun.items()}


def _word_end(text: str, end: int) -> int:
    limit = min(len(text), end + 60)
    while end < limit and text[end].isalpha():
        end += 1
    return end
