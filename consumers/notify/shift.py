"""One notifier's time at work: from the moment it takes over until it hands on or its rules change."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

import msgspec
from kafka import KafkaProducer

import alerts.routing as routing
from alerts.reasons import SUPPRESSING
from alerts.rules import Rules, moment
from consumers.channels import Reader, Templates, open_channel
from consumers.notify import heartbeat, notices
from consumers.notify.clock import Clock, iso
from consumers.notify.delivering import Delivering, steadily
from consumers.notify.desk import Desk
from consumers.notify.lanes import Lane
from consumers.notify.ledger import STEP, Ledger, Waiting, acknowledged
from consumers.notify.letters import given_up, unreadable
from consumers.notify.outcome import final
from consumers.notify.rows import Rows
from consumers.notify.schedule import read_pauses
from consumers.notify.silences import Silences
from consumers.notify.steps import decide
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.deadletter import REPLAY_TO, DeadLetter
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.envelope import header
from tensionwire.contracts.topics import DEAD_LETTERS, RECORD_BYTES
from tensionwire.runtime import telemetry
from tensionwire.runtime.settings import Settings

log = logging.getLogger("tensionwire.notify")

MOST_PENDING = 50_000  # deliveries that wait in memory, about 1 KB each; beyond it alerts wait in Kafka
MOST_FAILING = 20_000  # at one receiver that only fails: beyond it, newer alerts are dead letters at once
ALERT_BYTES = RECORD_BYTES - 64 * 1024  # a row is an alert and a little more
AT_ONCE = 20  # alerts settled in one go: what is under way to receivers waits no longer than for these
NO_RECEIVER, TOO_MANY = "no-receiver", "too-many-waiting"

_decoder = msgspec.json.Decoder(Alert)


class Shift:
    """Settles alerts by `rules` and delivers them. Raises ChannelError where a receiver's channel cannot be opened."""

    def __init__(
        self,
        settings: Settings,
        rules: Rules,
        templates: Templates,
        clock: Clock,
        producer: KafkaProducer,
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self._settings = settings
        self._rules = rules
        self._producer = producer
        self._ledger = Ledger(producer)
        self._rows = Rows(settings.kafka)
        self._desk = Desk(rules, timedelta(seconds=settings.max_age), clock)
        self._silences = Silences(settings.kafka, self._desk)
        self._tasks: list[asyncio.Task[None]] = []
        self._told: set[str] = set()
        self._complete = asyncio.Event()
        pauses = read_pauses(settings.retry_pauses)
        self.lanes: dict[str, Lane] = {}
        for receiver in rules.receivers:
            telemetry.announce_receiver(receiver.name, receiver.channel, SUPPRESSING)
            reader = Reader(templates, settings.send_timeout, receiver.language, receiver.timezone)
            channel = open_channel(receiver, reader)
            delivering = Delivering(receiver, channel, self, self._desk, settings.send_timeout, pauses)
            self.lanes[receiver.name] = Lane(delivering, self._desk, settings.in_flight, on_fault)

    async def begin(self, mark: int) -> None:
        """Take over whatever is not final, from the ledger's mark on. Raises KafkaError, KafkaUnavailable, Timeout."""
        await self._silences.catch_up()
        loaded = await asyncio.to_thread(self._ledger.load, self._settings.kafka, mark)
        for row in loaded.rows:
            self._desk.note(row)
        orphans = []
        for waiting in loaded.waiting:
            if (lane := self.lanes.get(waiting.row.receiver)) is not None:
                lane.add(waiting.row, waiting.offset)
            else:
                orphans.append(waiting)
        self._tasks = [
            asyncio.create_task(self._silences.follow()),
            asyncio.create_task(self._complete_ledger()),
            asyncio.create_task(self._lay_orphans(orphans)),
        ]
        if loaded.waiting:
            log.warning("took over %d deliveries that were not final", len(loaded.waiting))

    async def end(self, grace: float) -> None:
        """Let what is under way finish for `grace` seconds, and let go of everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(lane.stop(grace) for lane in self.lanes.values()))
        for part in (self._silences, self._rows):
            with contextlib.suppress(Exception):
                await part.close()

    def mark(self) -> str:
        """Where the next shift has to read the ledger from."""
        return self._ledger.mark()

    @property
    def has_room(self) -> bool:
        """True while a lane could deliver more than it has, and not too much waits where things go through.

        Lanes that only fail have a bound of their own: whatever waits there keeps nobody else from alerts.
        """
        lanes = self.lanes.values()
        waiting = sum(len(lane) for lane in lanes if not lane.failing)
        return any(lane.hungry for lane in lanes) and waiting < MOST_PENDING

    async def settle(self, records: Sequence[Any]) -> None:
        """Give each pair of alert and receiver its row, with the broker's word; then deliver.

        When it returns, the records may be committed. Raises KafkaError, KafkaUnavailable or TimeoutError.
        """
        records = await heartbeat.settle(records, self._ledger.write)
        for start in range(0, len(records), AT_ONCE):
            await self._settle_some(records[start : start + AT_ONCE])

    async def _settle_some(self, records: Sequence[Any]) -> None:
        letters: list[DeadLetter] = []
        rows: dict[str, Delivery] = {}
        for record in records:
            alert = _read(record)
            if alert is None:
                letters.append(unreadable(record))
                continue
            if not self._ledger.can_tell(moment(alert.arrived)):
                await self._complete.wait()
            only = header(record.headers, REPLAY_TO)
            decided = decide(alert, self._desk, self._ledger.knows) if only is None else self._again(alert, only)
            if not decided and only is None and not routing.route(alert, self._rules, self._desk.max_age):
                telemetry.UNROUTED.inc()
            for row in decided:
                self._ledger.expect(row)  # the same alert may come twice in one batch
                rows[row.key] = self._unless_hopeless(row, letters)
        if letters:
            await self._lay(letters)
        if rows:
            self._hand_over(list(rows.values()), await self._ledger.write(list(rows.values())))
        self._desk.forget_gathered(self._desk.clock.now())

    def _again(self, alert: Alert, receiver: str) -> list[Delivery]:
        """The row of an alert that is replayed for one receiver: whatever became of it before, unless it waits now."""
        if self._ledger.waits(alert.id, receiver):
            return []
        if receiver not in self.lanes:
            log.error("alert %s is replayed for %s, which the rules do not name", alert.id, receiver)
            return []
        row = Delivery(alert_id=alert.id, receiver=receiver, outcome="pending", record=alert.record, rule="replay")
        return [msgspec.structs.replace(row, at=iso(self._desk.clock.now()), alert=alert)]

    def _hand_over(self, rows: list[Delivery], offsets: list[int]) -> None:
        for row, offset in zip(rows, offsets, strict=True):
            if row.outcome in ("pending", "held"):
                self.lanes[row.receiver].add(row, offset)
            elif row.outcome == "dead":
                telemetry.DEAD.labels(row.receiver, row.reason or "").inc()
            else:
                telemetry.SUPPRESSED.labels(row.receiver, row.reason or "").inc()

    def _unless_hopeless(self, row: Delivery, letters: list[DeadLetter]) -> Delivery:
        """The row, or a dead one where its receiver only fails and a great many wait for it: others need the room."""
        lane = self.lanes[row.receiver]
        if row.outcome not in ("pending", "held") or len(lane) < MOST_FAILING or not lane.failing:
            return row
        letters.append(given_up(msgspec.structs.replace(row, reason=TOO_MANY)))
        return final(row, "dead", TOO_MANY, self._desk.clock.now(), row.tries)

    # --- the Book of all lanes

    async def write(self, rows: list[Delivery]) -> list[int]:
        """Record rows; their offsets."""
        offsets = await self._ledger.write(rows)
        for row, offset in zip(rows, offsets, strict=True):
            if row.alert is not None:
                self._rows.keep(row, offset)
        return offsets

    async def read(self, offset: int) -> Delivery | None:
        """The whole row at an offset; None where a newer one took its place."""
        return await self._rows.read(offset)

    async def bury(self, rows: list[Delivery]) -> None:
        """Lay what is given up in dead letters."""
        await self._lay([given_up(row) for row in rows])

    async def tell_operators(self, receiver: str, row: Delivery) -> None:
        """Let the operators know, once a day, that a receiver fails; not where it is their own."""
        operators = self._rules.receiver(self._rules.operators or "")
        if operators is None or operators.name == receiver:
            return
        notice = notices.failing(receiver, row.reason or "", operators, self._desk.clock.now())
        if self._ledger.knows(notice.alert_id, notice.receiver) or notice.key in self._told:
            return
        self._told.add(notice.key)
        try:
            [offset] = await self._ledger.write([notice])
        except BaseException:
            self._told.discard(notice.key)
            raise
        self.lanes[operators.name].add(notice, offset)

    # --- in the background

    async def _complete_ledger(self) -> None:
        await steadily(lambda: asyncio.to_thread(self._ledger.load_before, self._settings.kafka))
        self._complete.set()

    async def _lay_orphans(self, orphans: list[Waiting]) -> None:
        """Rows of a receiver that the rules name no longer: dead letters, so that each pair has its outcome."""
        for row, offset in orphans:
            whole = await steadily(lambda: self._rows.read(offset))  # noqa: B023
            if whole is None:
                continue
            dead = msgspec.structs.replace(whole, outcome="dead", reason=NO_RECEIVER)
            await steadily(lambda: self.bury([dead]))  # noqa: B023
            last = final(row, "dead", NO_RECEIVER, self._desk.clock.now(), row.tries)
            await steadily(lambda: self.write([last]))  # noqa: B023
            telemetry.DEAD.labels(row.receiver, NO_RECEIVER).inc()
            log.error("alert %s: the rules name no receiver %s any more: a dead letter", row.alert_id, row.receiver)

    async def _lay(self, letters: Iterable[DeadLetter]) -> None:
        send = self._producer.send
        await acknowledged(send(DEAD_LETTERS.name, key=x.key, value=x.value, headers=x.headers) for x in letters)


def _read(record: Any) -> Alert | None:
    try:
        if len(record.value or b"") > ALERT_BYTES:
            raise msgspec.ValidationError("too large for a row of the ledger")
        return _decoder.decode(record.value or b"")
    except (msgspec.MsgspecError, UnicodeDecodeError):
        log.error("the alert at offset %d cannot be read: it goes to %s", record.offset, DEAD_LETTERS.name)
        telemetry.DEAD_LETTERS.labels(STEP, "bad-alert").inc()
        return None
