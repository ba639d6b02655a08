"""What speaks for and against a candidate, as named features.

What each of them weighs is learned: lexicon/data/contacts.model.json.
"""

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.journeys import journey
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.talks import talk


def features(scene: Scene, candidate: Candidate) -> list[str]:
    """The names of all features that hold. Linear in the sentence."""
    return journey(scene, candidate) if candidate.journey else talk(scene, candidate)
