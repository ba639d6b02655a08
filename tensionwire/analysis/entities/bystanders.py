"""People without an office, experts and the like: no sides, but a pronoun may mean them instead of an official."""

import bisect
import re
from typing import NamedTuple

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.bearers import no_name, without_genitive
from tensionwire.analysis.entities.roll import Roll
from tensionwire.analysis.entities.salience import WITH
from tensionwire.analysis.entities.shape import CAPITAL, CAPITALISED, NOT_NAMES, PARTICLE, feminine, in_clutter

# Each pair of such words, also behind a title.
NAMED = re.compile(rf"\b(?=([{CAPITAL}][\w’-]+) (?:[{CAPITAL}]\. )?(?:{PARTICLE} )?([{CAPITAL}][\w’-]{{2,}}))")
BEFORE = 40  # code points in which a preposition stands on which somebody hangs


class Bystander(NamedTuple):
    """Where somebody without an office is named as a subject, and whether a woman."""

    start: int
    end: int
    feminine: bool


class Bystanders:
    """Finds them in one article. Nobody of its roll is one."""

    def __init__(self, draft: Draft, roll: Roll) -> None:
        self.draft, self.roll = draft, roll
        self._found: list[Bystander] | None = None  # few articles have a pronoun that asks
        self._ends: list[int] = []

    def last(self, at: int, woman: bool) -> int:
        """Where the last one of that sex ends who is named before a place, -1 where nobody is."""
        found = self._found
        if found is None:
            found = self._found = sorted(self._find(self.roll))
            self._ends = [one.end for one in found]
        before = range(bisect.bisect_right(self._ends, at) - 1, -1, -1)
        return next((found[place].end for place in before if found[place].feminine == woman), -1)

    def _find(self, roll: Roll) -> list[Bystander]:
        text, known = self.draft.text, self.draft.lexicon.origins.is_forename
        covered = roll.covered(len(text))
        found: list[Bystander] = []
        surnames: dict[str, bool] = {}
        for name in NAMED.finditer(text):
            start, end = name.start(), name.end(2)
            if any(covered[start:end]) or name[1] in NOT_NAMES or not known(name[1]) or in_clutter(self.draft, start):
                continue
            if name[2] in roll.by_surname or no_name(self.draft, text[start:end]):
                continue
            woman = feminine(self.draft, text[start:end], "")
            surnames.setdefault(name[2], woman)
            found.append(Bystander(start, end, woman))
        if surnames:
            found += [
                Bystander(word.start(), word.start() + len(surname), surnames[surname])
                for word in CAPITALISED.finditer(text)
                if (surname := without_genitive(word[0])) in surnames and not covered[word.start()]
            ]
        return [one for one in found if not WITH.search(text, max(0, one.start - BEFORE), one.start)]
