"""What speaks for a flashpoint topic: its learned weights, and whose people stand for it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from tensionwire.lexicon.files import learned
from tensionwire.lexicon.model import Meaning, Weights

UNLABELLED = -0.2  # two sentences of a long page that name a topic are enough


class TopicModel:
    """What signals weigh: `named>=2` for all topics, `russia: named>=2` more for one. A sum above the threshold counts.

    A topic without labelled articles, such as one of the user's, has the weights of all, and less is asked of it: who
    adds a topic wants to hear of it.
    """

    def __init__(self, weights: Weights, threshold: float) -> None:
        self.threshold = threshold
        self._shared: Weights = {}
        self._own: dict[str, Weights] = defaultdict(dict)
        for key, weight in weights.items():
            topic, colon, signal = key.partition(": ")
            if colon:
                self._own[topic][signal] = weight
            else:
                self._shared[key] = weight
        self._of: dict[str, Weights] = {}

    def least(self, topic: str) -> float:
        """The sum above which a topic counts."""
        return self.threshold if topic in self._own else min(self.threshold, UNLABELLED)

    def sum_of(self, topic: str, signals: Iterable[str]) -> float:
        """What the signals of a topic weigh together."""
        weights = self.of(topic)
        return sum([weights[signal] for signal in signals if signal in weights])

    def of(self, topic: str) -> Weights:
        """What each signal weighs for this topic."""
        found = self._of.get(topic)
        if found is None:
            found = dict(self._shared)
            for signal, weight in self._own.get(topic, {}).items():
                found[signal] = found.get(signal, 0.0) + weight
            self._of[topic] = found
        return found


def read_topics(file: Path) -> TopicModel:
    """Read the weights. Raises LexiconError."""
    return TopicModel(*learned(file, tuple[Weights, float]))


def topics_of(said: Iterable[tuple[Meaning, ...]], codes: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The topics for which the people of each of the states and armed groups `codes` stand.

    `Iran` is a word of a topic and the name of a state: what Iranians say may be of that topic.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for meanings in said:
        topics = [m.value for m in meanings if m.kind == "topic" or (m.kind == "beside" and m.detail == m.value)]
        for meaning in meanings if topics else ():
            if meaning.kind in ("country", "organisation") and meaning.value in codes:
                found[meaning.value].update(dict.fromkeys(topics))
    return {code: tuple(topics) for code, topics in found.items()}
