"""What the user named, as files: folders and patterns opened out in the order of their names."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tensionwire.ingest.outcome import Place, Refused
from tensionwire.ingest.readers import BY_ENDING

STDIN = "-"
LEFT_OUT = "readme"  # a folder's own description is no article


def sources(paths: Iterable[str | Path]) -> Iterator[Path | Refused]:
    """The files behind `paths`: files, folders (with all below them), patterns with * ? [ ], and `-` (as Path("-")).

    Hidden files and READMEs of a folder are left out; a file there with an ending that no reader knows is refused.
    """
    for path in paths:
        try:
            yield from _behind(Path(path))
        except OSError as error:
            yield _unreadable(str(path), error)


def _behind(named: Path) -> Iterator[Path | Refused]:
    if str(named) == STDIN:
        yield named
    elif named.is_dir():
        yield from _folder(named)
    elif named.exists():
        yield named
    elif glob.has_magic(str(named)):
        yield from _pattern(str(named))
    else:
        yield Refused(Place(str(named), 0), "not-found", "there is no such file or folder: check the path")


def total_bytes(paths: Iterable[str | Path]) -> int | None:
    """Bytes in all the files behind `paths`, None where it cannot be known (standard input, pipes)."""
    total = 0
    for source in sources(paths):
        if isinstance(source, Path):
            if not source.is_file():
                return None
            total += source.stat().st_size
    return total


def _folder(folder: Path) -> Iterator[Path | Refused]:
    closed: list[OSError] = []
    files = [Path(where, name) for where, _, names in os.walk(folder, onerror=closed.append) for name in names]
    for error in closed:
        yield _unreadable(str(error.filename or folder), error)
    wanted = [f for f in files if not _left_out(f, folder)]
    for file in sorted(wanted, key=lambda f: f.relative_to(folder).as_posix()):
        if file.suffix.lower() in BY_ENDING:
            yield file
        else:
            known = ", ".join(BY_ENDING)
            detail = f"in a folder only {known} are read: name this file itself and it is read by its content"
            yield Refused(Place(str(file), 0), "unknown-ending", detail)
    if not wanted and not closed:
        yield Refused(Place(str(folder), 0), "not-found", "there are no articles in this folder")


def _left_out(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    return any(part.startswith(".") for part in parts) or file.stem.lower() == LEFT_OUT


def _pattern(pattern: str) -> Iterator[Path | Refused]:
    found = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob wants a folder first
    files = [f for f in found if not f.is_dir() and f.stem.lower() != LEFT_OUT]
    if not files:
        yield Refused(Place(pattern, 0), "not-found", "no file matches this pattern")
    yield from files


def _unreadable(name: str, error: OSError) -> Refused:
    return Refused(Place(name, 0), "unreadable", f"cannot be read: {error.strerror or error}")
