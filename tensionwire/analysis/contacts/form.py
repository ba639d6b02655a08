"""Which form a contact has: meeting, visit, call, negotiation or conference."""

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.contracts.tagged import Form

FORMS: tuple[Form, ...] = ("call", "negotiation", "conference", "meeting", "visit")
NEAR = 90  # code points in which a word of calling makes a call


def form_of(scene: Scene, candidate: Candidate) -> Form:
    """A call, where any word of the clause says so; else what the contact word says."""
    word = candidate.word
    if candidate.journey:
        return "visit"
    near = {f for w in scene.words for f in w.forms if abs(w.start - word.start) < NEAR}
    if "call" in near and word.group not in ("encounter", "meet", "receive", "parley", "summit"):
        return "call"
    return next((f for f in FORMS if f in word.forms), "meeting") if word.form != "visit" else "meeting"
