"""Who is with somebody meets him, in German without a word of contact: `Selenskyj war am Montag bei Merz`."""

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.grammar.verbs import german_form

BEI = "bei"
WAS = frozenset("war waren ist sind sei seien weilt weilte weilten".split())
FREE = frozenset("^ v w ,".split())  # on what a subject hangs (hanging.py)
MEETING = frozenset({"meeting"})
JOINT = frozenset({"joint"})


def with_somebody(scene: Scene) -> list[ContactWord]:
    """The contact words of a sentence, and `bei` where a clause has no other and says that somebody is with another."""
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
        if any(german_form(scene.lower[p]) == "participle" for p in clause.places if scene.tokens[p][0].islower()):
            continue  # ist bei ihm in Ungnade gefallen
        start = scene.starts[place]
        found.append(ContactWord(start, start + len(BEI), "meeting", "joint", MEETING, JOINT, BEI))
    return sorted(found, key=lambda w: w.start)
