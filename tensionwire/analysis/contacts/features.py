"""What speaks for and against a candidate, as named features.

What each of them weighs is learned: lexicon/data/contacts.model.json.
"""

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.journeys import journey
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.talks import talk
from tensionwire.lexicon.scale import Sign, names_of


def features(scene: Scene, candidate: Candidate) -> list[str]:
    """The names of all features that hold."""
    return names_of(signs(scene, candidate))


def signs(scene: Scene, candidate: Candidate) -> list[Sign]:
    """The same, not named yet. Linear in the sentence."""
    return journey(scene, candidate) if candidate.journey else talk(scene, candidate)
