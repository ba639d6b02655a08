"""Articles to Kafka, each with the broker's word that it has it."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError

from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import ARTICLES, MIB
from tensionwire.ingest.message import Message, message
from tensionwire.ingest.outcome import Outcome, Place, Refused
from tensionwire.runtime import kafka

IN_FLIGHT = 2_000  # articles without an acknowledgement, and their bytes: what a publisher holds in memory
IN_FLIGHT_BYTES = 32 * MIB
KEPT = 1_000  # refusals that a summary names; it counts all
ANSWER_SECONDS = 30.0
CONNECT_SECONDS = 5.0
TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)


@dataclass
class Summary:
    """What became of the articles: `sent` are acknowledged by Kafka, `reasons` counts the refused ones.

    `refused` names the first 1,000 of them. `read_bytes` is what was read of the files, `unknown` the articles that
    were under way when Kafka went away: they may have arrived, and sending them again does no harm.
    """

    sent: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    read_bytes: int = 0
    unknown: int = 0
    seconds: float = 0.0

    def refuse(self, refused: Refused) -> None:
        """Count a refusal."""
        self.reasons[refused.reason] += 1
        if len(self.refused) < KEPT:
            self.refused.append(refused)


class PublishStopped(kafka.KafkaUnavailable):
    """Kafka went away, or will not take articles at all. `summary` says what had arrived until then."""

    def __init__(self, said: str, summary: Summary) -> None:
        super().__init__(said)
        self.summary = summary


class _Waiting(NamedTuple):
    answer: Any
    place: Place
    weight: int


def publish(
    articles: Iterable[Article | Outcome],
    bootstrap: str,
    on_progress: Callable[[Summary], None] = lambda _: None,
    *,
    on_refused: Callable[[Refused], None] = lambda _: None,
    rate: float | None = None,
) -> Summary:
    """Send articles, or what `read` yields, and return when Kafka has acknowledged each; memory stays flat.

    `rate` is articles a second at most. `on_progress` is called after each article, `on_refused` for each refusal.
    Raises KafkaUnavailable, TopicMismatch, and PublishStopped where Kafka goes away in between.
    """
    publisher = Publisher(bootstrap, on_progress, on_refused, rate)
    try:
        for found in articles:
            publisher.send(found)
        publisher.wait()
    finally:
        publisher.close()
    return publisher.summary


class Publisher:
    """A producer that holds a bounded number of articles under way, and reads every answer."""

    def __init__(
        self,
        bootstrap: str,
        on_progress: Callable[[Summary], None] = lambda _: None,
        on_refused: Callable[[Refused], None] = lambda _: None,
        rate: float | None = None,
    ) -> None:
        """Connect, and see that the topic is there. Raises KafkaUnavailable or TopicMismatch."""
        self.summary = Summary()
        self._bootstrap = bootstrap
        self._on_progress, self._on_refused = on_progress, on_refused
        self._pause = 1 / rate if rate else 0.0
        self._producer = kafka.producer(
            bootstrap,
            bootstrap_timeout_ms=int(CONNECT_SECONDS * 1000),
            max_block_ms=int(ANSWER_SECONDS * 1000),
            delivery_timeout_ms=int(ANSWER_SECONDS * 1000),
            request_timeout_ms=int(ANSWER_SECONDS * 500),
        )
        self._waiting: deque[_Waiting] = deque()
        self._weight = 0
        self._started = self._due = time.monotonic()
        try:
            _see_topic(bootstrap)
        except BaseException:
            self.close()
            raise

    def send(self, found: Article | Outcome) -> None:
        """Send one article, or count its refusal. Waits while too much is under way. Raises PublishStopped."""
        self.summary.read_bytes += getattr(found, "size", 0)
        outgoing = message(found)
        if isinstance(outgoing, Refused):
            self._refuse(outgoing)
        else:
            self._pace()
            self._hand_over(outgoing)
        self.summary.seconds = time.monotonic() - self._started
        self._on_progress(self.summary)

    def wait(self) -> None:
        """Return when each article has its answer. Raises PublishStopped."""
        while self._waiting:
            self._settle()
        self.summary.seconds = time.monotonic() - self._started
        self._on_progress(self.summary)

    def close(self) -> None:
        """Let go of Kafka. What has no answer yet counts as unknown."""
        self.summary.unknown += len(self._waiting)
        self._waiting.clear()
        try:
            self._producer.close(timeout=0 if self.summary.unknown else CONNECT_SECONDS)
        except KafkaError:
            # its flush gave up before it let go of anything: end its thread, which drops what is left
            self._producer._sender.force_close()
            self._producer._sender.join(CONNECT_SECONDS)
            self._producer.close(timeout=CONNECT_SECONDS)

    def _pace(self) -> None:
        if not self._pause:
            return
        early = self._due - time.monotonic()
        if early > 0:
            time.sleep(early)
        # after a stall the pace goes on from now: no burst to catch up
        self._due = max(self._due, time.monotonic() - 1) + self._pause

    def _hand_over(self, outgoing: Message) -> None:
        weight = len(outgoing.value)
        while self._waiting and (
            len(self._waiting) >= IN_FLIGHT
            or self._weight + weight > IN_FLIGHT_BYTES
            or self._waiting[0].answer.is_done
        ):
            self._settle()
        try:
            answer = self._producer.send(
                ARTICLES.name, key=outgoing.key, value=outgoing.value, headers=outgoing.headers
            )
        except KafkaError as error:
            raise self._stopped(error, outgoing.place) from error
        self._waiting.append(_Waiting(answer, outgoing.place, weight))
        self._weight += weight

    def _settle(self) -> None:
        """Read the answer to the article that waits longest."""
        oldest = self._waiting[0]
        try:
            oldest.answer.get(timeout=ANSWER_SECONDS + 5)
        except KafkaError as error:
            raise self._stopped(error, oldest.place) from error
        self._waiting.popleft()
        self._weight -= oldest.weight
        self.summary.sent += 1

    def _refuse(self, refused: Refused) -> None:
        self.summary.refuse(refused)
        self._on_refused(refused)

    def _stopped(self, error: KafkaError, place: Place) -> PublishStopped:
        self.summary.seconds = time.monotonic() - self._started
        # After any refusal an idempotent producer of kafka-python refuses all that follows: there is no going on.
        # What is under way may have arrived, the refused one included.
        if isinstance(error, TOO_LARGE):
            said = (
                f"its topic `{ARTICLES.name}` takes less than {ARTICLES.max_bytes:,} bytes: raise its max.message.bytes"
            )
        else:
            said = str(error)
        return PublishStopped(f"Kafka at {self._bootstrap} stopped taking articles, at {place}: {said}", self.summary)


def _see_topic(bootstrap: str) -> None:
    client = kafka.admin(bootstrap)
    try:
        missing = kafka.missing_topics(client.describe_topics(), (ARTICLES,))
    except KafkaError as error:
        raise kafka.KafkaUnavailable(f"Kafka does not answer at {bootstrap}: {error}") from error
    finally:
        client.close()
    if missing:
        raise kafka.TopicMismatch(f"Kafka at {bootstrap} has no topic `{ARTICLES.name}`: run `tensionwire topics`")
