"""Why a pair is a contact or none: the features that spoke for and against it, by weight, and those of its status."""

from typing import NamedTuple

from tensionwire.analysis.contacts.candidates import scenes
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.contacts.status import cues, status_of
from tensionwire.analysis.contacts.step import scored, told_in
from tensionwire.analysis.draft import Draft, Mention
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.weights import STATUSES

MOST = 5  # features told of each side
HOPELESS = -3.0  # below this nobody asks why

Reason = tuple[str, float]  # a feature and its weight


class Account(NamedTuple):
    """A pair of a sentence. `score` is its sum above (or, negative, below) the threshold, in log-odds."""

    start: int
    end: int
    sides: tuple[str, str]
    word: str
    visit: bool
    score: float
    told: bool
    why_not: str
    reasons: list[Reason]
    status: Status | None
    status_reasons: list[Reason]


def accounts(draft: Draft) -> list[Account]:
    """Every pair of the article that was near to be a contact, in text order, the best of a sentence first."""
    model = draft.lexicon.model
    found: list[Account] = []
    for scene in scenes(draft):
        ranked = sorted(scored(scene), key=lambda s: -s[0])
        told = {(t.journey, frozenset(t.keys)) for t in told_in(scene, ranked)}
        for score, candidate in ranked:
            if score < HOPELESS:
                break
            is_told = (candidate.journey, frozenset((candidate.one.key, candidate.other.key))) in told
            status, why = None, []
            if is_told:
                said = cues(scene, candidate)
                status, _ = status_of([model.cues[cue] for cue in said if cue in model.cues])
                place = STATUSES.index(status)
                why = _heaviest([(cue, model.cues[cue][place]) for cue in said if cue in model.cues])
            found.append(
                Account(
                    scene.sentence.start,
                    scene.sentence.end,
                    (_side(candidate.one), _side(candidate.other)),
                    candidate.word.text,
                    candidate.journey,
                    round(score, 2),
                    is_told,
                    "" if is_told else "says too little" if score < 0 else "somebody else fits better",
                    _heaviest([(f, model.contact.get(f, 0.0)) for f in features(scene, candidate)]),
                    status,
                    why,
                )
            )
    return found


def _heaviest(reasons: list[Reason]) -> list[Reason]:
    """The features that weigh most, for and against."""
    return sorted((r for r in reasons if abs(r[1]) >= 0.05), key=lambda r: -abs(r[1]))[: 2 * MOST]


def _side(mention: Mention) -> str:
    """Who is meant, and how the text says it."""
    who = mention.name or f"{mention.role or 'state'} of {mention.affiliation}"
    return f"{who} ({mention.kind})"
