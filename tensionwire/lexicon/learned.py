"""All learned weights together, and the files in which they lie."""

from pathlib import Path
from typing import NamedTuple

from tensionwire.lexicon.topics import TopicModel, read_topics
from tensionwire.lexicon.weights import Model, Putting, read_model, read_putting

MODEL = "contacts.model.json"
PUTTING = "entries.model.json"
TOPIC_MODEL = "flashpoints.model.json"


class Learned(NamedTuple):
    """What was learned of contacts and their status, of putting them together, and of flashpoints."""

    model: Model
    putting: Putting
    topic_model: TopicModel


def read_learned(folder: Path) -> Learned:
    """Read the weights of a folder. Raises LexiconError."""
    return Learned(read_model(folder / MODEL), read_putting(folder / PUTTING), read_topics(folder / TOPIC_MODEL))
