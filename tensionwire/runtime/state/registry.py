"""The registry's working state: the records of each subject, and the place on `sightings` up to which it is decided."""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from redis.asyncio import Redis

from tensionwire.contracts.record import Applied, ContactRecord, Episode, Record
from tensionwire.contracts.topics import CONTACTS
from tensionwire.runtime.state.epoch import PREFIX, StateLost, epoch_key, load_once
from tensionwire.runtime.state.replay import read_whole

STORE = "registry"
LOAD_BATCH = 500
APPLIED = b"@"  # the field of the applied offset; record ids are hexadecimal

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(ContactRecord | Episode)

# KEYS: epoch, subject. ARGV: "1" to demand the epoch, partition, offset, then record ids and records in turn.
# -1: no epoch; 0: decided already up to here or further; 1: written.
WRITE = """
if ARGV[1] == '1' and redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
local applied = redis.call('HGET', KEYS[2], '@')
if applied then
  local partition, offset = string.match(applied, '^(%d+):(%d+)$')
  if partition == ARGV[2] and tonumber(offset) >= tonumber(ARGV[3]) then return 0 end
end
for i = 4, #ARGV, 2 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
redis.call('HSET', KEYS[2], '@', ARGV[2] .. ':' .. ARGV[3])
return 1
"""


class SubjectState(msgspec.Struct):
    """All records of one subject, by id, and how far it is decided (None: nothing yet)."""

    records: dict[str, Record]
    applied: Applied | None = None


def _key(subject: str) -> str:
    return f"{PREFIX}:subject:{subject}"


class Registry:
    """The records in Redis. Every method raises the errors of REDIS_AWAY where Redis is away."""

    def __init__(self, redis: Redis, bootstrap: str) -> None:
        self._redis = redis
        self._bootstrap = bootstrap
        self._write = redis.register_script(WRITE)

    async def read(self, subjects: Iterable[str]) -> dict[str, SubjectState]:
        """The state of each subject. Raises StateLost where the store must be loaded first."""
        wanted = list(dict.fromkeys(subjects))
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.exists(epoch_key(STORE))
            for subject in wanted:
                pipe.hgetall(_key(subject))
            epoch, *found = await pipe.execute()
        if not epoch:
            raise StateLost(STORE)
        return {s: _state(fields) for s, fields in zip(wanted, found, strict=True)}

    async def write(self, states: Mapping[str, tuple[Applied, list[Record]]]) -> None:
        """Write each subject's changed records with its new applied place, in one Lua call a subject.

        A subject that another worker has decided further is left as it is. Raises StateLost where the epoch is gone.
        """
        if not states:
            return
        await self._write_all(states, demand_epoch=True)

    async def load(self) -> bool:
        """Load the registry from `contacts` where it was lost; True where this process did it."""
        return await load_once(self._redis, STORE, self._load)

    async def rebuild(self) -> int:
        """Throw the working state away and load it from `contacts`. Returns the number of records loaded."""
        await self._redis.delete(epoch_key(STORE))
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
        states = {subject: (_furthest(found.values()), list(found.values())) for subject, found in latest.items()}
        left = iter(states.items())
        while part := dict(itertools.islice(left, LOAD_BATCH)):
            await self._write_all(part, demand_epoch=False)
        return sum(map(len, latest.values()))

    async def _write_all(self, states: Mapping[str, tuple[Applied, list[Record]]], demand_epoch: bool) -> None:
        async with self._redis.pipeline(transaction=False) as pipe:
            for subject, (applied, records) in states.items():
                fields = [part for r in records for part in (r.id, _encoder.encode(r))]
                arguments = ["1" if demand_epoch else "0", applied.partition, applied.offset, *fields]
                await self._write(keys=[epoch_key(STORE), _key(subject)], args=arguments, client=pipe)
            if -1 in await pipe.execute():
                raise StateLost(STORE)


def _furthest(records: Iterable[Record]) -> Applied:
    """The last place that any of these records stands for: the subject is decided up to there."""
    return max((r.applied or Applied(0, -1) for r in records), key=lambda a: a.offset)


def _state(fields: Mapping[bytes, bytes]) -> SubjectState:
    applied = None
    if (place := fields.get(APPLIED)) is not None:
        partition, _, offset = place.partition(b":")
        applied = Applied(int(partition), int(offset))
    records = (_decoder.decode(value) for field, value in fields.items() if field != APPLIED)
    return SubjectState({r.id: r for r in records}, applied)
