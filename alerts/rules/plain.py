"""Mistakes of form in words that a person can act on."""

import re
from typing import Any

from alerts.rules.choices import choices

# What msgspec says of a wrong value, and what a person can do about it.
WORDS = {
    "object": "keys with values below it",
    "array": "a list",
    "str": "text",
    "int": "a whole number",
    "null": "nothing",
}
WORDS |= {"bool": "true or false", "float": "a number"}
EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
MISSING = re.compile(r"Object missing required field `([^`]+)`")


def plain(problem: str, path: str, kind: Any) -> str:
    """The library's `problem` at `path` of a document of `kind`, in words that say what to do."""
    key = re.sub(r"\[\d+\]$", "", path).rsplit(".", 1)[-1]
    if missing := MISSING.match(problem):
        return f"`{missing[1]}` is missing here: add it"
    if expected := EXPECTED.match(problem):
        wanted = " or ".join(WORDS.get(part.strip(), part.strip()) for part in expected[1].split("|"))
        return f"`{key.lstrip('$') or 'the file'}` takes {wanted}, not {WORDS.get(expected[2], expected[2])}"
    if problem.startswith("Invalid enum value"):
        return f"{problem.removeprefix('Invalid enum value ')} is no value of `{key}`{_values(kind, key)}"
    return f"`{key}`: {problem}"


def _values(kind: Any, key: str) -> str:
    found = choices(kind, key)
    return f"; it can be: {', '.join(found)}" if found else ""
