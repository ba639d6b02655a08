"""Whom `sein chinesischer Amtskollege`, `his colleague from Manama` means: the same office in another state."""

import re

from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.entities.roll import Who, compatible
from tensionwire.analysis.entities.salience import Salience
from tensionwire.lexicon.compiled import Hit

COLLEAGUES = re.compile(
    r"\b(?:mit|von|bei|zu|unter|gegenüber|neben|samt|nach|aus) (?:seinen|ihren|den|deren|dessen)(?: [\w-]+en){0,2} $"
    r"|\b(?:alle|allen|die|seine|ihre|zwei|drei|mehrere|mehreren|einige|einigen)(?: [\w-]+en?){0,2} $",
    re.IGNORECASE,
)
APPOSED = 80  # code points behind counterparts of several states in which their names stand
OWN = re.compile(r"\b(?:[Ss]ein\w*|[Ii]hr\w*|[Hh]is|[Hh]er|[Tt]heir|[Dd]essen|[Dd]eren|whose)\s(?:\w+\s){0,3}$")


class Counterparts:
    """Resolves the counterparts of one article."""

    def __init__(self, draft: Draft, salience: Salience) -> None:
        self.draft, self.salience = draft, salience

    def resolve(self, hit: Hit, sentence: Sentence, states: list[str], begin: int) -> None:
        """The same office in each of the `states` said beside it, else the other one spoken of."""
        if self.salience.roll.named_behind(self.draft.text, hit.end):
            return
        of = self._whose(hit, sentence, states)
        named = {who.country for _, who in self.salience.trail.of(hit.end, min(sentence.end, hit.end + APPOSED))}
        for state in states:
            if len(states) > 1 and state in named:
                continue  # his counterparts from Jordan and Norway, Ayman Safadi and Espen Barth Eide
            who = self._holder(hit, state, of)
            self.salience.add(hit.start, hit.end, who, "counterpart", state, of.role if of else None, begin)
        own = OWN.search(self.draft.text[max(0, hit.start - 30) : hit.start])
        if not states and of is not None and own and not self._several(hit):
            self._other(hit, sentence, of)

    def _whose(self, hit: Hit, sentence: Sentence, but: list[str]) -> Who | None:
        """Whose counterpart is meant, of no state of `but`: who is said last before, free of prepositions first."""
        said = self.salience.so_far(sentence, hit.start)
        here = [a for a in said if a.who.role is not None and a.who.country not in but]
        if here:
            return next((a.who for a in reversed(here) if a.free), here[-1].who)
        return self.salience.trail.before(
            hit.start,
            self.salience.since(sentence, 2),
            lambda w: w.role is not None and w.role != "spokesperson" and w.country not in but,
        )

    def _holder(self, hit: Hit, state: str, of: Who | None) -> Who | None:
        def fits(who: Who) -> bool:
            return (
                who.country == state
                and who.role is not None
                and who is not of
                and (of is None or compatible(who.role, of.role))
            )

        return self.salience.trail.before(hit.start, 0, fits) or next(
            (w for w in self.salience.roll.people.values() if of is not None and fits(w)), None
        )

    def _other(self, hit: Hit, sentence: Sentence, of: Who) -> None:
        """Of another state: who holds such an office, else whoever was spoken of; else nobody who is named."""
        trail, since = self.salience.trail, self.salience.since(sentence)

        def foreign(who: Who) -> bool:
            return who.role is not None and who.country != of.country

        who = trail.before(hit.start, since, lambda w: foreign(w) and compatible(w.role, of.role)) or trail.before(
            hit.start, since, foreign
        )
        self.salience.add(hit.start, hit.end, who, "counterpart")

    def _several(self, hit: Hit) -> bool:
        """True for several: `his counterparts`, `mit seinen europäischen Kollegen`; who is meant is not said then."""
        word = self.draft.text[hit.start : hit.end].lower()
        before = self.draft.text[max(0, hit.start - 40) : hit.start]
        return word in ("counterparts", "colleagues") or (word.endswith("kollegen") and bool(COLLEAGUES.search(before)))
