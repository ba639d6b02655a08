"""Whom `der Türke`, `the Turk`, `the Ukrainian was received` mean: somebody of that state."""

import re

from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.entities.antecedents import Antecedents
from tensionwire.analysis.entities.roll import GROUP_OF, Who
from tensionwire.analysis.entities.salience import Salience
from tensionwire.lexicon.compiled import Hit

DEFINITE = re.compile(
    r"\b(?:der|die|dem|den|des|the|dieser|diesem|jener|sein\w*|ihr\w*|his|her|its|their|zum|beim|vom)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"\b[Dd]ie (?:\w+ )?$")
ALONE = re.compile(
    r"(?:[,.;:]|’s |'s |\s(?:was|is|has|had|said|says|told|will|would|could|may|might|with|on|in|at|to|also|who"
    r"|for|by|before|after|then|later|did|does|met|as|from|over|himself|herself|twice|that|there|came|went|left|flew"
    r"|spoke|asked|gave|took|saw|sat|wants|hopes|plans|wanted|agreed|received|declined|arrived|returned|hosted)\b"
    r"|\sand\s(?:[a-z]|the\b))"
)
BEFORE_NOUN = re.compile(r"[- ][A-ZÄÖÜ]\w+(?<!tag)(?<!woch)\b")
REACH = 8  # sentences back in which somebody of a state is likeliest meant


class Peoples:
    """Resolves the peoples of one article."""

    def __init__(self, draft: Draft, salience: Salience, antecedents: Antecedents) -> None:
        self.draft, self.salience, self.antecedents = draft, salience, antecedents

    def resolve(self, hit: Hit, sentence: Sentence) -> None:
        """The one of that state spoken of last; who speaks for an organisation, where nobody else is of that state."""
        text = self.draft.text
        if not self._somebody(hit) or not DEFINITE.search(text[max(0, hit.start - 24) : hit.start]):
            return
        if self.salience.roll.named_behind(self.draft.text, hit.end):
            return
        state = next((m.value for m in hit.meanings if m.kind == "demonym"), None) or next(
            m.value for m in hit.meanings if m.kind == "adjective"
        )
        self.salience.add(hit.start, hit.end, self._who(hit, sentence, state), "people", state)

    def _who(self, hit: Hit, sentence: Sentence, state: str) -> Who | None:
        trail, people = self.salience.trail, self.salience.roll.people.values()
        man = self._man(hit)

        def holds(who: Who) -> bool:
            likely = not (man and who.feminine)
            return likely and who.role is not None and GROUP_OF.get(who.country or "", who.country) == state

        def came_from(who: Who) -> bool:  # the Swede who speaks for the United Nations
            return not (man and who.feminine) and who.comes_from(state)

        since = self.salience.since(sentence, REACH)
        who = (
            self.antecedents.who("people", sentence, hit.start, holds)
            or trail.before(hit.start, since, holds)
            or trail.before(hit.start, since, came_from)
        )
        if who is not None or self._several(hit):
            return who
        officials = [w for w in people if holds(w)] or [w for w in people if w.country and came_from(w)]
        if not officials:
            sides = self.draft.lexicon.states | self.draft.lexicon.parties
            officials = [w for w in people if w.country and w.role is not None and w.country not in sides]
        return officials[0] if len(officials) == 1 else None

    def _man(self, hit: Hit) -> bool:
        """True for `der Türke`, which no woman is called."""
        text = self.draft.text
        return self.draft.language != "en" and not text.endswith("in", 0, hit.end) and not self._several(hit)

    def _several(self, hit: Hit) -> bool:
        """True for `the Americans`, `die Libyer`."""
        if self.draft.text.endswith("s", 0, hit.end):
            return True
        woman = self.draft.text.endswith("in", 0, hit.end)
        return not woman and SEVERAL.search(self.draft.text[max(0, hit.start - 24) : hit.start]) is not None

    def _somebody(self, hit: Hit) -> bool:
        """True for a word of a state that stands for somebody."""
        adjective = "adjective" in hit.kinds
        if self.draft.language != "en":  # der Schweizer Außenminister is no Schweizer of his own
            return "demonym" in hit.kinds and not (adjective and BEFORE_NOUN.match(self.draft.text, hit.end))
        if not adjective:
            return "demonym" in hit.kinds
        word = self.draft.text[hit.start : hit.end]
        return word.endswith(("n", "i")) and ALONE.match(self.draft.text, hit.end) is not None
