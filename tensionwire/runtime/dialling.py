"""The guard for libraries that dial by themselves: Python's own audit event before each connect is refused, or not.

The event `socket.connect` comes after the name was resolved and before the system is called, with the address that is
about to be dialled. Source: the table of audit events in Python's documentation (PEP 578).
"""

import contextlib
import os
import socket
import sys
import threading
from contextvars import ContextVar, Token
from typing import Any, Self

from tensionwire.runtime.guard import Guard, Refused

EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})

_install = threading.Lock()
_installed = False


class Dialling:
    """Within it this thread, and each that is given a copy of its context, dials only what `guard` lets through.

    `refused` says that an address was refused, where a library may have hidden it.
    """

    def __init__(self, guard: Guard) -> None:
        self.refused = False
        self._guard = guard
        self._lines: list[socket.socket] = []
        self._over = False
        self._lock = threading.Lock()
        self._token: Token[Dialling | None] | None = None

    def __enter__(self) -> Self:
        _listen()
        self._token = _now.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        if self._token is not None:
            _now.reset(self._token)
        with self._lock:
            self._over = True
            for line in self._lines:
                line.close()
            self._lines.clear()

    def cut(self) -> None:
        """Hang up whatever was dialled, from any thread: what waits for an answer without end goes on, and fails."""
        with self._lock:
            self._over = True
            for line in self._lines:
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def check(self, host: object) -> None:
        """Raise Refused where `host` must not be dialled, or the time for it is over."""
        try:
            self._guard.check(host)
        except Refused:
            self.refused = True
            raise

    def hold(self, line: socket.socket) -> None:
        """Keep a handle of a socket that is about to connect, whatever a library makes of it. Raises TimeoutError."""
        with self._lock:
            if self._over:
                raise TimeoutError("the time for this call is over")
            self._lines.append(socket.socket(fileno=os.dup(line.fileno())))


_now: ContextVar[Dialling | None] = ContextVar("dialling", default=None)


def _listen() -> None:
    """Add the hook, once a process: it can never be removed."""
    global _installed
    with _install:
        if not _installed:
            sys.addaudithook(_hear)
            _installed = True


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    dialling = _now.get()
    if dialling is None:
        return
    line, address = arguments
    # a path is a socket on this machine
    dialling.check(address[0] if isinstance(address, tuple) else address)
    if event == "socket.connect":
        dialling.hold(line)
