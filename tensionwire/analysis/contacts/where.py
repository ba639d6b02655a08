"""Where a contact lies: the place that its clause names; likely the city of the dateline."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.gapping import own
from tensionwire.analysis.contacts.nearness import distance
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.speech import SPEECH
from tensionwire.contracts.tagged import Form
from tensionwire.lexicon.compiled import Hit

# The words between a preposition of place and its name: "in der", "to the", "ins", "at the".
BEFORE = 28  # code points in which a preposition stands before its place
LEADS = re.compile(
    r"\b(?P<lead>in|nach|to|at|into|near|bei|im|ins|auf|through|via|für|aus|from|toward|towards|for|left|reached|visited|besuchte|besucht)"
    r"\s(?:(?:der|die|das|dem|den|the|einer|einem|seine[rm]|ihre[rm]|his|her|its|nearby|nahen|(?:Haupt|Hafen)?[Ss]tadt|Badeort|capital|city|town|port|of|[\w-]+(?:ischen|ische|er))\s){0,4}$",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\s(?:Hauptstadt|Metropole|capital)\b(?:\sof\s)?")
PHRASE = re.compile(r"\b(?P<article>der|die|the)\s$", re.IGNORECASE)
NAMED_AFTER = re.compile(r",?\s$")
# Who stands in a place without being met there: "Botschafter in Wien", "sources in Paris".
HOLDERS = frozenset(
    "botschafter botschafterin ambassador envoy machtwechsel regierung government embassy botschaft sources kreisen "
    "consulate election wahl wahlen krieg war protests proteste coup putsch lage situation".split()
)
AWAY = frozenset("from aus left".split())  # where somebody is no more
STAYS = 5  # sentences for which somebody is where they went
INSIDE = frozenset("in im nach".split())  # before a state; "to Ukraine" may be where help goes
THERE = frozenset("dort there hier here".split())
LEAD = 4  # the last sentence for which the dateline holds
DATELINE = re.compile(
    r"^\W{0,3}(?P<city>[A-ZÄÖÜİŞÇ][\w’'-]*(?:[ /](?:[A-ZÄÖÜİŞÇ][\w’'.-]*|de|am|an|der)){0,4})"
    r"(?:(?:,\s[^\n–—(]{1,25})?\s*(?P<agency>\([^)\n]{1,30}\)\s?[-–—.]?|[-–—])\s|(?P<stop>\.)\s[A-ZÄÖÜ])"
)
PLACES = frozenset({"city", "seat"})
STATES = frozenset({"country"})
UNION = frozenset({"brüssel", "brussels"})
LETTERS = frozenset(map(len, UNION))


class Place(NamedTuple):
    """A place said in a sentence: its span, how the text calls it, and how far it lies from the contact word."""

    start: int
    end: int
    name: str
    state: str
    city: bool
    lead: str


def where(scene: Scene, candidate: Candidate, form: Form) -> str | None:
    """The place, as printed; None where the text does not say."""
    if form == "call":
        return None
    if (own_place := own(scene, candidate.one, candidate.other, "place")) is not None and form != "visit":
        return scene.draft.text[own_place.start : own_place.end]
    found = scene.once("places", lambda: list(places(scene.draft, scene.sentence, scene.hits)))
    if form == "visit":
        return _goal(scene, candidate, found)
    met = {m.start for m in (candidate.one, candidate.other)}
    near = [p for p in found if not _held_by_others(scene, p) and p.lead not in AWAY]
    states = [p for p in near if not p.city and p.lead in INSIDE and p.start not in met]
    if said := [p for p in near if p.city] or states:
        return _nearest(scene, candidate, said)
    return scene.once("there", lambda: _there(scene))


def _nearest(scene: Scene, candidate: Candidate, said: list[Place]) -> str:
    if len(said) == 1:
        return said[0].name
    return min(said, key=lambda p: distance(scene, candidate, p.start, p.end)).name


def _there(scene: Scene) -> str | None:
    """What "dort" means: the city said last in the sentence before."""
    draft, place = scene.draft, scene.sentence.place
    if place == 0 or THERE.isdisjoint(scene.lower):
        return None
    before = draft.sentences[place - 1]
    if "\n" in draft.text[before.end : scene.sentence.start]:
        return None
    cities = [p for p in places(draft, before, draft.hits_of(before)) if p.city and p.lead not in AWAY]
    if cities:
        return cities[-1].name
    bare = [h for h in draft.hits_of(before) if _is_city(draft, h)]  # "Brüssel steht auf dem Plan. Dort ..."
    return draft.text[bare[-1].start : bare[-1].end] if bare else None


def _is_city(draft: Draft, hit: Hit) -> bool:
    """True for a city or seat; for Brussels too, which stands for the Union else."""
    if not hit.kinds.isdisjoint(PLACES):
        return True
    return hit.end - hit.start in LETTERS and draft.text[hit.start : hit.end].lower() in UNION


class Stay(NamedTuple):
    """Where a traveller goes: the state, the place as printed, whether it is told as held, its day, its sentence."""

    state: str
    place: str
    held: bool
    day: str | None
    sentence: int


def arrived_in(scene: Scene, candidate: Candidate, place: str, held: bool, day: str | None) -> None:
    """Keep where a visit goes, for what its traveller does there."""
    traveller, goal = candidate.one, candidate.other
    if goal.personal:
        traveller, goal = goal, traveller
    _stays(scene.draft)[traveller.key] = Stay(goal.affiliation, place, held, day, scene.sentence.place)


def stays_in(scene: Scene, candidate: Candidate, held: bool, day: str | None) -> str | None:
    """Where one is who came to see the other's state, as told a few sentences before.

    What was held was not held where somebody only will go, nor before the day of the arrival.
    """
    stays = _stays(scene.draft)
    for guest, host in ((candidate.one, candidate.other), (candidate.other, candidate.one)):
        stay = stays.get(guest.key)
        if stay is None or stay.state != host.affiliation or scene.sentence.place - stay.sentence > STAYS:
            continue
        before = day is not None and (stay.day is None or day < stay.day)
        if not before and (stay.held or not held):
            return stay.place
    return None


def _stays(draft: Draft) -> dict[str, Stay]:
    return draft.once("stays", dict)


def reported_from(scene: Scene, candidate: Candidate) -> str | None:
    """The city from which the article reports: there lies what its first sentences tell without naming a place.

    Of two cities the first, if it lies in a state that takes part.
    """
    if scene.sentence.place > LEAD:
        return None
    city, states, several = scene.draft.once("reported from", lambda: _dateline(scene.draft))
    if several and states.isdisjoint((candidate.one.affiliation, candidate.other.affiliation)):
        return None
    return city


def _dateline(draft: Draft) -> tuple[str | None, frozenset[str], bool]:
    """The first city of the dateline, the states in which such cities lie, and whether it names others."""
    nowhere: tuple[None, frozenset[str], bool] = None, frozenset(), False
    dateline = DATELINE.match(draft.text)
    if dateline is None:
        return nowhere
    cities = dateline["city"].split("/")
    hits = list(draft.lexicon.find(cities[0]))
    states = frozenset([m.value for h in hits for m in h.meanings if m.kind in ("city", "seat")])
    if not states and (dateline["stop"] or not (cities[0].isupper() or "(" in (dateline["agency"] or ""))):
        return nowhere  # "Sir - I read with surprise"
    return cities[0].strip(), states, len(cities) > 1


def places(draft: Draft, sentence: Sentence, hits: list[Hit]) -> Iterator[Place]:
    """The cities, seats, capitals and states of a sentence that stand behind a word of place."""
    text = draft.text
    for index, hit in enumerate(hits):
        if "adjective" in hit.kinds and (capital := CAPITAL.match(text, hit.end)):
            following = hits[index + 1] if index + 1 < len(hits) else None
            named = following is not None and not following.kinds.isdisjoint(PLACES)
            if following and named and NAMED_AFTER.fullmatch(text, capital.end(), following.start):
                continue  # "in der angolanischen Hauptstadt Luanda"
            start, name = hit.start, text[hit.start : capital.end()].strip()
            if article := PHRASE.search(text, max(sentence.start, hit.start - 4), hit.start):
                start, name = article.start(), _dative(article["article"], name)
            if lead := LEADS.search(text, max(sentence.start, start - BEFORE), start):
                yield Place(start, capital.end(), name, _state(hit, "adjective"), True, lead["lead"].lower())
            continue
        city = _is_city(draft, hit)
        if not city and (hit.kinds.isdisjoint(STATES) or "adjective" in hit.kinds):
            continue
        lead = LEADS.search(text, max(sentence.start, hit.start - BEFORE), hit.start)
        if lead is None:
            before = hits[index - 1] if index else None
            if not (city and before and "adjective" in before.kinds and CAPITAL.match(text, before.end)):
                continue
            lead_word = "in"
        else:
            lead_word = lead["lead"].lower()
        state = _state(hit, "city", "seat", "country")
        yield Place(hit.start, hit.end, text[hit.start : hit.end], state, city, lead_word)


def _dative(article: str, phrase: str) -> str:
    """ "die türkische Hauptstadt" as it stands after "in": der türkischen Hauptstadt."""
    if article.lower() == "the":
        return f"the {phrase}"
    adjective, _, noun = phrase.partition(" ")
    return f"der {adjective}{'n' if adjective.endswith('e') else ''} {noun}"


def _state(hit: Hit, *kinds: str) -> str:
    return next((m.value for m in hit.meanings if m.kind in kinds), "")


def _held_by_others(scene: Scene, place: Place) -> bool:
    """True for "sources in Paris said", "Botschafter in Wien": where somebody is who does not meet there."""
    at = scene.at(place.start)
    before = scene.lower[max(0, at - 3) : at]
    after = scene.lower[scene.at(place.end - 1) + 1 : scene.at(place.end - 1) + 2]
    return not HOLDERS.isdisjoint(before) or not SPEECH.isdisjoint(before[-2:]) or not SPEECH.isdisjoint(after)


def _goal(scene: Scene, candidate: Candidate, found: list[Place]) -> str | None:
    """Where a journey goes: the city said for that state, else the state."""
    goal = candidate.other if not candidate.other.personal else candidate.one
    cities = [p for p in found if p.city and p.state == goal.affiliation]
    if cities:
        return _nearest(scene, candidate, cities)
    if goal.kind == "there":
        return None
    named = next((h for h in scene.hits if h.start == goal.start), None)
    if named and not named.kinds.isdisjoint(PLACES | STATES):
        return _nominative(scene.draft, scene.draft.text[goal.start : goal.end], goal.affiliation)
    return next((p.name for p in found if p.state == goal.affiliation), None)


def _nominative(draft: Draft, name: str, state: str) -> str:
    """A state's name without the German genitive: `beim Besuch Serbiens`."""
    bare = name[:-1] if draft.language == "de" and name.endswith("s") else name
    known = any(m.kind == "country" and m.value == state for h in draft.lexicon.find(bare) for m in h.meanings)
    return bare if known else name
