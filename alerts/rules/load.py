"""From a rules file's text to checked rules."""

import hashlib
import re

import msgspec

from alerts.rules.check import check
from alerts.rules.model import File, Rules
from alerts.rules.reading import Document
from alerts.rules.words import RulesError

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


def parse(text: str, name: str) -> Rules:
    """Check a rules file's text; `name` is the file's, for messages. Raises RulesError with file and line.

    Mistakes of form (YAML, keys, types) end the reading at the first; those of meaning are named all together.
    """
    document = Document(text, name)
    found = document.convert(File, "the file is empty: it needs `receivers` and `route`", _plain)
    mistakes = [str(document.error(mistake.path, mistake.what)) for mistake in check(found)]
    if mistakes:
        raise RulesError("\n".join(mistakes))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Rules(**msgspec.structs.asdict(found), hash=digest)


def _plain(problem: str, path: str) -> str:
    key = re.sub(r"\[\d+\]$", "", path).rsplit(".", 1)[-1]
    if missing := MISSING.match(problem):
        return f"`{missing[1]}` is missing here: add it"
    if expected := EXPECTED.match(problem):
        wanted = " or ".join(WORDS.get(part.strip(), part.strip()) for part in expected[1].split("|"))
        return f"`{key.lstrip('$') or 'the file'}` takes {wanted}, not {WORDS.get(expected[2], expected[2])}"
    if problem.startswith("Invalid enum value"):
        return f"{problem.removeprefix('Invalid enum value ')} is no value of `{key}`{_values(key)}"
    return f"`{key}`: {problem}"


def _values(key: str) -> str:
    """What a key can be, read from the types of the file."""
    from alerts.rules.choices import choices

    found = choices(key)
    return f"; it can be: {', '.join(found)}" if found else ""
