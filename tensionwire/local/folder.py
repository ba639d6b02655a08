"""Where the local stack keeps its data, and what in there is ours."""

import fcntl
import os
import secrets
from pathlib import Path
from typing import IO

CHECKOUT = Path(__file__).resolve().parents[2]
# Everything that a stack makes; `reset` touches nothing else, whatever folder it is pointed at.
DATA = ("kafka", "redis", "web", "web-token", "logs", "run.json", "run.partial", "seeds-published", "lock")
FETCHED = ("jars",)


def local_folder() -> Path:
    """What TENSIONWIRE_LOCAL_DIR names, else `.local` in the checkout (installed elsewhere: in this folder)."""
    named = os.environ.get("TENSIONWIRE_LOCAL_DIR")
    if named:
        return Path(named).resolve()
    return (CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()) / ".local"


def seeds_folder() -> Path:
    """The seed articles of the checkout."""
    return CHECKOUT / "seeds"


def token(folder: Path) -> str:
    """The token with which this machine's own user pushes articles over HTTP: made once, readable by nobody else."""
    file = folder / "web-token"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(24) + "\n", encoding="utf-8")
    return file.read_text(encoding="utf-8").strip()


def lock(folder: Path) -> IO[str] | None:
    """Take the folder for this process, until the file is closed; None where another process has it."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = (folder / "lock").open("w")
    try:
        fcntl.flock(taken, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        taken.close()
        return None
    return taken
