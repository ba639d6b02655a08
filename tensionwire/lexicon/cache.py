"""The compiled lexicon on disk, under the hash of all that went into it: a worker starts without compiling."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from tensionwire.lexicon.tables import Tables

KEPT = 4  # compiled lexicons; older ones are removed
DIGEST = 32  # bytes of SHA-256 in front of a file: a torn or altered one is compiled anew


class Compiled(msgspec.Struct, array_like=True):
    """Tables and the bytes of their automaton."""

    tables: Tables
    automaton: bytes


def folder() -> Path:
    """Where compiled lexicons lie: `XDG_CACHE_HOME/tensionwire`, else `~/.cache/tensionwire`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base or Path.home() / ".cache") / "tensionwire"


def kept(key: str) -> Compiled | None:
    """What was stored under `key`; None where there is nothing, or nothing that can be trusted."""
    try:
        file = _file(key)
        content = file.read_bytes()
        with suppress(OSError):
            file.touch()  # what is in use is pruned last
        if hashlib.sha256(content[DIGEST:]).digest() != content[:DIGEST]:
            return None
        return msgspec.msgpack.decode(content[DIGEST:], type=Compiled)
    except (OSError, RuntimeError, msgspec.MsgspecError):
        return None


def keep(key: str, compiled: Compiled) -> None:
    """Store for later starts, whole or not at all. Where the disk refuses, later starts compile as well."""
    content = msgspec.msgpack.encode(compiled)
    with suppress(OSError, RuntimeError):
        file = _file(key)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".new", delete=False) as new:
            new.write(hashlib.sha256(content).digest() + content)
        Path(new.name).replace(file)
        _prune(file.parent)


def _file(key: str) -> Path:
    return folder() / f"lexicon-{key}.bin"


def _prune(place: Path) -> None:
    """Remove all but the latest; what another start removes at the same time is gone as well."""
    files = sorted(place.glob("lexicon-*.bin"), key=lambda f: f.stat().st_mtime, reverse=True)
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)
