"""What speaks for the flashpoints of labelled articles, and how well weights tell them."""

from collections.abc import Iterable
from typing import NamedTuple

from tensionwire.analysis.flashpoints.scene import TopicScene
from tensionwire.analysis.flashpoints.signals import signals
from tensionwire.analysis.pipeline import draft_of
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.topics import TopicModel
from training.counts import Counts
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


def told(reads: Iterable[TopicRead], model: TopicModel, topics: frozenset[str] = LABELLED) -> Counts:
    """How well a model tells these topics of the articles."""
    right = found = wanted = 0
    for read in reads:
        wanted += len(read.unseen & topics)
        for sample in read.samples:
            if sample.topic in topics:
                about = model.sum_of(sample.topic, sample.found) > model.threshold
                right += about and sample.about
                found += about
                wanted += sample.about
    return Counts(right, found, wanted)
