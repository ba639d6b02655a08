"""The records of one subject, with the two indexes that keep a decision's cost flat: by article, and by time."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from alerts.identity import View, of_record
from alerts.identity.likeness import INEXACT_DAYS, MOVED_DAYS, TOLERANCE
from alerts.identity.view import Days, day_of
from tensionwire.contracts.record import ContactRecord, Episode, Record
from tensionwire.contracts.tagged import Status

BUCKET = 5  # days
WIDEST = 80  # buckets; what spans more (no date at all) stands in a list of its own
# A record is out of sight so many days after its last report arrived, or after its own date, as the newest arrival of
# its subject reckons; the latest few stay whatever their age. streams/tag remembers articles for 60 days, so that
# corrections find what they correct.
WINDOW_DAYS = 400
LATEST = 500


class Subject:
    """All records of one subject in the window. `put` replaces; nothing else changes it."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records: dict[str, Record] = {}
        self._views: dict[str, View] = {}
        self._spans: dict[str, tuple[int, int]] = {}  # first and last day of each view
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._held: dict[int, set[str]] = defaultdict(set)  # by bucket of days
        self._to_come: dict[int, set[str]] = defaultdict(set)
        self._wide: set[str] = set()
        self._episodes: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._touched: list[tuple[str, str]] = []
        self._newest = self._asked = self._limit = date.min
        self._edges: dict[str, date] = {}  # the last day that keeps a record in sight
        for record in records:
            self.put(record)

    def __len__(self) -> int:
        return len(self.records)

    def put(self, record: Record) -> None:
        """Add a record, or replace the one of its id."""
        self.drop(record.id)
        self.records[record.id] = record
        self._newest = max(self._newest, day_of(record.touched) or date.min)
        self._limit = self._newest - timedelta(days=WINDOW_DAYS) if self._newest.year > 2 else date.min
        self._edges[record.id] = _edge(record)
        bisect.insort(self._touched, (record.touched or "", record.id))
        for article in articles_of(record):
            self._articles[article].add(record.id)
        if isinstance(record, Episode):
            self._episodes[tuple(record.countries)].add(record.id)
        elif record.sightings:
            self._views[record.id] = view = of_record(record)
            self._spans[record.id] = view.days.start.toordinal(), view.days.end.toordinal()
            for shelf in self._shelves(view):
                shelf.add(record.id)

    def drop(self, record_id: str) -> None:
        """Take a record away; an unknown one is none."""
        record = self.records.pop(record_id, None)
        if record is None:
            return
        del self._edges[record_id]
        del self._touched[bisect.bisect_left(self._touched, (record.touched or "", record.id))]
        for article in articles_of(record):
            self._articles[article].discard(record_id)
            if not self._articles[article]:
                del self._articles[article]
        if isinstance(record, Episode):
            self._episodes[tuple(record.countries)].discard(record_id)
        elif (view := self._views.pop(record_id, None)) is not None:
            del self._spans[record_id]
            for shelf in self._shelves(view):
                shelf.discard(record_id)

    def view(self, record_id: str) -> View:
        """What identity looks at of a contact record."""
        return self._views[record_id]

    def telling(self, article_id: str) -> list[Record]:
        """The records in sight that carry a report of this article, by id."""
        return [self.records[i] for i in sorted(self._articles.get(article_id, ())) if self.in_sight(self.records[i])]

    def in_sight(self, record: Record) -> bool:
        """True where a record is in the window. It depends on the records alone, so a replay sees the same."""
        if self._edges[record.id] >= self._limit or len(self._touched) <= LATEST:
            return True
        return (record.touched or "", record.id) >= self._touched[-LATEST]

    def outside(self) -> list[str]:
        """The ids of the records that are out of sight for good: they may leave the store."""
        return sorted(i for i, record in self.records.items() if not self.in_sight(record))

    def day_turned(self) -> bool:
        """True where the newest arrival lies on a later day than when this was asked last."""
        turned, self._asked = self._newest > self._asked, self._newest
        return turned

    def near(self, view: View, moved: bool = True) -> list[ContactRecord]:
        """The contact records whose days touch those of `view`, by id; with `moved`, those that it may be moved from.

        How far a contact may be moved depends on both states, as likeness has it; this is what keeps the search short.
        """
        held, to_come = (TOLERANCE, TOLERANCE) if not moved else _reach(view.status)
        found = set(self._wide)
        found.update(self._within(view, self._held, held), self._within(view, self._to_come, to_come))
        records = (self.records[i] for i in sorted(found))
        return [r for r in records if isinstance(r, ContactRecord) and self.in_sight(r)]

    def _within(self, view: View, shelves: dict[int, set[str]], reach: int) -> Iterator[str]:
        """The ids on these shelves whose days lie at most `reach` days from those of `view`."""
        span = _span(view.days)
        if span is None or len(span) > WIDEST:
            yield from self._views  # neither dated nor published: any may be meant
            return
        first, last = view.days.start.toordinal() - reach, view.days.end.toordinal() + reach
        for bucket in range(first // BUCKET, last // BUCKET + 1):
            for record_id in shelves.get(bucket, ()):
                start, end = self._spans[record_id]
                if start <= last and end >= first:
                    yield record_id

    def met_before(self, day: date, most: int) -> Iterator[tuple[date, ContactRecord]]:
        """Records of what was held on a known day before `day`, the latest first; at most `most` are looked at."""
        for bucket in range(day.toordinal() // BUCKET, (day.toordinal() - WINDOW_DAYS) // BUCKET - 1, -1):
            held = []
            for record_id in self._held.get(bucket, ()):
                record = self.records[record_id]
                if isinstance(record, ContactRecord) and record.status == "held" and record.date is not None:
                    held.append((date.fromisoformat(record.date.start), record_id))
            for when, record_id in sorted(held, reverse=True):
                most -= 1
                if most < 0:
                    return
                if when < day:
                    yield when, self.records[record_id]  # type: ignore[misc]

    def episodes(self, countries: Iterable[str]) -> list[Episode]:
        """The episodes between these countries, the latest first."""
        found = (self.records[i] for i in self._episodes.get(tuple(countries), ()))
        return sorted(
            (e for e in found if isinstance(e, Episode) and self.in_sight(e)),
            key=lambda e: (e.last_seen or "", e.id),
            reverse=True,
        )

    def _shelves(self, view: View) -> Iterator[set[str]]:
        span = _span(view.days)
        if span is None or len(span) > WIDEST:
            yield self._wide
        else:
            shelves = self._held if view.status == "held" else self._to_come
            yield from (shelves[b] for b in span)


def articles_of(record: Record) -> set[str]:
    """The ids of the articles that a record carries."""
    if isinstance(record, Episode):
        return {a.id for a in record.articles}
    return {s.article.id for s in record.sightings}


def _edge(record: Record) -> date:
    edge = day_of(record.touched) or date.max
    if isinstance(record, ContactRecord) and record.date is not None:
        edge = max(edge, date.fromisoformat(record.date.end or record.date.start))
    return edge


def _reach(status: Status) -> tuple[int, int]:
    """Days by which held records, and records of what is to come, may lie away from a contact of this state."""
    return (TOLERANCE, INEXACT_DAYS) if status == "held" else (INEXACT_DAYS, MOVED_DAYS)


def _span(days: Days) -> range | None:
    if days.start == date.min:
        return None
    return range(days.start.toordinal() // BUCKET, days.end.toordinal() // BUCKET + 1)
