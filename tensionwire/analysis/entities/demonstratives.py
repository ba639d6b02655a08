"""Whom `dieser`, `der`, `the latter` mean: whoever was named last, as a rule no subject."""

import re
from collections.abc import Iterator

from tensionwire.analysis.draft import Sentence
from tensionwire.analysis.entities.roll import Who
from tensionwire.analysis.entities.salience import Actor, Salience
from tensionwire.analysis.grammar.verbs import GERMAN_AUXILIARIES, german_code

GERMAN = re.compile(r"\b(?:[Dd]ieser?|[Jj]ener?|[Ll]etzterer?|Der|Die)(?= [a-zäöüß])")
ENGLISH = re.compile(r"\b[Tt]he latter\b")
# Behind which a subordinate clause begins with its subject.
CLAUSE = re.compile(
    r"\b(?:dass|daß|ob|weil|wenn|da|obwohl|falls|bevor|ehe|nachdem|als|während|sobald|wohin|wo|wann|wie|worauf) $", re.I
)
BEFORE = re.compile(r"(\w+) $")
NEXT = re.compile(r" (\w+)\b(?: (\w))?")
# What stands behind a subject and begins no noun's words: `weil dieser kurzfristig in`, not `dieser wichtigen Reise`.
BEHIND = frozenset(
    "im in am an auf bei beim mit nach zu zum zur vor für von vom aus bis gegen noch schon auch sich nicht nie erst nur"
    " kurzfristig anschließend dann danach bald heute morgen gestern zuletzt ebenfalls selbst selber dort ihn ihm ihr"
    " sie es ein eine einen die den das seine seinen seinem wieder bereits nun jedoch aber daraufhin".split()
)
SEVERAL = frozenset("sind waren haben hatten werden wurden wollen sollen können müssen sollten wollten seien".split())
NOUN = re.compile(r"(?<![.:!?] )\b[A-ZÄÖÜ]\w+")
MOST_NOUNS = 2  # between somebody and `dieser`: a noun of its own may be meant
LONGEST = 200  # code points between both


class Demonstratives:
    """Resolves the demonstratives of one article, sentence by sentence."""

    def __init__(self, salience: Salience) -> None:
        self.salience, self.draft = salience, salience.draft

    def resolve(self, sentence: Sentence) -> None:
        """The demonstratives of a sentence."""
        found = self._english(sentence) if self.draft.language == "en" else self._german(sentence)
        for at, end, who in found:
            self.salience.add(at, end, who, "pronoun")

    def _german(self, sentence: Sentence) -> Iterator[tuple[int, int, Who]]:
        text = self.draft.text
        for found in GERMAN.finditer(text, sentence.start, sentence.end):
            word = found.group()
            if not self._subject(found, sentence):
                continue
            actors = self._before(sentence, found.start())
            fitting = [a for a in actors if a.who.feminine == word.endswith("e")]
            if fitting and actors[-1] is fitting[-1] and self._near(fitting[-1], found.start()):
                yield found.start(), found.end(), fitting[-1].who

    def _subject(self, found: re.Match[str], sentence: Sentence) -> bool:
        """True for a demonstrative without a noun, as the subject of a verb in the singular."""
        text, word = self.draft.text, found.group()
        behind = NEXT.match(text, found.end())
        if behind is None:
            return False
        following, then = behind[1], behind[2] or ""
        if word in ("Der", "Die") and found.start() != sentence.start:
            return False
        if following in SEVERAL:
            return False
        code = german_code(following)
        if following in GERMAN_AUXILIARIES or code == "subjunctive" or (code and not following.endswith("te")):
            return True
        if word in ("Der", "Die"):
            return False
        if code == "past":  # `dieser sagte zu`, not `dieser erwartete Besuch`
            return not then.isupper()
        before = text[sentence.start : found.start()]
        last = BEFORE.search(before)
        verb = last is not None and last[1] not in SEVERAL and german_code(last[1]) != ""
        return following in BEHIND and (verb or CLAUSE.search(before) is not None)

    def _near(self, actor: Actor, at: int) -> bool:
        between = self.draft.text[actor.end : at]
        return len(between) < LONGEST and len(NOUN.findall(between)) <= MOST_NOUNS

    def _english(self, sentence: Sentence) -> Iterator[tuple[int, int, Who]]:
        for found in ENGLISH.finditer(self.draft.text, sentence.start, sentence.end):
            named = list({a.who.name: a.who for a in self._before(sentence, found.start())}.values())
            if len(named) > 1:
                yield found.start(), found.end(), named[-1]

    def _before(self, sentence: Sentence, at: int) -> list[Actor]:
        """Who is named in the sentence before `at`, else in the one before it; not who is only called by a pronoun."""
        here = [a for a in self.salience.so_far(sentence, at) if not a.pronoun]
        if here or sentence.place == 0:
            return here
        return [a for a in self.salience.actors(self.draft.sentences[sentence.place - 1]) if not a.pronoun]
