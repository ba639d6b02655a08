"""Sends of which each is acknowledged by the broker before anything is recorded."""

import asyncio
from collections.abc import Sequence
from typing import Any, NamedTuple

from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from faust.exceptions import ProducerSendError

from tensionwire.contracts.envelope import Headers

# What is away and comes back. A send that the broker refuses for good is none of these: see TooLarge.
KAFKA_AWAY = (KafkaError, ProducerSendError, ConnectionError, TimeoutError)


class TooLarge(Exception):
    """A message is larger than its topic takes: it will never be accepted. `index` is its place in the sequence."""

    def __init__(self, index: int, topic: str, size: int) -> None:
        super().__init__(f"{size} bytes are too large for {topic}")
        self.index = index


class Message(NamedTuple):
    """One record to be sent."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers


class Outbox:
    """The producer of a Faust app, with the broker's word on every message."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def send(self, messages: Sequence[Message]) -> None:
        """Send in this order, and return when the broker has acknowledged all.

        Raises TooLarge for a message that can never be accepted, else one of KAFKA_AWAY; some may have been accepted
        then, and a repeat is told by its id.
        """
        if not messages:
            return
        producer = await self._app.maybe_start_producer()
        waiting: list[asyncio.Future[object]] = []
        failure: Exception | None = None
        for index, message in enumerate(messages):
            try:
                # our headers are a list of pairs, which is what aiokafka takes
                sent = await producer.send(message.topic, message.key, message.value, None, None, list(message.headers))
            except Exception as error:
                failure = _named(error, index, message)
                break
            waiting.append(sent)
        results = await asyncio.gather(*waiting, return_exceptions=True)
        for index, result in enumerate(results):
            if isinstance(result, BaseException):
                raise _named(result, index, messages[index]) from result
        if failure is not None:
            raise failure


def _named(error: BaseException, index: int, message: Message) -> Exception:
    chain: BaseException | None = error
    while chain is not None:
        if isinstance(chain, MessageSizeTooLargeError) or type(chain).__name__ == "RecordListTooLargeError":
            return TooLarge(index, message.topic, len(message.value or b""))
        chain = chain.__cause__ or chain.__context__
    if isinstance(error, KAFKA_AWAY):
        return error
    if isinstance(error, asyncio.CancelledError):
        return ConnectionError(f"the send to {message.topic} was cancelled by the producer")
    return error if isinstance(error, Exception) else ConnectionError(repr(error))
