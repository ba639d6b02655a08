"""Whether Kafka can be reached: kafka-python's poll says nothing when the broker is gone, so a connection is tried."""

import asyncio
import contextlib

EVERY = 2.0  # seconds


class Pulse:
    """Tries one of Kafka's addresses (`host:port`, several with commas) now and then. `problem` is None when well."""

    def __init__(self, bootstrap: str) -> None:
        self._addresses = [entry.strip().rpartition(":") for entry in bootstrap.split(",")]
        self._bootstrap = bootstrap
        self.problem: str | None = None

    async def beat(self) -> None:
        """Look, for ever: cancel it to stop."""
        while True:
            reached = [await _answers(host.rsplit("/", 1)[-1].strip("[]"), port) for host, _, port in self._addresses]
            self.problem = None if any(reached) else f"kafka does not answer at {self._bootstrap}"
            await asyncio.sleep(EVERY)


async def _answers(host: str, port: str) -> bool:
    try:
        _, writer = await asyncio.wait_for(asyncio.open_connection(host, port), EVERY)
    except (OSError, TimeoutError):
        return False
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return True
