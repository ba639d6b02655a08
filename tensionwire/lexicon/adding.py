"""Putting words and people into the user's folder, so that comments and order of its files stay."""

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from tensionwire.lexicon.files import Loader
from tensionwire.lexicon.people import OFFICIALS

PLAIN = re.compile(r"[^\W\d_][\w '’-]*\w|[^\W\d_]")


def add_person(folder: Path, row: dict[str, str]) -> Path:
    """Append a term of office to officials.csv in `folder`; the file is made where there is none."""
    file = folder / "officials.csv"
    before = file.read_text(encoding="utf-8") if file.exists() else ",".join(OFFICIALS) + "\n"
    named = before.splitlines()[0].split(",")
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([row.get(column, "") for column in named])
    file.write_text(_ended(before) + line.getvalue(), encoding="utf-8")
    return file


def add_words(folder: Path, name: str, path: Sequence[str], words: Sequence[str], beside: str = "") -> Path:
    """Add `words` to the list that `path` names (topic, list) in the YAML file `name` of `folder`.

    What `path` lacks is made; `beside` is put before the list where its mapping is new (`weight: 5`).
    """
    file = folder / name
    text = _ended(file.read_text(encoding="utf-8")) if file.exists() else ""
    node = yaml.compose(text, Loader=Loader)
    quoted = [_quoted(word) for word in words]
    for depth, key in enumerate(path):
        inner = next((v for k, v in node.value if k.value == key), None) if isinstance(node, yaml.MappingNode) else None
        if inner is None:
            text = _with_key(text, node, path[depth:], quoted, beside)
            break
        node = inner
    else:
        text = _with_items(text, node, quoted)
    file.write_text(text, encoding="utf-8")
    return file


def _with_key(text: str, node: yaml.Node | None, path: Sequence[str], words: Sequence[str], beside: str) -> str:
    """`text` with a new key of a mapping: at its end, in the mapping's own style."""
    said = f"[{', '.join(words)}]"
    for place, key in reversed(list(enumerate(path))):
        extra = f"{beside}, " if beside and place == len(path) - 1 else ""
        said = f"{key}: {said}" if place == 0 else f"{{{extra}{key}: {said}}}"
    if node is None or not isinstance(node, yaml.MappingNode):
        return f"{text}{said}\n"
    end = node.end_mark.index
    if node.flow_style:
        comma = ", " if node.value else ""
        return f"{text[: end - 1]}{comma}{said}{text[end - 1 :]}"
    last = _end_of(node)
    return f"{_ended(text[:last])}{' ' * node.start_mark.column}{said}\n{text[last:].lstrip(' ')}"


def _with_items(text: str, node: yaml.Node | None, words: Sequence[str]) -> str:
    """`text` with more items of a list."""
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError("holds something else than a list")
    if node.flow_style:
        end = node.end_mark.index - 1
        comma = ", " if node.value else ""
        return f"{text[:end]}{comma}{', '.join(words)}{text[end:]}"
    last = _end_of(node)
    items = "".join(f"{' ' * node.start_mark.column}- {word}\n" for word in words)
    return f"{_ended(text[:last])}{items}{text[last:]}"


def _end_of(node: yaml.Node) -> int:
    """Where the last line of a block ends: its own mark may lie behind comments that follow."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    buffer_end: int = node.end_mark.index
    return buffer_end


def _quoted(word: str) -> str:
    """A word as YAML writes it: bare where nothing can be meant by it but itself. Raises ValueError."""
    if not word.isprintable() or not word.strip():
        raise ValueError(f"{word!r} holds nothing that can be printed, or something that cannot")
    return word if PLAIN.fullmatch(word) and yaml.safe_load(word) == word else json.dumps(word, ensure_ascii=False)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
