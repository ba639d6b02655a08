"""What a name looks like in a text, and what stands beside it."""

import bisect
import re
from datetime import date, timedelta

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.roll import FORMER
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon import Person, Term
from tensionwire.lexicon.model import RANK

CAPITAL = "A-ZÄÖÜÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŅŌŐŘŚŞŠŤŪŮŰŹŻŽ"
WORD = rf"(?:[{CAPITAL}][\w’'-]{{1,40}}|[{CAPITAL}]\.|[{CAPITAL}](?= [{CAPITAL}]))"
PARTICLE = r"(?:al-|el-|as-|ben|bin|bint|ibn|de|da|do|dos|del|di|van|von|der|den|ter|af|av|ould|ag|al|el|as|la|le)"
NICKNAME = rf" [“„‘\"'(][{CAPITAL}][\w’-]{{1,20}}[”“’\"')](?= (?:[{CAPITAL}]|d[aeio]s? |v[ao]n |bin |al ))"
NAME = rf"{WORD}(?:(?: {WORD})?{NICKNAME})?(?: (?:{PARTICLE} ){{0,2}}(?:{PARTICLE})?{WORD}){{0,3}}"
# What stands before a name in Malaysia, and before those of excellencies: no part of it.
HONOUR = r"(?:(?:Datuk|Datin)(?: Seri)?|Dato['’]?(?: Sri)?|(?:Tan|Puan) Sri|Tun|H\.E\.|(?:His|Her) Excellency)"
GIVEN_BEHIND = re.compile(rf"[{CAPITAL}]\w+-[a-z]\w+")  # Kim Hong-kyun
CAPITALISED = re.compile(rf"[{CAPITAL}][\w’'-]+")
# Words that begin no name. Family names such as He, To and An are none of them.
NOT_NAMES = frozenset(
    "The Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Dieser Diese Dieses Diesen Diesem Jeder Jede Jeden "
    "Alle Allen Beide Beiden Sein Seine Seinen Seinem Ihre Ihren Ihrem Kein Keine Keinen Unter Nach Vor Zu Zum Zur Als "
    "Wie In On At Mr Mrs Ms Am Im Auch But And Und For Für Bei Mit With This That These Those His Its Their From After "
    "Before By As It They Of Over A An Another No".split()
)
# How people without an office are addressed.
ADDRESS = ("Mr", "Mrs", "Ms", "Dr", "Herrn", "Herr", "Frau", "Madame", "Monsieur", "Señora", "Señor")
# Last words of what is no person: `at Parliament House, the prime minister`.
BUILDINGS = frozenset(
    "House Palace Street Road Avenue Lane Marg Hotel Airport Hall Tower Square Park Gardens Court Building Centre "
    "Center Castle Bridge University College Institute Foundation Island Bay Harbour Station Club Stadium Room Base "
    "Palast Schloss Haus Straße Platz Saal Villa Garden Resort Complex Compound Secretariat".split()
)
SPOKEN_OF = frozenset({"country", "adjective", "seat", "demonym"})  # kinds of words that speak of a state
BEFORE_NAME = 40  # code points in which "the former minister" stands
SOMETIMES = frozenset({"then", "late"})  # words that say that somebody is no more what he was, before his name alone
OF_ANOTHER = ("'s", "’s", "s'", "s’", ",")  # how a word ends behind which another begins
LATELY = timedelta(days=3 * 365)
SOON = timedelta(days=150)  # from an election or a nomination to taking office
LONGEST = 60  # code points of a name with its particles


def former(before: str) -> bool:
    """`der frühere Außenminister`, `former president`, `Ex-Kanzler`: in the three words before a name."""
    return any(_past(word) for word in before.split()[-3:])


def formerly(before: str) -> bool:
    """The same before an office without a name: not `then the president`, `the former republic's president`."""
    words = before.split()[-3:]
    at = next((place for place, word in enumerate(words) if _past(word) and word not in SOMETIMES), -1)
    return at >= 0 and not any(word.endswith(OF_ANOTHER) for word in words[at + 1 :])


def _past(word: str) -> bool:
    """True for `former`, `Ex-Kanzler`."""
    return word.split("-", 1)[0] in FORMER


def held(person: Person | None, role: Role | None) -> bool:
    """True for who had an office of that kind, and left it."""
    return person is not None and any(term.role == role and term.end for term in person.terms)


def states_spoken_of(draft: Draft) -> frozenset[str]:
    """The states of which the text speaks, by their names, adjectives, seats and peoples."""
    return draft.once(
        "states spoken of by name",
        lambda: frozenset(
            m.value for h in draft.hits if not h.kinds.isdisjoint(SPOKEN_OF) for m in h.meanings if m.kind in SPOKEN_OF
        ),
    )


def in_office_lately(person: Person, day: str | None) -> bool:
    """True for who holds office on `day`, left one in the years before, or is to take one up soon."""
    if day is None:
        return True
    term = last_term(person, day)
    return term is not None and (not term.end or term.end >= (date.fromisoformat(day) - LATELY).isoformat())


def in_clutter(draft: Draft, at: int) -> bool:
    """True for a place in what is no text: captions, links to other articles."""
    place = bisect.bisect_right(draft.clutter, at, key=lambda span: span[0]) - 1
    return place >= 0 and at < draft.clutter[place][1]


def feminine(draft: Draft, name: str, said: str) -> bool:
    """True where a woman's given name or office says so."""
    return name.split()[0] in draft.lexicon.feminine or said.rstrip().endswith(("in", "Frau", "Mrs", "Ms", "woman"))


def last_term(person: Person, day: str | None) -> Term | None:
    """The office somebody left last before `day`, or is to take up soon; None for who had none yet."""
    held = [t for t in person.terms if day is None or t.start[:10] <= day]
    if not held and day is not None:
        soon = (date.fromisoformat(day) + SOON).isoformat()
        return min(
            (t for t in person.terms if t.start[:10] <= soon), key=lambda t: (t.start, RANK[t.role]), default=None
        )
    return max(held, key=lambda t: (t.end or "9999", -RANK[t.role]), default=None)
