"""What a worker is at: shared by the loop that works, the watchdog, /readyz and the metrics."""

import threading
import time

from tensionwire.runtime import telemetry


class Progress:
    """Counts steps done, and says since when something is awaited. Times are of the monotonic clock unless named."""

    def __init__(self, topic: str) -> None:
        self.topic = topic
        self.done = 0
        self.waiting_for: str | None = None
        self.started = False
        self._next: dict[int, int] = {}
        self._oldest: float | None = None
        self._lock = threading.Lock()
        telemetry.OLDEST_UNPROCESSED.labels(topic).set_function(self.oldest_age)

    def begin(self, oldest_timestamp: float) -> None:
        """A step begins, its oldest event stamped `oldest_timestamp` (Unix seconds)."""
        self._oldest = oldest_timestamp

    def end(self, partition_offsets: dict[int, int]) -> None:
        """A step is done: each partition's last offset in it."""
        with self._lock:
            for partition, offset in partition_offsets.items():
                self._next[partition] = offset + 1
        self._oldest = None
        self.waiting_for = None
        self.done += 1

    def position(self, partition: int) -> int | None:
        """The offset after the last one done in this process, None where none was."""
        with self._lock:
            return self._next.get(partition)

    def oldest_age(self) -> float:
        """Seconds since the oldest event now at work came in; 0 when nothing is at work."""
        oldest = self._oldest
        return max(0.0, time.time() - oldest) if oldest is not None else 0.0

    def problem(self) -> str | None:
        """For /readyz: what keeps this worker from working."""
        if self.waiting_for:
            return f"waits for {self.waiting_for}"
        return None if self.started else "is starting"
