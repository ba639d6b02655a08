"""Kafka by kafka-python: clients with our settings, and the creation of the topics."""

import logging
import socket
from collections.abc import Iterable, Mapping
from typing import Any

from kafka import KafkaConsumer, KafkaProducer
from kafka.admin import KafkaAdminClient
from kafka.errors import KafkaError

from tensionwire.contracts.topics import RECORD_BYTES, TOPICS, Topic

# kafka-python logs every lost connection at ERROR; what matters of it, our callers say in their own words.
logging.getLogger("kafka").setLevel(logging.CRITICAL)

SESSION_MS = 10_000
HEARTBEAT_MS = 3_000
FETCH_BYTES = 16 * 1024 * 1024


REACH_SECONDS = 2.0


class KafkaUnavailable(Exception):
    """Kafka does not answer at its address."""


class TopicMismatch(Exception):
    """A topic exists in another shape than the table says. The message says which, and what to do."""


def producer(bootstrap: str, **settings: Any) -> KafkaProducer:
    """A producer whose every send must be acknowledged by all replicas. Raises KafkaUnavailable."""
    defaults: dict[str, Any] = {
        "acks": "all",
        "linger_ms": 2,
        "batch_size": 131_072,
        "max_request_size": RECORD_BYTES,
        "bootstrap_timeout_ms": 10_000,
    }
    try:
        return KafkaProducer(bootstrap_servers=bootstrap, **(defaults | settings))
    except KafkaError as error:
        raise KafkaUnavailable(f"Kafka does not answer at {bootstrap}: {error}") from error


def consumer(bootstrap: str, *topics: str, group: str | None = None, **settings: Any) -> KafkaConsumer:
    """A consumer that commits only when told to and starts at the beginning. Raises KafkaUnavailable."""
    defaults: dict[str, Any] = {
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "fetch_max_bytes": FETCH_BYTES,
        "max_partition_fetch_bytes": FETCH_BYTES,
        "bootstrap_timeout_ms": 10_000,
    }
    if group is not None:
        defaults |= {"session_timeout_ms": SESSION_MS, "heartbeat_interval_ms": HEARTBEAT_MS}
    try:
        return KafkaConsumer(*topics, bootstrap_servers=bootstrap, group_id=group, **(defaults | settings))
    except KafkaError as error:
        raise KafkaUnavailable(f"Kafka does not answer at {bootstrap}: {error}") from error


def admin(bootstrap: str) -> KafkaAdminClient:
    """An admin client. Raises KafkaUnavailable."""
    try:
        return KafkaAdminClient(bootstrap_servers=bootstrap, bootstrap_timeout_ms=10_000)
    except KafkaError as error:
        raise KafkaUnavailable(f"Kafka does not answer at {bootstrap}: {error}") from error


def reachable(bootstrap: str) -> bool:
    """True where one of the addresses takes a connection: a consumer's poll says nothing when the broker is gone."""
    for address in bootstrap.split(","):
        host, _, port = address.strip().rpartition(":")
        try:
            with socket.create_connection((host.rsplit("/", 1)[-1].strip("[]"), int(port)), REACH_SECONDS):
                return True
        except (OSError, ValueError):
            continue
    return False


def missing_topics(described: Iterable[Mapping[str, Any]], wanted: Iterable[Topic] = TOPICS) -> list[Topic]:
    """The topics of the table that do not exist yet. Raises TopicMismatch for one with other partitions."""
    partitions = {t["name"]: len(t["partitions"]) for t in described if not t.get("error_code")}
    missing, wrong = [], []
    for topic in wanted:
        found = partitions.get(topic.name)
        if found is None:
            missing.append(topic)
        elif found != topic.partitions:
            wrong.append(f"{topic.name} has {found} partitions and needs {topic.partitions}")
    if wrong:
        raise TopicMismatch(
            "; ".join(wrong) + ". The order of a subject hangs on the number of partitions: delete the topic if it is "
            "empty, or give Tensionwire a Kafka cluster of its own, then run `tensionwire topics` again."
        )
    return missing


def ensure_topics(bootstrap: str) -> list[str]:
    """Create the topics of the table that are missing, and return their names. Safe at any time, by many at once.

    Raises KafkaUnavailable, and TopicMismatch where a topic exists with other partitions.
    """
    client = admin(bootstrap)
    try:
        missing = missing_topics(client.describe_topics())
        if missing:
            wanted = {
                t.name: {"num_partitions": t.partitions, "replication_factor": -1, "configs": t.config()}
                for t in missing
            }
            client.create_topics(wanted, raise_errors=False, wait_for_metadata=False)
            client.wait_for_topics([t.name for t in missing])
            # another process may have made one of them at the same moment, in another shape
            left = missing_topics(client.describe_topics())
            if left:
                raise KafkaUnavailable(f"Kafka at {bootstrap} did not create {', '.join(t.name for t in left)}")
        return [t.name for t in missing]
    except KafkaError as error:
        raise KafkaUnavailable(f"Kafka at {bootstrap} did not answer about its topics: {error}") from error
    finally:
        client.close()
