"""Why a pair is a contact or none: the features that spoke for and against it, by weight, and those of its status."""

from typing import NamedTuple

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.contacts.scoring import among_rivals, first_look, second_look
from tensionwire.analysis.contacts.status import cues, status
from tensionwire.analysis.contacts.step import told_in
from tensionwire.analysis.draft import Draft, Mention
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.scale import Sign, names_of
from tensionwire.lexicon.weights import STATUSES, Model

MOST = 5  # features told of each side
HOPELESS = -3.0  # below this nobody asks why

Reason = tuple[str, float]  # a feature and its weight


class Account(NamedTuple):
    """A pair of a sentence. `score` is its sum above (or, negative, below) the threshold, in log-odds.

    `reasons` made it by itself, `rival_reasons` beside the other pairs: `first look` is what the former sum up to.
    """

    start: int
    end: int
    sides: tuple[str, str]
    word: str
    visit: bool
    score: float
    told: bool
    why_not: str
    reasons: list[Reason]
    rival_reasons: list[Reason]
    status: Status | None
    status_reasons: list[Reason]


def accounts(draft: Draft) -> list[Account]:
    """Every pair of the article that was near to be a contact, in text order, the best of a sentence first."""
    model = draft.lexicon.model
    found: list[Account] = []
    alone = first_look(draft)
    among = among_rivals(alone)
    # Named while the article is read: what a sentence shows depends on what was told before it, and on nothing later.
    named = [[features(scene, one) for one in candidates(scene)] for scene in scenes(draft)]
    looked = zip(alone, second_look(alone, among, model), among, named, strict=True)
    for (scene, first), (_, last), signs, names in looked:
        told = {(t.journey, frozenset(t.keys)) for t in told_in(scene, last)}
        for place in sorted(range(len(last)), key=lambda i: -last[i][0]):
            score, candidate = last[place]
            if score < HOPELESS:
                break
            is_told = (candidate.journey, frozenset((candidate.one.key, candidate.other.key))) in told
            found_status, why = None, []
            if is_told:
                found_status, _ = status(scene, candidate)
                column = STATUSES.index(found_status)
                why = _heaviest([(cue, model.cues[cue][column]) for cue in cues(scene, candidate) if cue in model.cues])
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
                    _heaviest([(f, model.contact.get(f, 0.0)) for f in names[place]]),
                    _beside(first[place][0], candidate.journey, signs[place], model),
                    found_status,
                    why,
                )
            )
    return found


def _beside(first: float, journey: bool, signs: list[Sign], model: Model) -> list[Reason]:
    """What the first look weighs in the second, and what speaks for and against the pair among its rivals."""
    if not signs:
        return []
    return [
        ("first look", round(model.first_look[journey] * first, 2)),
        *_heaviest([(f, model.rivals.get(f, 0.0)) for f in names_of(signs)]),
    ]


def _heaviest(reasons: list[Reason]) -> list[Reason]:
    """The features that weigh most, for and against."""
    return sorted((r for r in reasons if abs(r[1]) >= 0.05), key=lambda r: -abs(r[1]))[: 2 * MOST]


def _side(mention: Mention) -> str:
    """Who is meant, and how the text says it."""
    who = mention.name or f"{mention.role or 'state'} of {mention.affiliation}"
    return f"{who} ({mention.kind})"
