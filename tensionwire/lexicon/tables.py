"""From entries to tables: forms with all that they mean, inherited and by language, ready for the automaton."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from tensionwire.lexicon.model import Dirt, Entry, Meaning, Person

LANGUAGES = ("", "de", "en")  # of a text; the first is a text whose language nobody said
NOTHING = -1

Meanings = dict[str, dict[Meaning, str]]  # form, meaning, and the one language that it is limited to


class Tables(msgspec.Struct, array_like=True):
    """A lexicon without its automaton. `said` are distinct sets of meanings; the rest points into it.

    `places` gives, for each form in sorted order, what it means as a whole word and as the beginning of one (-1:
    nothing); `limited` the same for the forms that mean something else in texts of one language.
    """

    said: list[tuple[Meaning, ...]]
    places: list[tuple[int, int]]
    limited: dict[str, dict[int, tuple[int, int]]]
    persons: tuple[Person, ...]
    dirt: Dirt
    topics: tuple[str, ...]


def tables(entries: Sequence[Entry], persons: Sequence[Person], dirt: Dirt) -> tuple[Tables, list[str]]:
    """The tables, and the forms in their order."""
    whole, begun = _meanings(entries)
    forms = sorted(whole.keys() | begun.keys())
    numbers: dict[tuple[Meaning, ...], int] = {}

    def place(form: str, language: str) -> tuple[int, int]:
        alone, begins = (_meant(found.get(form), language) for found in (whole, begun))
        both = tuple(dict.fromkeys((*alone, *begins))) if begins else alone
        first, second = (numbers.setdefault(m, len(numbers)) if m else NOTHING for m in (both, begins))
        return first, second

    places = [place(form, "") for form in forms]
    limited = {
        language: {i: place(form, language) for i, form in enumerate(forms) if _any_limited(form, whole, begun)}
        for language in LANGUAGES[1:]
    }
    topics = tuple(dict.fromkeys(e.meaning.value for e in entries if e.meaning.kind == "topic"))
    return Tables(list(numbers), places, limited, tuple(persons), dirt, topics), forms


def _meant(meanings: dict[Meaning, str] | None, language: str) -> tuple[Meaning, ...]:
    if not meanings:
        return ()
    return tuple(m for m, only in meanings.items() if not (only and language) or only == language)


def _any_limited(form: str, *sources: Meanings) -> bool:
    return any(any(source[form].values()) for source in sources if form in source)


def _meanings(entries: Iterable[Entry]) -> tuple[Meanings, Meanings]:
    """Meanings of whole words, and of beginnings. A form inherits what the beginnings of it mean."""
    whole: Meanings = defaultdict(dict)
    begun: Meanings = defaultdict(dict)
    for form, meaning, prefix, language in entries:
        known = (begun if prefix else whole)[form]
        known[meaning] = language if known.get(meaning, language) == language else ""
    forms = sorted(whole.keys() | begun.keys())
    for beginning in sorted(begun, key=len):
        for form in forms[bisect.bisect_right(forms, beginning) :]:
            if not form.startswith(beginning):
                break
            ignored = any(m.kind == "ignore" for m in whole.get(form, ()))
            if not ignored and form in begun:
                begun[form] |= begun[beginning]
            elif not ignored and " " not in form:
                whole[form] |= begun[beginning]
    return dict(whole), dict(begun)
