"""One automaton over all forms: leftmost-longest matches of code points, in one pass of native code."""

import importlib.metadata
import platform
from collections.abc import Callable, Sequence

Find = Callable[[str], list[tuple[int, int, int]]]


def build(forms: Sequence[str]) -> tuple[Find, bytes]:
    """A function from text to its matches (start, end, place of the form), and what `restore` makes it from.

    Forms must be distinct and not empty. The bytes are empty where this machine cannot keep an automaton.
    """
    if not forms:
        return (lambda _: []), b""
    try:
        import daachorse
    except ImportError:  # no wheel for Linux on ARM
        import ahocorasick_rs

        found = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        return (lambda text: [(start, end, form) for form, start, end in found.find_matches_as_indexes(text)]), b""
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(forms), daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return automaton.find, automaton.serialize()


def kind() -> str:
    """What made the kept bytes: another library, version or machine cannot read them."""
    try:
        return f"daachorse {importlib.metadata.version('daachorse')} {platform.machine()}"
    except importlib.metadata.PackageNotFoundError:
        return platform.machine()


def restore(kept: bytes) -> Find:
    """The function that `build` gave with `kept`. The bytes must be whole: they are not checked here."""
    import daachorse

    find: Find = daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(kept).find
    return find
