"""Who of a sentence can be a side of a contact, and who only looks like one."""

import re

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.roll import GROUP_OF

SAID = frozenset({"name", "surname", "people", "office", "counterpart", "host", "both"})
SEVERAL = frozenset({"both", "office", "delegation"})  # words that mean several: `Russian and Ukrainian negotiators`
SINCE = frozenset({"since", "seit", "seitdem"})
SINCE_NEAR = 4  # tokens before who is said to have done something
POSSESSIVE = frozenset("sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres his her".split())
ABOUT = frozenset({"über", "about"})
LOCATIVE = frozenset({"in", "im"})
TWO = 2
BROKERED = re.compile(r"-\w+ed\b")
OWNED = frozenset({" ", "s ", "'s ", "’s "})  # between a state and its group
ACTING = frozenset("^ v w , in im von vom by of".split())  # on what a state hangs that acts
SUMMONED_TO = frozenset("ins zum to into".split())  # `ins Auswärtige Amt einbestellt`
TOWARDS = frozenset("nach in im to into at ins".split())
# What happens in a state to which nobody goes for it.
HAPPENING = {
    "de": frozenset(
        "lage krise krieg kriegs kriegen konflikt konflikts unruhen proteste protesten kämpfe kämpfen putsch "
        "bürgerkrieg".split()
    ),
    "en": frozenset("situation crisis war wars conflict unrest protests fighting violence coup".split()),
}


def only_since(scene: Scene, mention: Mention) -> bool:
    """True for whose deed a time is counted from: `his first visit since Modi took office`."""
    if mention.kind == "unsaid" or SINCE.isdisjoint(scene.held):
        return False
    begins = scene.at(mention.begin)
    first = max(0, begins - SINCE_NEAR)
    if SINCE.isdisjoint(scene.lower[first:begins]):
        return False
    if any("date" in h.kinds and scene.starts[first] <= h.start < mention.begin for h in scene.hits):
        return False  # since Monday Merz has held talks
    clause = scene.owner[scene.at(mention.start)]
    words = {scene.at(w.start) for w in scene.words if w.group != "transit"}
    if clause.opener == "after":
        return bool(clause.verbs) and words.isdisjoint(clause.places)
    behind = scene.at(mention.end - 1) + 1
    return any(clause.verbs.get(place) == "past" and place not in words for place in (behind, behind + 1))


def same_words(one: Mention, other: Mention) -> bool:
    """True for two readings of the same words, of which only one can be meant."""
    return one.start == other.start and one.kind not in SEVERAL and "unsaid" not in (one.kind, other.kind)


def one_side(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for `Afghanistan's Taliban`: the group of a state, with its name before it."""
    if GROUP_OF.get(other.affiliation) != one.affiliation:
        return False
    return scene.draft.text[one.end : other.begin] in OWNED or scene.draft.text[one.end : other.start] in OWNED


def tells(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for who only says what two do: `Ushakov said the two sides would meet`."""
    teller = one if other.kind == "both" else other
    return teller.kind in ("name", "surname") and "speaks" in scene.seen(teller).speech


def of_the_two(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for somebody and the other one of two of whom he is one: `Rubio saw Lavrov, and the two will meet again`."""
    both, named = (one, other) if one.kind == "both" else (other, one)
    return any(m.kind == "both" and m.start == both.start and m.key == named.key for m in scene.mentions)


def acts(scene: Scene, mention: Mention) -> bool:
    """True for a state, or its ministry, that does something there, or where it is done: no topic of it."""
    lead = scene.seen(mention).lead
    if mention.kind == "seat" and lead in SUMMONED_TO:
        return True
    return not mention.personal and mention.kind != "city" and lead in ACTING


def brokers(scene: Scene, mention: Mention) -> bool:
    """True for a state that only brings others together: `Oman-brokered`, `U.S.-led`."""
    return not mention.personal and BROKERED.match(scene.draft.text, mention.end) is not None


def is_where(scene: Scene, mention: Mention) -> bool:
    """True for a state in which others talk: `In Oman, the United States and Iran held talks`."""
    seen = scene.seen(mention)
    if mention.kind != "state" or seen.listed or seen.lead not in LOCATIVE:
        return False
    return sum(m.kind == "state" for m in scene.mentions) > TWO


def topic(scene: Scene, mention: Mention) -> bool:
    """True for one that was talked about: `sprachen über Putin`, `talked about Trump`."""
    return scene.seen(mention).lead in ABOUT


def said(scene: Scene, mention: Mention) -> bool:
    """True for who can be in contact without a word of contact: somebody named or pointed at, nobody's possession."""
    if mention.kind == "unsaid":
        return True
    if mention.kind == "both" and not mention.name:
        return False  # `Beide Seiten rechnen mit einem harten Winter`: a bare state, as any other
    if mention.kind == "pronoun":
        return scene.draft.text[mention.start : mention.end].lower() not in POSSESSIVE
    return mention.kind in SAID


def happens_in(scene: Scene, goal: Mention) -> bool:
    """True for where something happens that is no journey: `wegen der Lage in Syrien`, `the war in Ukraine`."""
    place = scene.at(goal.start)
    return place > 1 and scene.lower[place - 1] in TOWARDS and scene.lower[place - 2] in HAPPENING[scene.draft.language]
