"""Pushed articles to Kafka: a producer, and the broker's word on every one of a batch."""

import asyncio
import logging
import threading
import time
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
REST_SECONDS = 1.0  # between two tries to reach a Kafka that does not answer


class Away(Exception):
    """Kafka did not give its word. Some of the batch may have arrived; sending it again does no harm."""


class TooLarge(Exception):
    """The broker takes no message of this size."""


class Sender:
    """Sends from any number of requests at once. Belongs to the event loop.

    After a failure the producer is made anew, as it takes no more: once for all requests that wait, and for a moment
    nobody tries again, so that while Kafka is away each is told at once.
    """

    def __init__(self, bootstrap: str) -> None:
        self._bootstrap = bootstrap
        self._making: asyncio.Task[KafkaProducer] | None = None
        self._rest_until = 0.0

    async def send(self, messages: Sequence[Message]) -> None:
        """Return when the broker has acknowledged all. Raises Away or TooLarge."""
        making = self._producer()
        try:
            producer = await asyncio.shield(making)
            error = await self._word(producer, messages)
        except (KafkaError, KafkaUnavailable, TimeoutError) as failure:
            error = failure
        if error is None:
            return
        self._drop(making)
        if isinstance(error, MessageSizeTooLargeError | RecordListTooLargeError):
            raise TooLarge from error
        raise Away(str(error) or "no answer") from error

    async def close(self) -> None:
        """Let go of Kafka."""
        if self._making is not None and self._making.done() and self._making.exception() is None:
            await asyncio.to_thread(_close, self._making.result())

    def _producer(self) -> asyncio.Task[KafkaProducer]:
        if self._making is None:
            if time.monotonic() < self._rest_until:
                raise Away("it did not answer a moment ago")
            self._making = asyncio.create_task(asyncio.to_thread(_make, self._bootstrap))
        return self._making

    async def _word(self, producer: KafkaProducer, messages: Sequence[Message]) -> Exception | None:
        """Hand the messages over, and wait for the broker's word on all: what went wrong, or None."""
        loop = asyncio.get_running_loop()
        word: asyncio.Future[Exception | None] = loop.create_future()

        def tell(error: Exception | None) -> None:
            if not word.done():
                word.set_result(error)

        answered = _All(len(messages), lambda error: _call(loop, tell, error))
        # in a thread: sending waits for metadata, and 5,000 articles would hold the loop up
        await asyncio.wait_for(asyncio.to_thread(_hand_over, producer, messages, answered), WORD_SECONDS)
        return await asyncio.wait_for(word, WORD_SECONDS)

    def _drop(self, making: asyncio.Task[KafkaProducer]) -> None:
        """Let a producer go that has failed: an idempotent one refuses all that follows a refusal."""
        if self._making is not making:
            return  # another request has done it
        self._making = None
        if making.exception() is not None:
            self._rest_until = time.monotonic() + REST_SECONDS
        else:
            threading.Thread(target=_close, args=(making.result(),), daemon=True).start()


def _make(bootstrap: str) -> KafkaProducer:
    return kafka.producer(
        bootstrap,
        bootstrap_timeout_ms=CONNECT_MS,
        max_block_ms=int(WORD_SECONDS * 500),
        delivery_timeout_ms=int(WORD_SECONDS * 1000),
        request_timeout_ms=int(WORD_SECONDS * 500),
    )


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
