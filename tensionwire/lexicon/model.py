"""What a form can mean, and who holds which office when."""

from typing import Literal, NamedTuple

from tensionwire.contracts.tagged import Role

Kind = Literal[
    "person",
    "surname",
    "country",
    "adjective",
    "demonym",
    "seat",
    "city",
    "organisation",
    "office",
    "reference",
    "contact",
    "status",
    "topic",
    "beside",
    "elsewhere",
    "tension",
    "date",
    "ignore",
]


class Meaning(NamedTuple):
    """One meaning of a form. `value` is a code, role, form, status, topic or "escalation"/"easing".

    `detail`: of a contact word its strength ("held", "open", "with"), of a tension word its family, of an office
    the state or organisation that it says, of a topic word "once" where it is hardly named in passing, of a word
    beside it the topic that must be named. `place` is the person's place in `Lexicon.persons`, `weight` a tension
    word's (and 1 of a word beside a topic of one sentence).
    """

    kind: Kind
    value: str
    detail: str = ""
    place: int = -1
    weight: float = 0.0


class Entry(NamedTuple):
    """A form and one of its meanings. `prefix`: it also begins longer words (Taiwanfrage).

    `language`: the only one in whose texts the form means it (`de`: Island, `en`: Turkey), empty where in both.
    """

    form: str
    meaning: Meaning
    prefix: bool = False
    language: str = ""


class Term(NamedTuple):
    """A term of office, from `start` to `end` (ISO dates, or parts of them; empty where open or unknown)."""

    country: str
    role: Role
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """True where the office is held on `day` (ISO date). A bare year or month counts whole."""
        return (not self.start or self.start <= day) and (not self.end or day <= self.end or day.startswith(self.end))


# Of several offices held at once, the one that a text means; from the first in rank.
RANK: dict[str, int] = {
    role: rank
    for rank, role in enumerate(
        (
            "head-of-state",
            "monarch",
            "head-of-government",
            "foreign-minister",
            "defence-minister",
            "finance-minister",
            "interior-minister",
            "org-head",
            "top-diplomat",
            "national-security-adviser",
            "parliament-president",
            "military-chief",
            "special-envoy",
            "negotiator",
            "other-minister",
            "party-leader",
            "party-secretary",
            "deputy-minister",
            "ambassador",
            "spokesperson",
            "other",
        )
    )
}


class Person(NamedTuple):
    """An official: name, Wikidata id (empty where unknown), terms of office, other spellings, and bare names.

    `called` are the single names that texts use once the full one is known, the usual one first (Lula, Xi, MBS);
    `home` the states whose national somebody is who speaks for an organisation.
    """

    name: str
    wikidata_id: str
    terms: tuple[Term, ...]
    aliases: tuple[str, ...]
    called: tuple[str, ...] = ()
    home: tuple[str, ...] = ()

    def term_on(self, day: str | None) -> Term | None:
        """The office held on `day`, the highest of several; without a day the latest."""
        if day is None:
            return max(self.terms, key=lambda t: (not t.end, t.start, -RANK[t.role]), default=None)
        held = [t for t in self.terms if t.covers(day)]
        return min(held, key=lambda t: (RANK[t.role], _later_first(t.start))) if held else None

    def surname(self) -> str:
        """The name that texts call the person by after the first time."""
        return self.called[0] if self.called else self.name.split()[-1]


def _later_first(day: str) -> int:
    return -int((day.replace("-", "") + "0000")[:8] or 0)


class Dirt(NamedTuple):
    """Lines that are no text, in small letters: exact ones, how such lines begin or end, what they hold, and after
    which heads links to other articles follow. `agencies` sign datelines."""

    lines: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]
    heads: frozenset[str]
    agencies: tuple[str, ...]


Weights = dict[str, float]  # what each feature weighs
