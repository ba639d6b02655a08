"""Who is with somebody meets him, in German without a word of contact: `Selenskyj war am Montag bei Merz`."""

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.contacts.hanging import FREE
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.grammar.clauses import Clause

BEI = "bei"
NOW = frozenset("ist sind sei seien".split())  # with which it takes a day, or the word for a guest
WAS = NOW | {"war", "waren", "weilt", "weilte", "weilten"}
GUEST = frozenset({"gast", "besuch"})
# What may stand beside: else somebody is there as an example, in disgrace, or of somebody's opinion.
BESIDE = (
    frozenset("in im am zu zum und auch bereits schon erst wieder noch kurz zuletzt dort selbst , .".split())
    | WAS
    | GUEST
    | {BEI}
)
NAMED = frozenset({"date", "city", "seat", "country"})  # kinds of words
MEETING = frozenset({"meeting"})
JOINT = frozenset({"joint"})


def with_somebody(scene: Scene) -> list[ContactWord]:
    """The contact words of a sentence, and `bei` in a clause without a strong one by which somebody is with another."""
    if BEI not in scene.held or WAS.isdisjoint(scene.held):
        return scene.words
    told = {scene.owner[scene.at(w.start)] for w in scene.words if w.group in STRONG}
    found = list(scene.words)
    for person in scene.people:
        if person.lead != BEI or not person.mention.name:
            continue
        clause = scene.owner[person.at]
        place = next((p for p in range(person.begins - 1, -1, -1) if scene.lower[p] == BEI), -1)
        if place < 0 or clause in told or WAS.isdisjoint([scene.lower[p] for p in clause.verbs]):
            continue
        if not any(p.lead in FREE and scene.owner[p.at] is clause for p in scene.people if p is not person):
            continue
        if not _only_was_there(scene, clause):
            continue
        start = scene.starts[place]
        found.append(ContactWord(start, start + len(BEI), "meeting", "joint", MEETING, JOINT, BEI))
    return sorted(found, key=lambda w: w.start)


def _only_was_there(scene: Scene, clause: Clause) -> bool:
    """True where nothing but people, days and places stands beside that: no `war bei Putin immer vorsichtig`."""
    held = {scene.lower[p] for p in clause.places}
    dated = any("date" in h.kinds and scene.owner[scene.at(h.start)] is clause for h in scene.hits)
    if not (held.isdisjoint(NOW) or held & GUEST or dated):
        return False
    covered = [(m.begin, m.end) for m in scene.mentions] + [(h.start, h.end) for h in scene.hits if h.kinds & NAMED]
    return all(scene.lower[p] in BESIDE or any(a <= scene.starts[p] < b for a, b in covered) for p in clause.places)
