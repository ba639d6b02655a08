"""Whom a host and a guest mean: of other states than whoever the sentence names, at home or not."""

import re

from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.entities.antecedents import Antecedents
from tensionwire.analysis.entities.offices import scene_of
from tensionwire.analysis.entities.roll import Who
from tensionwire.analysis.entities.salience import Salience
from tensionwire.lexicon.compiled import Hit

DEFINITE = re.compile(
    r"\b(?:der|die|dem|den|des|the|dieser|diesem|sein\w*|ihr\w*|his|her|its|their|zum|beim|vom)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
APPOSED = re.compile(r"\w, (?:the|der|die) $")  # Paraguay's Santiago Peña, the host, ...
NAME_FOLLOWS = re.compile(r", (?!(?:who|whom|which|that) )(?:[\w’'.-]+ ){1,4}")  # an office, before the name
MARKS = (";", ":", " – ", " — ")
NO_GUEST = re.compile(r"(?:s|en)? (?:house|list|room|star|of)\b")  # a guest house


class Hosts:
    """Resolves the hosts and guests of one article."""

    def __init__(self, draft: Draft, salience: Salience, antecedents: Antecedents) -> None:
        self.draft, self.salience, self.antecedents = draft, salience, antecedents
        self.home = scene_of(draft)

    def resolve(self, hit: Hit, sentence: Sentence, host: bool, state: str | None) -> None:
        """The host is of the state where the article is set, the guest is not; `state` says of which, if said."""
        text = self.draft.text
        before = text[max(sentence.start, hit.start - 24) : hit.start]
        if not DEFINITE.search(before) or APPOSED.search(before) or NO_GUEST.match(text, hit.end):
            return
        if self.salience.roll.named_behind(text, hit.end) or self._named_behind(hit, sentence):
            return
        woman = self.draft.language == "de" and text[hit.start : hit.end].endswith("in")
        start, end = self._part(hit, sentence)
        named = [w for _, w in self.salience.trail.of(start, end)]
        names, states = {w.name for w in named}, {w.country for w in named}

        def fits(who: Who) -> bool:
            if who.role is None or who.name in names or (woman and not who.feminine):
                return False
            if state is not None:
                return who.country == state
            return who.country not in states and (self.home is None or (who.country == self.home) == host)

        who = self.antecedents.who("host" if host else "guest", sentence, hit.start, fits)
        self.salience.add(hit.start, hit.end, who, "host")

    def _part(self, hit: Hit, sentence: Sentence) -> tuple[int, int]:
        """What stands between the hard marks of a sentence around a word: nobody else's part says who is meant."""
        text = self.draft.text
        start = max(text.rfind(mark, sentence.start, hit.start) for mark in MARKS)
        ends = [at for mark in MARKS if (at := text.find(mark, hit.end, sentence.end)) >= 0]
        return max(sentence.start, start), min(ends, default=sentence.end)

    def _named_behind(self, hit: Hit, sentence: Sentence) -> bool:
        """True for `their host, President Yoon Suk Yeol`: an office and the name stand behind it."""
        at, _ = next(iter(self.salience.trail.of(hit.end, sentence.end)), (0, None))
        return at > 0 and NAME_FOLLOWS.fullmatch(self.draft.text, hit.end, at) is not None
