"""The dateline: the city where an article was written, ahead of its text or, under a teaser, of a paragraph."""

import re
from collections.abc import Iterator

from tensionwire.analysis.draft import Draft
from tensionwire.lexicon.compiled import Hit

REACH = 800  # code points in which a page has a dateline
# `SEOUL, May 8 -`, `WASHINGTON/PEKING (dpa) -`, `LIMA.`
CAPITALS = re.compile(
    r"^[ \t]*([A-ZÄÖÜ][A-ZÄÖÜÉÍÓÃÇŞĞİ .’'/-]{1,38}[A-ZÄÖÜÉÍÓÃÇŞĞİ])(?=,| \(| ?[-–—] |: |\. )", re.MULTILINE
)
PLACES = frozenset({"seat", "city", "country"})
CITIES = frozenset({"seat", "city"})
# What ends a dateline behind its city: a second city, a day, an agency, a mark.
END = re.compile(r"(?:/[\w.’' -]{3,25}?)?(?:, \w{1,9}\.? \w{1,9}\.?)?(?: \([^)\n]{1,30}\))?(?: ?[-–—] |\. )")


def in_capitals(draft: Draft) -> Iterator[Hit]:
    """The cities of datelines in capitals, which the lexicon knows in small letters only."""
    for line in CAPITALS.finditer(draft.text, 0, REACH):
        at = line.start(1)
        for city in line[1].split("/"):
            for hit in draft.lexicon.find(city.title(), draft.language):
                if hit.start == 0 and not hit.kinds.isdisjoint(PLACES):
                    yield hit._replace(start=at, end=at + hit.end)
            at += len(city) + 1


def is_dateline(text: str, start: int, end: int) -> bool:
    """True for a place near the head of the page that opens a line, and behind which a dateline ends."""
    if start >= REACH or END.match(text, end) is None:
        return False
    return text[text.rfind("\n", 0, start) + 1 : start].strip() == ""


def city_of(draft: Draft) -> Hit | None:
    """The seat or city of the dateline, None where the article has none."""
    for hit in draft.hits:
        if hit.start >= REACH:
            break
        if not hit.kinds.isdisjoint(CITIES) and is_dateline(draft.text, hit.start, hit.end):
            return hit
    return None
