"""What speaks for every candidate of an article: each by itself, then beside its rivals."""

from typing import NamedTuple

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.features import signs
from tensionwire.analysis.contacts.rivals import Scored, rivalry
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Draft
from tensionwire.lexicon.weights import Model

# Where no word tells of a contact more must speak for it: most quarrels have no word either. In log-odds.
MORE = (0.0, 0.3)


class Weighed(NamedTuple):
    """A sentence with its candidates, and how far above the threshold each of them lies, in log-odds."""

    scene: Scene
    found: list[Scored]


def weighed(draft: Draft) -> list[Weighed]:
    """The sentences that may tell a contact. The second look weighs what the first has found."""
    return second_look(first_look(draft), draft.lexicon.model)


def first_look(draft: Draft) -> list[Weighed]:
    """Every candidate by itself."""
    return [Weighed(scene, _by_itself(scene)) for scene in scenes(draft)]


def _by_itself(scene: Scene) -> list[Scored]:
    """Every candidate of a sentence with the sum of its own features."""
    model = scene.draft.lexicon.model
    weights, threshold = model.scale.of, model.threshold
    return [(sum(weights(signs(scene, one))) - threshold, one) for one in candidates(scene)]


def second_look(alone: list[Weighed], model: Model) -> list[Weighed]:
    """The same candidates, weighed by how well each did and how well its rivals. Who was hopeless stays so."""
    weights = model.rival_scale.of
    asked = model.rival_threshold
    looked = []
    for (scene, found), among in zip(alone, rivalry([found for _, found in alone]), strict=True):
        again = [
            (
                sum(weights(seen)) + model.first_look[one.journey] * score - asked - MORE[one.word.group == "silent"]
                if seen
                else score,
                one,
            )
            for (score, one), seen in zip(found, among, strict=True)
        ]
        looked.append(Weighed(scene, again))
    return looked
