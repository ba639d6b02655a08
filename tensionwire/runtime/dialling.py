"""The guard for libraries that dial by themselves: Python's own audit event before each connect is refused, or not.

The event `socket.connect` comes after the name was resolved and before the system is called, with the address that is
about to be dialled. Source: the table of audit events in Python's documentation (PEP 578).
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from tensionwire.runtime.guard import Guard, Refused

EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})

_install = threading.Lock()
_installed = False


class Dialling:
    """What was dialled under a guard. `refused` says that an address was, and a library may have hidden it."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.refused = False


_now: ContextVar[Dialling | None] = ContextVar("dialling", default=None)


@contextmanager
def guarded(guard: Guard) -> Iterator[Dialling]:
    """Within it this thread, and each that is given a copy of its context, dials only what `guard` lets through."""
    _listen()
    dialling = Dialling(guard)
    token = _now.set(dialling)
    try:
        yield dialling
    finally:
        _now.reset(token)


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
    address = arguments[1]
    try:
        # a path is a socket on this machine
        dialling.guard.check(address[0] if isinstance(address, tuple) else address)
    except Refused:
        dialling.refused = True
        raise
