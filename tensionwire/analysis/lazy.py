"""What is worked out once, when it is first asked for."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar, overload

V = TypeVar("V")
UNKNOWN: Any = object()


def interpreted(kind: type[V]) -> type[V]:
    """Marks a class with lazy attributes: mypyc, which knows none, leaves a class with a mark to the interpreter."""
    return kind


class lazy(Generic[V]):
    """functools.cached_property without its lock, which Python 3.11 takes each time: nobody shares an article."""

    def __init__(self, work: Callable[[Any], V]) -> None:
        self.work = work

    def __set_name__(self, kind: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, one: None, kind: type) -> "lazy[V]": ...

    @overload
    def __get__(self, one: object, kind: type) -> V: ...

    def __get__(self, one: object | None, kind: type) -> "V | lazy[V]":
        if one is None:
            return self
        found = one.__dict__[self.name] = self.work(one)
        return found


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
