"""Alerts on standard output."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor

from alerts.rules.channels import Console
from consumers.channels.base import Parcel, Reader, Sent


class ConsoleChannel:
    """Prints each parcel and an empty line, in its own thread: a reader that stands still stops no other channel."""

    def __init__(self, settings: Console, reader: Reader) -> None:
        self._reader = reader
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="console")

    async def send(self, parcel: Parcel) -> Sent:
        """Print it. A closed standard output is tried again: the process is going down."""
        text = self._reader.render("console/text.j2", parcel).strip() + "\n\n"
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, _print, text)
        except (OSError, ValueError) as error:
            return Sent("retry", type(error).__name__)
        return Sent("delivered")

    async def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def _print(text: str) -> None:
    # a terminal without umlauts shows a question mark, not an error
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()
