"""Those who hold an office in every state of a bloc: `die baltischen Außenminister`, `the leaders of the G7`."""

import re

from tensionwire.analysis.draft import BLOC, MATE, Draft
from tensionwire.analysis.entities.offices import Office, plural
from tensionwire.analysis.entities.roll import Who, compatible
from tensionwire.analysis.entities.salience import Salience
from tensionwire.lexicon.compiled import Hit

# What stands between an office and the bloc behind it: `Präsidenten der fünf zentralasiatischen Staaten`.
OF = re.compile(
    r" (?:der|des|von|aus(?: den)?|of(?: the)?|from(?: the)?)"
    r"(?: (?:drei|vier|fünf|sechs|sieben|three|four|five|six|seven))? ?"
)
LONGEST = 24  # code points of that
NAMED = 2  # of a bloc whose states stand for all of it


class Blocs:
    """Resolves the blocs of one article. Their first two members are sides; the entry names all."""

    def __init__(self, draft: Draft, salience: Salience) -> None:
        self.draft, self.salience = draft, salience

    def resolve(self, hit: Hit, offices: dict[int, Office]) -> int | None:
        """Adds the holders of an office beside a bloc; gives where that office begins, None where there is none."""
        members = next(m.detail for m in hit.meanings if m.value == "bloc").split("|")
        office = offices.get(hit.end + 1)
        if office is None or not plural(self.draft, office, len(members)):
            office = self._before(hit, offices)
        if office is None:
            return None
        body = next((m.value for m in hit.meanings if m.kind == "organisation"), "")
        start, end = min(hit.start, office.start), max(hit.end, office.end)
        holders = {state: self._holder(state, office) for state in members}
        first = sorted(members, key=lambda state: holders[state] is None)[:NAMED]
        for state in first:
            self.salience.add(start, end, holders[state], "both", state, office.role)
            how = f"{BLOC}{body}={'|'.join(members)}" if state == first[0] else MATE
            self.salience.found[-1] = self.salience.found[-1].because(how)
        return office.start

    def _before(self, hit: Hit, offices: dict[int, Office]) -> Office | None:
        """The office of which the bloc behind says whose it is."""
        text = self.draft.text
        return next(
            (
                office
                for office in offices.values()
                if 0 < hit.start - office.end <= LONGEST
                and OF.fullmatch(text, office.end, hit.start)
                and plural(self.draft, office, NAMED)
            ),
            None,
        )

    def _holder(self, state: str, office: Office) -> Who | None:
        people = self.salience.roll.people.values()
        return next((w for w in people if w.country == state and compatible(w.role, office.role)), None)
