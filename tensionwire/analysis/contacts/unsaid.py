"""Features of somebody who is meant without being said."""

from typing import NamedTuple

from tensionwire.analysis.contacts import meant_names as names
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.views import Seen
from tensionwire.analysis.draft import Mention
from tensionwire.lexicon.scale import Sign

MALE, FEMALE = "er he ihm ihn him his".split(), "sie she her".split()
PRONOUNS = dict.fromkeys(MALE, False) | dict.fromkeys(FEMALE, True)  # whether of a woman
OPENING = 12  # tokens in which a pronoun may mean somebody of the sentence before
SUBJECTS = frozenset("^ v w ,".split())  # on what a subject hangs
SIDES = frozenset("mit with bei to zu by von between zwischen".split())  # on what a side hangs that is no subject
UNRANKED = 9


class Company(NamedTuple):
    """The said ones of a sentence: on what they hang, its pronouns, its states. The same for whoever is meant."""

    subject: bool
    hangs: str
    pronouns: frozenset[bool]  # True: of a woman
    resolved: bool
    places: frozenset[str]


def company(scene: Scene) -> Company:
    """The said ones of a sentence."""
    leads = [p.lead for p in scene.people]
    return Company(
        subject=not SUBJECTS.isdisjoint(leads),
        hangs=next((lead for lead in leads if lead in SIDES), "none"),
        pronouns=frozenset(PRONOUNS[w] for w in scene.lower[:OPENING] if w in PRONOUNS),
        resolved=any(m.kind == "pronoun" for m in scene.mentions),
        places=frozenset(m.affiliation for m in scene.mentions if not m.personal),
    )


def meant(scene: Scene, unsaid: Seen, other: Seen) -> list[Sign]:
    """How well somebody who is not said fits: the pronouns of the sentence, and whether one is resolved already."""
    said = scene.once("company", lambda: company(scene))
    mine, yours, home = unsaid.mention, other.mention, scene.home
    local = "other" if yours.affiliation in said.places else "unsaid" if mine.affiliation in said.places else "none"
    set_in = "other" if yours.affiliation == home else "unsaid" if mine.affiliation == home else "none"
    focus, focused = min(2, scene.focus.get(unsaid.key, UNRANKED)), min(2, scene.focus.get(other.key, UNRANKED))
    hangs, subject = said.hangs, said.subject
    pronouns, fits = bool(said.pronouns), mine.feminine in said.pronouns
    return [
        (names.setting, local, set_in, hangs),
        (names.focus, focus, mine.how, focused),
        (names.fresh, _fresh(scene, yours), hangs, focus),
        (names.standing, unsaid.titled, other.titled, unsaid.rank, other.rank, scene.before_worded),
        (names.why, mine.how, min(3, mine.outer), subject, hangs),
        (names.sentence, len(scene.sides), hangs, pronouns, fits, said.resolved, subject),
    ]


def _fresh(scene: Scene, mention: Mention) -> bool:
    """True where the text has these words for the first time."""
    text = scene.draft.text
    return mention.kind != "unsaid" and text.find(text[mention.start : mention.end]) >= mention.start
