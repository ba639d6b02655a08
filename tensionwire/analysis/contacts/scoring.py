"""What speaks for every candidate of an article: each by itself, then beside its rivals."""

from typing import NamedTuple

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.features import signs
from tensionwire.analysis.contacts.parting import outright
from tensionwire.analysis.contacts.rivals import Scored, rivalry
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.draft import Draft
from tensionwire.lexicon.scale import Sign
from tensionwire.lexicon.weights import Model

# Where no word tells of a contact more must speak for it: most quarrels have no word either. In log-odds.
MORE = (0.0, 0.3)
# What the first sentences tell by a plain word is what an article is about: a miss costs most there, so that less must
# speak for it.
LEAD, LEADING = 0.25, 3
OUTRIGHT = 2.0  # what a sentence says of its subject and an object in so many words
SLACK, LEAST = 0.7, -1.5  # how far somebody may lie below the best of a list; who lies lower has no part in it


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
            scene,
            with_the_list(
                [(_again(scene, score, one, seen, model), one) for (score, one), seen in zip(found, signs, strict=True)]
            ),
        )
        for (scene, found), signs in zip(alone, among, strict=True)
    ]


def with_the_list(found: list[Scored]) -> list[Scored]:
    """The same, where nobody of a list lies far below the best of it: who `met A, B and C` met all three."""
    best: dict[tuple[str, int, ContactWord], float] = {}
    for score, one in found:
        for key in _lists(one):
            best[key] = max(best.get(key, score), score)
    return [
        (max([score, *(best[key] - SLACK for key in _lists(one))]) if score > LEAST else score, one)
        for score, one in found
    ]


def _lists(one: Candidate) -> list[tuple[str, int, ContactWord]]:
    """The lists in which a side of talks stands behind the word, with who stands opposite and outside of them."""
    mine, yours = one.lists
    if one.journey or mine == yours or one.word.group == "silent":
        return []
    found = [(one.one.key, yours, one.word)] if yours >= one.word.start else []
    return [*found, (one.other.key, mine, one.word)] if mine >= one.word.start else found


def _again(scene: Scene, score: float, candidate: Candidate, seen: list[Sign], model: Model) -> float:
    if not seen:
        return score
    weight, more = model.first_look[candidate.journey], MORE[candidate.word.group == "silent"]
    if not candidate.journey and outright(scene, candidate.one, candidate.other, candidate.word):
        more -= OUTRIGHT
    if scene.sentence.place < LEADING and (
        candidate.word.group in STRONG or (candidate.journey and candidate.word.group == "travel")
    ):
        more -= LEAD
    return sum(model.rival_scale.of(seen)) + weight * score - model.rival_threshold - more
