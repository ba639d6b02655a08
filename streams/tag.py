"""streams/tag: articles in, tagged articles and sightings out.

The order of a step: analyse, send, wait for the broker's word, remember the versions in Redis, let Faust commit.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from streams import meaning, pulse
from streams.letters import arrival, count, letter, pairs
from streams.outbox import Message, Outbox, TooLarge
from streams.words import Words
from tensionwire.analysis import analyse
from tensionwire.analysis.sightings import sightings, sweeps
from tensionwire.contracts.envelope import headers
from tensionwire.contracts.heartbeat import is_heartbeat
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.contracts.topics import SIGHTINGS, TAGGED
from tensionwire.contracts.wire import BadArticle, encode, read_article
from tensionwire.runtime import telemetry
from tensionwire.runtime.state.articles import ArticleMark, ArticleMarks, mark_of
from tensionwire.runtime.state.epoch import StateLost

log = logging.getLogger("tensionwire.tag")

STEP = "tag"
BREATH = 0.05  # seconds of analysis between two looks at the event loop


class Told(NamedTuple):
    """An article of this batch that says something new, and the messages that tell it."""

    event: Any
    article: TaggedArticle
    messages: list[Message]
    sweeps: list[Message]


class Refused(NamedTuple):
    """A message of this batch that is no article."""

    event: Any
    reason: str
    detail: str


class Tagger:
    """Tags batches of events. `words` say what means what; `marks` what was told before."""

    def __init__(self, outbox: Outbox, marks: ArticleMarks, words: Words) -> None:
        self._outbox = outbox
        self._marks = marks
        self._words = words

    async def work(self, events: Sequence[Any]) -> None:
        """One step, repeatable: the same events give the same messages."""
        started = time.perf_counter()
        read, refused = await self._analyse(events)
        telemetry.STAGE.labels("analyse").observe((time.perf_counter() - started) / max(1, len(events)))
        told, marks = self._news(read, await self._known([a.id for _, a in read]))
        refused += await self._tell(told)
        started = time.perf_counter()
        await self._outbox.send([letter(r.event, STEP, r.reason, r.detail) for r in refused])
        await self._marks.write(marks)
        telemetry.STAGE.labels("mark").observe(time.perf_counter() - started)
        beats = sum(is_heartbeat(t.article.id) for t in told)
        _count(len(events) - beats, told, refused)
        telemetry.UNCHANGED.inc(len(events) - len(refused) - len(told))

    async def _analyse(self, events: Sequence[Any]) -> tuple[list[tuple[Any, TaggedArticle]], list[Refused]]:
        read: list[tuple[Any, TaggedArticle]] = []
        refused: list[Refused] = []
        breath = time.perf_counter()
        lexicon = self._words.lexicon  # one for the whole batch, whatever is edited meanwhile
        for event in events:
            if time.perf_counter() - breath > BREATH:  # long articles must not keep Kafka's heartbeat waiting
                await asyncio.sleep(0)
                breath = time.perf_counter()
            try:
                article = read_article(event.message.value, pairs(event.message.headers))
                read.append((event, analyse(article, lexicon, arrival(event))))
            except BadArticle as error:
                refused.append(Refused(event, error.reason, str(error)))
            except Exception as error:  # an article that breaks the analysis delays nobody else
                log.exception("the analysis failed at %s/%s", event.message.partition, event.message.offset)
                refused.append(Refused(event, "analysis-failed", f"{type(error).__name__}: {error}"))
        return read, refused

    async def _known(self, ids: Sequence[str]) -> dict[str, ArticleMark]:
        while True:
            try:
                return await self._marks.read(ids)
            except StateLost:
                if await self._marks.load():
                    telemetry.RELOADS.labels(STEP).inc()
                    log.warning("the marks of articles were not in Redis: loaded from %s", TAGGED.name)

    @staticmethod
    def _news(
        read: Sequence[tuple[Any, TaggedArticle]], known: dict[str, ArticleMark]
    ) -> tuple[list[Told], dict[str, ArticleMark]]:
        """What of `read` says something new, and the marks it leaves: an equal text or an older version does not."""
        told: list[Told] = []
        changed: dict[str, ArticleMark] = {}
        for event, article in read:
            if is_heartbeat(article.id):  # no findings, no mark: it only passes
                told.append(Told(event, article, [_message(pulse.sighting(article))], []))
                continue
            before, mark = known.get(article.id), mark_of(article)
            if before is not None and (mark.rank < before.rank or mark.digest == before.digest):
                continue
            old = sweeps(article, before.subjects) if before is not None else []
            told.append(Told(event, article, _messages(article), [_message(s) for s in old]))
            known[article.id] = changed[article.id] = mark
        return told, changed

    async def _tell(self, told: Sequence[Told]) -> list[Refused]:
        """Send all that `told` says; return those of it that Kafka will never take."""
        started = time.perf_counter()
        refused: list[Refused] = []
        left = list(told)
        while True:
            owners = [t for t in left for _ in t.messages]
            try:
                await self._outbox.send([m for t in left for m in t.messages])
                break
            except TooLarge as error:
                large = owners[error.index]
                left.remove(large)
                refused.append(Refused(large.event, "too-large", f"its findings are too large: {error}"))
        # a sweep voids the older version, so it follows the broker's word on the newer one
        await self._outbox.send([m for t in left for m in t.sweeps])
        telemetry.STAGE.labels("tell").observe(time.perf_counter() - started)
        return refused


def _messages(article: TaggedArticle) -> list[Message]:
    # the tagged article's event id is its content, so that a correction is an event of its own
    event_id = f"{article.id}:{article.digest}"
    tagged = Message(TAGGED.name, article.id.encode(), encode(article), headers(TAGGED.name, event_id, STEP))
    return [tagged, *map(_message, sightings(article))]


def _message(sighting: Sighting) -> Message:
    name = SIGHTINGS.name
    return Message(name, sighting.subject.encode(), encode(sighting), headers(name, sighting.id, STEP))


def _count(articles: int, told: Sequence[Told], refused: Sequence[Refused]) -> None:
    told = [t for t in told if not is_heartbeat(t.article.id)]
    telemetry.ARTICLES.inc(articles)
    for r in refused:
        telemetry.REFUSED.labels(r.reason).inc()
        count(STEP, r.reason)
    for t in told:
        telemetry.TAGGED.labels(t.article.language if t.article.language in ("de", "en") else "other").inc()
        for contact in t.article.contacts:
            telemetry.CONTACTS.labels(contact.form, contact.status).inc()
        for mention in t.article.flashpoints:
            telemetry.FLASHPOINTS.labels(mention.topic).inc()
    meaning.tagged([t.article for t in told])
