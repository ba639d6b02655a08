"""What speaks for every candidate of an article: each by itself, then beside its rivals."""

from typing import NamedTuple

from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.features import signs
from tensionwire.analysis.contacts.rivals import Scored, rivalry
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Draft
from tensionwire.lexicon.scale import Sign
from tensionwire.lexicon.weights import Model

# Where no word tells of a contact more must speak for it: most quarrels have no word either. In log-odds.
MORE = (0.0, 0.3)
HALF_NAMED = 0.3  # the same where one of both is named and the other is not: who is meant is said less surely


class Weighed(NamedTuple):
    """A sentence with its candidates, and how far above the threshold each of them lies, in log-odds."""

    scene: Scene
    found: list[Scored]


def weighed(draft: Draft) -> list[Weighed]:
    """The sentences that may tell a contact. The second look weighs what the first has found."""
    alone = first_look(draft)
    return second_look(alone, among_rivals(alone), draft.lexicon.model)


def first_look(draft: Draft) -> list[Weighed]:
    """Every candidate by itself."""
    return [Weighed(scene, _by_itself(scene)) for scene in scenes(draft)]


def _by_itself(scene: Scene) -> list[Scored]:
    """Every candidate of a sentence with the sum of its own features."""
    model = scene.draft.lexicon.model
    weights, threshold = model.scale.of, model.threshold
    return [(sum(weights(signs(scene, one))) - threshold, one) for one in candidates(scene)]


def among_rivals(alone: list[Weighed]) -> list[list[list[Sign]]]:
    """What the second look sees of every candidate, by sentence."""
    return rivalry([found for _, found in alone])


def second_look(alone: list[Weighed], among: list[list[list[Sign]]], model: Model) -> list[Weighed]:
    """The same candidates, weighed by how well each did and how well its rivals. Who was hopeless stays so."""
    return [
        Weighed(
            scene, [(_again(score, one, seen, model), one) for (score, one), seen in zip(found, signs, strict=True)]
        )
        for (scene, found), signs in zip(alone, among, strict=True)
    ]


def _again(score: float, candidate: Candidate, seen: list[Sign], model: Model) -> float:
    if not seen:
        return score
    weight, more = model.first_look[candidate.journey], MORE[candidate.word.group == "silent"]
    if not candidate.journey and (candidate.one.name is None) != (candidate.other.name is None):
        more += HALF_NAMED
    return sum(model.rival_scale.of(seen)) + weight * score - model.rival_threshold - more
