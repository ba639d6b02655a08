"""What speaks for somebody of the sentences before who may be meant: what has been told of them so far."""

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Mention

# Words that go on with what was told: more of the same person's programme.
MORE = frozenset(
    "auch zudem außerdem ferner anschließend danach dann später zuvor zunächst ebenfalls daneben dabei dort "
    "ebenso zuletzt nacheinander "
    "also then later earlier separately afterwards there too beforehand next first followed following besides".split()
)
OPENINGS = frozenset(
    "am an auch auf bei das dort der die ein eine es für im in mit nach nur und vor vorher zuvor zu zum "
    "anschließend danach später geplant vorgesehen "
    "a after also at before earlier for from he his in it later no on she talks the then there they with".split()
)


class Story:
    """What the sentences so far have told: who travelled where, who stood beside whom in a sentence of a contact."""

    def __init__(self) -> None:
        self.goals: dict[str, set[str]] = {}
        self.together: set[frozenset[str]] = set()
        self.latest: frozenset[str] = frozenset()
        self.last_goal: str | None = None

    def add(self, scene: Scene) -> None:
        """One more sentence."""
        people = [m for m in scene.mentions if m.name and not m.kind.startswith("unsaid")]
        names = list(dict.fromkeys(m.key for m in people))[:MOST]
        self.latest = frozenset(names)
        self.together |= {frozenset((a, b)) for i, a in enumerate(names) for b in names[i + 1 :]}
        if people and any("visit" in w.forms for w in scene.words):
            goals = {m.affiliation for m in scene.mentions if not m.personal} - {people[0].affiliation}
            self.goals.setdefault(people[0].key, set()).update(goals)
            near = [m.affiliation for m in scene.mentions if m.affiliation in goals]
            self.last_goal = next((state for state in near if state in scene.draft.lexicon.states), self.last_goal)


MOST = 6  # people of a sentence whose company is kept in mind


def bearing(scene: Scene, unsaid: Mention, other: Mention, name: str = "bears") -> list[str]:
    """The features of `unsaid` opposite `other`, among all who may be meant."""
    story = scene.story
    rivals = [m.key for m in scene.mentions if m.kind == "unsaid" and m.affiliation != other.affiliation]
    rank = rivals.index(unsaid.key) if unsaid.key in rivals else 9
    ally = unsaid.affiliation in scene.sides
    goals = story.goals.get(unsaid.key)
    trip = "none" if goals is None else "there" if other.affiliation in goals else "elsewhere"
    hosted = unsaid.affiliation in story.goals.get(other.key, ())
    travellers = min(2, len(story.goals))
    text = scene.draft.text
    paragraph = "\n" in text[max(0, scene.sentence.start - 2) : scene.sentence.start]
    opening = scene.lower[0] if scene.lower and scene.lower[0] in OPENINGS else "other"
    more = not MORE.isdisjoint(scene.lower[:12])
    met = frozenset((unsaid.key, other.key)) in story.together
    role = unsaid.role is not None and unsaid.role == other.role
    others = min(2, len(scene.sides - {other.affiliation}))
    return [
        f"{name},rank={rank},of={min(3, len(rivals))}",
        f"{name},rank={rank},{unsaid.how}",
        f"{name},ally={ally},others={others}",
        f"{name},trip={trip}",
        f"{name},trip={trip},hosted={hosted},travellers={travellers}",
        f"{name},paragraph={paragraph},{min(3, unsaid.outer)}",
        f"{name},opening={opening}",
        f"{name},more={more},others={others}",
        f"{name},more={more},trip={trip}",
        f"{name},met={met}",
        f"{name},met={met},latest={unsaid.key in story.latest}",
        f"{name},role={role},others={others}",
    ]
