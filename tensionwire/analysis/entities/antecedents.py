"""Whom a pronoun, a host, an office without a name means: of those who fit, the likeliest by learned weights.

Everybody of the last sentences can be meant, and the two whom the article names most, even where they were named long
ago or will be named only. What speaks for each are readable signs: how many sentences back they stand, and how; how
often they are named, and whether by the title; what they are; whether the sentence names somebody of their state. The
weights lie in `lexicon/data/references.model.json`, learned from the labels whose quotes say a side only by such a word
(training/references.py). Who can be meant at all, the caller says.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.entities.roll import MINISTERS, TOP, Who
from tensionwire.analysis.entities.salience import REACH, Actor, Salience
from tensionwire.lexicon.names import called
from tensionwire.lexicon.scale import Sign

MAIN = 2  # of those named most, who can be meant from anywhere
MOST = 24  # people of a long article among whom those are looked for
NEAR_ONLY = frozenset({"office", "vague", "people"})  # of an office several hold, only the near ones are meant
PRONOUNS = frozenset({"he", "him", "his"})
FAR, AHEAD = 9, -1  # instead of how many sentences back: farther than that, only later
CLAUSE = re.compile(r"[,;:–—]")


class Candidate(NamedTuple):
    """Somebody who can be meant, with what speaks for it."""

    who: Who
    signs: tuple[Sign, ...]


class Near(NamedTuple):
    """How somebody was said last: so many sentences back, as the first of its sentence who hangs on nothing."""

    back: int
    actor: Actor | None = None
    first: bool = False


class Antecedents:
    """Finds who is meant in one article."""

    def __init__(self, draft: Draft, salience: Salience) -> None:
        self.draft, self.salience = draft, salience
        self._most: list[Who] | None = None
        self._lead = next((name for _, name, _ in salience.trail.places if salience.roll.people[name].country), "")

    def who(self, kind: str, sentence: Sentence, at: int, fits: Callable[[Who], bool]) -> Who | None:
        """Whom a word of a kind means; `at` is how far the sentence itself can have named them."""
        found = self._candidates(kind, sentence, at, fits)
        who: Who | None = self.draft.lexicon.ranking.best(kind, sentence.place, found)
        return who

    def _candidates(self, kind: str, sentence: Sentence, at: int, fits: Callable[[Who], bool]) -> list[Candidate]:
        near = self._near(sentence, at, fits)
        people = self.salience.roll.people
        most = self._often()
        least = 1 if kind in PRONOUNS else 2  # who is named once is no host of whom the article tells
        main = [w for w in most if fits(w) and len(w.spans) >= least][:MAIN] if kind not in NEAR_ONLY else []
        for who in main:
            if who.name not in near:
                near[who.name] = Near(FAR if who.spans[0].start < at else AHEAD)
        if len(near) < 2:
            return [Candidate(people[name], ()) for name in near]
        top = max(len(who.spans) for who in (*most[:1], *(people[name] for name in near)))
        around = {w.country for _, w in self.salience.trail.of(sentence.start, sentence.end)}
        begins = self.draft.text.endswith("\n", 0, sentence.start)
        return [
            Candidate(people[name], self._signs(kind, people[name], how, len(people[name].spans) / top, around, begins))
            for name, how in near.items()
        ]

    def _often(self) -> list[Who]:
        """Whom the article names most, the first in rank first: of those with most names, by what meant them so far."""
        if self._most is None:
            known = [who for who in self.salience.roll.people.values() if who.country]
            self._most = sorted(known, key=_named)[:MOST]
        return sorted(self._most, key=_named)

    def _near(self, sentence: Sentence, at: int, fits: Callable[[Who], bool]) -> dict[str, Near]:
        """Who was said in the last sentences, and how."""
        near: dict[str, Near] = {}
        last = sentence.place if at > sentence.start else sentence.place - 1
        for place in range(last, max(-1, sentence.place - 1 - REACH), -1):
            before, back, first = self.draft.sentences[place], sentence.place - place, True
            for actor in self.salience.actors(before) if back else self.salience.so_far(before, at):
                name = actor.who.name
                if not actor.who.country or not fits(actor.who):
                    continue
                if back == 0 and not CLAUSE.search(self.draft.text, actor.start, at):
                    continue  # nobody is called by name and by office in one clause
                known = near.get(name)
                if known is None:
                    near[name] = Near(back, actor, first and actor.free)
                elif known.back == back and known.actor is not None and actor.free and not known.actor.free:
                    near[name] = Near(back, actor, first)
                first = first and not actor.free
        return near

    def _signs(
        self, kind: str, who: Who, how: Near, share: float, around: set[str | None], begins: bool
    ) -> tuple[Sign, ...]:
        actor = how.actor
        rank = "top" if who.role in TOP else "minister" if who.role in MINISTERS else who.role or "none"
        new = actor is not None and len(who.spans) > 0 and who.spans[0].start == actor.start
        named = not self.draft.title_words.isdisjoint(called(who.name, who.country or ""))
        return (
            (
                where,
                how.back,
                actor is not None and actor.free,
                how.first,
                actor is not None and actor.pronoun,
                new,
            ),
            (often, kind, 3 if share > 0.99 else 2 if share > 0.6 else 1 if share > 0.3 else 0, named),
            (office, rank, who.country in around),
            (lead, kind, who.name == self._lead),
            (paragraph, begins, share > 0.6, how.back),
        )


def _named(who: Who) -> int:
    return -len(who.spans)


def where(back: int, free: bool, first: bool, pronoun: bool, new: bool) -> Iterator[str]:
    """Where somebody was said last: as what, and whether for the first time."""
    yield f"back {back}"
    if back not in (FAR, AHEAD):
        as_what = ("free" if free else "hung", *(["first"] if first else []), *(["pronoun"] if pronoun else []))
        yield " ".join((f"back {min(back, 2)}", *as_what))
    if new:
        yield f"new {first}"


def often(kind: str, share: int, title: bool) -> Iterable[str]:
    """How often somebody is named, compared with whoever is named most, and whether in the title."""
    return f"share {share}", f"{kind} share {share}", *(["title"] if title else [])


def office(rank: str, around: bool) -> Iterable[str]:
    """What somebody is, and whether the sentence names somebody of the same state."""
    return f"rank {rank}", f"side around {around}"


def lead(kind: str, first: bool) -> Iterable[str]:
    """Whether an article names somebody before anybody else."""
    return (f"{kind} lead {first}",)


def paragraph(begins: bool, main: bool, back: int) -> Iterable[str]:
    """Whether somebody is told of on and on, where a paragraph begins."""
    return (f"paragraph {main}", f"paragraph {min(back, 2)}") if begins else ()
