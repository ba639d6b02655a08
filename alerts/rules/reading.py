"""YAML as people write it: read by version 1.2's rules, each value with its line, each unknown key with a proposal."""

import difflib
import re
from typing import Any, TypeVar, get_args

import msgspec
import yaml

from alerts.rules.plain import plain
from alerts.rules.words import RulesError

T = TypeVar("T")


class _Loader(yaml.SafeLoader):
    """Only true and false are booleans, and 22:00 is text: YAML 1.1 would read `no` as false and 22:00 as 1320."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false|True|False|TRUE|FALSE)$", "tfTF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("merge", r"^<<$", "<"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


class Document:
    """A YAML text as data, and the line of everything in it."""

    def __init__(self, text: str, name: str) -> None:
        """Read it; `name` is the file's, for messages. Raises RulesError."""
        self._name = name
        try:
            self._node = yaml.compose(text, Loader=_Loader)
            self.data: Any = yaml.load(text, Loader=_Loader)  # noqa: S506  (a SafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            what = " ".join(str(getattr(error, "problem", None) or error).split())
            raise RulesError(
                f"{name}:{mark.line + 1 if mark else 1}: is no YAML: {what}. Look at this line and the one before it "
                "for a missing space, quote or bracket."
            ) from error
        except (ValueError, RecursionError) as error:  # a number or nesting without end
            raise RulesError(f"{name}:1: cannot be read: {error}") from error
        self._twice(self._node)

    def convert(self, kind: type[T], empty: str) -> T:
        """The data as `kind`. `empty` says what is missing in an empty file. Raises RulesError."""
        if self.data is None:
            raise self.error("$", empty)
        known_keys(self, self.data, kind)
        try:
            return msgspec.convert(self.data, kind)
        except msgspec.ValidationError as error:
            problem, _, path = str(error).partition(" - at `")
            path = path.rstrip("`")
            raise self.error(path or "$", plain(problem, path, kind)) from error

    def error(self, path: str, what: str) -> RulesError:
        """A mistake at a path like `$.receivers[1].name`: file, line, and what to do."""
        return RulesError(f"{self._name}:{self.line(path)}: {what}")

    def line(self, path: str) -> int:
        """The line that a path leads to, or of the last thing on the way. `~key` at its end means the key itself."""
        node, line = self._node, 1
        if node is not None:
            line = node.start_mark.line + 1
        for part in re.findall(r"\[(\d+)\]|\.([^.\[~]+)|~(.+)", path):
            place, key, lone = part
            if lone:
                return self._key_line(node, lone, line)
            node = _below(node, place, key)
            if node is None:
                return line
            line = node.start_mark.line + 1
        return line

    @staticmethod
    def _key_line(node: Any, key: str, line: int) -> int:
        if isinstance(node, yaml.MappingNode):
            return next((k.start_mark.line + 1 for k, _ in node.value if k.value == key), line)
        return line

    def _twice(self, node: Any) -> None:
        """Refuse a key that is given twice: YAML would take the last one without a word."""
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._twice(item)
        if isinstance(node, yaml.MappingNode):
            seen: dict[str, int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if isinstance(key.value, str) and key.value in seen and key.value != "<<":
                    raise RulesError(
                        f"{self._name}:{line}: `{key.value}` stands twice here, first in line {seen[key.value]}: "
                        "take one away"
                    )
                seen[str(key.value)] = line
                self._twice(value)


def known_keys(document: Document, data: Any, kind: Any, path: str = "$") -> None:
    """Refuse a key that `kind` (a msgspec struct, or a type that holds one) does not have, and propose the nearest."""
    inner = [a for a in get_args(kind) if a is not type(None)]
    if isinstance(data, list):
        for place, item in enumerate(data):
            for one in inner or [kind]:
                known_keys(document, item, one, f"{path}[{place}]")
    elif isinstance(data, dict):
        structs = [k for k in (kind, *inner) if isinstance(k, type) and issubclass(k, msgspec.Struct)]
        for struct in structs:
            fields = {f.encode_name: f.type for f in msgspec.structs.fields(struct)}
            for key, value in data.items():
                if key not in fields:
                    near = difflib.get_close_matches(str(key), fields, n=1)
                    hint = f"did you mean `{near[0]}`?" if near else f"what can stand here: {', '.join(fields)}"
                    raise document.error(f"{path}~{key}", f"`{key}` is not known here; {hint}")
                known_keys(document, value, fields[key], f"{path}.{key}")


def _below(node: Any, place: str, key: str) -> Any:
    if place and isinstance(node, yaml.SequenceNode):
        return node.value[int(place)] if int(place) < len(node.value) else None
    if key and isinstance(node, yaml.MappingNode):
        return next((value for k, value in node.value if k.value == key), None)
    return None
