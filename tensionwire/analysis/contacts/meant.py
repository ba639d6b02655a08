"""What speaks for somebody of the sentences before who may be meant: what has been told of them so far."""

from typing import NamedTuple

from tensionwire.analysis.contacts import meant_names as names
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Mention
from tensionwire.lexicon.scale import Sign

# Words that go on with what was told: more of the same person's programme.
MORE = frozenset(
    "auch zudem außerdem ferner anschließend danach dann später zuvor zunächst ebenfalls daneben dabei dort "
    "ebenso zuletzt nacheinander "
    "also then later earlier separately afterwards there too beforehand next first followed following besides".split()
)
OPENINGS = frozenset(
    "am an auch auf bei das dort der die ein eine es für im in mit nach nur und vor vorher zuvor zu zum "
    "anschließend danach später geplant vorgesehen "
    "a after also at before earlier for from he his it later no on she talks the then there they with".split()
)


# Groups of words of those talks that go on: `the next round`, `the session`.
TALKS = frozenset({"meet", "encounter", "discussion", "parley", "negotiate", "summit", "callnoun", "receive"})
NAMELESS = frozenset({"delegation", "office", "state", "organisation"})  # kinds of mentions
WHERE = frozenset({"in", "im", "at", "near", "bei"})  # before a state in which others talk
MOST_PARTIES = 3


class Story:
    """What the sentences so far have told: who travelled where, who stood beside whom in a sentence of a contact."""

    def __init__(self) -> None:
        self.goals: dict[str, set[str]] = {}
        self._told: dict[str, set[int]] = {}  # in which sentences of contacts, by their places
        self.latest: frozenset[str] = frozenset()
        self.parties: tuple[int, list[Mention]] | None = None  # who of no name talked last, and in which sentence
        self.first_parties: tuple[int, list[Mention]] | None = None

    def add(self, scene: Scene) -> None:
        """One more sentence."""
        people = [m for m in scene.mentions if m.name and not m.kind.startswith("unsaid")]
        if any(w.group in TALKS for w in scene.words) and (parties := _parties(scene)):
            self.parties = scene.sentence.place, parties
            self.first_parties = self.first_parties or self.parties
        names = list(dict.fromkeys(m.key for m in people))[:MOST]
        self.latest = frozenset(names)
        for name in names:
            self._told.setdefault(name, set()).add(scene.sentence.place)
        if people and any("visit" in w.forms for w in scene.words):
            goals = {m.affiliation for m in scene.mentions if not m.personal} - {people[0].affiliation}
            self.goals.setdefault(people[0].key, set()).update(goals)

    def together(self, one: str, other: str) -> bool:
        """True where both stood in a sentence of a contact."""
        mine, yours = self._told.get(one), self._told.get(other)
        return mine is not None and yours is not None and one != other and not mine.isdisjoint(yours)


def _parties(scene: Scene) -> list[Mention]:
    """The delegations and offices of no name of a sentence, or its states where it says two: each side once."""
    found: dict[str, Mention] = {}
    for mention in scene.mentions:
        lead, listed = scene.lead_in(mention)
        if mention.name is None and mention.kind in NAMELESS and (listed or lead not in WHERE):
            found.setdefault(mention.affiliation, mention)
    said = list(found.values())[:MOST_PARTIES]
    return said if len(said) > 1 or any(m.personal for m in said) else []


MOST = 6  # people of a sentence whose company is kept in mind


class Beginning(NamedTuple):
    """How a sentence begins: in a new paragraph, with which word, as one that goes on with what was told."""

    paragraph: bool
    opening: str
    more: bool


def beginning(scene: Scene) -> Beginning:
    """How a sentence begins."""
    text, start, lower = scene.draft.text, scene.sentence.start, scene.lower
    return Beginning(
        paragraph="\n" in text[max(0, start - 2) : start],
        opening=lower[0] if lower and lower[0] in OPENINGS else "other",
        more=not MORE.isdisjoint(lower[:12]),
    )


def bearing(scene: Scene, unsaid: Mention, other: Mention) -> list[Sign]:
    """The features of `unsaid` opposite `other`, among all who may be meant."""
    story = scene.story
    begins = scene.once("beginning", lambda: beginning(scene))
    rivals = [m.key for m in scene.mentions if m.kind == "unsaid" and m.affiliation != other.affiliation]
    mine, yours = unsaid.key, other.key
    rank = rivals.index(mine) if mine in rivals else 9
    goals = story.goals.get(mine)
    trip = "none" if goals is None else "there" if other.affiliation in goals else "elsewhere"
    hosted = unsaid.affiliation in story.goals.get(yours, ())
    met = story.together(mine, yours)
    role = unsaid.role is not None and unsaid.role == other.role
    others = min(2, len(scene.sides) - (other.affiliation in scene.sides))
    return [
        (names.rivals, rank, min(3, len(rivals)), unsaid.how, unsaid.affiliation in scene.sides, others),
        (names.trips, trip, hosted, min(2, len(story.goals))),
        (names.opening, begins.paragraph, min(3, unsaid.outer), begins.opening),
        (names.goes_on, begins.more, others, trip),
        (names.met, met, mine in story.latest, role, others),
    ]
