"""The watchdog: a worker that stands still while events wait ends itself, and is restarted.

It runs in a thread of its own with a Kafka client of its own, since what it guards against is a loop that hangs or a
consumer that never came back from an outage. While a known dependency is away it is silent: waiting is right then.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from typing import Any

from kafka.errors import KafkaError

from streams.progress import Progress
from tensionwire.contracts.topics import Topic
from tensionwire.runtime import telemetry
from tensionwire.runtime.kafka import KafkaUnavailable, admin
from tensionwire.runtime.lag import lag_by_partition

log = logging.getLogger("tensionwire.watchdog")

LOOK_EVERY = 5.0
EXIT_STUCK = 75  # EX_TEMPFAIL: start me again


class Watchdog:
    """Ends the process after `limit` seconds in which events waited on `topic` and none was done.

    `excuse` is called before, so that the end is not taken for a crash.
    """

    def __init__(
        self,
        bootstrap: str,
        group: str,
        topic: Topic,
        progress: Progress,
        assigned: Callable[[], set[int]],
        limit: float,
        excuse: Callable[[], None] = lambda: None,
    ) -> None:
        self._bootstrap, self._group, self._topic = bootstrap, group, topic
        self._progress, self._assigned, self._limit = progress, assigned, limit
        self._excuse = excuse

    def start(self) -> None:
        """Watch from now on, in the background."""
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def _watch(self) -> None:
        client = None
        done, since = -1, time.monotonic()
        while True:
            time.sleep(LOOK_EVERY)
            try:
                client = client or admin(self._bootstrap)
                lag = self._lag(client)
            except (KafkaError, KafkaUnavailable, OSError):
                # Kafka is away: nothing can be done, by anybody
                if client is not None:
                    client.close()
                client, since = None, time.monotonic()
                continue
            telemetry.LAG.labels(self._topic.name).set(lag)
            if lag == 0 or self._progress.done != done or self._progress.waiting_for:
                done, since = self._progress.done, time.monotonic()
            elif time.monotonic() - since > self._limit:
                log.error("%d events wait and none was done for %.0f s: restarting", lag, self._limit)
                self._excuse()
                os._exit(EXIT_STUCK)

    def _lag(self, client: Any) -> int:
        """Events that wait in this worker's partitions; in all of them while it has none."""
        mine = self._assigned() or set(range(self._topic.partitions))
        return sum(lag_by_partition(client, self._group, self._topic, sorted(mine)).values())
