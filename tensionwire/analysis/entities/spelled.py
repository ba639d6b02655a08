"""Full names of the list: as it spells them, and in other spellings that sound the same."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.era import day_of_offices
from tensionwire.analysis.entities.shape import (
    CAPITAL,
    NOT_NAMES,
    PARTICLE,
    in_clutter,
    in_office_lately,
    states_spoken_of,
)
from tensionwire.lexicon import Person
from tensionwire.lexicon.compiled import Hit
from tensionwire.lexicon.sounds import PARTICLES, Sounds

# Two and more words side by side that could be a name, and the words of it.
PART = rf"(?:[{CAPITAL}]\.|(?:[{CAPITAL}]|[aA](?:l|s|sh|sch|d|n|r|t|z)-|[eE]l-)[\w’'-]*)"
SIDE_BY_SIDE = re.compile(rf"(?<![\w-]){PART}(?:(?: |(?<=\.))(?:(?:{'|'.join(sorted(PARTICLES))}) )*{PART})+")
WORDS = re.compile(r"[^\W\d_](?:\.|(?:[\w-]|[’'](?!s\b))*)")
LONGEST = 6  # words of a name with its particles
LONGEST_WORD = 30  # code points
BEFORE = re.compile(rf"\b([{CAPITAL}]\w+) $")
BEHIND = re.compile(rf" (?:{PARTICLE}[- ]?[{CAPITAL}]|[Aa]l[- ])")


class Word(NamedTuple):
    """A word of the text, and its sound as a part of a name; empty where it is none of the list's."""

    start: int
    end: int
    sound: str


class FullName(NamedTuple):
    """Where a full name stands, who of the list bears it, and whether the list spells it so."""

    start: int
    end: int
    people: Sequence[Person]
    listed: bool = True


def listed_names(draft: Draft) -> list[FullName]:
    """The full names of the list, in text order. A name in another spelling goes before a shorter one inside it."""
    persons = draft.lexicon.persons
    exact = [
        FullName(hit.start, hit.end, [persons[m.place] for m in hit.meanings if m.kind == "person"])
        for hit in draft.hits
        if "person" in hit.kinds and not _part_of_another(draft, hit)
    ]
    alike = list(_by_sound(draft, {name.start: name.end for name in exact}))
    if not alike:
        return exact
    inside = {place for name in alike for place in range(name.start, name.end)}
    return sorted([*alike, *(name for name in exact if name.start not in inside)], key=lambda name: name.start)


def _part_of_another(draft: Draft, hit: Hit) -> bool:
    """True for one word that is part of a longer name: `Kashif Abdullah`, `Abdullah bin Zayed`."""
    text, (start, end, _, _) = draft.text, hit
    if " " in text[start:end] or "-" in text[start:end]:
        return False
    if BEHIND.match(text, end):
        return True
    before = BEFORE.search(text, max(0, start - LONGEST_WORD), start)
    if before is None:
        return False
    given = draft.language == "en" and before[1] not in NOT_NAMES and draft.lexicon.whole(before[1]) is None
    return given or draft.lexicon.origins.is_forename(before[1])


def _by_sound(draft: Draft, exact: dict[int, int]) -> Iterator[FullName]:
    """Names in a spelling that the list does not have, of people in office by then, or of late."""
    behind = 0  # where the last one ended
    offices = {hit.end for hit in draft.hits if "office" in hit.kinds}
    for run in _runs(draft.text, draft.lexicon.sounds):
        for first, word in enumerate(run):
            if word.start < behind or not word.sound or in_clutter(draft, word.start):
                continue
            known = exact.get(word.start, word.start)
            official = not offices.isdisjoint((word.start - 1, word.start - 2))
            found = next(_names(draft, run[first : first + LONGEST], known, official), None)
            behind = known if found is None else found.end
            if found is not None:
                yield found


def _names(draft: Draft, run: Sequence[Word], known: int, official: bool) -> Iterator[FullName]:
    """Who may be meant by the words that `run` begins with, the longest name first, longer than the one `known`.

    `official`: behind an office.
    """
    sounds, day = draft.lexicon.sounds, day_of_offices(draft)
    for length in range(len(run), 1, -1):
        end = run[length - 1].end
        if end <= known or not run[length - 1].sound:
            continue
        said = [word.sound for word in run[:length] if word.sound]
        people = [draft.lexicon.persons[place] for place in sorted(sounds.bearers(said))]
        people = [person for person in people if in_office_lately(person, day)]
        if people and not official and sounds.common(said):  # Ahmed Hassan may be anybody: not where his state is said
            states = states_spoken_of(draft)
            people = [person for person in people if any(term.country in states for term in person.terms)]
        if people:
            yield FullName(run[0].start, end, people, False)


def _runs(text: str, sounds: Sounds) -> Iterator[list[Word]]:
    """Parts of names of the list that stand side by side, and the particles between them."""
    for beside in SIDE_BY_SIDE.finditer(text):
        run: list[Word] = []
        for match in WORDS.finditer(text, *beside.span()):
            word = match.group()
            sound = sounds.of(word) if word[0].isupper() or "-" in word else ""
            if sound or (run and word.lower() in PARTICLES):
                run.append(Word(*match.span(), sound))
            elif run:
                yield run
                run = []
        if run:
            yield run
