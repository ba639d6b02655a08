"""Whom an office and a name beside it mean: somebody of this article, an official of the list, or a new name."""

import bisect
import re
from collections.abc import Iterable

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.era import day_of_offices
from tensionwire.analysis.entities.offices import Office
from tensionwire.analysis.entities.roll import Roll, Who
from tensionwire.analysis.entities.shape import (
    ADDRESS,
    BUILDINGS,
    GIVEN_BEHIND,
    NICKNAME,
    NOT_NAMES,
    SPOKEN_OF,
    feminine,
    former,
    last_term,
)
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon import Person
from tensionwire.lexicon.compiled import Hit
from tensionwire.lexicon.names import FAMILY_FIRST

TWO = 2
CALLED = re.compile(NICKNAME)  # Juan Manuel "Juanma" Santos
BEHIND = re.compile(r" (?:of|from|aus|von)(?: the)? ")  # Trade Minister Kenji Hara of Canada
CROWNED: frozenset[Role] = frozenset({"monarch"})  # after which one word is a whole name: König Charles
# A Chinese given name of two syllables; German nouns of that form (Gang, Mann) have one.
SYLLABLE = r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[aeiou]|ai|ei|ao|ou|ia|ie|ua|uo|ui|iu|iao|uai)(?:ng|n)?"
PINYIN = re.compile(rf"{SYLLABLE}{SYLLABLE}", re.IGNORECASE)
NOUN = re.compile(r"(?:ung|heit|keit|schaft|tion|tät)(?:en)?$|(?:nis|nisse|nissen|ismus|würfe|würfen)$")


def take(draft: Draft, roll: Roll, office: Office, said: str, start: int) -> bool:
    """Whom an office and a name mean: somebody of this article, an official of the list, or a new name."""
    said = said.rstrip("'’")
    within = next((at for at in range(start + 1, start + len(said)) if at in roll.taken), None)
    if within is not None:  # Muhammad Shehbaz Sharif is Shehbaz Sharif
        _holds(roll.people[roll.taken[within]], office)
        return True
    plain = CALLED.sub("", said, count=1)
    if plain != said and _listed_without_nickname(draft, roll, office, plain, start, start + len(said)):
        return True
    hit = draft.hit_at(start)
    alone = known_alone(draft, hit) if hit is not None and hit.end == start + len(said) else None
    if alone is not None:
        roll.add(_in_office(draft, alone, office), start, start + len(without_genitive(said)))
        return True
    words = _until_another(draft, plain.split())
    for word in (words[-1], words[0]):
        bare = without_genitive(word)
        for surname in (bare, bare.removesuffix("s")):
            if (
                surname in roll.by_surname
                and len(words) <= 2
                and not (word == words[0] and _another(draft, roll.people[roll.by_surname[surname]], words))
            ):
                who = roll.people[roll.by_surname[surname]]
                at = start + said.rindex(word)
                _holds(who, office)
                roll.add(who, at, at + len(surname))
                return True
    known = _of_list(draft, office, words)
    if known is not None:
        person, surname = known
        at = start + said.index(surname)
        roll.add(_in_office(draft, person, office), at, at + len(surname))
        return True
    name = without_genitive(" ".join(_without_noun(draft, words)))
    if no_name(draft, name) or (" " not in name and office.role not in CROWNED):
        return False
    if office.country is None and office.role in ("other", "spokesperson"):
        return False
    past = former(draft.text[max(0, office.start - 24) : office.start])
    who = Who(
        name,
        None,
        office.country if office.sure else _state_of(draft, name, office, start + len(name)),
        None if past else office.role,
        feminine(draft, name, draft.text[office.start : office.end]),
        former=past,
    )
    roll.add(who, start, start + len(name) + len(said) - len(plain))
    return True


def _listed_without_nickname(draft: Draft, roll: Roll, office: Office, name: str, start: int, end: int) -> bool:
    """True where a name that stands around a nickname is one of the list, now taken: `Ferdinand "Bongbong" Marcos`."""
    for hit in draft.lexicon.find(name):
        for meaning in hit.meanings if hit.start == 0 else ():
            if meaning.kind == "person":
                roll.add(_in_office(draft, draft.lexicon.persons[meaning.place], office), start, end)
                return True
    return False


def _holds(who: Who, office: Office) -> None:
    """Somebody of whom no office is known holds this one, unless he held one once."""
    if who.role is None and not who.former:
        who.role = office.role


def known_alone(draft: Draft, hit: Hit) -> Person | None:
    """Who needs no other name than the one that stands there (bare.yaml): Putin, `Bundespräsident Van der Bellen`."""
    place = next((m.place for m in hit.meanings if m.kind == "surname" and m.place >= 0), -1)
    return draft.lexicon.persons[place] if place >= 0 else None


def _in_office(draft: Draft, person: Person, office: Office) -> Who:
    """An official of the list in the office that the text says."""
    day = day_of_offices(draft)
    term = person.term_on(day) or last_term(person, day) or person.terms[-1]
    country = (office.country if office.sure else None) or term.country
    woman = feminine(draft, person.name, draft.text[office.start : office.end])
    return Who(person.name, person, country, office.role, woman)


def without_genitive(name: str) -> str:
    """The name without the English genitive: `Lee's`, `Vargas'`."""
    return name.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _until_another(draft: Draft, words: list[str]) -> list[str]:
    """A German name without those that follow on it: `empfing Kanzler Merz Polens Premier`, `rief Merz Trump an`."""
    if draft.language != "de":
        return words
    for place, word in enumerate(words[1:], 1):
        hit = draft.lexicon.whole(word, draft.language)
        if hit is not None and not hit.kinds.isdisjoint(FOLLOWING):
            return words[:place]
    return words


FOLLOWING = frozenset({"country", "adjective", "office", "seat"})  # kinds of words


def _without_noun(draft: Draft, words: list[str]) -> list[str]:
    """A German name without the noun that may follow it: `warf Minister Hans Müller Versäumnisse vor`."""
    if draft.language != "de" or len(words) < 3 or words[1][0].islower() or words[2][0].islower():
        return words
    if NOUN.search(words[2]) or any(h.kinds.isdisjoint(PARTS_OF_NAMES) for h in draft.lexicon.find(words[2])):
        return words[:2]
    return words if any(w[0].islower() for w in words) else words[:3]


PARTS_OF_NAMES = frozenset({"person", "surname"})


def _state_of(draft: Draft, name: str, office: Office, end: int) -> str | None:
    """Whose an office is that no grammar says: of the state said behind the name, else as the sentence leaves it.

    Where the sentence says no state, of those that the article speaks of it is the one where such names are borne.
    """
    said = states_said(draft)
    behind = BEHIND.match(draft.text, end)
    if behind and (state := draft.once("states begin", lambda: _states_begin(draft)).get(behind.end())):
        return state
    place = draft.place_at(office.start)
    if place >= 0:
        sentence = draft.sentences[place]
        if bisect.bisect_left(said, (sentence.start, "")) < bisect.bisect_left(said, (sentence.end + 1, "")):
            return office.country
    spoken = draft.once("states", lambda: frozenset(state for _, state in said))
    return draft.lexicon.origins.of(name, spoken) or office.country


def _another(draft: Draft, who: Who, words: list[str]) -> bool:
    """True for Zhang Maoming, where Zhang Hanhui is known: a given name behind the family name is another one's."""
    return _given_to_another(draft, who.name, who.person.aliases if who.person else (), words)


def _given_to_another(draft: Draft, name: str, aliases: Iterable[str], words: list[str]) -> bool:
    given = without_genitive(words[1]) if len(words) > 1 else ""
    if not given or any(given in known for known in [name, *aliases]):
        return False
    hit = draft.lexicon.whole(given)
    word = hit is not None and "surname" not in hit.kinds
    return not word and (draft.language == "en" or bool(GIVEN_BEHIND.fullmatch(given) or PINYIN.fullmatch(given)))


def _of_list(draft: Draft, office: Office, words: list[str]) -> tuple[Person, str] | None:
    """The official of that family name who holds that office on the day."""
    for word in dict.fromkeys((words[0], words[-1])):
        for surname in dict.fromkeys((without_genitive(word), word.removesuffix("s"))):
            held = [p for p in draft.lexicon.by_surname(surname) if _fits(p, office, day_of_offices(draft))]
            if len(held) != 1 or (len(words) > 1 and word != words[0]):
                continue
            if len(words) > 1 and FAMILY_FIRST.isdisjoint(t.country for t in held[0].terms):
                continue  # a given name here, somebody's family name elsewhere
            if len(words) == 1 or not _given_to_another(draft, held[0].name, held[0].aliases, words):
                return held[0], surname
    return None


def _fits(person: Person, office: Office, day: str | None) -> bool:
    country = office.country if office.sure else None
    return any(
        t.role == office.role and (country is None or t.country == country) and (day is None or t.covers(day))
        for t in person.terms
    )


def no_name(draft: Draft, name: str) -> bool:
    """True where the words are states, offices, days or organisations rather than somebody's name."""
    for hit in draft.lexicon.find(name):
        if hit.kinds.isdisjoint(NO_PART_OF_NAMES):
            continue
        if hit.kinds == {"date"} and hit.start == 0 and draft.lexicon.origins.is_forename(name[: hit.end]):
            continue  # Jan is a name as well
        return True
    words = name.split()
    return words[0] in NOT_NAMES or _is_building(draft, words) or (len(words) == TWO and words[0] in ADDRESS)


def _is_building(draft: Draft, words: list[str]) -> bool:
    """True for Parliament House, not for Christopher Hall."""
    return words[-1] in BUILDINGS and not draft.lexicon.origins.is_forename(words[0])


NO_PART_OF_NAMES = frozenset({"country", "organisation", "office", "adjective", "date", "contact", "reference", "seat"})


def states_said(draft: Draft) -> list[tuple[int, str]]:
    """Where states are said, and which."""

    def work() -> list[tuple[int, str]]:
        found = ((h.end, next((m.value for m in h.meanings if m.kind in SPOKEN_OF), None)) for h in draft.hits)
        return sorted((end, state) for end, state in found if state is not None)

    return draft.once("states said", work)


def _states_begin(draft: Draft) -> dict[int, str]:
    """By where they begin, the states that are said by name."""
    return {h.start: m.value for h in draft.hits for m in h.meanings if m.kind == "country"}
