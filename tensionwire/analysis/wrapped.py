"""Line breaks that only wrap the text, read as blanks. No offset changes."""

import re

BREAK = re.compile(r"(?<=[^\s.!?…:;\"“”»«)])\n(?=\S)")  # behind no end of a sentence, before no empty line
SMALL = re.compile(r"[a-zäöüß]")  # how a line begins that goes on in small letters
GOES_ON = re.compile(r"[\w,–—-]")  # how a line ends on which that can follow
# What begins with its line: an item of a list, and a dateline.
BEGINS = re.compile(
    r"[-–—*•·>] |\d{1,2}[.)] |"
    r"[A-ZÄÖÜ][\w./-]*(?: [\w./-]+){0,3} (?:\([^()\n]{2,30}\)|/[^/\n]{2,30}/) ?[-–—] "
)
INSIDE = re.compile(r"[a-zäöüß0-9)”“\"]{2}[.!?] +[A-ZÄÖÜ„“”\"]")  # a sentence that ends in the middle of a line
WORD = re.compile(r"\S+")
WIDEST, NARROWEST = 110, 45  # code points of wrapped lines
RAGGED = 3  # code points by which a line that is full may be shorter than it could be
MOST = 0.75  # of the lines that end with no sentence are full then
FEWEST = 3  # full lines, before a text counts as wrapped


def unwrapped(text: str) -> str:
    """`text` in which its lines go on where they were only wrapped: where no other word would have fitted."""
    if "\n" not in text:
        return text
    width = _width(text)

    def joined(found: re.Match[str]) -> str:
        at, following = found.span()
        small = SMALL.match(text, following) and GOES_ON.match(text, at - 1)
        return " " if small or (width and _full(text, at, width) and not BEGINS.match(text, following)) else "\n"

    return BREAK.sub(joined, text)


def _width(text: str) -> int:
    """The width to which the lines of a text are wrapped, as in mails and on old wires; 0 where they are not.

    Headlines and items of lists are no wrapped text: another word would have fitted on most of their lines, and they
    end with their sentences.
    """
    width = max(len(line) for line in text.split("\n")[1:])  # the first may be a longer headline
    if not NARROWEST <= width <= WIDEST or not INSIDE.search(text):
        return 0
    full = [_full(text, found.start(), width) for found in BREAK.finditer(text)]
    return width if sum(full) >= max(FEWEST, MOST * len(full)) else 0


def _full(text: str, at: int, width: int) -> bool:
    """True for a line that ends at `at` and had no room for the first word of the next."""
    line = at - text.rfind("\n", 0, at) - 1
    word = WORD.match(text, at + 1)
    return word is not None and line + 1 + len(word[0]) > width - RAGGED
