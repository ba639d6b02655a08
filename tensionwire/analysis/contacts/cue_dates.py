"""The day on which a contact was agreed, offered or called off, which is not the day of the contact."""

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.grammar.clauses import Clause
from tensionwire.analysis.grammar.verbs import DETERMINERS

DEEDS = frozenset({"cancelled", "offer", "demand", "accepted", "agreed", "announced"})  # families of cues
PLANS = frozenset({"planned", "ahead"})
FOR = frozenset("für for auf to bis until till ab from zum".split())  # `für Montag geplant`, `auf Montag verschoben`
GENITIVES = ("'s", "’s")
BEHIND = 2  # tokens from a date to the word that says it was planned: `das am Montag geplante Treffen`
FINISHED = frozenset({"past", "hat", "habe", "haben", "hatte", "had", "has", "wurde"})  # codes of verbs
AHEAD = frozenset({"wird", "werde", "will", "soll", "sollte", "wollte", "would", "is to", "was to", "could", "may"})
BEING = frozenset({"ist", "sei", "war"})


def of_the_cue(scene: Scene, start: int, end: int, word: int) -> bool:
    """True for the date from `start` to `end` of what was done about the contact told by the token `word`.

    `agreed on Monday to meet`, `das Treffen wurde am Montag abgesagt`; not `agreed to meet on Monday`, `das Treffen
    am Montag wurde abgesagt`, `das für Montag geplante Treffen`.
    """
    first, last = scene.at(start), scene.at(end - 1)
    clause, lower = scene.owner[first], scene.lower
    if DEEDS.isdisjoint(_families(scene, clause)) or lower[max(0, first - 1)] in FOR:
        return False
    if lower[last].endswith(GENITIVES):
        return False  # Friday's talks were called off
    plans = [place for place, family, _ in scene.cues if family in PLANS]
    if any(first - BEHIND <= place <= max(last + BEHIND, word) for place in plans):
        return False
    if word < first:
        return any(word < place < first for place in clause.verbs)
    if not clause.german:
        return any(family in DEEDS and place <= word for place, family, _ in scene.cues)
    if first > 1 and lower[first - 2] in DETERMINERS:
        return False  # das am Freitag abgesagte Treffen
    governed = scene.tokens[word][:1].islower() and bool(clause.auxiliaries)  # wird am Freitag nicht treffen
    return not governed and any(place < word for place in clause.verbs)


def of_another_deed(scene: Scene, start: int, word: int) -> bool:
    """True for the day of what another clause tells as done: `landed on Tuesday and is to meet`."""
    clause = scene.owner[scene.at(start)]
    if clause is scene.owner[word]:
        return False
    codes = set(clause.verbs.values())
    done = not FINISHED.isdisjoint(codes) or (clause.german and not BEING.isdisjoint(codes))
    return done and AHEAD.isdisjoint(codes)


def _families(scene: Scene, clause: Clause) -> frozenset[str]:
    """The families of cues in a clause, that of its split verb too."""

    def work() -> frozenset[str]:
        found = [family for place, family, _ in scene.cues if scene.owner[place] is clause]
        return frozenset([*found, scene.split_verb(clause)[0]] if clause.german else found)

    return scene.once(("families", clause.places[0]), work)
