"""Step 1: which parts of the text are web clutter. Then lines that were only wrapped are read as one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.wrapped import unwrapped
from tensionwire.lexicon.model import Dirt

LONGEST_CLUTTER = 200  # code points; a longer line is text, however it begins
LONGEST_LINK = 120  # code points of a link to another article
SHORTEST_DOUBLE = 40  # code points; shorter lines may well come twice
CAPTION_MORE = 80  # code points that a doubled caption may have more than the line above it
LONGEST_HEADLINE, HEADLINE_WORDS = 140, 4  # code points, words
SHORTEST_BODY = 160  # code points behind a headline
# Behind the line of a headline: a blank line, or a dateline.
APART = re.compile(r"\s*\n|[A-ZÄÖÜ][\w/.’' -]{1,40}(?: \([^)\n]{1,30}\))?,?(?: \w{3,9}\.? \d{1,2})? ?[-–—] ")
NAMED = re.compile(r"\b[A-ZÄÖÜ]\w{3,}")
STEM = 5  # letters
BULLETS = "•-*–—>»▶→·| \t\u00a0"
# `By Jane Doe in Paris`, `Von Max Muster, Wien`: a line of its own that names who wrote it.
BYLINE = re.compile(
    r"(?:By|Von|Text von|Words by)(?: [A-ZÄÖÜ][\w.’'-]+| und| and| de| van| von|,| in| aus){2,9}", re.UNICODE
)
SIGNED = re.compile(r"\([\w/ ,+-]{2,30}\)")  # `(APA/wb)` as a line of its own
SENTENCE_END = re.compile(r"[.!?…][\"”“»«'’)]*$")


def clean(draft: Draft) -> None:
    """Mark lines of clutter, what a line repeats of an earlier one, and lists of links to other articles."""
    dirt = draft.lexicon.dirt
    seen: set[str] = set()
    previous = ""
    linking = False
    for start, line in _lines(draft.text):
        bare = line.strip().lstrip(BULLETS).strip()
        if not bare:
            continue
        linking = linking and len(bare) <= LONGEST_LINK and not SENTENCE_END.search(bare)
        clutter = linking or _is_clutter(bare, dirt) or _repeats(bare, previous, seen)
        linking = linking or bare.rstrip(":").lower() in dirt.heads
        if clutter:
            draft.clutter.append((start, start + len(line)))
        elif (twice := _second_half(line)) is not None:
            draft.clutter.append((start + twice, start + len(line)))
        seen.add(bare)
        previous = bare
    if not draft.title:
        _take_headline(draft)
    draft.text = unwrapped(draft.text)


def _take_headline(draft: Draft) -> None:
    """Take the first line of a text without a title for its headline, where it looks like one.

    It stands apart, by a blank line or before a dateline: the first line of wrapped text is none. Where the body tells
    it again it is left out there, as a title is; else its words are nowhere else, and stay in the text.
    """
    clutter = {start for start, _ in draft.clutter}
    lines = ((start, line) for start, line in _lines(draft.text) if line.strip() and start not in clutter)
    start, line = next(lines, (0, ""))
    said, end = line.strip(), start + len(line)
    if not line.endswith("\n") or len(said) > LONGEST_HEADLINE or SENTENCE_END.search(said):
        return
    if len(said.split()) < HEADLINE_WORDS or len(draft.text) - end < SHORTEST_BODY:
        return
    if not APART.match(draft.text, end):
        return
    draft.title = said
    names = [word[:STEM] for word in NAMED.findall(said)]
    told = sum(draft.text.find(name, end) >= 0 for name in names)
    if told * 2 >= len(names):
        draft.clutter.append((start, end))
        draft.clutter.sort()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, line
        start += len(line)


def _is_clutter(bare: str, dirt: Dirt) -> bool:
    if len(bare) > LONGEST_CLUTTER:
        return False
    small = bare.lower()
    return bool(
        small in dirt.lines
        or (dirt.begins and _beginning(dirt.begins).match(small) is not None)
        or small.endswith(dirt.ends)
        or (dirt.holds and _any_of(dirt.holds).search(small) is not None)
        or (len(bare) <= LONGEST_LINK and (BYLINE.fullmatch(bare) or SIGNED.fullmatch(bare)) is not None)
        or _credit(dirt.agencies).search(bare) is not None
    )


def _repeats(bare: str, previous: str, seen: set[str]) -> bool:
    """A line told before, or one that begins with the whole line above it (captions come doubled)."""
    if len(bare) > SHORTEST_DOUBLE and bare in seen:
        return True
    return len(previous) > SHORTEST_DOUBLE and bare.startswith(previous) and len(bare) < len(previous) + CAPTION_MORE


def _second_half(line: str) -> int | None:
    """Where a line says itself again (`captioncaption`); None where it does not."""
    said = line.strip()
    half = len(said) // 2
    if half <= SHORTEST_DOUBLE or said[:SHORTEST_DOUBLE] not in said[half : half + SHORTEST_DOUBLE + 1]:
        return None
    if said[:half].strip() != said[len(said) - half :].strip():
        return None
    return line.index(said) + len(said) - half


@lru_cache(maxsize=4)
def _credit(agencies: tuple[str, ...]) -> re.Pattern[str]:
    """`... in Peking. Reuters / Leah Millis` at the end of a caption."""
    names = "|".join(map(re.escape, agencies)) or "(?!)"
    return re.compile(rf"\b(?:{names})\s?/\s?[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w.-]+){{0,2}}\)?$")


@lru_cache(maxsize=4)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `words`, whole: `anzeige` begins no `anzeigen`."""
    return re.compile("|".join(re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in words))


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
