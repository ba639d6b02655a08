"""Of whom a clause tells by its pronoun: `bevor er weiterfliegt` goes on with the subject, not with the nearest."""

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.views import Seen, Worded

NOMINATIVE = frozenset({"er", "sie", "he", "she"})
FREE = frozenset({"^", "v", "w", ","})  # on what a subject may hang (hanging.py)


def borne(scene: Scene, seen: Seen, word: Worded) -> str | None:
    """Whether somebody said in another clause than the contact word is the `subject` there, or an `object`.

    None where the clause of the word has no pronoun for its subject, or says who it is.
    """
    if seen.unsaid or not seen.personal or seen.number == word.number:
        return None
    subject = scene.once(("borne", word.number), lambda: _subject(scene, word.number))
    if subject is None:
        return None
    return "subject" if subject == seen.key else "object"


def _subject(scene: Scene, clause: int) -> str | None:
    """Whom the pronoun of a clause means: the first who hangs on nothing before it, else behind it."""
    at = next(
        (i for i, word in enumerate(scene.lower) if word in NOMINATIVE and scene.clauses[i] == clause),
        None,
    )
    if at is None or any(p.number == clause and p.at == at for p in scene.people):
        return None
    free = [p for p in scene.people if p.lead in FREE]
    before = next((p.key for p in free if p.at < at), None)
    return before or next((p.key for p in free if p.at > at), "")
