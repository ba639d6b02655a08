"""Names of the list in a text: in full, and the bare family names that follow."""

import bisect
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.bearers import known_alone
from tensionwire.analysis.entities.era import day_of_offices
from tensionwire.analysis.entities.offices import Office, owners_of_apposed
from tensionwire.analysis.entities.roll import TOP, Roll, Who, compatible
from tensionwire.analysis.entities.shape import (
    ADDRESS,
    BEFORE_NAME,
    CAPITAL,
    CAPITALISED,
    GIVEN_BEHIND,
    NOT_NAMES,
    PARTICLE,
    feminine,
    former,
    in_clutter,
    last_term,
    states_spoken_of,
)
from tensionwire.analysis.entities.spelled import listed_names
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon import Person
from tensionwire.lexicon.compiled import Hit

BORN = frozenset({"Prinz", "Prince", "Prinzessin", "Princess"})  # no office of those who have one
PART = re.compile(r"[\w’'-]")
FORENAME = re.compile(rf"([{CAPITAL}][\w’'-]*) $")
# Whose son somebody is, and of which house: `Faisal bin Farhan` is known, `bin Abdullah Al Saud` goes on.
FATHERS = re.compile(
    rf"(?: (?:bin|ibn|bint) (?:Abdul )?[{CAPITAL}][\w’'-]*){{0,3}}(?: (?:Al[ -]|al-)[{CAPITAL}][\w’'-]*)?(?![\w-])"
)
LONGEST_FORENAME = 24  # code points
SON_OF = ("bin", "ibn", "bint")
FOLLOWING = re.compile(r" ([\w’'-]+)\b")
# `Trump Organization`, `Wang bin Li`; not `Trump later`, nor `Trump as President`.
PART_OF_NAME = re.compile(rf" (?:(?!as |den |der ){PARTICLE}(?: |(?<=-))){{0,2}}[{CAPITAL}][a-z]")
GOVERNMENT = re.compile(
    r"-(?:Regierung|Administration|Kabinett|Ära|Doktrin)|[’']?s? (?:administration|cabinet|era|doctrine)\b"
)
GOVERNMENT_OF = re.compile(r"\b(?:Regierung|Kabinett|Ära|Administration) $")
BEFORE_SURNAME = re.compile(
    rf"\b(?:{'|'.join(ADDRESS)}|Sir|General|Prinz|Prince|Scheich|Sheikh|Graf|Bundesrat|Bundesrätin|Secretary)\.? $"
)


def full_names(draft: Draft, roll: Roll, said: list[Office]) -> None:
    """People of the list, by name and surname."""
    behind, day = {o.end: o for o in said}, day_of_offices(draft)
    owners = owners_of_apposed(draft, said)
    ended = 0  # where the last name did
    for start, end, people, listed in listed_names(draft):
        if start < ended:
            continue  # bin Abdullah is no Abdullah
        office = behind.get(start - 1) or owners.get(start - 2) or behind.get(start - 2)
        best = people[0] if len(people) == 1 else max(people, key=lambda p: _likely(p, day, office))
        term = best.term_on(day)
        before = draft.text[max(0, start - BEFORE_NAME) : start]
        past = former(before)
        last = term or last_term(best, day)
        word = draft.text[office.start : office.end] if office else ""
        if word in BORN:
            office = None
        role = _role(office, last.role if last else None, past, draft.lexicon.states)
        country = last.country if last else best.terms[-1].country if best.terms else office.country if office else None
        if (
            office
            and office.sure
            and office.country
            and office.country not in draft.lexicon.states
            and office.role == "org-head"
            and not (term and term.role == "org-head")  # Kommissionschef may be that of another union
        ):
            country = office.country
        who = Who(best.name, best, country, role, feminine(draft, best.name, word), former=past or not (term or office))
        end = ended = _whole(draft.text, end, best)
        who = roll.add(who, start, end)
        if not listed:
            who.spelled.add(draft.text[start:end])


def _whole(text: str, end: int, person: Person) -> int:
    """Where the name ends: `Sheikh Tamim` is known, `Sheikh Tamim bin Hamad Al Thani` goes on."""
    more = {word for form in (person.name, *person.aliases) for word in form.split()}
    while (following := FOLLOWING.match(text, end)) and following[1] in more and following[1] not in SON_OF:
        end = following.end()
    fathers = FATHERS.match(text, end)
    return fathers.end() if fathers else end


def _role(office: Office | None, listed: Role | None, past: bool, states: frozenset[str]) -> Role | None:
    """What the text says about somebody beats the list, unless the list says the same more exactly."""
    if office is None or past or (listed is not None and compatible(listed, office.role)):
        return listed or (office.role if office else None)
    return "org-head" if office.role in TOP and office.country and office.country not in states else office.role


def _likely(person: Person, day: str | None, office: Office | None) -> tuple[bool, bool, str]:
    """Of several people of one name: whom the office fits, who is in office, whose last office is the latest."""
    fits = office is not None and any(t.role == office.role for t in person.terms)
    return fits, person.term_on(day) is not None, max((t.end or "9999" for t in person.terms), default="")


def prominent(draft: Draft, roll: Roll, said: list[Office]) -> None:
    """Family names said without more: of people known by them alone, of who leads a state that the text speaks of."""
    strangers: set[str] = set()
    bare_ones = [h for h in draft.hits if "surname" in h.kinds and h.start not in roll.taken]
    if not bare_ones:
        return
    states, day = states_spoken_of(draft), day_of_offices(draft)
    ends = {h.end for h in draft.hits if not h.kinds.isdisjoint(NO_FORENAMES) or known_alone(draft, h) is not None}
    told = _beside_contact_words(draft, bare_ones)
    for hit in bare_ones:
        if hit.start in roll.taken:
            continue
        word = draft.text[hit.start : hit.end]
        known = word in roll.by_surname or any(draft.lexicon.by_surname(word))  # Mitsotakis, not Merkels
        bare = word if known else word.removesuffix("s")
        if bare in roll.by_surname or bare in strangers or _governed(draft.text, hit.start, hit.end):
            continue
        if _goes_on(draft, hit):
            strangers.add(bare)
            continue
        before = draft.text[max(0, hit.start - 24) : hit.start]
        beside = hit.start - 1 in ends  # `empfing Trump Merz`, `traf in Washington Trump`
        called = beside or BEFORE_SURNAME.search(before) or _ends_office(said, hit.start)
        if not called and _given(draft, before, hit, bare != word and draft.language == "de"):
            strangers.add(bare)  # Michael Mason is not the president of Barbados
            continue
        held = bearers(draft, hit, bare, states)
        if not held and hit.start in told:
            held = _leading(draft, bare, POWERS) or _alone_of_the_name(draft, hit, bare)
        if len(held) == 1 and (term := held[0].term_on(day) or last_term(held[0], day)):
            who = Who(held[0].name, held[0], term.country, term.role, feminine(draft, held[0].name, ""))
            roll.add(who, hit.start, hit.start + len(bare))


def _given(draft: Draft, before: str, hit: Hit, genitive: bool) -> bool:
    """True behind what may be a given name; a German genitive stands behind any noun: `ein Gipfel Putins`."""
    word = FORENAME.search(before)
    if word is None or word[1] in NOT_NAMES or word[1].endswith(("'s", "’s")):  # Brazil's Lula
        return False
    if genitive:
        return draft.lexicon.origins.is_forename(word[1])
    place = bisect.bisect_left(draft.hits, hit.start, key=lambda h: h.start) - 1
    last = draft.hits[place] if place >= 0 else None
    return last is None or last.end != hit.start - 1 or last.kinds.isdisjoint(NO_GIVEN_NAMES)  # traf am Montag Putin


SHORT = 3  # letters of a family name that others have as a given name
NO_GIVEN_NAMES = frozenset({"date", "contact", "tension", "reference", "office"})  # kinds of words


def _goes_on(draft: Draft, hit: Hit) -> bool:
    """True for the first word of a longer name: `Xi Wang`, `Rubio High School`; German nouns have capitals anyway."""
    short = hit.end - hit.start <= SHORT
    if not (short or draft.language == "en") or not PART_OF_NAME.match(draft.text, hit.end):
        return False
    following = draft.hit_at(hit.end + 1)
    return following is None or following.kinds == {"surname"}


def _governed(text: str, start: int, end: int) -> bool:
    """True for a name that only says whose a government is: `die Trump-Regierung`, `die Regierung Merz`."""
    return GOVERNMENT.match(text, end) is not None or GOVERNMENT_OF.search(text, max(0, start - 16), start) is not None


def _beside_contact_words(draft: Draft, bare_ones: list[Hit]) -> set[int]:
    """Where bare names stand alone in sentences with a word of contact: whoever leads a power may be meant there."""
    worded = {draft.place_at(h.start) for h in draft.hits if "contact" in h.kinds}
    return {
        h.start for h in bare_ones if draft.place_at(h.start) in worded and not PART_OF_NAME.match(draft.text, h.end)
    }


def bearers(draft: Draft, hit: Hit, surname: str, states: AbstractSet[str]) -> list[Person]:
    """Whom a family name alone can mean: who is known by it, else who leads one of `states`."""
    known = known_alone(draft, hit)
    return [known] if known is not None else _leading(draft, surname, states)


def _leading(draft: Draft, surname: str, states: AbstractSet[str]) -> list[Person]:
    """Who of that family name leads one of `states` on the day."""
    found = []
    for person in draft.lexicon.by_surname(surname):
        term = person.term_on(day_of_offices(draft))
        if term is not None and term.role in LEADING and term.country in states:
            found.append(person)
    return found


def _alone_of_the_name(draft: Draft, hit: Hit, surname: str) -> list[Person]:
    """`Keller-Sutter telefoniert mit Museveni`: who leads a state, and alone of the list has such a name."""
    if len(surname) < SHORTEST_ALONE or surname in WORDS or hit.kinds != {"surname"}:
        return []
    if draft.lexicon.origins.is_forename(surname):
        return []
    named = list(draft.lexicon.by_surname(surname))
    term = named[0].term_on(day_of_offices(draft)) if len(named) == 1 else None
    return named if term is not None and term.role in LEADING else []


SHORTEST_ALONE = 5  # letters
# Surnames of leaders that are words as well: Luc Frieden, Bill English.
WORDS = frozenset("Frieden English Klima Straw Hague Shire Mason Fonseca Maldonado".split())


# Whose leaders texts call by the family name alone, where no word says the state: the G20 and parties to great wars.
POWERS = frozenset(
    "ARG AUS BRA CAN CHN DEU ESP FRA GBR IDN IND IRN ISR ITA JPN MEX POL RUS SAU TUR UKR USA ZAF EU NATO UN".split()
)
NO_FORENAMES = frozenset({"person", "seat", "city"})
LEADING: frozenset[Role] = frozenset({"head-of-state", "head-of-government", "foreign-minister"})


def _ends_office(said: list[Office], start: int) -> bool:
    return any(o.end == start - 1 for o in said)


def bare_surnames(draft: Draft, roll: Roll, alone: bool = False) -> None:
    """Everybody of the roll again, by family name; `alone`: only where no other name may follow it."""
    places = _places(draft, roll.by_surname)
    if not places:
        return
    covered = roll.covered(len(draft.text))
    for at, surname in places:
        if covered[at] or in_clutter(draft, at) or _governed(draft.text, at, at + len(surname)):
            continue
        if alone and CAPITALISED.match(draft.text, at + len(surname) + 1):
            continue
        given = GIVEN_BEHIND.match(draft.text, at + len(surname) + 1)
        if (
            given
            and draft.text[at + len(surname)] == " "
            and not roll.people[roll.by_surname[surname]].name.endswith(given.group())
        ):
            continue
        who = roll.people[roll.by_surname[surname]]
        if _anothers(draft, who, at):
            continue
        roll.add(who, at, at + len(surname))
        covered[at : at + len(surname)] = b"\1" * len(surname)


def _anothers(draft: Draft, who: Who, at: int) -> bool:
    """True behind a given name that is not his: `the pastor Samuel Machar` is not Riek Machar."""
    word = FORENAME.search(draft.text, max(0, at - LONGEST_FORENAME), at)
    if word is None or word[1] in NOT_NAMES or not draft.lexicon.origins.is_forename(word[1]):
        return False
    names = [who.name, *(who.person.aliases if who.person else ()), *who.spelled]
    return all(word[1] not in name for name in names) and draft.lexicon.whole(word[1]) is None


def _places(draft: Draft, surnames: Iterable[str]) -> list[tuple[int, str]]:
    """Where one of `surnames` stands as a word, its genitive too; the longest first at each place."""
    known: dict[str, list[int]] = draft.once("surnames", dict)  # most are asked for again when others are found
    found: dict[int, str] = {}
    for surname in surnames:
        places = known.get(surname)
        if places is None:
            places = known[surname] = _places_of(surname, draft.text)
            if surname[0].islower():  # al-Sarradsch, who begins a sentence
                places += _places_of(surname[0].upper() + surname[1:], draft.text)
        for at in places:
            if len(surname) > len(found.get(at, "")):
                found[at] = surname
    return sorted(found.items())


def _places_of(surname: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(surname)
    while at >= 0:
        end = at + len(surname)
        tail = text[end : end + 2]
        whole = not tail or not PART.match(tail[0]) or tail[0] in "’'-" or (tail[0] == "s" and not tail[1:].isalpha())
        if whole and (not at or not PART.match(text[at - 1])):
            found.append(at)
        at = text.find(surname, end)
    return found
