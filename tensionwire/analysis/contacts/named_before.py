"""Who may be meant without being said: officials of the sentences before, those the article is about, who talked on."""

import bisect
import re

from tensionwire.analysis.contacts.meant import TALKS
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.sides import POSSESSIVE
from tensionwire.analysis.draft import Draft, Mention, Sentence

MOST_UNSAID = 4  # officials with a name who may be meant in one sentence, and sides without one
REACH_BACK = 2  # sentences in which the one stands who is meant without being said
# Who meets by itself, and is none of the two who talked: `Parliament opens its session`.
BODIES = frozenset(
    "parliament council cabinet assembly congress senate court board unions parlament sicherheitsrat kabinett"
    " bundestag bundesrat nationalrat senat kongress gericht generalversammlung vollversammlung knesset duma".split()
)
ITS_NEAR = 3  # tokens
PLACES = frozenset({"seat", "city"})  # kinds of mentions that say where
STATES = frozenset({"state", "organisation"})
HANGS = re.compile(r"\b(?:mit|with|von|by|bei|an|to|und|and|gegenüber|über|about|zwischen|for|für)\s(?:\w+\s){0,3}$")


def unsaid(draft: Draft, scene: Scene, starts: list[int], main: list[Mention]) -> list[Mention]:
    """Who may be meant without being said: officials named before, those the article is about, who talked on.

    Candidates like any other, at the beginning of the sentence; `outer` tells how far back they were named.
    """
    if _with_their_own(scene):
        return []
    here = {m.key for m in scene.mentions}
    found: dict[str, Mention] = {}
    at, place = scene.sentence.start, scene.sentence.place
    for before in reversed(draft.sentences[max(0, place - REACH_BACK) : place]):
        first, last = bisect.bisect_left(starts, before.start), bisect.bisect_left(starts, before.end)
        named = [m for m in draft.mentions[first:last] if m.name and m.role and m.name not in here and m.kind != "both"]
        if not named:
            continue
        free = next((m for m in named if not _hangs(draft, before, m)), None)
        if free is not None:
            found.setdefault(free.key, _meant(free, at, place - before.place, "subject"))
        if named[-1].key not in found:
            found[named[-1].key] = _meant(named[-1], at, place - before.place, "last")
    for rank, mention in enumerate(main):
        if mention.name in here or place == 0:
            continue
        known = found.get(mention.key)
        if known is None:
            found[mention.key] = _meant(mention, at, 3, f"main{rank}")
        else:
            found[mention.key] = known.because(f"{known.how}+main{rank}")
    return list(found.values())[:MOST_UNSAID] + _nameless(scene, place, at)


def _nameless(scene: Scene, place: int, at: int) -> list[Mention]:
    """Delegations, unnamed officials and states that talked before, where a sentence tells talks and nobody is said.

    `how`: they talked `last` or first (`began`), and whether they are states.
    """
    story = scene.story
    if scene.people or not any(w.group in TALKS or "visit" in w.forms for w in scene.words) or _others(scene):
        return []
    here = {m.affiliation for m in scene.mentions if not m.personal and m.kind not in PLACES}
    found: dict[str, Mention] = {}
    for why, parties in (("last", story.parties), ("began", story.first_parties)):
        if parties is None:
            continue
        told, sides = parties
        for mention in sides:
            how = f"{why} state" if mention.kind in STATES else why
            if mention.affiliation not in here:
                found.setdefault(mention.affiliation, _meant(mention, at, place - told, how))
    return list(found.values())[:MOST_UNSAID]


def nation(mention: Mention) -> bool:
    """True for a state that talked before and is not said here."""
    return mention.kind == "unsaid" and mention.how.endswith(" state")


def talked_on(mention: Mention) -> bool:
    """True for a side without a name that talked before and is not said here."""
    return mention.kind == "unsaid" and mention.name is None


def _others(scene: Scene) -> bool:
    """True where somebody else meets: a body of its own, an organisation, or whoever has `its session`."""
    if not BODIES.isdisjoint(scene.held) or any(m.kind == "organisation" for m in scene.mentions):
        return True
    if "its" not in scene.held:
        return False
    return any("its" in scene.lower[max(0, at - ITS_NEAR) : at] for at in [scene.at(w.start) for w in scene.words])


def _with_their_own(scene: Scene) -> bool:
    """True where all that the sentence says is somebody with his own officials: `Macron met his foreign minister`."""
    own = [m for m in scene.mentions if m.kind == "office" and not m.name and _possessed(scene, m)]
    return bool(own) and len(scene.people) > 1 and len(scene.sides) == 1


def _possessed(scene: Scene, mention: Mention) -> bool:
    place = scene.at(mention.begin)
    return place > 0 and scene.lower[place - 1] in POSSESSIVE


def _hangs(draft: Draft, sentence: Sentence, mention: Mention) -> bool:
    """True for who hangs on a preposition, or stands behind `und`."""
    return HANGS.search(draft.text[max(sentence.start, mention.begin - 24) : mention.begin]) is not None


def _meant(mention: Mention, at: int, outer: int, how: str) -> Mention:
    """Somebody named before, as one who is not said here."""
    return Mention(at, at, mention.affiliation, mention.name, mention.role, "unsaid", outer, mention.feminine, how)
