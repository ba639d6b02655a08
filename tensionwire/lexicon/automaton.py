"""One automaton over all forms: leftmost-longest matches of code points, in one pass of native code."""

from collections.abc import Callable, Sequence

Find = Callable[[str], list[tuple[int, int, int]]]


def build(forms: Sequence[str]) -> Find:
    """A function from text to its matches (start, end, place of the form). Forms must be distinct and not empty."""
    if not forms:
        return lambda _: []
    try:
        import daachorse
    except ImportError:  # no wheel for Linux on ARM
        import ahocorasick_rs

        found = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        return lambda text: [(start, end, form) for form, start, end in found.find_matches_as_indexes(text)]
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(forms), daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    find: Find = automaton.find
    return find
