"""What a form can mean, and who holds which office when."""

from typing import Literal, NamedTuple

from tensionwire.contracts.tagged import Role

Kind = Literal[
    "person",
    "country",
    "adjective",
    "seat",
    "organisation",
    "office",
    "reference",
    "surname",
    "contact",
    "status",
    "topic",
    "tension",
    "date",
    "ignore",
]


class Meaning(NamedTuple):
    """One meaning of a form. `value` is a code, role, form, status, topic or "escalation"/"easing".

    `detail`: of a contact word its strength ("held", "open", "with"), of a tension word its family, of an office
    the state or organisation that it says. `place` is the
    person's place in `Lexicon.persons`, `weight` a tension word's.
    """

    kind: Kind
    value: str
    detail: str = ""
    place: int = -1
    weight: float = 0.0


class Term(NamedTuple):
    """A term of office, from `start` to `end` (ISO dates, or parts of them; empty where open or unknown)."""

    country: str
    role: Role
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """True where the office is held on `day` (ISO date). A bare year or month counts whole."""
        return (not self.start or self.start <= day) and (not self.end or day <= self.end or day.startswith(self.end))


class Person(NamedTuple):
    """An official: name, Wikidata id (empty where unknown), terms of office, other spellings."""

    name: str
    wikidata_id: str
    terms: tuple[Term, ...]
    aliases: tuple[str, ...]

    def term_on(self, day: str | None) -> Term | None:
        """The office held on `day`; without a day the latest. The shortest-running one wins where several are held."""
        held = [t for t in self.terms if day is None or t.covers(day)]
        return max(held, key=lambda t: t.start) if held else None

    def surname(self) -> str:
        """The family name: the first word where the country writes it first, else the last."""
        words = self.name.split()
        first = bool(self.terms) and self.terms[0].country in FAMILY_NAME_FIRST
        return words[0] if first else words[-1]


FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "KHM"})

Weights = dict[str, float]  # what each feature weighs
