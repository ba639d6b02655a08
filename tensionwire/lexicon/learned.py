"""All learned weights together, and the files in which they lie."""

from pathlib import Path
from typing import NamedTuple

from tensionwire.lexicon.topics import TopicModel, read_topics
from tensionwire.lexicon.weights import Model, Putting, Ranking, read_model, read_putting, read_ranking

MODEL = "contacts.model.json"
PUTTING = "entries.model.json"
RANKING = "references.model.json"
TOPIC_MODEL = "flashpoints.model.json"


class Learned(NamedTuple):
    """What was learned of contacts and their status, of putting them together, of flashpoints, of whom a word means."""

    model: Model
    putting: Putting
    topic_model: TopicModel
    ranking: Ranking


def read_learned(folder: Path) -> Learned:
    """Read the weights of a folder. Raises LexiconError."""
    return Learned(
        read_model(folder / MODEL),
        read_putting(folder / PUTTING),
        read_topics(folder / TOPIC_MODEL),
        read_ranking(folder / RANKING),
    )
