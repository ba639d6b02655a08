"""Read connections: one a thread, opened anew where the store was made anew."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from tensionwire.web.store.schema import open_for_reading

T = TypeVar("T")

READERS = 4


class NotYet(Exception):
    """The store is not there yet: the process has just started."""


class Reader:
    """Runs queries apart from the event loop: `await reader.run(alerts.page, filters)`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._own = threading.local()
        self._pool = ThreadPoolExecutor(READERS, thread_name_prefix="reader")

    async def run(self, query: Callable[..., T], *arguments: Any, **named: Any) -> T:
        """`query(connection, *arguments)` in a reader's thread, on one state of the store. Raises NotYet."""
        return await asyncio.get_running_loop().run_in_executor(
            self._pool, lambda: self.now(query, *arguments, **named)
        )

    def now(self, query: Callable[..., T], *arguments: Any, **named: Any) -> T:
        """The same, in this thread."""
        connection = self._connection()
        connection.execute("BEGIN")
        try:
            return query(connection, *arguments, **named)
        finally:
            connection.execute("ROLLBACK")

    def close(self) -> None:
        """Let the threads end."""
        self._pool.shutdown(wait=True)

    def _connection(self) -> sqlite3.Connection:
        try:
            number = self._file.stat().st_ino
        except FileNotFoundError as error:
            raise NotYet from error
        if getattr(self._own, "number", None) != number:
            try:
                self._own.connection = open_for_reading(self._file)
                self._own.connection.execute("SELECT 1 FROM facet LIMIT 1")
            except sqlite3.OperationalError as error:
                raise NotYet from error
            self._own.number = number
        found: sqlite3.Connection = self._own.connection
        return found
