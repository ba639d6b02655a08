"""One try by a library that blocks: in a thread, guarded where it dials, and cut off when its time is up."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from consumers.channels.base import Sent
from tensionwire.runtime.dialling import Dialling
from tensionwire.runtime.guard import Guard


async def attempt(threads: ThreadPoolExecutor, guard: Guard, seconds: float, send: Callable[[Dialling], Sent]) -> Sent:
    """What `send` says, which dials within the dialling that it is given; after so many `seconds` it comes again."""
    dialling = Dialling(guard)
    try:
        async with asyncio.timeout(seconds):
            return await asyncio.get_running_loop().run_in_executor(threads, send, dialling)
    except TimeoutError:
        return Sent("retry", "timeout")
    finally:
        dialling.cut()
