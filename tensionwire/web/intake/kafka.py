"""Pushed articles to Kafka: a producer, and the broker's word on every one of a batch."""

import asyncio
import logging
import threading
from collections.abc import Sequence
from typing import Any

from kafka import KafkaProducer
from kafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError

from tensionwire.contracts.topics import ARTICLES
from tensionwire.ingest.message import Message
from tensionwire.runtime import kafka
from tensionwire.runtime.kafka import KafkaUnavailable

log = logging.getLogger("tensionwire.web")

WORD_SECONDS = 10.0  # how long the broker's word is awaited
CONNECT_MS = 3_000


class Away(Exception):
    """Kafka did not give its word. Some of the batch may have arrived; sending it again does no harm."""


class TooLarge(Exception):
    """The broker takes no message of this size."""


class Sender:
    """Sends from any number of requests at once. After a failure the producer is made anew, as it takes no more."""

    def __init__(self, bootstrap: str) -> None:
        self._bootstrap = bootstrap
        self._producer: KafkaProducer | None = None
        self._making = threading.Lock()

    async def send(self, messages: Sequence[Message]) -> None:
        """Return when the broker has acknowledged all. Raises Away or TooLarge."""
        loop = asyncio.get_running_loop()
        word: asyncio.Future[Exception | None] = loop.create_future()

        def tell(error: Exception | None) -> None:
            if not word.done():
                word.set_result(error)

        answered = _All(len(messages), lambda error: _call(loop, tell, error))
        producer = None
        try:
            producer = self._producer or await asyncio.to_thread(self._make)
            # in a thread: sending waits for metadata, and 5,000 articles would hold the loop up
            await asyncio.wait_for(asyncio.to_thread(_hand_over, producer, messages, answered), WORD_SECONDS)
            error = await asyncio.wait_for(word, WORD_SECONDS)
        except (KafkaError, KafkaUnavailable, TimeoutError) as failure:
            error = failure
        if error is not None:
            if producer is not None:
                self._drop(producer)
            if isinstance(error, MessageSizeTooLargeError | RecordListTooLargeError):
                raise TooLarge from error
            raise Away(str(error) or "no answer") from error

    def close(self) -> None:
        """Let go of Kafka."""
        if self._producer is not None:
            self._drop(self._producer)

    def _make(self) -> KafkaProducer:
        with self._making:
            if self._producer is None:
                self._producer = kafka.producer(
                    self._bootstrap,
                    bootstrap_timeout_ms=CONNECT_MS,
                    max_block_ms=int(WORD_SECONDS * 500),
                    delivery_timeout_ms=int(WORD_SECONDS * 1000),
                    request_timeout_ms=int(WORD_SECONDS * 500),
                )
            return self._producer

    def _drop(self, producer: KafkaProducer) -> None:
        """Let a producer go that has failed: an idempotent one refuses all that follows a refusal."""
        with self._making:
            if self._producer is not producer:
                return  # another request has done it
            self._producer = None
        threading.Thread(target=_close, args=(producer,), daemon=True).start()


class _All:
    """Collects the answers to a batch; `done` is called once, at the last answer or the first failure."""

    def __init__(self, count: int, done: Any) -> None:
        self._left = count
        self._done = done
        self._lock = threading.Lock()

    def good(self, _: Any) -> None:
        with self._lock:
            self._left -= 1
            last = self._left == 0
        if last:
            self._done(None)

    def bad(self, error: Exception) -> None:
        self._done(error)


def _hand_over(producer: KafkaProducer, messages: Sequence[Message], answered: _All) -> None:
    for each in messages:
        sent = producer.send(ARTICLES.name, key=each.key, value=each.value, headers=each.headers)
        sent.add_callback(answered.good)
        sent.add_errback(answered.bad)


def _call(loop: asyncio.AbstractEventLoop, function: Any, *arguments: Any) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(function, *arguments)


def _close(producer: KafkaProducer) -> None:
    try:
        producer.close(timeout=1)
    except KafkaError:
        producer._sender.force_close()
