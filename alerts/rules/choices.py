"""What a key of a file can be, read from its types."""

from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec


def choices(kind: Any, key: str) -> list[str]:
    """The values that `key` can have in a file of this kind, none where it is free."""
    return list(dict.fromkeys(_find(kind, key, set())))


def _find(kind: Any, key: str, seen: set[Any]) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        if kind in seen:
            return []
        seen.add(kind)
        found: list[str] = []
        for field in msgspec.structs.fields(kind):
            found += _literals(field.type) if field.encode_name == key else []
            found += _find(field.type, key, seen)
        return found
    return [value for part in get_args(kind) for value in _find(part, key, seen)]


def _literals(kind: Any) -> list[str]:
    if get_origin(kind) is Literal:
        return [str(value) for value in get_args(kind)]
    parts = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
    return [value for part in parts for value in _literals(part)]
