"""The registry's working state: the records of each subject, and the place on `sightings` up to which it is decided.

A worker keeps the subjects that it decided last in memory. A copy counts only where Redis still says the same place,
so another worker's decisions, a flush or a rebuild are never missed.
"""

import asyncio
import itertools
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from redis.asyncio import Redis

from alerts.subject import Subject
from tensionwire.contracts.outcome import KEEP_SECONDS, SightingOutcome
from tensionwire.contracts.record import Applied, ContactRecord, Episode, Record
from tensionwire.contracts.topics import CONTACTS
from tensionwire.runtime.state.epoch import PREFIX, StateLost, epoch_key, load_once
from tensionwire.runtime.state.replay import read_whole

STORE = "registry"
LOAD_BATCH = 500
APPLIED = b"@"  # the field of the applied offset; record ids are hexadecimal
IN_MEMORY = 2_000  # subjects

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(ContactRecord | Episode)
_outcomes = msgspec.json.Decoder(SightingOutcome)

# KEYS: epoch, subject, then a key for each outcome. ARGV: "1" to demand the epoch, partition, offset, seconds to keep
# outcomes, numbers of records and of ids that leave; records' ids and values in turn; ids that leave; outcomes' fields
# and values in turn. -1: no epoch; 0: decided already up to here or further; 1: written.
WRITE = """
if ARGV[1] == '1' and redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
local applied = redis.call('HGET', KEYS[2], '@')
if applied then
  local partition, offset = string.match(applied, '^(%d+):(%d+)$')
  if partition == ARGV[2] and tonumber(offset) >= tonumber(ARGV[3]) then return 0 end
end
local at = 7
for i = 1, tonumber(ARGV[5]) do redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1]); at = at + 2 end
for i = 1, tonumber(ARGV[6]) do redis.call('HDEL', KEYS[2], ARGV[at]); at = at + 1 end
redis.call('HSET', KEYS[2], '@', ARGV[2] .. ':' .. ARGV[3])
for i = 3, #KEYS do
  redis.call('HSET', KEYS[i], ARGV[at], ARGV[at + 1]); at = at + 2
  redis.call('EXPIRE', KEYS[i], ARGV[4])
end
return 1
"""


class SubjectState(msgspec.Struct):
    """The records of one subject, and how far it is decided (None: nothing yet)."""

    subject: Subject
    applied: Applied | None = None


class Decided(msgspec.Struct, frozen=True):
    """What is to be written of one subject: its new place, changed records, ids that left sight, outcomes."""

    applied: Applied
    records: Sequence[Record] = ()
    gone: Sequence[str] = ()
    outcomes: Sequence[SightingOutcome] = ()


def _key(subject: str) -> str:
    return f"{PREFIX}:subject:{subject}"


def _told_key(article_id: str) -> str:
    return f"{PREFIX}:told:{article_id}"


class Registry:
    """The records in Redis. Every method raises the errors of REDIS_AWAY where Redis is away."""

    def __init__(self, redis: Redis, bootstrap: str) -> None:
        self._redis = redis
        self._bootstrap = bootstrap
        self._write = redis.register_script(WRITE)
        self._memory: OrderedDict[str, SubjectState] = OrderedDict()

    async def read(self, subjects: Iterable[str]) -> dict[str, SubjectState]:
        """The state of each subject, to be changed and then written, or forgotten.

        Raises StateLost where the store must be loaded first.
        """
        wanted = list(dict.fromkeys(subjects))
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.exists(epoch_key(STORE))
            for subject in wanted:
                pipe.hget(_key(subject), "@")
            epoch, *places = await pipe.execute()
        if not epoch:
            self._memory.clear()
            raise StateLost(STORE)
        applied = {s: _place(p) for s, p in zip(wanted, places, strict=True)}
        unknown = [
            s for s in wanted if s not in self._memory or self._memory[s].applied != applied[s] or not applied[s]
        ]
        async with self._redis.pipeline(transaction=False) as pipe:
            for subject in unknown:
                pipe.hgetall(_key(subject))
            for subject, fields in zip(unknown, await pipe.execute(), strict=True):
                self._memory[subject] = _state(fields)
        for subject in wanted:
            self._memory.move_to_end(subject)
        found = {s: self._memory[s] for s in wanted}
        while len(self._memory) > max(IN_MEMORY, len(wanted)):
            self._memory.popitem(last=False)
        return found

    def forget(self, subjects: Iterable[str]) -> None:
        """Drop the copies of these subjects: they were changed, and that was not written."""
        for subject in subjects:
            self._memory.pop(subject, None)

    async def write(self, states: Mapping[str, Decided]) -> None:
        """Write each subject's changed records with its new applied place, in one Lua call a subject.

        A subject that another worker has decided further is left as it is. Raises StateLost where the epoch is gone.
        """
        if not states:
            return
        answers = await self._write_all(states, demand_epoch=True)
        for (subject, decided), written in zip(states.items(), answers, strict=True):
            if written and subject in self._memory:
                self._memory[subject].applied = decided.applied
            else:
                self.forget([subject])

    async def outcomes(self, article_id: str) -> list[SightingOutcome]:
        """What became of the article's sightings in the last 30 days, in no order."""
        found = await self._redis.hvals(_told_key(article_id))
        return [_outcomes.decode(value) for value in found]

    async def load(self) -> bool:
        """Load the registry from `contacts` where it was lost; True where this process did it."""
        return await load_once(self._redis, STORE, self._load)

    async def rebuild(self) -> int:
        """Throw the working state away and load it from `contacts`. Returns the number of records loaded."""
        await self._redis.delete(epoch_key(STORE))
        self._memory.clear()
        async for key in self._redis.scan_iter(match=_key("*"), count=1000):
            await self._redis.delete(key)
        loaded = 0

        async def load() -> None:
            nonlocal loaded
            loaded = await self._load()

        await load_once(self._redis, STORE, load)
        return loaded

    async def _load(self) -> int:
        latest: dict[str, dict[str, Record]] = defaultdict(dict)
        records = read_whole(self._bootstrap, CONTACTS)
        while chunk := await asyncio.to_thread(lambda: list(itertools.islice(records, LOAD_BATCH))):
            for message in chunk:
                if message.value is None:
                    continue
                record = _decoder.decode(message.value)
                latest[record.subject][record.id] = record
        loaded, left = 0, iter(latest.items())
        while part := dict(itertools.islice(left, LOAD_BATCH)):
            states = {subject: _decided(found) for subject, found in part.items()}
            await self._write_all(states, demand_epoch=False)
            loaded += sum(len(d.records) for d in states.values())
        return loaded

    async def _write_all(self, states: Mapping[str, Decided], demand_epoch: bool) -> list[int]:
        async with self._redis.pipeline(transaction=False) as pipe:
            for subject, decided in states.items():
                place = decided.applied
                arguments: list[str | int | bytes] = ["1" if demand_epoch else "0", place.partition, place.offset]
                arguments += [KEEP_SECONDS, len(decided.records), len(decided.gone)]
                arguments += [part for r in decided.records for part in (r.id, _encoder.encode(r))]
                arguments += decided.gone
                arguments += [part for o in decided.outcomes for part in (o.sighting, _encoder.encode(o))]
                keys = [epoch_key(STORE), _key(subject), *(_told_key(o.article) for o in decided.outcomes)]
                await self._write(keys=keys, args=arguments, client=pipe)
            answers: list[int] = await pipe.execute()
        if -1 in answers:
            self._memory.clear()
            raise StateLost(STORE)
        return answers


def _decided(records: Mapping[str, Record]) -> Decided:
    """What a subject's records, loaded anew, stand for; those out of sight are left in Kafka."""
    gone = set(Subject(records.values()).outside())
    return Decided(_furthest(records.values()), [r for r in records.values() if r.id not in gone])


def _furthest(records: Iterable[Record]) -> Applied:
    """The last place that any of these records stands for: the subject is decided up to there."""
    return max((r.applied or Applied(0, -1) for r in records), key=lambda a: a.offset)


def _place(raw: bytes | None) -> Applied | None:
    if raw is None:
        return None
    partition, _, offset = raw.partition(b":")
    return Applied(int(partition), int(offset))


def _state(fields: Mapping[bytes, bytes]) -> SubjectState:
    records = (_decoder.decode(value) for field, value in fields.items() if field != APPLIED)
    return SubjectState(Subject(records), _place(fields.get(APPLIED)))
