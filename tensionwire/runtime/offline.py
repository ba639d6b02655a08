"""The two streams without Kafka and Redis: tagged articles in, decisions out, all in memory and in the given order."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from alerts import Decision, Policy, decide
from alerts.subject import Subject
from tensionwire.analysis.sightings import rank_of, sightings, subjects_of, sweeps
from tensionwire.contracts.record import Record
from tensionwire.contracts.sighting import Rank, Sighting
from tensionwire.contracts.tagged import TaggedArticle


class Told(NamedTuple):
    """A sighting and what was decided on it."""

    sighting: Sighting
    decision: Decision


class _Mark(NamedTuple):
    rank: Rank
    digest: str
    subjects: list[str]


class Offline:
    """Decides article by article. The same articles in the same order give the same ids, byte for byte."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._subjects: dict[str, Subject] = {}
        self._marks: dict[str, _Mark] = {}

    @property
    def subjects(self) -> Mapping[str, Subject]:
        """All subjects so far."""
        return self._subjects

    def records(self) -> Iterator[Record]:
        """All records, by subject and id."""
        for name in sorted(self._subjects):
            records = self._subjects[name].records
            yield from (records[record_id] for record_id in sorted(records))

    def tell(self, article: TaggedArticle) -> list[Told]:
        """Decide all that `article` tells. Its arrival, where unknown, is its published time. An equal text or an older
        version of what was told before says nothing.
        """
        if article.arrived is None:
            article = msgspec.structs.replace(article, arrived=article.published)
        before = self._marks.get(article.id)
        rank = rank_of(article)
        if before is not None and (rank < before.rank or article.digest == before.digest):
            return []
        self._marks[article.id] = _Mark(rank, article.digest, subjects_of(article))
        swept = sweeps(article, before.subjects) if before is not None else []
        return [self.decide(sighting) for sighting in (*sightings(article), *swept)]

    def decide(self, sighting: Sighting) -> Told:
        """Decide one sighting."""
        subject = self._subjects.setdefault(sighting.subject, Subject())
        decision = decide(subject, sighting, self._policy)
        for record in decision.records:
            subject.put(record)
        return Told(sighting, decision)
