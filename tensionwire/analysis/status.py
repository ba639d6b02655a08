"""Whether a contact took place: cues in its sentence, the strongest kind first."""

from typing import NamedTuple

from tensionwire.contracts.tagged import Form, Status
from tensionwire.lexicon.compiled import Hit

ORDER: tuple[Status, ...] = ("cancelled", "possible", "planned")
REACH = 90  # code points between a cue and the contact word that it speaks about


class ContactWord(NamedTuple):
    """A contact word in a sentence: its span, the form it tells, and how much it says by itself (held, open, with)."""

    start: int
    end: int
    form: Form
    strength: str


def status_of(hits: list[Hit], word: ContactWord) -> Status:
    """Cancelled, possible or planned where such a cue stands near; a form that says so itself is held; else held."""
    cues = {m.value for h in hits if "status" in h.kinds and _near(h, word) for m in h.meanings if m.kind == "status"}
    for status in ORDER:
        if status in cues and not (word.strength == "held" and status == "planned"):
            return status
    return "held"


def _near(hit: Hit, word: ContactWord) -> bool:
    return min(abs(hit.start - word.end), abs(word.start - hit.end)) <= REACH
