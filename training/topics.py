"""What speaks for the flashpoints of labelled articles, and how well weights tell them."""

from collections.abc import Iterable
from typing import NamedTuple

from tensionwire.analysis.flashpoints.scene import TopicScene
from tensionwire.analysis.flashpoints.signals import signals
from tensionwire.analysis.pipeline import draft_of
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.topics import TopicModel
from training.gold import Labelled
from training.samples import article_of

# The topics for which articles are labelled; of others the labels say nothing.
LABELLED = frozenset(
    """taiwan fentanyl russia ukraine south-china-sea north-korea iran israel-palestine syria trade-conflict sanctions
    cyber human-rights terrorism migration nuclear military-communication climate""".split()
)


class TopicSample(NamedTuple):
    """A topic in an article: its signals, whether the article is about it, and how much the article counts."""

    topic: str
    found: list[str]
    about: bool
    weight: float


class TopicRead(NamedTuple):
    """An article: the topics of which it has a word, and those that its labels name without one."""

    samples: list[TopicSample]
    unseen: frozenset[str]


class Told(NamedTuple):
    """Topics told rightly, told in all, wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def plus(self, other: "Told") -> "Told":
        """Both counts together."""
        return Told(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of what was told that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was told."""
        return self.right / self.wanted if self.wanted else 1.0


def topic_samples(labelled: Labelled, lexicon: Lexicon, counts: float = 1.0) -> TopicRead:
    """The labelled topics of which an article has a word. It counts as so many; one without such labels as none."""
    row, labels = labelled
    if "flashpoints" not in labels:
        return TopicRead([], frozenset())
    wanted = LABELLED & set(labels["flashpoints"] or ())
    scene = TopicScene(draft_of(article_of(row), lexicon))
    made = [
        TopicSample(name, signals(scene, name, topic), name in wanted, counts)
        for name, topic in scene.topics.items()
        if name in LABELLED and topic.candidate
    ]
    return TopicRead(made, wanted.difference(sample.topic for sample in made))


def told(reads: Iterable[TopicRead], model: TopicModel, topics: frozenset[str] = LABELLED) -> Told:
    """How well a model tells these topics of the articles."""
    right = found = wanted = 0
    for read in reads:
        wanted += len(read.unseen & topics)
        for sample in read.samples:
            if sample.topic in topics:
                about = weigh(sample.found, model.of(sample.topic)) > model.threshold
                right += about and sample.about
                found += about
                wanted += sample.about
    return Told(right, found, wanted)


def weigh(found: Iterable[str], weights: Weights) -> float:
    """The sum of what the signals weigh."""
    return sum(weights.get(name, 0.0) for name in found)
