"""The text of an article without its markup: tags and entities of HTML, soft hyphens, blanks of other kinds.

What is read knows where it stood in the text as received.
"""

import html
import re
import unicodedata
from typing import NamedTuple

BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\t"), " ")
BLOCKS = frozenset(
    "html head title meta link body main nav aside article section header footer address form button p br hr div pre "
    "blockquote figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr".split()
)
INLINE = "a b i u em strong span font small sub sup abbr cite q mark time".split()  # inside of words too
APART = frozenset("td th img".split())
HIDDEN = {"<script": "</script>", "<style": "</style>", "<!--": "-->"}  # what nobody sees, and where it ends
TAGS = "|".join(sorted([*BLOCKS, *INLINE, *APART], key=len, reverse=True))
# Few articles have any of these, and only they are looked at more closely.
ANY = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\r&<\u0300-\u036f]| [ \n]")
ODD = re.compile(
    r"(?P<hidden><(?:script|style)\b|<!--)"
    rf"|</?(?P<tag>{TAGS})(?:[\s/][^<>]{{0,400}})?>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10}\d{0,2});)"
    "|(?P<accented>[^\\W\\d_][\u0300-\u036f]+)"  # a letter and its accents, each a code point
    "|(?P<nothing>[\u00ad\u200b-\u200d\u2060\ufeff]|\r(?=\n)| +\r?(?=\n))"
    "|(?P<blanks> {2,})",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """A `text` as it is read, and where each of its code points began and ended as received (None: right there)."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets as received of what is read from `start` to `end`."""
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


def read(source: str) -> Reading:
    """What a reader of `source` sees. Linear in its length."""
    plain = source.translate(BLANKS)
    if not ANY.search(plain):
        return Reading(plain)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, done = 0, 0
    endless: set[str] = set()
    while (odd := ODD.search(plain, at)) is not None:
        start, at = odd.span()
        if odd["hidden"]:
            at = _behind_hidden(plain, odd, endless)
            said = "" if at > odd.end() else plain[start:at]
        else:
            said = _said(odd)
        pieces += [plain[done:start], said]
        starts += [*range(done, start), *[start] * len(said)]
        ends += [*range(done + 1, start + 1), *[at] * len(said)]
        done = at
    pieces.append(plain[done:])
    starts += range(done, len(plain))
    ends += range(done + 1, len(plain) + 1)
    return Reading("".join(pieces), starts, ends)


def line(source: str) -> str:
    """What a reader of a headline sees, in one line."""
    return " ".join(read(source).text.split())


def _behind_hidden(text: str, odd: re.Match[str], endless: set[str]) -> int:
    """Where that ends which nobody sees; where the match itself does if it has no end."""
    ending = HIDDEN[odd["hidden"].lower()]
    found = -1 if ending in endless else text.find(ending, odd.end())
    if found < 0:
        endless.add(ending)
        return odd.end()
    return found + len(ending)


def _said(odd: re.Match[str]) -> str:
    """What stands for a piece of markup."""
    if odd["tag"]:
        tag = odd["tag"].lower()
        return "\n" if tag in BLOCKS else " " if tag in APART else ""
    if odd["entity"]:
        return html.unescape(odd["entity"]).translate(BLANKS).replace("\u00ad", "")
    if odd["accented"]:
        return unicodedata.normalize("NFC", odd["accented"])
    return " " if odd["blanks"] else ""
