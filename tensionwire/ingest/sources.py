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

    Hidden files and READMEs of a folder are left out, and what `left_aside` names.
    """
    for path in paths:
        if not str(path).strip():  # an unset shell variable, which must not mean this whole folder
            yield Refused(Place("(empty)", 0), "not-found", "an empty path: is a shell variable unset?")
            continue
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


def left_aside(paths: Iterable[str | Path]) -> list[Path]:
    """The files in the folders of `paths` that are not read, since no reader knows their ending."""
    folders = [Path(path) for path in paths if os.path.isdir(path)]  # noqa: PTH112 - Path.is_dir may raise
    return [file for folder in folders for file in _files(folder, []) if file.suffix.lower() not in BY_ENDING]


def _folder(folder: Path) -> Iterator[Path | Refused]:
    closed: list[OSError] = []
    files = [file for file in _files(folder, closed) if file.suffix.lower() in BY_ENDING]
    for error in closed:
        yield _unreadable(str(error.filename or folder), error)
    yield from files
    if not files and not closed:
        detail = f"there are no articles in this folder: {', '.join(BY_ENDING)} are read"
        yield Refused(Place(str(folder), 0), "not-found", detail)


def _files(folder: Path, closed: list[OSError]) -> list[Path]:
    """What lies below `folder` by name, without hidden files and READMEs; folders that do not open go to `closed`."""
    files = [Path(where, name) for where, _, names in os.walk(folder, onerror=closed.append) for name in names]
    shown = [f for f in files if not _left_out(f, folder)]
    return sorted(shown, key=lambda f: f.relative_to(folder).as_posix())


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
