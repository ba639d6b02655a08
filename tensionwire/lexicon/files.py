"""Reading the lexicon's files, with file and line in every complaint."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

Shape = TypeVar("Shape")
TEXT = "tag:yaml.org,2002:str"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LexiconError(Exception):
    """A lexicon file cannot be used: the message names file and line (0: the whole of it), and says what is wrong."""

    def __init__(self, file: Path, line: int, problem: str) -> None:
        super().__init__(f"{place(file, line)}: {problem}")
        self.file, self.line, self.problem = file, line, problem


def place(file: Path, line: int) -> str:
    """A file and its line, or the file alone where no line is meant."""
    return f"{file}:{line}" if line else str(file)


def text_of(file: Path) -> str:
    """A file's text. Raises LexiconError where it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise LexiconError(file, line, "is not UTF-8: save it as UTF-8") from error


def rows_of(
    file: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV with their line numbers, all of `columns` in each. Raises LexiconError.

    The first line must name the columns, in their order; those of `optional`, the last ones, may be left out.
    """
    reader = csv.reader(io.StringIO(text_of(file)))
    named = tuple(next(reader, ()))
    if named not in (columns, columns[: len(columns) - len(optional)]):
        raise LexiconError(file, 1, f"the first line must name the columns {','.join(columns)}")
    absent = ("",) * (len(columns) - len(named))
    for row in reader:
        if row and len(row) != len(named):
            raise LexiconError(file, reader.line_num, f"needs {len(named)} columns: quote a value that has a comma")
        if row:
            yield reader.line_num, dict(zip(columns, (*row, *absent), strict=True))


def tree_of(file: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """A YAML mapping, and the line of each of its keys. Raises LexiconError."""
    data, node = _yaml(file)
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        raise LexiconError(file, 1, "must be a mapping: `name: ...` on each line")
    lines: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if key.tag != TEXT:
            raise LexiconError(file, line, f"{key.value} is no text for YAML here: write it in quotes")
        if lines.setdefault(str(key.value), line) != line:
            raise LexiconError(file, line, f"{key.value} stands here a second time: join the two, the first is lost")
    return data, lines


def items_of(file: Path) -> list[tuple[int, Any]]:
    """The items of a YAML list with their lines. Raises LexiconError."""
    data, node = _yaml(file)
    if not isinstance(data, list) or not isinstance(node, yaml.SequenceNode):
        raise LexiconError(file, 1, "must be a list: `- text: ...`")
    return [(item.start_mark.line + 1, value) for item, value in zip(node.value, data, strict=True)]


def learned(file: Path, shape: type[Shape]) -> Shape:
    """What was learned and written as JSON of that shape. Raises LexiconError."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=shape)
    except msgspec.DecodeError as error:
        raise LexiconError(file, 1, f"holds no weights: {error}") from error


def _yaml(file: Path) -> tuple[Any, yaml.Node | None]:
    text = text_of(file)
    try:
        node = yaml.compose(text, Loader=Loader)
        data = yaml.load(text, Loader=Loader)  # noqa: S506 (a safe loader, in C where there is one)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError(file, line, f"is no YAML: {getattr(error, 'problem', None) or error}") from error
    return data, node


def limited(word: str) -> tuple[str, str]:
    """A word and the one language whose texts it counts in: `Island@de` is Iceland in German texts only."""
    bare, at, language = word.rpartition("@")
    return (bare, language) if at and language in ("de", "en") else (word, "")


def words_of(file: Path, line: int, value: object) -> list[str]:
    """A list of words. Raises LexiconError for anything else (`no` and `on` must be quoted in YAML)."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise LexiconError(file, line, 'needs a list of words; quote a word such as "no" or one with a colon')
    return list(value)
