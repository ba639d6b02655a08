"""Features of somebody who is meant without being said."""

from typing import NamedTuple

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.views import Seen

MALE, FEMALE = "er he ihm ihn him his".split(), "sie she her".split()
PRONOUNS = dict.fromkeys(MALE, False) | dict.fromkeys(FEMALE, True)
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


def meant(scene: Scene, unsaid: Seen, other: Seen) -> tuple[str, ...]:
    """How well somebody who is not said fits: the pronouns of the sentence, and whether one is resolved already."""
    said = scene.once("company", lambda: company(scene))
    mine, yours = unsaid.mention, other.mention
    fits = mine.feminine in said.pronouns
    clash = bool(said.pronouns) and not fits
    local = "other" if yours.affiliation in said.places else "unsaid" if mine.affiliation in said.places else "none"
    set_in = "other" if yours.affiliation == scene.home else "unsaid" if mine.affiliation == scene.home else "none"
    focus, focused = (min(2, scene.focus.get(key, UNRANKED)) for key in (unsaid.key, other.key))
    fresh, hangs, subject = other.fresh, said.hangs, said.subject
    return (
        f"meant,local={local}",
        f"meant,home={set_in}",
        f"meant,home={set_in},{hangs}",
        f"meant,focus={focus}",
        f"meant,focus={focus},{mine.how[:4]}",
        f"meant,focus={focus},other={focused}",
        f"meant,fresh={fresh},{hangs}",
        f"meant,fresh={fresh},focus={focus}",
        f"meant,titled={unsaid.titled},{other.titled}",
        f"meant,ranks={unsaid.rank},{other.rank}",
        f"meant,before worded={scene.before_worded}",
        f"meant,how={mine.how}",
        f"meant,how={mine.how},{min(3, mine.outer)},subject={subject}",
        f"meant,how={mine.how},hangs={hangs}",
        f"meant,hangs={hangs},subject={subject}",
        f"meant,people={len(scene.sides)},hangs={hangs}",
        f"meant,pronoun={bool(said.pronouns)},{fits}",
        f"meant,clash={clash}",
        f"meant,resolved={said.resolved}",
        f"meant,subject here={subject}",
    )
