"""What a name looks like in a text, and what stands beside it."""

import re

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.roll import FORMER
from tensionwire.lexicon import Person, Term
from tensionwire.lexicon.model import RANK

CAPITAL = "A-ZÄÖÜÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŅŌŐŘŚŞŠŤŪŮŰŹŻŽ"
WORD = rf"(?:[{CAPITAL}][\w’'-]{{1,40}}|[{CAPITAL}]\.|[{CAPITAL}](?= [{CAPITAL}]))"
PARTICLE = r"(?:al-|el-|as-|ben|bin|bint|ibn|de|da|do|dos|del|di|van|von|der|den|ter|af|av|ould|ag|al|el|as|la|le)"
NAME = rf"{WORD}(?: (?:{PARTICLE} ){{0,2}}(?:{PARTICLE})?{WORD}){{0,3}}"
GIVEN_BEHIND = re.compile(rf"[{CAPITAL}]\w+-[a-z]\w+")  # Kim Hong-kyun
CAPITALISED = re.compile(rf"[{CAPITAL}][\w’'-]+")
SPOKEN_OF = frozenset({"country", "adjective", "seat", "demonym"})  # kinds of words that speak of a state
BEFORE_NAME = 40  # code points in which "the former minister" stands
LONGEST = 60  # code points of a name with its particles


def former(before: str) -> bool:
    """`der frühere Außenminister`, `former president`, `Ex-Kanzler`: in the three words before a name."""
    return any(word.split("-", 1)[0] in FORMER for word in before.split()[-3:])


def feminine(draft: Draft, name: str, said: str) -> bool:
    """True where a woman's given name or office says so."""
    return name.split()[0] in draft.lexicon.feminine or said.rstrip().endswith(("in", "Frau", "Mrs", "Ms", "woman"))


def last_term(person: Person, day: str | None) -> Term | None:
    """The office somebody left last before `day`; None for who had none yet."""
    held = [t for t in person.terms if day is None or t.start[:10] <= day]
    return max(held, key=lambda t: (t.end or "9999", -RANK[t.role]), default=None)
