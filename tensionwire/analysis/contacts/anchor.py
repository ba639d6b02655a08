"""The word of a sentence that decides on the status of a contact: which one, noun or verb, how inflected."""

from typing import NamedTuple

from tensionwire.analysis.contacts.around import HARDLY
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.said import VAGUE
from tensionwire.analysis.contacts.scene import ContactWord, Scene, silent
from tensionwire.analysis.grammar.clauses import Clause
from tensionwire.analysis.grammar.verbs import (
    DETERMINERS,
    EITHER,
    ENGLISH_AUXILIARIES,
    GERMAN_AUXILIARIES,
    english_form,
    german_form,
)
from tensionwire.analysis.speech import SPEECH

ALONE = (frozenset({"journey"}), frozenset({"transit"}))  # groups of words that decide on journeys only
NOUNS = frozenset({"encounter", "discussion", "callnoun", "journey", "parley", "summit"})
# How they met, while another word says that they did.
MANNERS = (
    "by ", "over the", "on the", "per ", "am ", "zum ", "zu ", "face to", "in person", "together", "unter ",
    "telefonisch", "fernm", "video", "zuges", "expected in", "due in", "side by", "gemeinsam", "nebeneinander",
    "seite an", "an eine",
)  # fmt: skip
ADVERBS = frozenset(
    "also not never then again twice once still yet just even already soon later only first both all jointly each "
    "reportedly formally".split()
)
PERFECT = frozenset({"haben", "worden", "wurde", "hat", "hatte", "habe", "has", "had", "been"})
NONE = frozenset("no kein keine keinen keinem keiner".split())
INDEFINITE = (["a"], ["an"], ["his"], ["her"], ["their"])  # two tokens before a noun with an attribute
LONGEST_CHAIN = 5


class Anchor(NamedTuple):
    """The deciding word, its first and last token, `verb`, `noun`, `manner` or `silent`, and its form.

    `chain` holds the auxiliaries before an English verb and the word that governs its infinitive: "was due to".
    """

    word: ContactWord
    first: int
    last: int
    role: str
    form: str
    chain: str


def anchor(scene: Scene, candidate: Candidate, owner: list[Clause]) -> Anchor:
    """The anchor of a candidate. `owner` gives the clause of each token."""
    german = scene.draft.language == "de"
    word, first = _deciding(scene, candidate, owner)
    last = first if word.group == "silent" else max(first, scene.at(word.end - 1))
    auxiliaries = GERMAN_AUXILIARIES if german else ENGLISH_AUXILIARIES
    while first < last and scene.lower[first] in auxiliaries:
        first += 1  # was received
    if first < last and (scene.lower[last - 1] == "to" or scene.lower[first] in NONE):
        first = last  # agreed to meet, no meeting
    role = _role(scene, word, first, german)
    if role != "verb":
        return Anchor(word, first, last, role, role, "none")
    if german:
        return Anchor(word, first, last, role, _german(scene.lower, first, owner[first]), "none")
    return Anchor(word, first, last, role, _english(scene.lower, first, owner[first]), _chain(scene, first))


def _deciding(scene: Scene, candidate: Candidate, owner: list[Clause]) -> tuple[ContactWord, int]:
    """Of several contact words the one in the clause of the side named last: "he met Xi and will call Modi"."""
    word = candidate.word
    named = [m for m in (candidate.one, candidate.other) if m.kind not in VAGUE]
    later = max(named, key=lambda m: m.start, default=candidate.other)
    there = scene.at(later.start)
    if word.group == "silent":
        return word, there
    at = scene.at(word.start)
    clause = owner[there]
    if owner[at] is clause or not named:
        return word, at
    if word.text in HARDLY and clause.verbs and clause.opener in ("", "that", "reported"):
        return silent(scene.sentence), there
    if clause.opener not in ("", owner[at].opener) or any(scene.lower[p] in SPEECH for p in clause.verbs):
        return word, at
    fitting = [
        w
        for w in scene.words
        if w.text not in HARDLY and owner[scene.at(w.start)] is clause and _suits(w, candidate.journey)
    ]
    word = min(fitting, key=lambda w: abs(w.start - later.start), default=word)
    return word, scene.at(word.start)


def _suits(word: ContactWord, journey: bool) -> bool:
    return "visit" in word.forms if journey else word.groups not in ALONE


def _role(scene: Scene, word: ContactWord, at: int, german: bool) -> str:
    """Nouns by their group; German ones by their capital, English ones in -ing by what stands before."""
    if word.group == "silent":
        return "silent"
    if word.text.startswith(MANNERS):
        return "manner"
    if word.group in NOUNS:
        return "noun"
    if german:
        return "noun" if at > 0 and scene.tokens[at][0].isupper() else "verb"
    before = scene.lower[max(0, at - 3) : at]
    if scene.lower[at].endswith("ing"):
        return "noun" if any(_determines(w) for w in before) else "verb"
    bare = english_form(scene.lower[at]) == "infinitive"  # on a visit, a two-day visit; not `the president visits`
    return "noun" if bare and before and (_determines(before[-1]) or before[-2:-1] in INDEFINITE) else "verb"


def _determines(word: str) -> bool:
    """True for what stands before a noun: an article, whose it is."""
    return word in DETERMINERS or word.endswith(("'s", "’s"))


def _german(lower: list[str], at: int, clause: Clause) -> str:
    word, form = lower[at], german_form(lower[at])
    auxiliaries = clause.auxiliaries
    if at and lower[at - 1] == "zu" and form == "infinitive":
        return "to infinitive"
    if word in EITHER and PERFECT.isdisjoint(auxiliaries):
        form = "infinitive"
    if not auxiliaries and (form == "infinitive" or (form == "participle" and at in clause.verbs)):
        return "present"
    return form


def _english(lower: list[str], at: int, clause: Clause) -> str:
    word, form = lower[at], english_form(lower[at])
    if at and lower[at - 1] == "to" and form != "ing":
        return "to infinitive"
    return "infinitive" if word == "come" and PERFECT.isdisjoint(clause.auxiliaries) else form


def _chain(scene: Scene, at: int) -> str:
    said: list[str] = []
    place = at - 1
    while place >= 0 and len(said) < LONGEST_CHAIN:
        word = scene.lower[place]
        if code := ENGLISH_AUXILIARIES.get(word):
            said.append(code)
        elif word == "to":
            said.append("to")
            if place and scene.lower[place - 1] not in ENGLISH_AUXILIARIES:
                place -= 1
                said.append("name" if scene.tokens[place][0].isupper() else scene.lower[place])
        elif word not in ADVERBS and not word.endswith("ly"):
            break
        place -= 1
    return " ".join(reversed(said)) or "none"
