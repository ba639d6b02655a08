"""Words that hint at a contact, or at none, by the list in which they stand: `hour` and `Stunde` at time taken."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tensionwire.lexicon.files import LexiconError, tree_of, words_of

HINTS = "hints.yaml"

Hints = dict[str, tuple[str, ...]]  # a word in small letters, and the names of its lists


def read_hints(files: Iterable[Path]) -> Hints:
    """The words of all lists of these files; a later file adds words to the lists of the first. Raises LexiconError."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    known: dict[str, None] = {}
    for file in files:
        data, lines = tree_of(file)
        known = known or dict.fromkeys(data)
        for name, words in data.items():
            if name not in known:  # nothing was learned of it
                raise LexiconError(file, lines[name], f"unknown list {name!r}; known: {', '.join(known)}")
            for word in words_of(file, lines[name], words):
                if " " in word or "@" in word:
                    raise LexiconError(file, lines[name], f"{word!r}: hints are single words, in both languages")
                found[word.lower()][name] = None
    return {word: tuple(names) for word, names in found.items()}
