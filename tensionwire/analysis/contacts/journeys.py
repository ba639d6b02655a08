"""Features of somebody who may have gone to a state."""

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.meant import OPENINGS, bearing
from tensionwire.analysis.contacts.order import clauses, order
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.unsaid import OPENING, PRONOUNS, SUBJECTS
from tensionwire.analysis.contacts.views import Seen, Worded



def journey(scene: Scene, candidate: Candidate) -> list[str]:
    """The names of all features that hold. The traveller is always said (candidates.py), the goal may not be."""
    person, goal, word = scene.seen(candidate.one), scene.seen(candidate.other), scene.worded(candidate.word)
    ahead = person.mention.begin <= goal.mention.begin
    o = f"P{order(person, goal, word)}" if ahead else f"G{order(goal, person, word)}"
    g, p = "journey" if "journey" in word.word.groups else "travel", goal.lead
    kind = candidate.other.kind
    ties = person.tie(word), goal.tie(word)
    tie = f"{ties[0].relation},{ties[1].relation}"
    found = [
        "visit",
        f"v:g={g}",
        f"v:w={word.bare}",
        f"v:only={len(word.word.groups) == 1}",
        f"v:g+p={g},{p}",
        f"v:w+p={word.bare},{p}",
        f"v:o={o}",
        f"v:o+p={o},{p}",
        f"v:pp={person.lead},{o}",
        f"v:k={person.kind}+{kind}",
        f"v:k+p={kind},{p}",
        f"v:cl={clauses(scene, person, goal, word)}",
        f"v:tie={tie}",
        f"v:tie={tie},{g},{o}",
        f"v:r={person.rank}",
        f"v:dG={ties[1].far}",
        f"v:dP={ties[0].far}",
        f"v:dG+p={ties[1].far},{p},{g}",
        f"v:list={person.listed}",
        f"v:people={min(3, len(scene.sides))}",
    ]
    if person.unsaid or goal.unsaid:
        found += _meant(scene, person, goal, word)
    if person.mention.kind == "pronoun":
        found.append(f"v:pronoun,{o}")
    found += _others(scene, person, goal, word)
    found += [f"v:next={w}" for w in scene.lower[word.ends : word.ends + 2]]
    found += [f"v:P {said}" for said in person.speech]
    return found


def _meant(scene: Scene, person: Seen, goal: Seen, word: Worded) -> list[str]:
    """What speaks for a traveller or a goal that is not said."""
    mine = (person if person.unsaid else goal).mention
    which = "who" if person.unsaid else "where"
    subject = any(p.lead in SUBJECTS for p in scene.people)
    states = scene.draft.lexicon.states
    said = sum(m.affiliation in states and not m.personal for m in scene.mentions)
    found = [
        f"v:{which} {mine.how}",
        f"v:{which} {mine.how},{word.bare}",
        f"v:{which},{word.bare}",
        f"v:{which},said={min(2, said)}",
        f"v:{which},subject={subject}",
        f"v:{which},people={min(3, len(scene.sides))}",
        f"v:{which},{scene.lower[0] if scene.lower and scene.lower[0] in OPENINGS else 'other'}",
    ]
    if person.unsaid:
        clash = [PRONOUNS[w] for w in scene.lower[:OPENING] if w in PRONOUNS]
        found += (
            f"v:who,{min(3, mine.outer)}",
            f"v:who,{mine.how},{min(3, mine.outer)},{subject}",
            f"v:who,focus={min(2, scene.focus.get(person.key, 9))}",
            f"v:who,pronoun={mine.feminine in clash if clash else 'none'}",
            f"v:who,home={goal.mention.affiliation == scene.home}",
        )
        found += bearing(scene, mine, goal.mention, "v:bears")
    else:
        hosts = [p for p in scene.people if p.mention.affiliation == mine.affiliation]
        if hosts:
            host = min(hosts, key=lambda p: abs(p.at - word.at))
            o = order(*((host, person) if host.begins <= person.begins else (person, host)), word)
            first = "H" if host.begins <= person.begins else "P"
            found += (
                f"v:host {host.lead}",
                f"v:host {host.lead},{first}{o}",
                f"v:host {first}{o},{word.bare}",
                f"v:host,{person.lead},{first}{o}",
                f"v:host,{host.rank}",
            )
        trip = scene.story.goals.get(person.key)
        found += (
            f"v:where,focus={min(2, scene.focus.get(person.key, 9))}",
            f"v:where,trip={'none' if trip is None else 'there' if mine.affiliation in trip else 'elsewhere'}",
            f"v:where,lead={person.lead}",
        )
    return found


def _others(scene: Scene, person: Seen, goal: Seen, word: Worded) -> tuple[str, ...]:
    """Who else might have gone, or been gone to."""
    start, end = word.span
    low, high = sorted((person.mention.begin, goal.mention.begin))
    home, there = person.mention.affiliation, goal.mention.affiliation
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
            elif mention.affiliation in scene.draft.lexicon.states:
                goals.append(mention)
    nearest = min(goals, key=lambda m: abs(m.start - end), default=goal.mention)
    traveller = min(travellers, key=lambda m: abs(m.start - start), default=person.mention)
    return (
        f"v:between={min(2, between)}",
        f"v:host here={hosts}",
        f"v:nearest={nearest.affiliation == there}",
        f"v:traveller={traveller.key == person.key}",
    )
