"""Step 9: how tense the article is, by words with weights after Goldstein's scale (1992), the sign turned."""

import bisect
import re
from collections.abc import Iterator
from typing import NamedTuple

from tensionwire.analysis.draft import Draft
from tensionwire.contracts.tagged import Span, Tension
from tensionwire.lexicon.compiled import Hit

NEGATIONS = frozenset(
    "nicht kein keine keinen keiner keinem ohne niemals nie weder kaum wenig no not never without neither nor hardly "
    "little isn't wasn't won't don't doesn't didn't".split()
)
BEFORE_WORD, WORDS_BETWEEN = 32, 3  # code points and words in which a negation stands
QUOTE = re.compile(r"[„“”»«\"]")  # marks alternate between opening and closing
STEADY = 25.0  # weight that a few words must outweigh: one word alone makes no crisis
TITLE, LEAD, QUOTED = 2.5, 1.5, 0.6  # factors: where a word stands, and whether somebody is quoted with it
LEAD_SENTENCES = 4
AGAIN = 0.75  # factor of each further word of a family: what is told at length is still one thing
TURNED = 0.5  # factor of a negated word of easing
# What the contacts of an article say by their status, on the same scale; in all as much as their mean.
CONTACTS = {"cancelled": 14.0, "possible": 0.0, "planned": -7.0, "held": -7.0}


class _Word(NamedTuple):
    span: Span
    up: bool
    family: str
    weight: float


def tension(draft: Draft) -> None:
    """Score from -10 to +10: the weighted difference of what escalates and what eases. Needs hits and contacts."""
    lead = draft.sentences[min(LEAD_SENTENCES, len(draft.sentences)) - 1].end if draft.sentences else 0
    words = list(_words(draft.text, draft.hits, lead))
    titled = [word._replace(weight=word.weight * TITLE) for word in _words(draft.title or "", draft.title_hits, 0)]
    up, down = _sums([*words, *titled])
    told = [CONTACTS[contact.status] for contact in draft.contacts if not contact.background]
    points = sum(told) / len(told) if told else 0.0
    up, down = up + max(0.0, points), down + max(0.0, -points)
    score = round(10 * (up - down) / (up + down + STEADY), 2)
    escalation, easing = [w.span for w in words if w.up], [w.span for w in words if not w.up]
    draft.tension = Tension(score=score, escalation=escalation, easing=easing)


def _words(text: str, hits: list[Hit], lead: int) -> Iterator[_Word]:
    """The words of tension, a negated one turned: no agreement escalates, no threat says nothing."""
    quotes = [found.start() for found in QUOTE.finditer(text)]
    for hit in hits:
        if "tension" not in hit.kinds:
            continue
        meaning = next(m for m in hit.meanings if m.kind == "tension")
        up, weight = meaning.value == "escalation", meaning.weight
        before = text[max(0, hit.start - BEFORE_WORD) : hit.start].lower().split()[-WORDS_BETWEEN:]
        if not NEGATIONS.isdisjoint(before):
            if up:
                continue
            up, weight = True, weight * TURNED
        weight *= LEAD if hit.start < lead else 1.0
        weight *= QUOTED if bisect.bisect_left(quotes, hit.start) % 2 else 1.0
        yield _Word(Span(hit.start, hit.end), up, meaning.detail, weight)


def _sums(words: list[_Word]) -> tuple[float, float]:
    """What escalates and what eases in sum; each further word of a family adds less than the one before."""
    factors: dict[tuple[bool, str], float] = {}
    sums = {True: 0.0, False: 0.0}
    for word in sorted(words, key=lambda w: -w.weight):
        factor = factors.get((word.up, word.family), 1.0)
        factors[word.up, word.family] = factor * AGAIN
        sums[word.up] += word.weight * factor
    return sums[True], sums[False]
