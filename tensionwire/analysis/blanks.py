"""Blanks of other kinds, tags of HTML, and line breaks that only wrap the text, read as plain blanks.

No offset changes.
"""

import re
from itertools import pairwise

PLAIN = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\t"), " ")
BLOCKS = frozenset("p br div li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header footer hr".split())
INLINE = "a b i u em strong span font small sup sub img figure figcaption abbr cite q mark time td th".split()
TAG = re.compile(
    rf"</?({'|'.join(sorted([*BLOCKS, *INLINE], key=len, reverse=True))})(?:[\s/][^<>]{{0,400}})?>", re.IGNORECASE
)
WRAP = re.compile(r"(?<=[^\s.!?…:;\"“”»«)])\n(?=\S)")  # behind no end of a sentence, before no empty line
SMALL = re.compile(r"(?<=[\w,–—-])\n(?=[a-zäöüß])")  # a line that goes on in small letters
WIDEST, NARROW = 110, 45  # code points of a wrapped line
FEWEST = 3  # lines that are wrapped, before a text counts as such


def plain(text: str) -> str:
    """`text` with every blank a plain one, and of the tags of a page blanks alone, of the same length."""
    read = text.translate(PLAIN)
    return TAG.sub(_blank, read) if "<" in read else read


def _blank(tag: re.Match[str]) -> str:
    """A line break for the tag of a block, else blanks."""
    return ("\n" if tag[1].lower() in BLOCKS else " ") + " " * (len(tag[0]) - 1)


def unwrapped(text: str) -> str:
    """`text` in which its lines go on where they were only wrapped: all of a text of narrow lines, else some."""
    return (WRAP if _is_wrapped(text) else SMALL).sub(" ", text)


def _is_wrapped(text: str) -> bool:
    """True for a text whose lines all end at some column, as in mails and on old wires."""
    if "\n" not in text:
        return False
    lines = [line.rstrip() for line in text.split("\n")]
    if max(map(len, lines)) > WIDEST:
        return False
    on = [line for line, following in pairwise(lines) if line and following]
    cut = [line for line in on if len(line) >= NARROW and line[-1] not in '.!?…:;"“”»«)']
    return len(cut) >= FEWEST and 2 * len(cut) >= len(on)
