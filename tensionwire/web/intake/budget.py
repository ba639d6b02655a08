"""Memory for what is pushed: bytes are reserved before a body is read, and given back after Kafka's word."""

import asyncio
from collections import deque

from tensionwire.runtime import telemetry


class Full(Exception):
    """No room came free in time."""


class Budget:
    """`limit` bytes at most are held. Who comes when it is full waits in line, for a while."""

    def __init__(self, limit: int, patience: float) -> None:
        self._limit = limit
        self._patience = patience
        self._held = 0
        self._line: deque[tuple[int, asyncio.Future[None]]] = deque()
        telemetry.INTAKE_HELD.set_function(lambda: self._held)

    async def reserve(self, size: int) -> None:
        """Wait for room. Raises Full where none comes free in time."""
        if not self._line and self._held + size <= self._limit:
            self._held += size
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        entry = (size, waiting)
        self._line.append(entry)
        try:
            await asyncio.wait_for(waiting, self._patience)
        except BaseException as error:
            if entry in self._line:
                self._line.remove(entry)
            elif waiting.done() and not waiting.cancelled():
                self.release(size)  # the room came free at the moment in which the caller left
            if isinstance(error, TimeoutError):
                raise Full from error
            raise

    def release(self, size: int) -> None:
        """Give room back."""
        self._held -= size
        while self._line and self._held + self._line[0][0] <= self._limit:
            wanted, waiting = self._line.popleft()
            if not waiting.cancelled():
                self._held += wanted
                waiting.set_result(None)
