"""What each worker is at, by partition, so that the one after it knows what the process died of.

Kept in Redis beside the other working state, a mark a partition; lost with it, which only forgets a count.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec
import redis
from redis.asyncio import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from tensionwire.runtime.state.epoch import PREFIX

KEPT_SECONDS = 30 * 24 * 3600


class Mark(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A worker (`token`) is at the offsets `first` to `last` of a partition: at all of them, or at `at` alone.

    `running` is empty while it is at none. `crashes` counts, by offset, the processes that died while it ran alone.
    """

    token: str
    first: int
    last: int
    running: Literal["", "batch", "single"] = ""
    at: int = -1
    crashes: dict[str, int] = {}


class CrashMarks:
    """The marks of one group of workers. Raises what REDIS_AWAY names."""

    def __init__(self, client: Redis, group: str) -> None:
        self._client = client
        self._group = group

    async def read(self, partitions: Iterable[int]) -> dict[int, Mark]:
        """The marks of these partitions; one that cannot be read counts for none."""
        wanted = list(partitions)
        found: dict[int, Mark] = {}
        for partition, raw in zip(wanted, await self._client.mget([self._key(p) for p in wanted]), strict=True):
            if raw is not None:
                try:
                    found[partition] = msgspec.json.decode(raw, type=Mark)
                except msgspec.MsgspecError:
                    continue
        return found

    async def write(self, marks: Mapping[int, Mark]) -> None:
        """Set the marks of these partitions."""
        async with self._client.pipeline(transaction=False) as pipe:
            for partition, mark in marks.items():
                pipe.set(self._key(partition), msgspec.json.encode(mark), ex=KEPT_SECONDS)
            await pipe.execute()

    async def clear(self, partitions: Iterable[int]) -> None:
        """Take marks away."""
        keys = [self._key(p) for p in partitions]
        if keys:
            await self._client.delete(*keys)

    def _key(self, partition: int) -> str:
        return f"{PREFIX}:crashes:{self._group}:{partition}"


def excuse(url: str, group: str, token: str, partitions: Iterable[int]) -> None:
    """Say that this worker ends on purpose: nothing that it was at counts as a crash. Blocks for 2 s at most.

    For a process on its way out, from any thread. Where Redis is away, nothing is said.
    """
    try:
        client = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1, retry=Retry(NoBackoff(), 0))
        for partition in partitions:
            key = f"{PREFIX}:crashes:{group}:{partition}"
            raw = client.get(key)
            mark = msgspec.json.decode(raw, type=Mark) if isinstance(raw, bytes) else None
            if mark is not None and mark.token == token:
                mark.running = ""
                client.set(key, msgspec.json.encode(mark), ex=KEPT_SECONDS)
        client.close()
    except (redis.RedisError, OSError, msgspec.MsgspecError):
        return
