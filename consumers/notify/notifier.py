"""The notifier's loop: read alerts, let the shift settle them, commit. `steps.py` says what happens to each alert.

One notifier of the group is active; others stand by. At its start, and whenever it takes over, it reads the ledger and
goes on with whatever is not final.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kafka import ConsumerRebalanceListener, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import CommitFailedError, KafkaError
from kafka.structs import OffsetAndMetadata

from consumers.channels import ChannelError, Templates
from consumers.notify.clock import Clock, WallClock
from consumers.notify.ledger import read_mark
from consumers.notify.pulse import Pulse
from consumers.notify.shift import Shift
from tensionwire.contracts.deadletter import REPLAY_TO
from tensionwire.contracts.envelope import NewerMajor, check_major, header
from tensionwire.contracts.topics import ALERTS, DEAD_LETTERS, DELIVERIES
from tensionwire.runtime import telemetry
from tensionwire.runtime.kafka import KafkaUnavailable, consumer, producer
from tensionwire.runtime.rulesfile import RulesFile
from tensionwire.runtime.settings import Settings

log = logging.getLogger("tensionwire.notify")

GROUP = "tensionwire-notify"
PLACE = TopicPartition(ALERTS.name, 0)
POLL_MS = 500
NEWER_PAUSE = 30.0
STOP_GRACE = 5.0
COMMIT_EVERY = 0.25  # seconds: the next alerts do not wait for the commit of those before, the ledger knows them
COMMIT_MS = 5_000  # that one commit may take
ADVANCE_EVERY = 5.0  # seconds
PATIENCE = 20.0  # seconds without a commit while Kafka can be reached
LOOK_EVERY = 2.0  # seconds between two looks at the rules file


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

    def __init__(self, settings: Settings, rules: RulesFile, templates: Templates, clock: Clock | None = None) -> None:
        self._settings = settings
        self._rules = rules
        self._templates = templates
        self._clock = clock or WallClock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="alerts")
        self._shift: Shift | None = None
        self._stopping = asyncio.Event()
        self._takeover = _Takeover()
        self._pulse = Pulse(settings.kafka)
        self._producer: KafkaProducer | None = None
        self._paused = False
        self._looked = 0.0
        self._forced = False
        self._settled: int | None = None
        self._mark = ""
        self._committed_at = 0.0
        self._failing_since: float | None = None
        self._fault: BaseException | None = None
        self.state = "is starting"

    def problem(self) -> str | None:
        """For /readyz: why it cannot work; a notifier that stands by is ready."""
        return self.state or self._pulse.problem

    def stop(self) -> None:
        """Finish what is under way and leave."""
        self._stopping.set()

    def look_at_rules(self) -> None:
        """Look at the rules file at the next turn, and open all channels anew: secrets may have changed."""
        self._looked, self._forced = 0.0, True

    async def run(self) -> None:
        """Work until told to stop. Kafka being away is waited for. A fault of ours is raised: start it again then."""
        beating = asyncio.create_task(self._pulse.beat())
        try:
            await self._sessions()
        finally:
            beating.cancel()
        if self._fault is not None:
            raise self._fault

    def _fail(self, error: BaseException) -> None:
        self._fault = self._fault or error
        self._stopping.set()

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
        self._settled = None
        client = await self._call(self._connect)
        self._producer = await self._call(_ready_producer, self._settings.kafka)
        try:
            while not self._stopping.is_set():
                batches = await self._call(client.poll, POLL_MS)
                self.state = ""
                if self._takeover.went or self._takeover.came:
                    self._settled = None  # what was not committed comes again, to whoever took over
                if self._takeover.went:
                    self._takeover.went = False
                    await self._end_shift(0.0)
                if self._takeover.came:
                    self._takeover.came = False
                    self._paused = False  # a new assignment is never paused
                    await self._end_shift(0.0)
                    await self._begin_shift(self._new_shift(), await self._call(_committed_mark, client))
                for records in batches.values():
                    await self._settle(records)
                await self._balance(client)
                await self._commit(client)
                await self._look()
            await self._commit(client, at_once=True)
        finally:
            await self._end_shift(STOP_GRACE)
            await self._call(client.close)
            await self._call(self._producer.close, 5)

    def _connect(self) -> KafkaConsumer:
        self._takeover = _Takeover()
        instance = {"group_instance_id": self._settings.instance} if self._settings.instance else {}
        client = consumer(self._settings.kafka, group=GROUP, max_poll_records=200, **instance)
        client.subscribe([ALERTS.name], listener=self._takeover)
        return client

    def _new_shift(self) -> Shift:
        if self._producer is None:
            raise RuntimeError("no producer before the first session")
        return Shift(self._settings, self._rules.rules, self._templates, self._clock, self._producer, self._fail)

    async def _begin_shift(self, shift: Shift, mark: int) -> None:
        self.state = "reads its ledger"
        self._shift = shift
        await shift.begin(mark)
        self.state = ""

    async def _end_shift(self, grace: float) -> None:
        shift, self._shift = self._shift, None
        if shift is not None:
            await shift.end(grace)

    async def _settle(self, records: Sequence[Any]) -> None:
        if self._shift is None:  # handed on in the meantime: whoever took over reads them
            return
        for record in records:
            check_major(ALERTS.name, record.headers)
        await self._shift.settle(records)
        self._settled = records[-1].offset + 1
        if any(header(record.headers, REPLAY_TO) is not None for record in records):
            self._committed_at = 0.0  # the ledger cannot tell that a replay was served before: commit it at once

    async def _commit(self, client: KafkaConsumer, at_once: bool = False) -> None:
        """Commit what is settled, and the ledger's mark where it moved though no alert came: the next start reads less.

        What is not committed yet when it dies comes again, and its rows are known. Two have no row to tell: an alert
        that cannot be read, which may be a dead letter twice, and a finished replay, which may be served twice.
        """
        if self._shift is None or (self._settled is None and self._shift.mark() == self._mark):
            return
        now = asyncio.get_running_loop().time()
        pause = ADVANCE_EVERY if self._settled is None else COMMIT_EVERY
        if now - self._committed_at < pause and not at_once:
            return
        offset, mark, self._committed_at = self._settled, self._shift.mark(), now
        try:
            if offset is None:
                offset = await self._call(client.position, PLACE)
            await self._call(client.commit, {PLACE: OffsetAndMetadata(offset, mark, -1)}, COMMIT_MS)
        except (KafkaError, TimeoutError) as error:
            self._not_committed(error)
            return
        self._settled, self._mark, self._failing_since = None, mark, None

    def _not_committed(self, error: Exception) -> None:
        """While Kafka is away the shift goes on; where it answers and still takes no commit, connect anew."""
        now = asyncio.get_running_loop().time()
        if self._failing_since is None:
            self._failing_since = now
            log.warning("Kafka does not take a commit, waiting: %s", error)
        telemetry.RETRIES.labels(ALERTS.name, "kafka").inc()
        if isinstance(error, CommitFailedError) or (not self._pulse.problem and now - self._failing_since > PATIENCE):
            self._failing_since = None
            raise error

    async def _balance(self, client: KafkaConsumer) -> None:
        """Leave alerts in Kafka while every lane has enough, or too many deliveries wait in memory."""
        full = self._shift is not None and not self._shift.has_room
        if full != self._paused:
            await self._call(client.pause if full else client.resume, *client.assignment())
            self._paused = full

    async def _look(self) -> None:
        """Take new rules when their file has changed; what is under way finishes first."""
        now = asyncio.get_running_loop().time()
        if self._shift is None or now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        before, said = self._rules.rules, self._rules.look()
        forced, self._forced = self._forced, False
        if said is False and not forced:
            return
        if isinstance(said, bool):
            try:
                shift = self._new_shift()
            except ChannelError as error:
                self._rules.rules = before
                log.error("the rules stay as they were (%s): %s", before.hash, error)
                telemetry.RULES_REFUSED.inc()
                return
            mark = read_mark(self._shift.mark())
            await self._end_shift(self._settings.send_timeout)
            await self._begin_shift(shift, mark)
        else:
            telemetry.RULES_REFUSED.inc()

    async def _call(self, function: Any, *arguments: Any) -> Any:
        """kafka-python blocks and wants one thread: its calls run in that one."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)


def _ready_producer(bootstrap: str) -> KafkaProducer:
    """A producer that knows its topics: asked for at the first send, they would hold all up while Kafka is away."""
    client = producer(bootstrap)
    try:
        for topic in (DELIVERIES, DEAD_LETTERS):
            client.partitions_for(topic.name)
    except BaseException:
        client.close(0)
        raise
    return client


def _committed_mark(client: KafkaConsumer) -> int:
    committed = client.committed(PLACE, metadata=True)
    return read_mark(committed.metadata if committed is not None else None)
