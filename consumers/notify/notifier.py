"""The notifier's loop: read alerts, route them, settle each pair in the ledger, commit, and hand them to the lanes.

One notifier of the group is active; others stand by. At its start, and whenever it takes over, it reads the ledger and
goes on with whatever is not final.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from kafka import ConsumerRebalanceListener, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError
from kafka.structs import OffsetAndMetadata

from alerts.route import Routed, route
from alerts.rules import Rules
from consumers.channels import open_channel
from consumers.notify import heartbeat
from consumers.notify.lanes import Lane
from consumers.notify.ledger import STEP, Ledger, acknowledged
from consumers.notify.pulse import Pulse
from consumers.notify.rows import Rows
from consumers.notify.shelf import Shelf
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.deadletter import DeadLetter, dead_letter
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.envelope import NewerMajor, check_major
from tensionwire.contracts.topics import ALERTS, ARTICLE_BYTES, DEAD_LETTERS, RECORD_BYTES
from tensionwire.runtime import telemetry
from tensionwire.runtime.kafka import KafkaUnavailable, consumer, producer
from tensionwire.runtime.settings import Settings

log = logging.getLogger("tensionwire.notify")

GROUP = "tensionwire-notify"
MOST_PENDING = 50_000  # deliveries that wait; beyond it alerts wait in Kafka. Each takes about 3 KB: no alert is held
ALERT_BYTES = RECORD_BYTES - 64 * 1024  # a row is an alert and a little more
POLL_MS = 500
NEWER_PAUSE = 30.0
STOP_GRACE = 5.0

_decoder = msgspec.json.Decoder(Alert)


class Read(NamedTuple):
    """A record of `alerts`, and the alert in it; None where it cannot be read."""

    record: Any
    alert: Alert | None


class _Takeover(ConsumerRebalanceListener):  # type: ignore[misc]
    """Notes that the partition came or went; the loop acts on it."""

    def __init__(self) -> None:
        self.came = self.went = False

    def on_partitions_assigned(self, assigned: Any) -> None:
        self.came = bool(assigned)

    def on_partitions_revoked(self, revoked: Any) -> None:
        self.went = bool(revoked)


class Notifier:
    """Runs until `stop` is called. `settings` say where Kafka is, `rules` who hears of what."""

    def __init__(self, settings: Settings, rules: Rules) -> None:
        self._settings = settings
        self._rules = rules
        self._max_age = timedelta(seconds=settings.max_age)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="alerts")
        self._lanes: dict[str, Lane] = {}
        self._stopping = asyncio.Event()
        self._takeover = _Takeover()
        self._pulse = Pulse(settings.kafka)
        self._producer: KafkaProducer | None = None
        self._rows: Rows | None = None
        self._paused = False
        self.state = "is starting"

    def problem(self) -> str | None:
        """For /readyz: why it cannot work; a notifier that stands by is ready."""
        return self.state or self._pulse.problem

    def stop(self) -> None:
        """Finish what is under way and leave."""
        self._stopping.set()

    async def run(self) -> None:
        """Work until told to stop. Kafka being away is waited for."""
        beating = asyncio.create_task(self._pulse.beat())
        try:
            await self._sessions()
        finally:
            beating.cancel()

    async def _sessions(self) -> None:
        while not self._stopping.is_set():
            try:
                await self._session()
            except NewerMajor as error:
                self.state = str(error)
                log.error("waiting: %s", error)
                await self._rest(NEWER_PAUSE)
            except (KafkaError, KafkaUnavailable, TimeoutError) as error:
                self.state = f"waits for kafka: {error}"
                log.warning("Kafka is away, waiting: %s", error)
                telemetry.RETRIES.labels(ALERTS.name, "kafka").inc()
                await self._rest(1.0)

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _session(self) -> None:
        """From one connection to Kafka to its loss."""
        client = await self._call(self._connect)
        self._producer = await self._call(producer, self._settings.kafka)
        ledger = Ledger(self._producer)
        try:
            while not self._stopping.is_set():
                batches = await self._call(client.poll, POLL_MS)
                self.state = ""
                if self._takeover.went:
                    self._takeover.went = False
                    await self._drop_lanes(0.0)
                if self._takeover.came:
                    self._takeover.came = False
                    await self._take_over(ledger)
                for partition, records in batches.items():
                    await self._settle(client, ledger, partition, records)
                await self._balance(client)
        finally:
            await self._drop_lanes(STOP_GRACE)
            await self._call(client.close)
            await self._call(self._producer.close, 5)

    def _connect(self) -> KafkaConsumer:
        self._takeover = _Takeover()
        instance = {"group_instance_id": self._settings.instance} if self._settings.instance else {}
        client = consumer(self._settings.kafka, group=GROUP, max_poll_records=200, **instance)
        client.subscribe([ALERTS.name], listener=self._takeover)
        return client

    async def _take_over(self, ledger: Ledger) -> None:
        await self._drop_lanes(0.0)
        self.state = "reads its ledger"
        self._paused = False  # a new assignment is never paused
        self._rows = Rows(self._settings.kafka)
        book = Shelf(ledger, self._rows, self._lay)
        self._lanes = {
            r.name: Lane(r, open_channel(r, self._settings.send_timeout), book, self._settings.in_flight)
            for r in self._rules.receivers
        }
        waiting = await asyncio.to_thread(ledger.load, self._settings.kafka)
        for row, offset in waiting:
            if row.receiver in self._lanes:
                self._lanes[row.receiver].add(row, offset)
            else:
                log.error(
                    "alert %s waits for the receiver %s, which the rules no longer name", row.alert_id, row.receiver
                )
        self.state = ""
        if waiting:
            log.warning("took over %d deliveries that were not final", len(waiting))

    async def _settle(
        self, client: KafkaConsumer, ledger: Ledger, partition: TopicPartition, records: Sequence[Any]
    ) -> None:
        """Give each pair of alert and receiver its row, with the broker's word; then commit, then deliver."""
        for record in records:
            check_major(ALERTS.name, record.headers)
        read = [_read(r) for r in await heartbeat.settle(records, ledger.write)]
        letters = [_letter(r.record) for r in read if r.alert is None]
        rows = [
            row
            for r in read
            if r.alert is not None
            for routed in route(r.alert, self._rules, self._max_age)
            if (row := _row(r.alert, routed, ledger)) is not None
        ]
        rows = list({row.key: row for row in rows}.values())
        if letters:
            await self._lay(letters)
        if rows:
            offsets = await ledger.write(rows)
            for row, offset in zip(rows, offsets, strict=True):
                if row.outcome == "pending":
                    self._lanes[row.receiver].add(row, offset)
                else:
                    telemetry.SUPPRESSED.labels(row.receiver, row.reason or "").inc()
        place = OffsetAndMetadata(records[-1].offset + 1, "", -1)
        await self._call(client.commit, {partition: place})

    async def _balance(self, client: KafkaConsumer) -> None:
        """Leave alerts in Kafka while too many deliveries wait in memory."""
        full = sum(map(len, self._lanes.values())) >= MOST_PENDING
        if full != self._paused:
            partitions = client.assignment()
            await self._call(client.pause if full else client.resume, *partitions)
            self._paused = full

    async def _drop_lanes(self, grace: float) -> None:
        lanes, self._lanes = self._lanes, {}
        await asyncio.gather(*(lane.stop(grace) for lane in lanes.values()))
        rows, self._rows = self._rows, None
        if rows is not None:
            await rows.close()

    async def _lay(self, letters: list[DeadLetter]) -> None:
        if self._producer is None:
            raise RuntimeError("no producer before the first session")
        send = self._producer.send
        await acknowledged(send(DEAD_LETTERS.name, key=x.key, value=x.value, headers=x.headers) for x in letters)

    async def _call(self, function: Any, *arguments: Any) -> Any:
        """kafka-python blocks and wants one thread: its calls run in that one."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)


def _read(record: Any) -> Read:
    try:
        if len(record.value or b"") > ALERT_BYTES:
            raise msgspec.ValidationError("too large for a row of the ledger")
        return Read(record, _decoder.decode(record.value or b""))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        log.error("the alert at offset %d cannot be read: it goes to %s", record.offset, DEAD_LETTERS.name)
        telemetry.DEAD_LETTERS.labels(STEP, "bad-alert").inc()
        return Read(record, None)


def _row(alert: Alert, routed: Routed, ledger: Ledger) -> Delivery | None:
    if ledger.knows(alert.id, routed.receiver.name):
        return None
    withheld = routed.withheld
    return Delivery(
        alert_id=alert.id,
        receiver=routed.receiver.name,
        outcome="suppressed" if withheld else "pending",
        record=alert.record,
        reason=withheld.value if withheld else None,
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        alert=None if withheld else alert,
    )


def _letter(record: Any) -> DeadLetter:
    value = record.value or b""
    return dead_letter(
        record.key,
        value if len(value) <= ARTICLE_BYTES else value[:ARTICLE_BYTES],
        record.headers,
        reason="bad-alert",
        detail="no alert of a version that is known here",
        step=STEP,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        time=datetime.fromtimestamp(record.timestamp / 1000, UTC).isoformat(timespec="milliseconds"),
    )
