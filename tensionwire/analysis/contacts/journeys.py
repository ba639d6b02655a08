"""Features of somebody who may have gone to a state: what they depend on (see scale.py)."""

from tensionwire.analysis.contacts import journey_names as names
from tensionwire.analysis.contacts.borne import borne
from tensionwire.analysis.contacts.candidates import TRAVEL, Candidate
from tensionwire.analysis.contacts.context import of_journeys
from tensionwire.analysis.contacts.meant import beginning
from tensionwire.analysis.contacts.order import clauses, order
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.unsaid import UNRANKED, company
from tensionwire.analysis.contacts.views import Seen, Worded
from tensionwire.lexicon.scale import Sign

PLACES = frozenset({"state", "seat", "city"})


def journey(scene: Scene, candidate: Candidate) -> list[Sign]:
    """All features that hold. Traveller or goal may be meant without being said."""
    person, goal, word = scene.seen(candidate.one), scene.seen(candidate.other), scene.worded(candidate.word)
    ahead = person.mention.begin <= goal.mention.begin
    o = f"P{order(person, goal, word)}" if ahead else f"G{order(goal, person, word)}"
    g, p = _group(word), goal.lead
    tie, there = person.tie(scene, word), goal.tie(scene, word)
    found: list[Sign] = [
        (names.words, g, word.bare, len(word.word.groups) == 1, p),
        (names.orders, o, p, person.lead),
        (names.kinds, person.kind, candidate.other.kind, p),
        (names.ties, clauses(person, goal, word), tie.relation, there.relation, g, o),
        (names.distances, person.rank, there.far, tie.far, p, g),
        (names.company, person.listed, min(3, len(scene.sides))),
        (names.goal, goal.listed, goal.lead, candidate.other.kind),
    ]
    found += _setting(scene, person, goal)
    found += _beside(scene, person, goal, word)
    if person.mention.kind == "pronoun":
        found.append((names.pronoun, o))
    found.append(_others(scene, person, goal, word))
    found.append((names.hints, scene.hints, candidate.other.kind == "there", person.unsaid))
    found += word.following
    if (bearer := borne(scene, person, word)) is not None:
        found.append((names.borne, bearer))
    if person.speech:
        found.append((names.speech, person.speech))
    if goal.on.kind:
        found.append((names.on, goal.lead, "own" if goal.on.start == word.word.start else goal.on.kind, goal.on.stem))
    return found + of_journeys(scene, person, goal)


def _group(word: Worded) -> str:
    if word.word.groups <= TRAVEL:
        return word.word.group
    return "journey" if "journey" in word.word.groups else "travel"


def _others(scene: Scene, person: Seen, goal: Seen, word: Worded) -> Sign:
    """Who else might have gone, or been gone to."""
    start, end = word.span
    low, high = sorted((person.mention.begin, goal.mention.begin))
    home, there = person.mention.affiliation, goal.mention.affiliation
    states = scene.draft.lexicon.states
    between, hosts = 0, False
    nearest, traveller = there, person.key
    to_goal = to_traveller = -1  # how far the nearest stand, none so far
    for mention in scene.mentions:
        if mention.affiliation == there:
            hosts = hosts or mention.name is not None
        elif mention.personal and mention.kind != "unsaid":
            far = abs(mention.start - start)
            if to_traveller < 0 or far < to_traveller:
                traveller, to_traveller = mention.key, far
        if mention.affiliation != home:
            if mention.personal:
                between += low < mention.start < high
            elif mention.affiliation in states:
                far = abs(mention.start - end)
                if to_goal < 0 or far < to_goal:
                    nearest, to_goal = mention.affiliation, far
    return names.others, min(2, between), hosts, nearest == there, traveller == person.key


def _setting(scene: Scene, person: Seen, goal: Seen) -> list[Sign]:
    """What the article tells of both elsewhere."""
    who, state, home = person.mention, goal.mention.affiliation, scene.home
    trips = scene.story.goals.get(person.key)
    trip = "none" if trips is None else "there" if state in trips else "elsewhere"
    begins = scene.once("beginning", lambda: beginning(scene))
    titled = state in scene.draft.titled if scene.draft.title else None
    kind = goal.mention.kind
    set_in = "goal" if state == home else "traveller" if who.affiliation == home else "none"
    focus = min(2, scene.focus.get(person.key, UNRANKED))
    found: list[Sign] = [
        (names.setting, set_in, titled, person.titled, focus, kind == "there", person.unsaid),
        (names.trips, trip, kind, person.kind, begins.more),
    ]
    if kind == "there":
        places = scene.once(
            "states said", lambda: frozenset([m.affiliation for m in scene.mentions if m.kind in PLACES])
        )
        said = len(places) - (who.affiliation in places)
        found.append((names.there, goal.mention.how, min(2, said), trip, set_in))
    if person.unsaid:
        people = scene.once("company", lambda: company(scene))
        fits = "none" if not people.pronouns else "fits" if who.feminine in people.pronouns else "differs"
        outer = min(3, who.outer)
        found.append((names.traveller, who.how, outer, fits, min(2, len(scene.sides)), goal.lead, begins.opening))
    return found


def _beside(scene: Scene, person: Seen, goal: Seen, word: Worded) -> list[Sign]:
    """The words that stand beside both, and what else the sentence tells of."""
    others = scene.once("travel words", lambda: _groups(scene))
    found: list[Sign] = [(names.also, others, word.word.group)]
    if not person.unsaid:
        found += _next_to(scene, person, "P", person.begins)
    if not goal.unsaid:
        found += _next_to(scene, goal, "G", goal.begins - 1)  # before its preposition
    return found


def _next_to(scene: Scene, seen: Seen, who: str, begins: int) -> list[Sign]:
    """The words before and behind somebody who travels, or where somebody goes: the same for every pair."""
    known = seen.next_to.get(who)
    if known is None:
        lower = scene.lower
        known = seen.next_to[who] = [
            (names.next_to, who, "<", said) for said in lower[max(0, begins - 1) : max(0, begins)]
        ]
        known += [(names.next_to, who, ">", said) for said in lower[seen.last + 1 : seen.last + 2]]
    return known


def _groups(scene: Scene) -> tuple[tuple[str, ...], bool]:
    """The groups of the sentence's contact words, and whether an organisation stands there."""
    groups = tuple(sorted({g for w in scene.words for g in w.groups}))
    return groups, any(m.kind == "organisation" for m in scene.mentions)
