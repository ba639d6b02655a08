"""From labelled articles to samples: the features of every candidate, with whether it is a contact and its status."""

import re
from typing import Any, NamedTuple

from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.contacts.rivals import rivalry
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.status import cues
from tensionwire.analysis.contacts.views import MEANT
from tensionwire.analysis.draft import Draft, Mention
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.model import Weights
from tensionwire.lexicon.scale import names_of
from training.lessons import lessons
from training.names import fills, same

ELSEWHERE = 0.4  # weight of a candidate whose contact is told, but in another sentence
NEARLY = 0.4  # weight of a talk that no label tells, where one has somebody go to the state of the other
PLACES = frozenset({"country", "adjective", "seat", "city"})
LESSON = 0.8  # weight of a sentence that teaches the status only
BLANKS = re.compile(r"\s+")


class Sample(NamedTuple):
    """A candidate: its features, whether it is a contact, how much it counts; its cues and status where it is one.

    `contact` is None for what is neither wanted nor punished; it only stands beside others. Without features it teaches
    the status only (lessons.py).
    """

    candidate: Candidate
    found: list[str]
    contact: bool | None = False
    weight: float = 1.0
    cues: tuple[str, ...] = ()
    status: str | None = None


class Rivals(NamedTuple):
    """A candidate as the second look sees it: its features, and how far above the threshold the first look left it."""

    found: list[str]
    journey: bool
    score: float
    contact: bool
    weight: float


Read = list[list[Sample]]  # the samples of an article, by sentence, and last those that teach the status only


def article_of(row: dict[str, Any]) -> Article:
    """The article of a labelled row."""
    published = str(row["published"]) if row.get("published") else None
    return Article(
        text=row["text"], id=row["id"], title=row.get("title"), published=published, language=row.get("language")
    )


def samples(draft: Draft, labels: dict[str, Any], counts: float = 1.0) -> Read:
    """All candidates of an article, which counts as so many."""
    contacts = list(labels.get("contacts") or [])
    homes = [(person["name"], person["country"].removeprefix("org:")) for person in labels.get("people") or []]
    where = [(quoted(draft, c.get("quote") or ""), c) for c in contacts]
    known: dict[int, Scene] = {}
    read: Read = []
    for scene in scenes(draft):
        known[scene.sentence.place] = scene
        read.append([_sample(scene, one, where, homes) for one in candidates(scene)])
    read.append(_lessons(draft, known, where))
    return [[sample._replace(weight=sample.weight * counts) for sample in sentence] for sentence in read]


def _lessons(draft: Draft, known: dict[int, Scene], where: list[tuple[int | None, dict[str, Any]]]) -> list[Sample]:
    """Samples of the status alone."""
    learned = {
        number
        for number, (place, contact) in enumerate(where)
        if place in known and any(fits(contact, one) for one in candidates(known[place]))
    }
    return [
        Sample(
            one,
            [],
            None,
            LESSON * (0.5 if contact.get("optional") else 1.0),
            tuple(cues(scene, one)),
            contact["status"],
        )
        for scene, one, contact in lessons(draft, known, where, learned)
    ]


def _sample(
    scene: Scene,
    candidate: Candidate,
    where: list[tuple[int | None, dict[str, Any]]],
    homes: list[tuple[str, str]],
) -> Sample:
    sample = Sample(candidate, features(scene, candidate))
    fitting = [
        (0 if not c.get("quote") else abs((place if place is not None else -9) - scene.sentence.place), c)
        for place, c in where
        if fits(c, candidate)
    ]
    if not fitting:
        # neither wanted nor punished: two of a company, states of named officials, a visit that a meeting there implies
        lexicon = scene.draft.lexicon
        free = any(
            shares(c, candidate) or _by_states(c, candidate, homes) or _implied(c, candidate, homes, lexicon)
            for _, c in where
        )
        nearly = any(_implied_by_visit(c, candidate, homes) for _, c in where)
        return sample._replace(contact=None if free else False, weight=NEARLY if nearly else 1.0)
    away, best = min(fitting, key=lambda f: f[0])
    here = away == 0 or not best.get("quote")
    if not here and not MEANT.isdisjoint((candidate.one.kind, candidate.other.kind)):
        return sample._replace(contact=None)
    weight = (1.0 if here else ELSEWHERE) * (0.5 if best.get("optional") else 1.0)
    if not here:
        return sample._replace(contact=True, weight=weight)
    return sample._replace(contact=True, weight=weight, cues=tuple(cues(scene, candidate)), status=best["status"])


def among_rivals(read: Read, weights: Weights, threshold: float) -> list[Rivals]:
    """The candidates of an article as the second look sees them after a first one with `weights`."""
    read = [[sample for sample in sentence if sample.found] for sentence in read]
    alone = [
        [(sum(weights.get(f, 0.0) for f in s.found) - threshold, s.candidate) for s in sentence] for sentence in read
    ]
    found = []
    for sentence, scored, among in zip(read, alone, rivalry(alone), strict=True):
        for sample, (score, one), signs in zip(sentence, scored, among, strict=True):
            if signs and sample.contact is not None:
                found.append(Rivals(names_of(signs), one.journey, score, sample.contact, sample.weight))
    return found


def quoted(draft: Draft, quote: str) -> int | None:
    """The place of the sentence that a label quotes."""
    text = BLANKS.sub(" ", quote.strip())[:50]
    if not text:
        return None
    for sentence in draft.sentences:
        said = BLANKS.sub(" ", draft.text[sentence.start : sentence.end])
        if text in said or (len(said) > 20 and text.startswith(said[:40])):
            return sentence.place
    return None


def fits(contact: dict[str, Any], candidate: Candidate) -> bool:
    """True where a pair fills both sides of a label."""
    if (contact["form"] == "visit") != candidate.journey:
        return False
    one, two = contact["sides"]
    a, b = candidate.one, candidate.other
    return (fills(one, a) and fills(two, b)) or (fills(one, b) and fills(two, a))


def shares(contact: dict[str, Any], candidate: Candidate) -> bool:
    """True where both of a pair are parties of a label of many."""
    parties = contact.get("parties") or []
    return not candidate.journey and fills(parties, candidate.one) and fills(parties, candidate.other)


def _by_states(contact: dict[str, Any], candidate: Candidate, homes: list[tuple[str, str]]) -> bool:
    """True where unnamed sides are of the states whose officials a label names: the same contact, less exactly."""
    if candidate.journey or (candidate.one.name and candidate.other.name):
        return False
    one, two = ({state for filler in side for state in _states(filler, homes)} for side in contact["sides"])
    a, b = candidate.one.affiliation, candidate.other.affiliation
    return (a in one and b in two) or (b in one and a in two)


def _implied(contact: dict[str, Any], candidate: Candidate, homes: list[tuple[str, str]], lexicon: Lexicon) -> bool:
    """True for the visit of somebody who is told to meet an official of that state in that state."""
    if not candidate.journey or contact["form"] == "call":
        return False
    goal = candidate.other.affiliation
    return _side_and_state(contact, candidate.one, goal, homes) and goal in _where(contact.get("place") or "", lexicon)


def _side_and_state(contact: dict[str, Any], mention: Mention, state: str, homes: list[tuple[str, str]]) -> bool:
    """True where somebody fills a side of a label of which the other one is of a state."""
    one, two = contact["sides"]
    return any(
        fills(side, mention) and any(state in _states(filler, homes) for filler in other)
        for side, other in ((one, two), (two, one))
    )


def _where(place: str, lexicon: Lexicon) -> set[str]:
    """The states in which a labelled place lies, as far as the lexicon knows."""
    return {m.value for hit in lexicon.find(place) for m in hit.meanings if m.kind in PLACES}


def _implied_by_visit(contact: dict[str, Any], candidate: Candidate, homes: list[tuple[str, str]]) -> bool:
    """True for two of whom one is told to visit the state of the other: whether they met is left open as a rule."""
    if candidate.journey or contact["form"] != "visit" or not (candidate.one.name and candidate.other.name):
        return False
    a, b = candidate.one, candidate.other
    return any(_side_and_state(contact, one, other.affiliation, homes) for one, other in ((a, b), (b, a)))


def _states(filler: str, homes: list[tuple[str, str]]) -> list[str]:
    kind, _, value = filler.partition(":")
    if kind in ("country", "org") and value:
        return [value]
    return [country for name, country in homes if same(filler, name)]
