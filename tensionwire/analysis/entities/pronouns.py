"""Whom a pronoun means: the subject of a sentence before, or somebody else as an object; `they`: the two."""

import re

from tensionwire.analysis.draft import Sentence
from tensionwire.analysis.entities.roll import Who
from tensionwire.analysis.entities.salience import WITH, Salience

PRONOUNS = {
    "de": re.compile(r"\b(?=[EeSsIi])(?:[Ee]r|ihm|ihn|[Ss]ein(?:e[rmns]?)?|[Ss]ie|[Ii]hr(?:e[rmns]?)?)\b"),
    "en": re.compile(r"\b(?=[HhSsTt])(?:[Hh]e|him|[Hh]is|[Ss]he|[Hh]er|[Tt]hey|them)\b"),
}
WOMAN = frozenset("sie ihr ihre ihrer ihrem ihren ihres she her".split())
OBJECT = frozenset("ihm ihn him her".split())
PLURAL_VERB = re.compile(r" \w+en\b")
VERB_BEFORE = re.compile(r"\b(?:sind|[a-zäöüß]+en)\s$")  # am Freitag sehen sie einander
OWNING = re.compile(r"sein\w*|ihr\w+|his|her").fullmatch
LEADING_IN = re.compile(
    r"^\W*(?:Bei|Nach|Vor|Während|Auf|In|Mit|Zu|Am Rande|Zum"
    r"|After|Before|During|On|In|At|Upon|Ahead of|For)\b[^,]{0,40}$"
)


class Pronouns:
    """Resolves the pronouns of one article, sentence by sentence."""

    def __init__(self, salience: Salience) -> None:
        self.salience, self.trail, self.draft = salience, salience.trail, salience.draft
        self.pronoun = PRONOUNS["en" if self.draft.language == "en" else "de"]

    def resolve(self, sentence: Sentence) -> None:
        """The pronouns of a sentence: as its subject whoever did something before, as its object somebody else."""
        text = self.draft.text
        for found in self.pronoun.finditer(text, sentence.start, sentence.end):
            if self.trail.covers(found.start()):
                continue  # Liu He, He Lifeng
            word = found.group().lower()
            if word in ("they", "them") or (
                word == "sie"
                and (PLURAL_VERB.match(text, found.end()) or VERB_BEFORE.search(text, sentence.start, found.start()))
            ):
                self._both_before(found, sentence)
                continue
            woman = word in WOMAN
            named = self.trail.of(sentence.start, found.start())
            behind = self.trail.of(found.end(), sentence.end)
            alike = [(at, w) for at, w in named if w.feminine == woman]
            if word in OBJECT:
                clause = max(text.rfind(mark, sentence.start, found.start()) for mark in ",;:–")
                if any(at < clause for at, _ in alike):
                    continue  # in another clause of the sentence: whom it means is there
            elif any(not WITH.search(text[max(sentence.start, at - 40) : at]) for at, _ in alike):
                continue
            elif (
                OWNING(word)
                and any(w.feminine == woman for _, w in behind)
                and LEADING_IN.search(text[sentence.start : found.start()])
            ):
                continue  # Bei seinem Besuch traf Merz ...: who is meant comes behind
            who = self._subject(sentence, woman, {w.name for _, w in named + behind})
            if who is not None:
                self.salience.add(found.start(), found.end(), who, "pronoun")
            return

    def _both_before(self, found: re.Match[str], sentence: Sentence) -> None:
        """`they`: the two of different states of the sentence before."""
        if sentence.place == 0 or self.trail.of(sentence.start, found.start()):
            return
        before = self.draft.sentences[sentence.place - 1]
        if len({a.who.country for a in self.salience.actors(before) if a.who.role}) > 1:
            for who in self.salience.pair(before, before.end):
                self.salience.add(found.start(), found.end(), who, "both")

    def _subject(self, sentence: Sentence, woman: bool, but: set[str]) -> Who | None:
        """Who did something in the sentences before."""
        return self.salience.salient(sentence, sentence.start, lambda w: w.feminine == woman and w.name not in but)
