"""Dead letters from a stream: what cannot be processed is laid aside whole, with the broker's word, and counted."""

from datetime import UTC, datetime
from typing import Any

from streams.outbox import Message
from tensionwire.contracts.deadletter import FIRST_TIME, dead_letter
from tensionwire.contracts.envelope import header
from tensionwire.contracts.topics import DEAD_LETTERS
from tensionwire.runtime import telemetry


def letter(event: Any, step: str, reason: str, detail: str) -> Message:
    """The dead letter of a Faust event."""
    message = event.message
    found = dead_letter(
        message.key,
        message.value,
        pairs(message.headers),
        reason=reason,
        detail=detail,
        step=step,
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        time=stamp(message.timestamp),
    )
    return Message(DEAD_LETTERS.name, found.key, found.value, found.headers)


def arrival(event: Any) -> datetime:
    """When an event first came: its Kafka timestamp, or what a replay of it has kept."""
    kept = header(pairs(event.message.headers), FIRST_TIME)
    try:
        found = datetime.fromisoformat(kept or "")
    except ValueError:
        return datetime.fromtimestamp(event.message.timestamp, UTC)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def count(step: str, reason: str) -> None:
    """Count a dead letter that the broker has acknowledged."""
    telemetry.DEAD_LETTERS.labels(step, reason).inc()


def pairs(headers: Any) -> list[tuple[str, bytes]]:
    """Faust gives headers as a list of pairs or as a mapping."""
    return list(headers.items() if hasattr(headers, "items") else headers or ())


def stamp(seconds: float) -> str:
    """Unix seconds as ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
