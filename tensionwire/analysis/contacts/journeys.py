"""Features of somebody who may have gone to a state: what they depend on (see scale.py)."""

from tensionwire.analysis.contacts import journey_names as names
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.order import clauses, order
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.views import Seen, Worded
from tensionwire.lexicon.scale import Sign


def journey(scene: Scene, candidate: Candidate) -> list[Sign]:
    """All features that hold. The traveller is always said (candidates.py), the goal may not be."""
    person, goal, word = scene.seen(candidate.one), scene.seen(candidate.other), scene.worded(candidate.word)
    ahead = person.mention.begin <= goal.mention.begin
    o = f"P{order(person, goal, word)}" if ahead else f"G{order(goal, person, word)}"
    g, p = "journey" if "journey" in word.word.groups else "travel", goal.lead
    tie, there = person.tie(scene, word), goal.tie(scene, word)
    found: list[Sign] = [
        (names.words, g, word.bare, len(word.word.groups) == 1, p),
        (names.orders, o, p, person.lead),
        (names.kinds, person.kind, candidate.other.kind, p),
        (names.ties, clauses(person, goal, word), tie.relation, there.relation, g, o),
        (names.distances, person.rank, there.far, tie.far, p, g),
        (names.company, person.listed, min(3, len(scene.sides))),
    ]
    if person.mention.kind == "pronoun":
        found.append((names.pronoun, o))
    found.append(_others(scene, person, goal, word))
    found += [(names.following, following) for following in scene.lower[word.ends : word.ends + 2]]
    if person.speech:
        found.append((names.speech, person.speech))
    return found


def _others(scene: Scene, person: Seen, goal: Seen, word: Worded) -> Sign:
    """Who else might have gone, or been gone to."""
    start, end = word.span
    low, high = sorted((person.mention.begin, goal.mention.begin))
    home, there = person.mention.affiliation, goal.mention.affiliation
    states = scene.draft.lexicon.states
    between, hosts = 0, False
    goals, travellers = [], []
    for mention in scene.mentions:
        if mention.affiliation == there:
            hosts = hosts or mention.name is not None
        elif mention.personal and mention.kind != "unsaid":
            travellers.append(mention)
        if mention.affiliation != home:
            if mention.personal:
                between += low < mention.start < high
            elif mention.affiliation in states:
                goals.append(mention)
    nearest = min(goals, key=lambda m: abs(m.start - end), default=goal.mention)
    traveller = min(travellers, key=lambda m: abs(m.start - start), default=person.mention)
    return names.others, min(2, between), hosts, nearest.affiliation == there, traveller.key == person.key
