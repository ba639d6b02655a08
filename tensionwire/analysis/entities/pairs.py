"""Which two of an article belong together: people for "the two", states for "both sides"."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations

from tensionwire.analysis.draft import Sentence
from tensionwire.analysis.entities.roll import GROUP_OF, MINISTERS, TOP, Who
from tensionwire.analysis.entities.salience import REACH, Actor, Salience

# What makes it likely that two are meant together.
TOGETHER, MET, ALIKE, FREE, BACK, HERE = 2.0, 0.6, 1.4, 0.5, 1.0, -1.0
LISTED, CLOSE = 0.7, 60  # and no more code points between both
# That two states are meant: each sentence that tells of both, each one back, how little one without contact counts;
# that the title names both.
OFTEN, NEAR, UNMET, TITLED = 0.7, 0.5, 0.5, 1.4
MANY = 4  # of what counts each time
MOST, MOST_NEAR = 6, 12  # people or states of a sentence; people of the sentences nearer than one
AND = re.compile(r"\b(?:und|and)\b")
MEDIATING = re.compile(r"\b(?:\w*[Vv]ermittl\w*|mediat\w*|brokered|hosted|Leitung)\s(?:\w+\s){0,3}$")
# Who tells of two is none of them, unless the sentences before say so: `Ushakov said the two sides would meet`.
SPEAKS = re.compile(
    r"[\w’'. -]{2,40}? (?:said|says|told reporters|announced|confirmed|sagte|sagt|erklärte|bestätigte|teilte|betonte"
    r"|kündigte an)\b"
)
HIGHEST = TOGETHER + LISTED + MET * MANY + ALIKE + 2 * FREE  # that two can reach
STATED = frozenset({"country", "adjective", "demonym", "organisation"})  # kinds of words for states that act


class Pairs:
    """The pairs of one article."""

    def __init__(self, salience: Salience) -> None:
        self.salience, self.draft = salience, salience.draft
        self._met: Counter[frozenset[str]] = Counter()  # names that stood together in a sentence of a contact
        self._states: dict[frozenset[str], float] = defaultdict(float)
        self._last: dict[frozenset[str], int] = {}
        self._read = 0
        self._official = {w.country for w in salience.roll.people.values() if w.role is not None}
        self._sides: frozenset[str | None] = self.draft.lexicon.states | self.draft.lexicon.parties

    def people(self, sentence: Sentence, until: int, fits: Callable[[Who], bool], reach: int = REACH) -> list[Who]:
        """The two of different states who are likeliest meant at a place in a sentence; none where no two fit."""
        self._read_on(sentence.place)
        here = [a for a in self.salience.so_far(sentence, until) if not SPEAKS.match(self.draft.text, a.start)]
        best: tuple[float, list[Who]] | None = None
        near: dict[str, tuple[int, Actor]] = {}
        for place in range(sentence.place, max(-1, sentence.place - 1 - reach), -1):
            if best is not None and best[0] > HIGHEST - BACK * (sentence.place - place):
                break  # nobody farther back can be likelier
            actors = here if place == sentence.place else self.salience.actors(self.draft.sentences[place])
            mine = [(place, a) for a in _each_once(actors) if a.who.country and a.who.role and fits(a.who)][:MOST]
            for i, one in enumerate(mine):
                for other in [*mine[i + 1 :], *near.values()]:
                    if one[1].who.country == other[1].who.country:
                        continue
                    score = self._score(one, other, sentence.place)
                    if best is None or score > best[0]:
                        best = score, [one[1].who, other[1].who]
            if len(near) < MOST_NEAR:
                near = {one[1].who.name: one for one in mine} | near
        return best[1] if best else []

    def met(self, sentence: Sentence) -> list[Who]:
        """The two of the sentences right before, who were told to be together; none where no two were."""
        pair = self.people(sentence, sentence.start, lambda _: True, 2)
        return pair if pair and self._met[frozenset(w.name for w in pair)] else []

    def _score(self, one: tuple[int, Actor], other: tuple[int, Actor], place: int) -> float:
        (first, a), (second, b) = one, other
        score = FREE * (a.free + b.free) - BACK * (place - min(first, second))
        if first == second:
            score += TOGETHER
            if b.begin - a.start < CLOSE and AND.search(self.draft.text, a.start, b.start):
                score += LISTED
        elif place in (first, second):
            score += HERE
        score += MET * min(MANY, self._met[frozenset((a.who.name, b.who.name))])
        if _rank(a.who) == _rank(b.who):
            score += ALIKE
        if not {a.who.country, b.who.country} <= self._sides:
            score -= ALIKE  # who speaks for an organisation mediates, as a rule
        if "spokesperson" in (a.who.role, b.who.role):
            score -= TOGETHER
        return score

    def states(self, sentence: Sentence, until: int) -> list[str]:
        """The two states of a sentence before a place, else those whom the article told of together most and last."""
        here = self._said(sentence, until)
        if len(here) > 1:
            return sorted(here[:2])
        self._read_on(sentence.place)
        place = sentence.place
        best = max(
            self._states,
            key=lambda pair: (
                OFTEN * min(MANY, self._states[pair])
                - NEAR * min(6, place - self._last[pair])
                + ALIKE * (pair <= self._official)
                + TITLED * (pair <= self.draft.titled)
            ),
            default=None,
        )
        return sorted(best) if best else []

    def of_states(self, states: list[str]) -> list[Who | None]:
        """Who stands for two states: the two who met most, else nobody."""
        found: list[Who | None] = [None, None]
        most = 0
        people = self.salience.roll.people
        for pair, times in self._met.items():
            one, other = sorted((people[name] for name in pair), key=lambda w: w.country != states[0])
            if times > most and one.country == states[0] and other.country == states[1]:
                found, most = [one, other], times
        for place, state in enumerate(states):
            if found[place] is None:
                held = [w for w in people.values() if w.country == state and w.role in TOP | MINISTERS]
                found[place] = max(held, key=lambda w: len(w.spans), default=None)
        return found

    def _said(self, sentence: Sentence, until: int) -> list[str]:
        """The states that a sentence tells of before a place, by their names or officials; not those that mediate."""
        text, parties = self.draft.text, self.draft.lexicon.parties
        found = [
            (h.start, m.value)
            for h in self.draft.hits_of(sentence)
            if h.start < until
            and not h.kinds.isdisjoint(STATED)
            and not MEDIATING.search(text, max(0, h.start - 40), h.start)
            for m in h.meanings
            if m.kind in STATED and (m.kind != "organisation" or m.value in parties)
        ]
        found += [
            (a.start, a.who.country or "")
            for a in self.salience.so_far(sentence, until)
            if a.who.country in self._sides
        ]
        said = list(dict.fromkeys(state for _, state in sorted(found)))
        whose = {GROUP_OF.get(state) for state in said}
        return [state for state in said if state not in whose]  # Afghanistan's Taliban are one side

    def _read_on(self, until: int) -> None:
        """Keep who stood together in the sentences of contacts so far."""
        for sentence in self.draft.sentences[self._read : until]:
            met = any("contact" in h.kinds for h in self.draft.hits_of(sentence))
            if met:
                people = _each_once(self.salience.actors(sentence))[:MOST]
                self._met.update(frozenset((a.who.name, b.who.name)) for a, b in combinations(people, 2))
            for two in combinations(self._said(sentence, sentence.end)[:MOST], 2):
                pair = frozenset(two)
                self._states[pair] += 1 if met else UNMET
                self._last[pair] = sentence.place
        self._read = max(self._read, until)


def _each_once(actors: list[Actor]) -> list[Actor]:
    return list({a.who.name: a for a in reversed(actors)}.values())[::-1]


def _rank(who: Who) -> int:
    return 2 if who.role in TOP else 1 if who.role in MINISTERS else 0
