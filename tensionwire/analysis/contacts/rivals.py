"""What the other candidates of an article say of one: who else fits its sides, and where else the same is told.

The first look weighs each pair by itself. In a sentence of many names the pairs compete: who met the guest did not
meet his interpreter too. A classifier over the scores of a first one is a stacked one (Wolpert, Stacked
Generalization, 1992); it learns from scores of articles that the first look has not seen.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from tensionwire.analysis.contacts import rival_names as names
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.said import VAGUE, said_as
from tensionwire.analysis.draft import Mention
from tensionwire.lexicon.scale import Sign

STEPS = (-3.0, -1.5, -0.5, 0.0, 0.5, 1.5, 3.0)  # between which a score, or a distance of two, lies
NONE = -1  # for a score that is not there
MOST_RANKS, LONG, PART = 6, 5, 6  # ranks told apart; parts of an article told apart, and sentences of one
BREATH = 8  # code points between two goals named together
HOPELESS = -2.0  # below, a candidate is looked at no more

K = TypeVar("K")

Scored = tuple[float, Candidate]
Pair = tuple[bool, str, str]  # a journey or not, and both sides, by keys or by states
Partner = tuple[float, str]  # how well somebody fits, and of which state they are
Partners = dict[str, Partner]  # by key
Best = Partner | None


class Contender:
    """A candidate with its score, the keys of its sides, and the pairs that these and their states make.

    Each pair is asked for the same some twenty times: worked out once.
    """

    __slots__ = ("candidate", "journey", "lists", "mine", "pair", "score", "states", "yours")

    def __init__(self, score: float, candidate: Candidate) -> None:
        one, other, _, journey, self.lists = candidate
        self.score, self.candidate, self.journey = score, candidate, journey
        self.mine, self.yours = one.key, other.key
        self.pair: Pair = _pair(journey, self.mine, self.yours)
        self.states: Pair = _pair(journey, one.affiliation, other.affiliation)


def _pair(journey: bool, one: str, other: str) -> Pair:
    return (journey, one, other) if one <= other else (journey, other, one)


class Sentence(NamedTuple):
    """The candidates of a sentence: whom each side could have met, and the rank of each pair, 0 for the best.

    `best`: of each list of partners of a side the best one; who stands in no list is one of their own.
    """

    partners: dict[tuple[bool, str], Partners]
    best: dict[tuple[bool, str], dict[int | str, Partner]]
    ranks: dict[bool, dict[Pair, int]]
    goals: dict[str, list[tuple[float, Mention]]]  # where each traveller may have gone
    mates: dict[tuple[bool, str, int], Partners]  # opposite each side, of each list of names


class Known(NamedTuple):
    """How well something fits in each sentence that tells it; the best, the second, and how many are contacts."""

    places: dict[int, float]
    best: int  # the place
    second: float | None
    told: int


class Article(NamedTuple):
    """How well each pair fits, and any two of the same states, by the place of the sentence.

    `hosts`: how well anybody of a state fits as one whom a person met; `trips`: how well each goal fits a person;
    `guests`: how well anybody of one state fits as one who went to another. `ranks`: of talks and of visits the rank of
    each pair, 0 for the best. `length`: sentences that may tell a contact. `worded`: how well each pair fits, and any
    two of the same states, where a word of contact tells it; of talks and of visits the best of all by None.
    """

    pairs: dict[Pair, "Known"]
    states: dict[Pair, "Known"]
    hosts: dict[tuple[str, str], float]
    trips: dict[str, dict[str, float]]
    guests: dict[tuple[str, str], float]
    ranks: dict[Pair, int]
    length: int
    worded: dict[Pair | tuple[bool, None], float]


def rivalry(alone: Sequence[Sequence[Scored]]) -> list[list[list[Sign]]]:
    """The features of every candidate among its rivals, by sentence; none where it is hopeless anyway."""
    sentences = [[Contender(score, one) for score, one in found] for found in alone]
    article = _article(sentences)
    looked: list[list[list[Sign]]] = []
    for place, found in enumerate(sentences):
        if all(one.score <= HOPELESS for one in found):
            looked.append([[] for _ in found])
            continue
        sentence = _sentence(found)
        looked.append([_signs(one, place, sentence, article) if one.score > HOPELESS else [] for one in found])
    return looked


def _article(sentences: list[list[Contender]]) -> Article:
    pairs: dict[Pair, dict[int, float]] = {}
    states: dict[Pair, dict[int, float]] = {}
    hosts: dict[tuple[str, str], float] = {}
    trips: dict[str, dict[str, float]] = {}
    guests: dict[tuple[str, str], float] = {}
    worded: dict[Pair | tuple[bool, None], float] = {}
    for place, found in enumerate(sentences):
        for one in found:
            score, home, there = one.score, one.candidate.one.affiliation, one.candidate.other.affiliation
            if one.journey:
                _raise(trips.setdefault(one.mine, {}), there, score)
                _raise(guests, (home, there), score)
            else:
                _raise(hosts, (one.mine, there), score)
                _raise(hosts, (one.yours, home), score)
            _raise(pairs.setdefault(one.pair, {}), place, score)
            _raise(states.setdefault(one.states, {}), place, score)
            if one.candidate.word.group != "silent":
                for told in (one.pair, one.states, (one.journey, None)):
                    _raise(worded, told, score)
    return Article(_known(pairs), _known(states), hosts, trips, guests, _ranks(pairs), len(sentences), worded)


def _known(found: dict[Pair, dict[int, float]]) -> dict[Pair, Known]:
    """Worked out once a pair: it is asked for in every sentence that tells it."""
    known: dict[Pair, Known] = {}
    for pair, places in found.items():
        best = max(places, key=lambda place: places[place])
        second = max([score for place, score in places.items() if place != best], default=None)
        known[pair] = Known(places, best, second, len([score for score in places.values() if score > 0]))
    return known


def _ranks(pairs: dict[Pair, dict[int, float]]) -> dict[Pair, int]:
    best = sorted(pairs, key=lambda pair: -max(pairs[pair].values()))
    journeys = [pair for pair in best if pair[0]]
    talks = [pair for pair in best if not pair[0]]
    return {pair: rank for some in (journeys, talks) for rank, pair in enumerate(some)}


def _raise(best: dict[K, float], key: K, score: float) -> None:
    known = best.get(key)
    if known is None or known < score:
        best[key] = score


def _sentence(found: list[Contender]) -> Sentence:
    best: dict[bool, dict[Pair, float]] = {False: {}, True: {}}
    goals: dict[str, list[tuple[float, Mention]]] = {}
    mates: dict[tuple[bool, str, int], Partners] = {}
    for one in found:
        score, candidate, journey = one.score, one.candidate, one.journey
        mine, yours = one.lists
        _fits(mates.setdefault((journey, one.mine, yours), {}), one.yours, score, candidate.other.affiliation)
        _fits(mates.setdefault((journey, one.yours, mine), {}), one.mine, score, candidate.one.affiliation)
        if journey:
            goals.setdefault(one.mine, []).append((score, candidate.other))
        _raise(best[journey], one.pair, score)
    ranks = {
        journey: {pair: rank for rank, pair in enumerate(sorted(pairs, key=lambda p: -pairs[p]))}
        for journey, pairs in best.items()
    }
    partners: dict[tuple[bool, str], Partners] = {}
    outside: dict[tuple[bool, str], dict[int | str, Partner]] = {}
    for (journey, side, at), listed in mates.items():
        known, lists = partners.setdefault((journey, side), {}), outside.setdefault((journey, side), {})
        for key, (score, state) in listed.items():
            _fits(known, key, score, state)
        if at >= 0:
            lists[at] = max(listed.values())
        else:
            lists.update(listed)
    return Sentence(partners, outside, ranks, goals, mates)


def _fits(partners: Partners, key: str, score: float, state: str) -> None:
    known = partners.get(key)
    if known is None or known[0] < score:
        partners[key] = score, state


def _signs(contender: Contender, place: int, sentence: Sentence, article: Article) -> list[Sign]:
    score, mine, yours, journey = contender.score, contender.mine, contender.yours, contender.journey
    one, other, word = contender.candidate[:3]
    kind = "v" if journey else "t"
    at, at_too = contender.lists
    rival = _best_but(sentence.best[journey, mine], yours if at_too < 0 else at_too)
    rival_too = _best_but(sentence.best[journey, yours], mine if at < 0 else at)
    gap = bisect_right(STEPS, score - rival[0]) if rival is not None else NONE
    gap_too = bisect_right(STEPS, score - rival_too[0]) if rival_too is not None else NONE
    said, said_too = said_as(one, VAGUE), said_as(other, VAGUE)
    both = _both(said, said_too)
    mate, mates = _mates(contender, sentence)
    ranks = sentence.ranks[journey]
    star = _star(contender, sentence)
    pair = article.pairs[contender.pair]
    elsewhere, alike = _elsewhere(pair, place), _elsewhere(article.states[contender.states], place)
    times = pair.told - (pair.places[place] > 0)
    step = _step(score)
    found: list[Sign] = []
    if journey:
        trips = article.trips[mine]
        best = _best([s for state, s in trips.items() if state != other.affiliation]) if len(trips) > 1 else NONE
        met = _step(article.hosts.get((mine, other.affiliation)))
        back = _step(article.guests.get((other.affiliation, one.affiliation)))
        goals = sentence.goals[mine]
        beside = _best([s for s, g in goals if _beside(g, other)]) if len(goals) > 1 else NONE
        found = [(names.trip, met, best, back, step, both), (names.beside, beside, step)]
    else:
        there, here = article.trips.get(mine), article.trips.get(yours)
        guest = _step(there.get(other.affiliation)) if there is not None else NONE
        guest_too = _step(here.get(one.affiliation)) if here is not None else NONE
        found = [(names.guest, max(guest, guest_too), both, step)]
    nearer = gap_too if gap == NONE else gap if gap_too == NONE else min(gap, gap_too)
    return [
        *found,
        (names.itself, kind, step, both),
        (names.gaps, kind, gap, gap_too, said, said_too),
        (names.rivals, kind, *_who(rival, other), *_who(rival_too, one)),
        (names.star, kind, _step(None if star is None else star - score), _step(star)),
        (names.mates, kind, _step(mate), min(3, mates), step),
        (names.rank, kind, min(3, ranks[contender.pair]), min(6, len(ranks))),
        (names.elsewhere, kind, _step(elsewhere), both, step, min(3, times)),
        (names.states, kind, _step(alike)),
        (names.word, kind, word.group, step, nearer),
        (
            names.worded,
            kind,
            word.group == "silent",
            _step(article.worded.get(contender.pair)),
            _step(article.worded.get(contender.states)),
            _step(article.worded.get((journey, None))),
        ),
        (
            names.article,
            kind,
            min(MOST_RANKS, article.ranks[contender.pair]),
            min(LONG, article.length // PART),
            step,
            both,
        ),
    ]


def _mates(contender: Contender, sentence: Sentence) -> tuple[float | None, int]:
    """How well the best fits of those listed with one side, opposite the other, and how many are: `met A, B and C`."""
    journey, (mine, yours) = contender.journey, contender.lists
    if mine == yours:
        return None, 0
    found = [
        score
        for key, at, self in ((contender.mine, yours, contender.yours), (contender.yours, mine, contender.mine))
        if at >= 0
        for other, (score, _) in sentence.mates[journey, key, at].items()
        if other != self
    ]
    return max(found, default=None), len(found)


def _elsewhere(known: Known, here: int) -> float | None:
    """How well the best of the other sentences tells it."""
    return known.second if known.best == here else known.places[known.best]


def _step(score: float | None) -> int:
    return NONE if score is None else bisect_right(STEPS, score)


def _best(scores: list[float]) -> int:
    return bisect_right(STEPS, max(scores)) if scores else NONE


def _best_but(best: dict[int | str, Partner], listed: int | str) -> Best:
    """The best partner who does not stand in that list: of `met A, B and C` none is the rival of another."""
    return max([partner for at, partner in best.items() if at != listed], default=None)


def _who(rival: Best, mention: Mention) -> tuple[int, bool]:
    """How well a rival fits, and whether of the same state, as one of a delegation is."""
    return (_step(rival[0]), rival[1] == mention.affiliation) if rival else (NONE, False)


def _star(contender: Contender, sentence: Sentence) -> float | None:
    """How well somebody fits both who is of a third state: `Lula phoned Petro and Sheinbaum`: these two are no pair."""
    mine = sentence.partners[contender.journey, contender.mine]
    yours = sentence.partners[contender.journey, contender.yours]
    if len(mine) == 1 or len(yours) == 1:
        return None  # each has nobody but the other
    one, other = contender.candidate.one.affiliation, contender.candidate.other.affiliation
    found = [
        min(score, yours[key][0])
        for key, (score, state) in mine.items()
        if key in yours and state != one and state != other
    ]
    return max(found, default=None)


@cache
def _both(said: str, said_too: str) -> str:
    return "+".join(sorted((said, said_too)))


def _beside(one: Mention, other: Mention) -> bool:
    """True for two goals in one breath: `Guatemala und Belize`."""
    if one.affiliation == other.affiliation or "there" in (one.kind, other.kind):
        return False
    return max(one.start, other.start) - min(one.end, other.end) <= BREATH
