"""The policy of a decide worker, swapped between two batches when the rules file changes."""

import signal
import time
from collections.abc import Callable

from alerts import Policy
from alerts.rules import Rules, RulesError
from tensionwire.runtime import telemetry
from tensionwire.runtime.rulesfile import RulesFile

LOOK_EVERY = 5.0  # seconds between two looks at the file


class LivePolicy:
    """Looks at the rules file every few seconds, and at SIGHUP. A bad file changes nothing and is counted."""

    def __init__(self, file: RulesFile, make: Callable[[Rules], Policy]) -> None:
        self._file = file
        self._make = make
        self._policy = make(file.rules)
        self._next = 0.0

    def listen(self) -> None:
        """Look at the file at the next batch after a SIGHUP."""
        signal.signal(signal.SIGHUP, lambda *_: self._soon())

    def now(self) -> Policy:
        """The policy for the next batch."""
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + LOOK_EVERY
            found = self._file.look()
            if isinstance(found, RulesError):
                telemetry.RULES_REFUSED.inc()
            elif found:
                self._policy = self._make(self._file.rules)
        return self._policy

    def _soon(self) -> None:
        self._next = 0.0
