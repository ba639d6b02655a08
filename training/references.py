"""From labelled articles to samples of whom a pronoun, a host, an office without a name means.

The quote of a label says in which sentence a contact stands. Where a side of it is not named there, whoever can be
meant by such a word and is that side is meant; who is no side of a label of the sentence is not. All else is open.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.roll import Who
from tensionwire.analysis.pipeline import draft_of
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.scale import Sign, names_of
from tensionwire.lexicon.weights import Ranking
from training.gold import Labelled
from training.names import fills, same
from training.samples import article_of, quoted

Candidates = Sequence[tuple[Who, Sequence[Sign]]]


class Choice(NamedTuple):
    """A word that means one of several: the features of those who are meant by the labels, and of those who are not."""

    right: list[list[str]]
    wrong: list[list[str]]


class Recorder(Ranking):
    """Ranks, and keeps what it was asked."""

    asked: list[tuple[int, Candidates]]

    def best(self, kind: str, place: int, candidates: Candidates) -> Any:
        """The likeliest of those who can be meant, by the weights so far."""
        self.asked.append((place, candidates))
        return super().best(kind, place, candidates)


def choices(labelled: Labelled, lexicon: Lexicon) -> list[Choice]:
    """The decided choices of an article, in which those of the lexicon are taken for what was said before."""
    row, labels = labelled
    own, recorder = lexicon.ranking, Recorder(lexicon.ranking.scale.weights)
    recorder.asked = []
    lexicon.ranking = recorder
    try:
        draft = draft_of(article_of(row), lexicon)
    finally:
        lexicon.ranking = own
    told: dict[int, list[list[str]]] = {}
    for contact in labels.get("contacts") or []:
        place = quoted(draft, contact.get("quote") or "")
        if place is not None:
            told.setdefault(place, []).extend(contact["sides"])
    found = [_choice(draft, place, candidates, told[place]) for place, candidates in recorder.asked if place in told]
    return [choice for choice in found if choice.right and choice.wrong]


def right(choice: Choice, weights: dict[str, float]) -> bool:
    """True where the weights find somebody who is meant."""

    def weigh(features: list[str]) -> float:
        return sum(weights.get(name, 0.0) for name in features)

    return max(map(weigh, choice.right)) > max(map(weigh, choice.wrong))


def _choice(draft: Draft, place: int, candidates: Candidates, sides: list[list[str]]) -> Choice:
    sentence = draft.sentences[place]
    named = [m for m in draft.mentions if sentence.start <= m.start < sentence.end and m.kind in ("name", "surname")]
    unnamed = [side for side in sides if not any(fills(side, m) for m in named)]
    found = Choice([], [])
    for who, signs in candidates:
        if any(_is(side, who) for side in unnamed):
            found.right.append(names_of(signs))
        elif not any(_is(side, who) for side in sides):
            found.wrong.append(names_of(signs))
    return found


def _is(side: list[str], who: Who) -> bool:
    return any(":" not in filler and same(filler, who.name) for filler in side)
