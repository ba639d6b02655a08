"""A text with its findings marked: overlapping spans become a row of pieces, each with what it is."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from tensionwire.contracts.tagged import Span, TaggedArticle


class Piece(NamedTuple):
    """A piece of the text, and the kinds of findings that cover it, in a fixed order."""

    text: str
    kinds: tuple[str, ...]


ORDER = ("evidence", "person", "organisation", "country", "place", "topic", "escalation", "easing")


def pieces(text: str, article: TaggedArticle) -> list[Piece]:
    """`text` cut where findings begin and end; joined again it is the text. Spans outside of it are cut off."""
    spans = [(max(0, s.start), min(len(text), s.end), kind) for kind, s in _spans(article)]
    spans = [s for s in spans if s[0] < s[1]]
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for start, end, kind in spans:
        begins.setdefault(start, []).append(kind)
        ends.setdefault(end, []).append(kind)
    cuts = sorted({0, len(text), *begins, *ends})
    open_: dict[str, int] = dict.fromkeys(ORDER, 0)
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        for kind in ends.get(start, ()):
            open_[kind] -= 1
        for kind in begins.get(start, ()):
            open_[kind] += 1
        found.append(Piece(text[start:end], tuple(kind for kind in ORDER if open_[kind])))
    return found


def _spans(article: TaggedArticle) -> Iterable[tuple[str, Span]]:
    for contact in article.contacts:
        for evidence in contact.evidence:
            yield "evidence", Span(evidence.start, evidence.end)
    for entity in article.entities:
        for span in entity.spans:
            yield entity.kind, span
    for mention in article.flashpoints:
        for span in mention.spans:
            yield "topic", span
    for span in article.tension.escalation:
        yield "escalation", span
    for span in article.tension.easing:
        yield "easing", span
