"""The connection to Redis, and what its failures look like."""

import logging

import redis.asyncio
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

# What is away and comes back: callers wait and try again. (OSError covers refused and reset connections.)
REDIS_AWAY = (RedisError, OSError, TimeoutError)

logging.getLogger("redis").setLevel(logging.CRITICAL)


def connect(url: str) -> redis.asyncio.Redis:
    """A client with short time limits and no retries of its own: the caller's loop decides what to do."""
    return redis.asyncio.Redis.from_url(
        url,
        socket_timeout=5,
        socket_connect_timeout=2,
        health_check_interval=15,
        retry=Retry(NoBackoff(), 0),
    )
