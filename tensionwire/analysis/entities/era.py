"""When an article without a date may have been written: while most of those whom it names held the offices it says."""

import re
from typing import NamedTuple

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.shape import BEFORE_NAME, former
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon import Person
from tensionwire.lexicon.compiled import Hit

# What it says that somebody holds an office: most of whom the news names hold the highest that they ever had.
LEADS, HIGH, OTHER = 1.5, 1.25, 1.0
WEIGHTS: dict[Role, float] = {
    "head-of-state": LEADS,
    "monarch": LEADS,
    "head-of-government": LEADS,
    "foreign-minister": HIGH,
    "org-head": HIGH,
}
SAID = 1.5  # more, where the office is the one said before the name
NOBODY_YET = -0.5  # before somebody holds any office at all; afterwards many are named still
FORMER = re.compile(
    r", (?:the |der |die |an? |ein |eine )?(?:\w+ )?(?:former|ex-|Ex-|ehemalige|frühere|einstige|Alt(?:kanzler|bundes))"
)
MOST = 24  # people who are asked, the first named: the days grow with them
BESIDE = 3  # code points from an office to the name


class Named(NamedTuple):
    """Somebody of the list, and the offices that may be meant by the word right before the name."""

    person: Person
    said: set[str]


def day_of_offices(draft: Draft) -> str | None:
    """The day on which offices are looked up (ISO date): that of publication, else a likely one; None for no hint."""
    return draft.day or draft.once("day of offices", lambda: _likely_day(draft))


def _likely_day(draft: Draft) -> str | None:
    """The beginning of a term that those who are named in full fit best; of several such days the latest."""
    named = _named(draft)
    days = sorted({f"{t.start or '0001'}-01-01"[:10] for one in named for t in one.person.terms}, reverse=True)
    return max(days, key=lambda day: sum(_speaks_for(one, day) for one in named), default=None)


def _speaks_for(one: Named, day: str) -> float:
    """How well it fits a day that somebody is named."""
    held = [term for term in one.person.terms if term.covers(day)]
    if not held:
        return 0.0 if any(term.start <= day for term in one.person.terms) else NOBODY_YET
    return max(WEIGHTS.get(term.role, OTHER) + SAID * (term.role in one.said) for term in held)


def _no_more(text: str, hit: Hit) -> bool:
    """True for `the former minister X`, and for `X, the former minister`."""
    return former(text[max(0, hit.start - BEFORE_NAME) : hit.start]) or FORMER.match(text, hit.end) is not None


def _named(draft: Draft) -> list[Named]:
    """Who is named, once each; nobody whose name several bear, or who is said to hold office no more."""
    found: dict[int, Named] = {}
    office: Hit | None = None
    for hit in draft.hits:
        if "office" in hit.kinds:
            office = hit
        people = [m.place for m in hit.meanings if m.kind == "person"]
        if len(people) != 1 or _no_more(draft.text, hit):
            continue
        one = found.setdefault(people[0], Named(draft.lexicon.persons[people[0]], set()))
        if office is not None and 0 < hit.start - office.end < BESIDE:
            one.said.update(m.value for m in office.meanings if m.kind == "office")
    return list(found.values())[:MOST]
