"""Step 3: sentences, by a splitter that knows abbreviations and German ordinal numbers."""

import re

from tensionwire.analysis.draft import Draft, Sentence

# Marks that can end a sentence, with closing quotes; or line breaks. Never fails once begun: linear in any text. It
# begins with all first characters in one set, because the engine skips to those five times faster than to a choice.
END = re.compile(r"[.!?…\n](?:(?<=\n)\n*+|(?<!\n)[.!?…]*+[\"“”«»'’)]*+)")
# What must follow a mark: white space, then a capital, a digit or an opening quote.
NEXT = re.compile(r"\s++[\"“„»«'(]*+[A-ZÄÖÜ0-9]")
# On pages the blank is often lost: `vereinbart.Zuvor hatte`; not in `www.example.Com`.
GLUED = re.compile(r"[A-ZÄÖÜ][a-zäöüß’']*+[ ,]")
WORD = re.compile(r"(?:^|[\s(\"„“])[^\s@/.]*[a-zäöüß]{3}$")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col sen gov rep st jr sr no vs inc u.s u.n u.k u.s.a e.g i.e z.b u.a d.h bzw ca usw evtl "
    "nr str hrsg dt hl jan feb mär apr jun jul aug sep sept okt oct nov dez dec".split()
)
BREAK = re.compile(r"[\s(\"„“]")
ENGLISH_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*\.?)$")
POSTED = frozenset("on via auf bei über".split())  # before the platform X, which is no initial of a name
BEFORE = 16  # code points in which an abbreviation stands, with the word before it
WIDE = 40  # code points in which a word stands
LONGEST = 2000  # code points; a text without any end mark is cut here, so that a sentence stays a sentence


def sentences(draft: Draft) -> None:
    """Split what is not clutter into sentences; a line break ends a sentence as well."""
    text = draft.text
    clutter = iter(draft.clutter)
    now = next(clutter, None)
    start = 0
    ends = [m.end() for m in END.finditer(text) if _ends(text, m)]
    for end in [*ends, len(text)]:
        while now is not None and now[1] <= start:
            now = next(clutter, None)
        inside = now is not None and now[0] <= start < now[1]
        while end - start > LONGEST and not inside:
            _add(draft, start, start + LONGEST)
            start += LONGEST
        if not inside:
            _add(draft, start, end)
        start = end


def _add(draft: Draft, start: int, end: int) -> None:
    piece = draft.text[start:end]
    said = piece.strip()
    if said:
        first = start + len(piece) - len(piece.lstrip())
        draft.sentences.append(Sentence(first, first + len(said), len(draft.sentences)))


def _ends(text: str, found: re.Match[str]) -> bool:
    mark = found.group()
    if mark[0] == "\n":
        return True
    if NEXT.match(text, found.end()) is None:
        return (
            GLUED.match(text, found.end()) is not None
            and WORD.search(text[max(0, found.start() - WIDE) : found.start()]) is not None
        )
    return not (mark == "." and _abbreviation(text, found.start()))


def _abbreviation(text: str, at: int) -> bool:
    *before, word = BREAK.split(text[max(0, at - BEFORE) : at])
    last = before[-1].lower() if before else ""
    if word.isdigit() and len(word) <= 2:  # `am 31. Oktober`, but `on Oct. 31. Then`
        return not ENGLISH_MONTHS.match(last)
    if word == "X" and last in POSTED:
        return False
    return len(word) == 1 or word.lower() in ABBREVIATIONS
