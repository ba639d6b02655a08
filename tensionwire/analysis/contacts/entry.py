"""From a contact as a sentence tells it to an entry of the tagged article."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tensionwire.analysis.codes import cameo, plover
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.form import form_of
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.status import status
from tensionwire.analysis.contacts.when import carried, past, told_on, when
from tensionwire.analysis.contacts.where import arrived_in, reported_from, stays_in, where
from tensionwire.analysis.draft import BLOC, MATE, THREE, Draft, Mention
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.tagged import Contact, Evidence, Participant

WITH_BRITAIN = ("FRA", "DEU")


@dataclass
class Told:
    """A contact as one sentence tells it. `members` by key, those of the best pair first.

    `date` and `place` are what its sentences say; `likely_date` and `likely_place` what the text around leaves to it.
    `around`: of how many states and organisations the sentence tells by the same word, these two included.
    """

    scene: Scene
    candidate: Candidate
    members: dict[str, Mention]
    confidence: float
    more: list["Told"] = field(default_factory=list)
    words: set[str] = field(default_factory=set)  # of contact, that tell it
    around: int = 2

    def __post_init__(self) -> None:
        self.words.add(self.word.text)
        self.status, self.sure = status(self.scene, self.candidate)
        self.form = form_of(self.scene, self.candidate)
        self.date = when(self.scene, self.candidate, self.status)
        self.place = where(self.scene, self.candidate, self.form)
        self.likely_date = carried(self.scene, self.status) if self.date is None else None
        self.background = past(self.date or self.likely_date, self.scene.draft.day)
        self.likely_place = self._likely_place()

    def _likely_place(self) -> str | None:
        """Where people met whose sentence does not say: where one of them went, else where the text is written."""
        if self.form in ("call", "visit") or self.place is not None or self.background or self.status == "cancelled":
            return None
        stay = stays_in(self.scene, self.candidate, self.status == "held", self.date.start if self.date else None)
        return stay or (reported_from(self.scene, self.candidate) if self.held_somewhere else None)

    def remembered(self) -> "Told":
        """The same, kept in mind for the sentences that follow: its day, and where its traveller went."""
        scene = self.scene
        if self.date is not None:
            told_on(scene.draft).setdefault(scene.sentence.place, self.date)
        if self.journey and self.place is not None and self.status != "cancelled":
            day = self.date.start if self.date else None
            arrived_in(scene, self.candidate, self.place, self.status == "held", day)
        return self

    @property
    def held_somewhere(self) -> bool:
        """True where people met of late, and no place is said."""
        return (
            self.status == "held" and self.form not in ("call", "visit") and self.place is None and not self.background
        )

    @property
    def word(self) -> ContactWord:
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


def _with_all(participants: list[Participant], states: Sequence[str]) -> list[Participant]:
    """With those of `states` who are not among them."""
    there = {p.affiliation for p in participants}
    return participants + [Participant(affiliation=state) for state in states if state not in there]


def _with_blocs(participants: list[Participant], members: list[Mention]) -> list[Participant]:
    """With all members of a bloc for the two who stand for it.

    Two of its own who are named met there: they are the contact. Whoever else is named met the organisation, if the
    bloc is one.
    """
    blocs = [m.how.removeprefix(BLOC).partition("=") for m in members if m.how.startswith(BLOC)]
    if not blocs:
        mates = {m.affiliation for m in members if m.how == MATE and not m.name}
        left = [p for p in participants if p.name is not None or p.affiliation not in mates]
        return left if len(left) > 1 else participants
    named = [p for p in participants if p.name is not None]
    for body, _, states in blocs:
        own = {p.affiliation for p in named if p.affiliation in states.split("|")}
        if len(own) > 1 and len(own) == len({p.affiliation for p in named}):
            return named
        if named and body:
            return [*named, Participant(affiliation=body)]
        participants = _with_all(participants, states.split("|"))
    return participants


def entry(draft: Draft, told: Told) -> Contact:
    """The entry of the tagged article."""
    known = draft.once("wikidata", lambda: {e.name: e.wikidata_id for e in draft.entities if e.kind == "person"})
    participants = [
        Participant(affiliation=m.affiliation, name=m.name, role=m.role, wikidata_id=known.get(m.name or ""))
        for m in told.members.values()
    ]
    if any(m.how == THREE for m in told.members.values()):
        participants = _with_all(participants, WITH_BRITAIN)
    participants = _with_blocs(participants, list(told.members.values()))
    sides = ";".join(sorted(f"{p.affiliation}/{p.name or p.role or ''}" for p in participants))
    spans = {(t.scene.sentence.start, t.scene.sentence.end): None for t in [told, *told.more]}
    return Contact(
        id=stable_id(draft.id, draft.version or 0, sides, told.form, told.word.start),
        participants=participants,
        form=told.form,
        status=told.status,
        place=told.place or told.likely_place,
        date=told.date or told.likely_date,
        background=told.background,
        plover=plover(told.form, told.status),
        cameo=cameo(told.form, told.status),
        confidence=round(told.confidence, 2),
        evidence=[Evidence(start, end, draft.text[start:end]) for start, end in spans],
    )
