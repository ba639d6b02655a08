"""Kafka into the store, for ever, in a thread of its own."""

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from tensionwire.runtime import telemetry
from tensionwire.runtime.kafka import KafkaUnavailable, admin, consumer, reachable
from tensionwire.web.store.schema import make_anew, open_for_writing
from tensionwire.web.store.writing import READ, Writer, Written

log = logging.getLogger("tensionwire.web")

POLL_MS = 500
BATCH = 1_000
FETCH_BYTES = 8 * 1024 * 1024
EACH_BYTES = 1024 * 1024
LOOK_EVERY = 2.0  # seconds between two looks whether a silent Kafka is there at all
COUNT_EVERY = 15.0
FORGET_EVERY = 3600.0
STALE = 60.0  # seconds behind Kafka after which the page says so


class Feeder:
    """Keeps the store of `file` up with Kafka. `tell` is called in this thread with what each batch brought."""

    def __init__(
        self, bootstrap: str, file: Path, names: Mapping[str, tuple[str, str]], tell: Callable[[Written], None]
    ) -> None:
        self._bootstrap = bootstrap
        self._file = file
        self._names = names
        self._tell = tell
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeder", daemon=True)
        self._caught_up = time.monotonic()
        self._first = False
        self.state: str | None = "is starting"
        telemetry.WEB_AGE.set_function(lambda: self.behind)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the batch under way."""
        self._stopping.set()
        self._thread.join(10)

    @property
    def behind(self) -> float:
        """Seconds since the store last had all that Kafka had; 0 while it is up with it."""
        age = time.monotonic() - self._caught_up
        return age if age > POLL_MS / 1000 * 2 else 0.0

    def problem(self) -> str | None:
        """For /readyz and the page: why it shows less than Kafka has, None when well."""
        if self.state:
            return self.state
        if not self._first:
            return "is reading what Kafka has"
        return f"is {self.behind:.0f} s behind Kafka" if self.behind > STALE else None

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._session()
            except (KafkaError, KafkaUnavailable, TimeoutError) as error:
                if not (self.state or "").startswith("waits"):
                    log.warning("Kafka is away, waiting: %s", error)
                self.state = f"waits for kafka: {error}"
                telemetry.RETRIES.labels("web", "kafka").inc()
            except Exception as error:  # whatever it is, the store can be made anew; the page goes on meanwhile
                log.exception("the store could not be written, and is tried again")
                self.state = f"cannot write its store: {type(error).__name__}"
                telemetry.RETRIES.labels("web", "none").inc()
            self._stopping.wait(0.5 + random.random())  # noqa: S311 - spreads retries

    def _session(self) -> None:
        cluster = _cluster(self._bootstrap)
        self._first = False
        store = open_for_writing(self._file, cluster)
        client = consumer(
            self._bootstrap,
            max_poll_records=BATCH,
            fetch_max_bytes=FETCH_BYTES,
            max_partition_fetch_bytes=EACH_BYTES,
        )
        try:
            writer = Writer(store, self._names)
            if not _seek(client, writer):
                log.warning("the store knows more than Kafka has: it is made anew")
                store.close()
                store = make_anew(self._file, cluster)
                writer = Writer(store, self._names)
                _seek(client, writer)
            self._follow(client, writer)
        finally:
            client.close()
            store.close()

    def _follow(self, client: KafkaConsumer, writer: Writer) -> None:
        forget = counted = looked = -FORGET_EVERY
        while not self._stopping.is_set() and self._file.exists():
            batches = client.poll(timeout_ms=POLL_MS)
            records = [record for found in batches.values() for record in found]
            if records:
                self._tell(writer.write(records))
            if not records and time.monotonic() - looked > LOOK_EVERY:
                self.state = None if reachable(self._bootstrap) else f"waits for kafka at {self._bootstrap}"
                looked = time.monotonic()
            elif records or not self._first:
                self.state = None
            if self.state is None and len(records) < BATCH and _at_end(client):
                self._first, self._caught_up = True, time.monotonic()
            if time.monotonic() - counted > COUNT_EVERY:
                for status, count in writer.upcoming(datetime.now(UTC).date().isoformat()).items():
                    telemetry.UPCOMING.labels(status).set(count)
                counted = time.monotonic()
            if self._first and time.monotonic() - forget > FORGET_EVERY:
                writer.forget(int(time.time() * 1000))
                forget = time.monotonic()


def _cluster(bootstrap: str) -> str:
    client = admin(bootstrap)
    try:
        return str(client.describe_cluster()["cluster_id"])
    finally:
        client.close()


def _seek(client: KafkaConsumer, writer: Writer) -> bool:
    """Go to where the store ends. False where Kafka does not reach so far: its topics were made anew."""
    places = writer.places()
    partitions = [TopicPartition(t.name, p) for t in READ for p in range(t.partitions)]
    client.assign(partitions)
    ends: dict[Any, int] = client.end_offsets(partitions)
    starts: dict[Any, int] = client.beginning_offsets(partitions)
    for partition in partitions:
        known = places.get((partition.topic, partition.partition))
        if known is not None and known > ends[partition]:
            return False
        client.seek(partition, max(known or 0, starts[partition]))
    return True


def _at_end(client: KafkaConsumer) -> bool:
    """True where every partition is read up to its last known end."""
    for partition in client.assignment():
        high = client.highwater(partition)
        if high is None or client.position(partition) < high:
            return False
    return True
