"""Whether a sentence tells two contacts one after the other: by words of order, or each by a word of its own."""

import re
from collections.abc import Sequence

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.gapping import apart
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.togetherness import REPEATED, beside
from tensionwire.analysis.draft import Mention

# Between two who were met, the second was met later.
THEN = frozenset(
    "then dann danach anschließend anschliessend daraufhin später hernach darauf zuvor davor schließlich "
    "schliesslich afterwards afterward later subsequently followed finally earlier".split()
)
# Wherever it stands, they were met one by one.
SINGLY = frozenset(
    "nacheinander hintereinander separately separate getrennt getrennte getrennten gesondert einzeln individually "
    "successively consecutively".split()
)
IN_A_ROW = re.compile(
    r"\b(?:one (?:after the other|after another|by one)|einer nach dem anderen|eine nach der anderen)\b", re.I
)
# Talks of each of several with one: not `to discuss bilateral relations`.
TALKS_OF_TWO = re.compile(
    r"\b(?:jeweils (?:bilaterale[nr]? )?|bilaterale[nr]? |bilateral )"
    r"(?:Gesprächen?|Treffen|Unterredungen|Begegnungen|meetings|talks|discussions)\b",
    re.IGNORECASE,
)
ENDING = frozenset({".", ",", ";", "on", "at", "and"})  # behind `met A, B and C in turn`; not `who in turn met A`
WEAK = frozenset({"silent", "travel", "journey", "transit"})  # groups of words that tell no talks


def one_after_another(told: Told, pair: Told, newcomer: Mention) -> bool:
    """True where the newcomer of a pair was met at another time than those of the entry."""
    scene, (_, near) = pair.scene, beside(told, pair, newcomer)
    low, high = sorted((near.begin, newcomer.begin))
    between = scene.lower[scene.at(low) : scene.at(high)]
    if (
        not THEN.isdisjoint(between)
        or _singly(scene)
        or apart(scene, near, newcomer)
        or _on_another_day(scene, low, high, between)
    ):
        return True
    return _by_own_words(pair, near, newcomer)


def _on_another_day(scene: Scene, low: int, high: int, between: list[str]) -> bool:
    """True for `sprach am Montag mit A und am Dienstag mit B`: each has a day, and a preposition of its own."""
    days = [h.start for h in scene.hits if "date" in h.kinds]
    return not REPEATED.isdisjoint(between) and any(day < low for day in days) and any(low < d < high for d in days)


def _singly(scene: Scene) -> bool:
    """True where a sentence says that one was met after the other: `nacheinander`, `in turn`."""
    return scene.once("singly", lambda: _says_singly(scene))


def _says_singly(scene: Scene) -> bool:
    if not SINGLY.isdisjoint(scene.held):
        return True
    said = scene.draft.text, scene.sentence.start, scene.sentence.end
    if TALKS_OF_TWO.search(*said) or IN_A_ROW.search(*said):
        return True
    words = scene.lower
    return "turn" in scene.held and any(
        words[place - 1 : place + 1] == ["in", "turn"] and words[place + 1] in ENDING
        for place in range(2, len(words) - 1)
    )


def only_in_turn(pair: Told, entries: Sequence[Told]) -> bool:
    """True for two whom somebody only met one by one: `rief erst A an, danach B`, `traf A und B getrennt`."""
    one, other = pair.members.values()
    low, high = sorted((one.begin, other.begin))
    hubs = [
        {k.key for t in entries if m.key in t.keys for k in t.members.values() if k.begin < low} for m in (one, other)
    ]
    if hubs[0].isdisjoint(hubs[1]):
        return False
    scene = pair.scene
    if _singly(scene) or apart(scene, one, other):
        return True
    for place in range(scene.at(high) - 1, scene.at(low), -1):
        if place in scene.owner[place].verbs:
            return False  # `A, der dann B anrief`: there the one met the other
        if scene.lower[place] in THEN:
            return True
    return False


def _by_own_words(pair: Told, near: Mention, newcomer: Mention) -> bool:
    """`war von A empfangen worden und hatte sich mit B beraten`: a contact word in the clause of each."""
    scene, owner = pair.scene, pair.scene.owner
    one, other = owner[scene.at(near.start)], owner[scene.at(newcomer.start)]
    if one is other:
        return False
    words = {owner[scene.at(w.start)] for w in scene.words if w.group not in WEAK}
    return one in words and other in words
