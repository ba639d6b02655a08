"""From a contact as a sentence tells it to an entry of the tagged article."""

import re
from dataclasses import dataclass, field
from datetime import date

from tensionwire.analysis.codes import cameo, plover
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.status import cues, status_of
from tensionwire.analysis.dates import resolve, year_of
from tensionwire.analysis.draft import Draft, Mention
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.tagged import Contact, DateWindow, Evidence, Form, Participant, Status

BACKGROUND_DAYS = 60
DATE_MARGIN = 16  # code points around a name of the calendar in which the rest of its date stands
TOWARDS = re.compile(r"\b(?:nach|in|to|in die|at|into|through|im|im|bei|near)\W+(?:\w+\W+)?$", re.IGNORECASE)
FORMS: tuple[Form, ...] = ("call", "negotiation", "conference", "meeting", "visit")


@dataclass
class Told:
    """A contact as one sentence tells it. `members` by key, those of the best pair first."""

    scene: Scene
    candidate: Candidate
    members: dict[str, Mention]
    confidence: float
    more: list["Told"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.status, self.sure = status_of(cues(self.scene, self.candidate), self.scene.draft.lexicon.model.status)
        self.form = _form(self)
        self.date = _date(self.scene, self.status)
        self.place = _place(self.scene, self.members)
        self.background = _past(self.date, self.scene.draft.day)

    @property
    def word(self):  # type: ignore[no-untyped-def]
        """The contact word."""
        return self.candidate.word

    @property
    def journey(self) -> bool:
        """True for a visit."""
        return self.candidate.journey

    @property
    def keys(self) -> set[str]:
        """The keys of all members."""
        return set(self.members)


def entry(draft: Draft, told: Told) -> Contact:
    """The entry of the tagged article."""
    participants = [Participant(affiliation=m.affiliation, name=m.name, role=m.role) for m in told.members.values()]
    sides = ";".join(sorted(f"{p.affiliation}/{p.name or p.role or ''}" for p in participants))
    spans = {(t.scene.sentence.start, t.scene.sentence.end): None for t in (told, *told.more)}
    return Contact(
        id=stable_id(draft.id, draft.version or 0, sides, told.form, told.word.start),
        participants=participants,
        form=told.form,
        status=told.status,
        place=told.place,
        date=told.date,
        background=told.background,
        plover=plover(told.form, told.status),
        cameo=cameo(told.form, told.status),
        confidence=round(told.confidence, 2),
        evidence=[Evidence(start, end, draft.text[start:end]) for start, end in spans],
    )


def _form(told: Told) -> Form:
    """A call, where any word of the clause says so; else what the contact word says."""
    if told.journey:
        return "visit"
    near = {f for w in told.scene.words for f in w.forms if abs(w.start - told.word.start) < 90}
    if "call" in near and told.word.group not in ("encounter", "meet", "receive", "parley", "summit"):
        return "call"
    return next((f for f in FORMS if f in told.word.forms), "meeting") if told.word.form != "visit" else "meeting"


def _date(scene: Scene, status: Status) -> DateWindow | None:
    """The date that stands around the names of the calendar, else a bare year."""
    text, sentence = scene.draft.text, scene.sentence
    named = [h for h in scene.hits if "date" in h.kinds]
    if named:
        around = text[max(sentence.start, named[0].start - DATE_MARGIN) : min(sentence.end, named[-1].end + DATE_MARGIN)]
        if (found := resolve(around, scene.draft.day, status)) is not None:
            return found
    return year_of(text[sentence.start : sentence.end])


def _place(scene: Scene, members: dict[str, Mention]) -> str | None:
    """The city or seat that follows `in` or `nach` in the sentence."""
    taken = {m.start for m in members.values() if m.name}
    for hit in scene.hits:
        if hit.start in taken or hit.kinds.isdisjoint({"seat", "city"}):
            continue
        if TOWARDS.search(scene.draft.text[max(0, hit.start - 8) : hit.start]):
            return scene.draft.text[hit.start : hit.end]
    return None


def _past(when: DateWindow | None, day: str | None) -> bool:
    """History: more than 60 days before the article."""
    if when is None or day is None:
        return False
    end = date.fromisoformat(when.end or when.start)
    return (date.fromisoformat(day) - end).days > BACKGROUND_DAYS
