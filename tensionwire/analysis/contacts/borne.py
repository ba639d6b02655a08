"""Of whom a clause tells by its pronoun: `bevor er weiterfliegt` goes on with the subject, not with the nearest."""

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.unsaid import PRONOUNS, SUBJECTS
from tensionwire.analysis.contacts.views import Seen, Worded
from tensionwire.analysis.entities.pronouns import NOMINATIVE

NOBODY = ""


def borne(scene: Scene, seen: Seen, word: Worded) -> str | None:
    """Whether somebody said in another clause than the contact word is the `subject` there, or an `object`.

    None where the clause of the word has no pronoun for its subject, or says who it is.
    """
    if seen.unsaid or not seen.personal or seen.number == word.number:
        return None
    subject = scene.once(("borne", word.number), lambda: _subject(scene, word.number))
    if subject == NOBODY:
        return None
    return "subject" if subject == seen.key else "object"


def _subject(scene: Scene, clause: int) -> str:
    """Whom the pronoun of a clause means: the first of its sex who hangs on nothing before it, else behind it."""
    places = [place for place, number in enumerate(scene.clauses) if number == clause]
    at = next((place for place in places if scene.lower[place] in NOMINATIVE), None)
    if at is None or any(p.number == clause and p.at == at for p in scene.people):
        return NOBODY
    if scene.lower[at] == "sie" and _plural(scene, places):
        return NOBODY
    woman = PRONOUNS[scene.lower[at]]
    free = [p for p in scene.people if p.lead in SUBJECTS and p.mention.name and p.mention.feminine == woman]
    before = next((p.key for p in free if p.at < at), None)
    return before or next((p.key for p in free if p.at > at), NOBODY)


def _plural(scene: Scene, places: list[int]) -> bool:
    """True for a German clause that ends in a verb of several: `bevor sie Trump trafen`."""
    words = [scene.lower[place] for place in places if scene.lower[place][0].isalpha()]
    return bool(words) and words[-1].endswith("en")
