"""Alerts on standard output."""

import sys

from consumers.channels.base import Sent
from consumers.text import lines
from tensionwire.contracts.alert import Alert


class ConsoleChannel:
    """Prints each alert and an empty line."""

    def __init__(self, language: str) -> None:
        self._language = language

    async def send(self, alert: Alert) -> Sent:
        """Print it. A closed standard output is tried again: the process is going down."""
        try:
            sys.stdout.write("\n".join(lines(alert, self._language)) + "\n\n")
            sys.stdout.flush()
        except OSError as error:
            return Sent("retry", type(error).__name__)
        return Sent("delivered")

    async def close(self) -> None:
        """Nothing to let go of."""
