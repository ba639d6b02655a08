"""What the labels teach of the status where no pair of the quoted sentence is the labelled contact.

Many a sentence says whether a contact takes place, but its sides only before or not at all ("Das Treffen fiel aus").
No pair can be learned from it; how it says so can.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from tensionwire.analysis.contacts.candidates import Candidate, candidates
from tensionwire.analysis.contacts.meant import Story
from tensionwire.analysis.contacts.scene import Scene, Setting, silent
from tensionwire.analysis.draft import Draft, Mention
from training.names import fills

Quoted = tuple[int | None, dict[str, Any]]  # the place of the sentence that a label quotes, and the label


def lessons(
    draft: Draft, known: dict[int, Scene], quoted: Sequence[Quoted], learned: set[int]
) -> Iterator[tuple[Scene, Candidate, dict[str, Any]]]:
    """A sentence, a pair or what stands for one, and the label, for each label that no pair of its sentence fits.

    `known` are the sentences with candidates by place, `learned` the positions of the labels that have a pair.
    Sentences whose labels are of different statuses are left out: which word tells which contact is not known.
    """
    said: dict[int, set[str]] = {}
    for place, contact in quoted:
        if place is not None:
            said.setdefault(place, set()).add(contact["status"])
    for number, (place, contact) in enumerate(quoted):
        if place is not None and number not in learned and len(said[place]) == 1:
            scene = known.get(place) or _scene(draft, place)
            yield scene, _candidate(scene, contact, place in known), contact


def _scene(draft: Draft, place: int) -> Scene:
    """A sentence in which nobody looked for contacts."""
    sentence = draft.sentences[place]
    mentions = [m for m in draft.mentions if sentence.start <= m.start < sentence.end]
    scene = Scene(draft, sentence, draft.hits_of(sentence), mentions, Setting(None, {}, Story()), False)
    scene.words = scene.words or [silent(sentence)]
    return scene


def _candidate(scene: Scene, contact: dict[str, Any], known: bool) -> Candidate:
    """The pair likeliest to be told as the contact is; else one of the sides, or nobody, and a word of contact."""
    journey = contact["form"] == "visit"
    pairs = [pair for pair in candidates(scene) if pair.journey == journey] if known else []
    if pairs:
        return next((p for p in pairs if _side(contact, p.one) or _side(contact, p.other)), pairs[0])
    word = next((w for w in scene.words if ("visit" in w.forms) == journey), scene.words[0])
    nobody = Mention(word.start, word.start, "", kind="unsaid")
    side = next((m for m in scene.mentions if m.kind != "unsaid" and _side(contact, m)), nobody)
    return Candidate(side, nobody, word, journey)


def _side(contact: dict[str, Any], mention: Mention) -> bool:
    return any(fills(side, mention) for side in contact["sides"])
