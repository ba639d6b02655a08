"""From a rules file's text to checked rules."""

import hashlib

import msgspec

from alerts.rules.check import check
from alerts.rules.model import File, Rules
from alerts.rules.reading import Document
from alerts.rules.words import RulesError


def parse(text: str, name: str) -> Rules:
    """Check a rules file's text; `name` is the file's, for messages. Raises RulesError with file and line.

    Mistakes of form (YAML, keys, types) end the reading at the first; those of meaning are named all together.
    """
    document = Document(text, name)
    found = document.convert(File, "the file is empty: it needs `receivers` and `route`")
    mistakes = [str(document.error(mistake.path, mistake.what)) for mistake in check(found)]
    if mistakes:
        raise RulesError("\n".join(mistakes))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Rules(**msgspec.structs.asdict(found), hash=digest)
