"""What the other candidates of an article say of one: who else fits its sides, and where else the same is told.

The first look weighs each pair by itself. In a sentence of many names the pairs compete: who met the guest did not
meet his interpreter too. A classifier over the scores of a first one is a stacked one (Wolpert, Stacked
Generalization, 1992); it learns from scores of articles that the first look has not seen.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from tensionwire.analysis.contacts import rival_names as names
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.draft import Mention
from tensionwire.lexicon.scale import Sign

STEPS = (-3.0, -1.5, -0.5, 0.0, 0.5, 1.5, 3.0)  # between which a score, or a distance of two, lies
NONE = -1  # for a score that is not there
BREATH = 8  # code points between two goals named together
HOPELESS = -2.0  # below, a candidate is looked at no more

K = TypeVar("K")

Scored = tuple[float, Candidate]
Pair = tuple[bool, frozenset[str]]  # a journey or not, and both sides
Partners = dict[str, tuple[float, str]]  # by key: how well they fit, and of which state they are


class Sentence(NamedTuple):
    """The candidates of a sentence: whom each side could have met, and the rank of each pair, 0 for the best."""

    partners: dict[tuple[bool, str], Partners]
    ranks: dict[bool, dict[frozenset[str], int]]
    goals: dict[str, list[tuple[float, Mention]]]  # where each traveller may have gone


class Article(NamedTuple):
    """How well each pair fits, and any two of the same states, by the place of the sentence.

    `hosts`: how well anybody of a state fits as one whom a person met; `trips`: how well each goal fits a person;
    `guests`: how well anybody of one state fits as one who went to another.
    """

    pairs: dict[Pair, dict[int, float]]
    states: dict[Pair, dict[int, float]]
    hosts: dict[tuple[str, str], float]
    trips: dict[str, dict[str, float]]
    guests: dict[tuple[str, str], float]


def rivalry(alone: Sequence[Sequence[Scored]]) -> list[list[list[Sign]]]:
    """The features of every candidate among its rivals, by sentence; none where it is hopeless anyway."""
    article = _article(alone)
    looked = []
    for place, found in enumerate(alone):
        sentence = _sentence(found)
        looked.append([_signs(s, one, place, sentence, article) if s > HOPELESS else [] for s, one in found])
    return looked


def _article(alone: Sequence[Sequence[Scored]]) -> Article:
    pairs: dict[Pair, dict[int, float]] = defaultdict(dict)
    states: dict[Pair, dict[int, float]] = defaultdict(dict)
    hosts: dict[tuple[str, str], float] = {}
    trips: dict[str, dict[str, float]] = defaultdict(dict)
    guests: dict[tuple[str, str], float] = {}
    for place, found in enumerate(alone):
        for score, (one, other, _, journey) in found:
            if journey:
                _raise(trips[one.key], other.affiliation, score)
                _raise(guests, (one.affiliation, other.affiliation), score)
            else:
                _raise(hosts, (one.key, other.affiliation), score)
                _raise(hosts, (other.key, one.affiliation), score)
            for known in (
                pairs[journey, frozenset((one.key, other.key))],
                states[journey, frozenset((one.affiliation, other.affiliation))],
            ):
                known[place] = max(score, known.get(place, score))
    return Article(pairs, states, hosts, trips, guests)


def _raise(best: dict[K, float], key: K, score: float) -> None:
    known = best.get(key)
    if known is None or known < score:
        best[key] = score


def _sentence(found: Iterable[Scored]) -> Sentence:
    partners: dict[tuple[bool, str], Partners] = defaultdict(dict)
    best: dict[bool, dict[frozenset[str], float]] = {False: {}, True: {}}
    goals: dict[str, list[tuple[float, Mention]]] = defaultdict(list)
    for score, (one, other, _, journey) in found:
        if journey:
            goals[one.key].append((score, other))
        for mine, yours in ((one, other), (other, one)):
            known = partners[journey, mine.key]
            if yours.key not in known or known[yours.key][0] < score:
                known[yours.key] = score, yours.affiliation
        pair = frozenset((one.key, other.key))
        best[journey][pair] = max(score, best[journey].get(pair, score))
    ranks = {
        journey: {pair: rank for rank, pair in enumerate(sorted(pairs, key=lambda p: -pairs[p]))}
        for journey, pairs in best.items()
    }
    return Sentence(partners, ranks, goals)


def _signs(score: float, candidate: Candidate, place: int, sentence: Sentence, article: Article) -> list[Sign]:
    one, other, word, journey = candidate
    kind = "v" if journey else "t"
    pair = frozenset((one.key, other.key))
    mine, yours = sentence.partners[journey, one.key], sentence.partners[journey, other.key]
    rival, rival_too = _best_but(mine, other), _best_but(yours, one)
    gaps = _step(score - rival[0] if rival else None), _step(score - rival_too[0] if rival_too else None)
    said = _said(one), _said(other)
    both = "+".join(sorted(said))
    ranks = sentence.ranks[journey]
    star = _star(mine, yours, candidate)
    elsewhere = [s for p, s in article.pairs[journey, pair].items() if p != place]
    states = article.states[journey, frozenset((one.affiliation, other.affiliation))]
    alike = [s for p, s in states.items() if p != place]
    step = _step(score)
    found: list[Sign] = []
    if journey:
        best = max((s for state, s in article.trips[one.key].items() if state != other.affiliation), default=None)
        met = _step(article.hosts.get((one.key, other.affiliation)))
        back = _step(article.guests.get((other.affiliation, one.affiliation)))
        beside = max((s for s, g in sentence.goals[one.key] if _beside(g, other)), default=None)
        found = [(names.trip, met, _step(best), back, step, both), (names.beside, _step(beside), step)]
    else:
        trips = (
            article.trips.get(one.key, {}).get(other.affiliation),
            article.trips.get(other.key, {}).get(one.affiliation),
        )
        found = [(names.guest, _step(max((s for s in trips if s is not None), default=None)), both, step)]
    return [
        *found,
        (names.itself, kind, step, both),
        (names.gaps, kind, *gaps, *said),
        (names.rivals, kind, *_who(rival, other), *_who(rival_too, one)),
        (names.star, kind, _step(None if star is None else star - score), _step(star)),
        (names.rank, kind, min(3, ranks[pair]), min(6, len(ranks))),
        (names.elsewhere, kind, _step(max(elsewhere, default=None)), both, step, min(3, sum(s > 0 for s in elsewhere))),
        (names.states, kind, _step(max(alike, default=None))),
        (names.word, kind, word.group, step, min((gap for gap in gaps if gap != NONE), default=NONE)),
    ]


def _step(score: float | None) -> int:
    return NONE if score is None else bisect_right(STEPS, score)


def _best_but(partners: Partners, mention: Mention) -> tuple[float, str] | None:
    """The best partner who is not `mention`."""
    return max((partner for key, partner in partners.items() if key != mention.key), default=None)


def _who(rival: tuple[float, str] | None, mention: Mention) -> tuple[int, bool]:
    """How well a rival fits, and whether of the same state, as one of a delegation is."""
    return (_step(rival[0]), rival[1] == mention.affiliation) if rival else (NONE, False)


def _star(mine: Partners, yours: Partners, candidate: Candidate) -> float | None:
    """How well somebody fits both who is of a third state: `Lula phoned Petro and Sheinbaum`: these two are no pair."""
    sides = (candidate.one.affiliation, candidate.other.affiliation)
    found = [min(score, yours[key][0]) for key, (score, state) in mine.items() if key in yours and state not in sides]
    return max(found, default=None)


def _said(mention: Mention) -> str:
    if mention.kind in ("unsaid", "there", "pronoun", "both"):
        return mention.kind
    return "named" if mention.name else "office" if mention.personal else "state"


def _beside(one: Mention, other: Mention) -> bool:
    """True for two goals in one breath: `Guatemala und Belize`."""
    if one.affiliation == other.affiliation or "there" in (one.kind, other.kind):
        return False
    return max(one.start, other.start) - min(one.end, other.end) <= BREATH
