"""streams/decide: sightings in, contact records and alerts out.

The order of a step, per subject: read its records, decide its sightings one after another, send the alerts, send the
changed records, wait for the broker's word on both, write Redis with the applied offset in one call, let Faust commit.
"""

import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from alerts import Decision, Policy, decide
from streams import meaning, pulse
from streams.letters import count, letter, pairs
from streams.outbox import Message, Outbox, TooLarge
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.envelope import NewerMajor, check_major, headers
from tensionwire.contracts.heartbeat import SUBJECT
from tensionwire.contracts.outcome import MAX_QUOTE, SightingOutcome
from tensionwire.contracts.record import Applied, Record
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.topics import ALERTS, CONTACTS, SIGHTINGS
from tensionwire.contracts.wire import encode
from tensionwire.runtime import telemetry
from tensionwire.runtime.state.epoch import StateLost
from tensionwire.runtime.state.registry import Decided, Registry, SubjectState

log = logging.getLogger("tensionwire.decide")

STEP = "decide"

_decoder = msgspec.json.Decoder(Sighting)


Subjects = dict[str, list[tuple[Any, Sighting]]]


class Batch:
    """What a batch decides: gathered over its subjects, then sent and written as a whole."""

    def __init__(self) -> None:
        self.alerts: list[Alert] = []
        self.records: dict[str, Decided] = {}
        self.earlier: list[Record] = []
        self.letters: list[Message] = []
        self.beats: list[Message] = []
        self.reasons: list[str] = []
        self.outcomes: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def add(self, other: "Batch") -> None:
        """Count what another batch has sent, and take over what it has still to lay aside."""
        self.alerts += other.alerts
        self.letters += other.letters
        self.reasons += other.reasons
        self.outcomes += other.outcomes


class Decider:
    """Decides batches of sightings on the records of `registry`, each by the policy that holds at its beginning."""

    def __init__(self, outbox: Outbox, registry: Registry, policy: Callable[[], Policy]) -> None:
        self._outbox = outbox
        self._registry = registry
        self._policy_now = policy
        self._policy = policy()

    async def work(self, events: Sequence[Any]) -> None:
        """One step, repeatable: the same events on the same records give the same alerts, by id."""
        batch = Batch()
        self._policy = self._policy_now()
        subjects = self._by_subject(events, batch)
        await self._outbox.send(batch.beats)
        try:
            await self._decide_loaded(subjects, batch)
        except TooLarge:  # never transient: find whose it is, and lay that aside
            await self._one_by_one(subjects, batch)
        _count(batch)

    async def _one_by_one(self, subjects: Subjects, batch: Batch) -> None:
        for subject, sightings in subjects.items():
            alone = Batch()
            try:
                await self._decide_loaded({subject: sightings}, alone)
            except TooLarge as error:
                alone = Batch()
                alone.letters = [letter(event, STEP, "too-large", str(error)) for event, _ in sightings]
                alone.reasons = ["too-large"] * len(sightings)
                await self._outbox.send(alone.letters)
                last = sightings[-1][0].message
                await self._registry.write({subject: Decided(Applied(last.partition, last.offset))})
            batch.add(alone)

    async def _decide_loaded(self, subjects: Subjects, batch: Batch) -> None:
        while True:
            try:
                await self._decide(subjects, batch)
                return
            except StateLost:
                if await self._registry.load():
                    telemetry.RELOADS.labels(STEP).inc()
                    log.warning("the registry was not in Redis: loaded from %s", CONTACTS.name)

    @staticmethod
    def _by_subject(events: Sequence[Any], batch: Batch) -> Subjects:
        found: Subjects = defaultdict(list)
        for event in events:
            try:
                check_major(SIGHTINGS.name, pairs(event.message.headers))
                sighting = _decoder.decode(event.message.value or b"")
            except NewerMajor:
                raise  # the reader pauses: the step is tried again until the worker is upgraded
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                batch.letters.append(letter(event, STEP, "bad-sighting", str(error)))
                batch.reasons.append("bad-sighting")
                continue
            if sighting.kind == "heartbeat":
                batch.beats.append(_alert(pulse.alert(sighting)))
                continue
            batch.kinds[sighting.kind] += 1
            found[sighting.subject].append((event, sighting))
        return found

    async def _decide(self, subjects: Subjects, batch: Batch) -> None:
        batch.alerts, batch.records, batch.earlier, batch.outcomes = [], {}, [], Counter()
        kept_letters, kept_reasons = list(batch.letters), list(batch.reasons)
        started = time.perf_counter()
        states = await self._registry.read(subjects)
        for subject, sightings in subjects.items():
            self._decide_subject(states[subject], sightings, batch)
        telemetry.STAGE.labels("decide").observe(time.perf_counter() - started)
        started = time.perf_counter()
        try:
            await self._outbox.send([_alert(a) for a in batch.alerts])
            await self._outbox.send([_record(r) for r in batch.earlier])
            await self._outbox.send([_record(d.records[-1]) for d in batch.records.values() if d.records])
            # before the applied place is written: what is laid aside would never be seen again
            await self._outbox.send(batch.letters)
            await self._registry.write(batch.records)
        except BaseException:
            batch.letters, batch.reasons = kept_letters, kept_reasons
            self._registry.forget(subjects)
            raise
        telemetry.STAGE.labels("record").observe(time.perf_counter() - started)

    def _decide_subject(self, state: SubjectState, sightings: list[tuple[Any, Sighting]], batch: Batch) -> None:
        subject, before = state.subject, state.applied
        changed: dict[str, Record] = {}
        outcomes: list[SightingOutcome] = []
        applied = before
        for event, sighting in sightings:
            place = Applied(event.message.partition, event.message.offset)
            if applied is not None and applied.partition == place.partition and place.offset <= applied.offset:
                batch.outcomes["applied"] += 1
                continue
            try:
                decision = decide(subject, sighting, self._policy)
            except Exception as error:  # a sighting that breaks the decision delays nobody else
                log.exception("the decision failed at %s/%s", place.partition, place.offset)
                batch.letters.append(letter(event, STEP, "decision-failed", f"{type(error).__name__}: {error}"))
                batch.reasons.append("decision-failed")
                applied = place
                continue
            batch.outcomes[decision.outcome.value] += 1
            batch.alerts += decision.alerts
            for record in decision.records:
                subject.put(record)
                changed[record.id] = record
            outcomes.append(_outcome(sighting, decision))
            applied = place
        if applied is None or applied == before:
            return
        # The last record that is sent carries the new place, after the broker's word on the others: a registry loaded
        # from `contacts` never believes a subject decided up to a place of which it lacks a record.
        ordered = list(changed.values())
        stamped = [msgspec.structs.replace(r, applied=before or Applied(applied.partition, -1)) for r in ordered[:-1]]
        batch.earlier += stamped
        last = [msgspec.structs.replace(r, applied=applied) for r in ordered[-1:]]
        gone = subject.outside() if subject.day_turned() else []
        batch.records[sightings[0][1].subject] = Decided(applied, stamped + last, gone, outcomes)
        for record_id in gone:
            subject.drop(record_id)


def _count(batch: Batch) -> None:
    for reason in batch.reasons:
        count(STEP, reason)
    for kind, number in batch.kinds.items():
        telemetry.SIGHTINGS.labels(kind).inc(number)
    for outcome, number in batch.outcomes.items():
        telemetry.DECIDED.labels(outcome).inc(number)
    meaning.raised(batch.alerts)


def _outcome(sighting: Sighting, decision: Decision) -> SightingOutcome:
    quote = sighting.quote
    return SightingOutcome(
        sighting=sighting.id,
        subject=sighting.subject,
        kind=sighting.kind,
        reason=decision.outcome.value,
        article=sighting.article.id,
        contact=sighting.contact.id if sighting.contact else None,
        record=decision.records[0].id if decision.records else None,
        alerts=[a.id for a in decision.alerts],
        quote=quote[:MAX_QUOTE] if quote else None,
        published=sighting.article.published,
    )


def _alert(alert: Alert) -> Message:
    key = SUBJECT if alert.kind == "heartbeat" else alert.record
    return Message(ALERTS.name, key.encode(), encode(alert), headers(ALERTS.name, alert.id, STEP))


def _record(record: Record) -> Message:
    place = record.applied
    event_id = f"{record.id}:{place.partition}:{place.offset}" if place else record.id
    return Message(CONTACTS.name, record.id.encode(), encode(record), headers(CONTACTS.name, event_id, STEP))
