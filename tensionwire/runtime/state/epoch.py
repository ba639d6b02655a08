"""The epoch keys: a store that has lost its epoch has lost its state, and is loaded anew before anybody works on it."""

import asyncio
import os
import socket
import threading
from collections.abc import Awaitable, Callable

from redis.asyncio import Redis

PREFIX = "tw"
LOCK_SECONDS = 30


class StateLost(Exception):
    """The store has no epoch: it was flushed, or was never loaded."""


def epoch_key(store: str) -> str:
    """The epoch key of a store, "articles" or "registry"."""
    return f"{PREFIX}:{store}:epoch"


async def load_once(redis: Redis, store: str, load: Callable[[], Awaitable[object]]) -> bool:
    """Load a store that has no epoch; True where this process did it. Other processes wait until it is done.

    The lock is prolonged while the load runs and falls with its holder, so that another takes over.
    """
    lock, me = f"{PREFIX}:{store}:lock", f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident()}"
    while not await redis.exists(epoch_key(store)):
        if await redis.set(lock, me, nx=True, ex=LOCK_SECONDS):
            keeper = asyncio.create_task(_keep(redis, lock))
            try:
                await load()
                await redis.set(epoch_key(store), me)
            finally:
                keeper.cancel()
                await redis.delete(lock)
            return True
        await asyncio.sleep(0.2)
    return False


async def _keep(redis: Redis, lock: str) -> None:
    while True:
        await asyncio.sleep(LOCK_SECONDS / 3)
        await redis.expire(lock, LOCK_SECONDS)
