"""When a contact lies: of the dates around its word the one that belongs to it."""

import re
from datetime import date

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import SPEECH, Scene
from tensionwire.analysis.dates import Found, Frame, ahead_of, find
from tensionwire.analysis.dates.tokens import AROUND
from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.contracts.tagged import DateWindow, Status

BACKGROUND_DAYS = 60
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CLAUSE = 30  # tokens that a date in another clause counts as farther away
SAYING = 60  # and one that says when something was said
REACH_BACK = 6  # sentences in which a date stands from which "two days later" counts


def when(scene: Scene, candidate: Candidate, status: Status) -> DateWindow | None:
    """The days on which the contact lies, None where the text does not say.

    `status` gives the direction: a weekday lies behind for what was held, ahead for what is planned.
    """
    found = dates_of(scene.draft, scene.sentence)
    if not found:
        return None
    frame = Frame(_today(scene.draft), ahead_of(status))
    ranked = sorted(found, key=lambda f: _distance(scene, candidate, f))
    for one in ranked:
        anchor = _anchor(scene, one, found) if one.said.kind == "anchored" else None
        if (window := one.window(frame._replace(anchor=anchor))) is not None:
            return window
    return None


def past(window: DateWindow | None, day: str | None) -> bool:
    """History: more than 60 days before the article."""
    if window is None or day is None:
        return False
    end = date.fromisoformat(window.end or window.start)
    return (date.fromisoformat(day) - end).days > BACKGROUND_DAYS


def dates_of(draft: Draft, sentence: Sentence) -> list[Found]:
    """The dates of a sentence; looked for only around words of the calendar and years."""
    named = [(h.start, h.end) for h in draft.hits_of(sentence) if "date" in h.kinds]
    named += [m.span() for m in YEAR.finditer(draft.text, sentence.start, sentence.end)]
    if not named:
        return []
    first, last = min(named)[0] - AROUND, max(named)[1] + AROUND
    return find(draft.text, max(sentence.start, first), min(sentence.end, last))


def _today(draft: Draft) -> date | None:
    return date.fromisoformat(draft.day) if draft.day else None


def _distance(scene: Scene, candidate: Candidate, found: Found) -> int:
    """How far a date lies from the contact word, in tokens; farther in another clause, or at a word of saying."""
    first, last = scene.at(found.start), scene.at(found.end - 1)
    word = scene.at(candidate.word.start)
    distance = first - word if first > word else word - last
    clauses = scene.clauses
    if clauses[first] != clauses[word]:
        distance += CLAUSE
    return distance


def _anchor(scene: Scene, found: Found, here: list[Found]) -> date | None:
    """The day from which "tags darauf" counts: the last date named before it, in this sentence or those before."""
    draft = scene.draft
    before = [f for f in here if f.end <= found.start]
    for sentence in (scene.sentence, *reversed(draft.sentences[max(0, scene.sentence.place - REACH_BACK) : scene.sentence.place])):
        dates = before if sentence is scene.sentence else dates_of(draft, sentence)
        frame = Frame(_today(draft), _points_ahead(draft, sentence))
        for one in reversed(dates):
            if one.said.kind in ("day", "weekday", "near") and (window := one.window(frame)) is not None:
                return date.fromisoformat(window.start)
    return None


def _points_ahead(draft: Draft, sentence: Sentence) -> bool:
    return any(m.kind == "status" and m.value in ("future", "planned", "ahead") for h in draft.hits_of(sentence) for m in h.meanings)
