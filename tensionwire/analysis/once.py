"""What is worked out once, when it is first asked for."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

V = TypeVar("V")
UNKNOWN: Any = object()


class Once:
    """Keeps what was worked out, by keys."""

    def __init__(self) -> None:
        self._done: dict[Hashable, Any] = {}

    def once(self, key: Hashable, work: Callable[[], V]) -> V:
        """What `work` gives, done once for this key."""
        known: V = self._done.get(key, UNKNOWN)
        if known is UNKNOWN:
            known = self._done[key] = work()
        return known
