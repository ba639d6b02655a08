"""Whose government or people act: `the Trump administration`, `Trump officials`, `die Regierung Merz`."""

import re

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.era import day_of_offices
from tensionwire.analysis.entities.names import POWERS, bearers
from tensionwire.analysis.entities.offices import Office
from tensionwire.analysis.entities.roll import Roll
from tensionwire.analysis.entities.shape import CAPITAL, last_term, states_spoken_of
from tensionwire.lexicon.compiled import Hit

LONGEST = 40  # code points of the name and what joins it
# What joins the name: German takes a genitive or a hyphen, English no more than a blank.
BEFORE = {
    "de": re.compile(rf"([{CAPITAL}][\w-]*?)(?:(?:s|['’]s?) |-)$"),
    "en": re.compile(rf"([{CAPITAL}][\w-]*?)(?:['’]s?)? $"),
}
BEHIND = re.compile(r" ([\w-]+)")
LED_BY = frozenset("von of the des der".split())  # `die Regierung von Präsident Milei`
GOVERNMENT = re.compile(r"(?:Regierung(?:en)?|Kabinetts?|[Aa]dministration|[Gg]overnment|[Cc]abinet)$")


def state_led(draft: Draft, roll: Roll, group: Hit | Office) -> tuple[str, int] | None:
    """The state of the one after whom a government, or a group of officials, is called, and where the words begin.

    None where it is called after nobody.
    """
    text = draft.text
    before = BEFORE[draft.language].search(text, max(0, group.start - LONGEST), group.start)
    if before is not None and (state := _state_of(draft, roll, before[1], before.start(1))):
        return state, before.start(1)
    if not GOVERNMENT.search(text, group.start, group.end):
        return None
    at = group.end
    while (behind := BEHIND.match(text, at, group.end + LONGEST)) is not None:
        word, start = behind[1], behind.start(1)
        if state := _state_of(draft, roll, word, start):
            return state, group.start
        hit = draft.hit_at(start)
        office = hit is not None and "office" in hit.kinds
        if not (office or word in LED_BY or draft.lexicon.origins.is_forename(word)):
            return None
        at = hit.end if hit is not None and office else behind.end()
    return None


def _state_of(draft: Draft, roll: Roll, word: str, at: int) -> str | None:
    """The state of whoever has a family name, of those in the article, else of those who lead a state."""
    name = roll.by_surname.get(word) or roll.taken.get(at)
    if name is not None:
        return roll.people[name].country
    hit = draft.hit_at(at)
    if hit is None or "surname" not in hit.kinds:
        return None
    day = day_of_offices(draft)
    people = bearers(draft, hit, word, POWERS | states_spoken_of(draft))
    term = people[0].term_on(day) or last_term(people[0], day) if len(people) == 1 else None
    return term.country if term else None
