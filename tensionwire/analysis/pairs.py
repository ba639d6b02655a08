"""Which two sides a contact word joins: every pair of a sentence is scored, one threshold decides.

Scored additively because a cascade of yes/no rules throws away recall that no later rule brings back.
"""

import re
from typing import NamedTuple

from tensionwire.analysis.draft import Mention
from tensionwire.analysis.status import ContactWord

THRESHOLD = 0.4
MOST_MENTIONS = 12  # of one sentence: a list of names is no contact, and pairs grow with the square
FAR = 110  # code points between a word and the nearer side, from which they hardly belong together
STRENGTHS = {"held": 2.0, "open": 1.6, "with": 1.5}
LINK = re.compile(r"\b(?:mit|with|und|and|von|bei|by|between|zwischen|sowie|gegenüber)\b[^.;:]{0,60}$", re.IGNORECASE)
SAID = re.compile(r"\b(?:sagte|said|says|told|teilte|erklärte|betonte|warf|wrote|schrieb|warned|warnte)\b")
BREAK = re.compile(r"[;:„“”\"»«]")


class Pair(NamedTuple):
    """Two mentions of different sides, the word that joins them, and what speaks for it in sum."""

    one: Mention
    other: Mention
    word: ContactWord
    score: float


def pairs(text: str, people: list[Mention], words: list[ContactWord]) -> list[Pair]:
    """The pairs of a sentence at or above the threshold, best first. `people` and `words` are in text order."""
    told: list[Pair] = []
    few = people[:MOST_MENTIONS]
    for index, one in enumerate(few):
        for other in few[index + 1 :]:
            if one.affiliation == other.affiliation or (one.name and one.name == other.name):
                continue
            best = max((Pair(one, other, w, _score(text, few, one, other, w)) for w in words), key=_rank)
            if best.score >= THRESHOLD:
                told.append(best)
    return sorted(told, key=_rank, reverse=True)


def _rank(pair: Pair) -> tuple[float, int]:
    return pair.score, -pair.one.start


def _score(text: str, people: list[Mention], one: Mention, other: Mention, word: ContactWord) -> float:
    between = text[one.end : other.start]
    score = STRENGTHS[word.strength]
    score += 0.5 if one.start <= word.start <= other.end else 0.0
    score -= 1.0 if _gap(word, one, other) > FAR else 0.0
    score += 0.5 if LINK.search(between) else 0.0
    score -= 0.6 * sum(1 for m in people if one.end <= m.start < other.start and m.affiliation != one.affiliation)
    score -= 0.8 if SAID.search(between) else 0.0
    score -= 0.5 if BREAK.search(between) else 0.0
    score -= 0.4 * ((not one.name) + (not other.name))
    return score - sum(0.8 for m in (one, other) if m.role is None)


def _gap(word: ContactWord, one: Mention, other: Mention) -> int:
    """Code points between the word and the nearer of both."""
    return min(max(m.start - word.end, word.start - m.end, 0) for m in (one, other))
