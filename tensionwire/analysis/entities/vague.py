"""Who is called by less than an office: `die Ministerin`, `the diplomat`, `der CDU-Politiker`, `der 44-Jährige`."""

import re
from collections.abc import Mapping

from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.entities.antecedents import Antecedents
from tensionwire.analysis.entities.roll import MINISTERS, TOP, Who
from tensionwire.analysis.entities.salience import Salience
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon.compiled import Hit

DEFINITE = re.compile(
    r"\b(?:der|die|dem|den|des|the|dieser|diesem|jener|jenem|zum|beim|vom)\s(?:[\w’'-]+\s)?(?:[\w’-]+-)?$",
    re.IGNORECASE,
)
DIPLOMATS: frozenset[Role] = frozenset(
    {"foreign-minister", "top-diplomat", "special-envoy", "ambassador", "negotiator", "deputy-minister", "org-head"}
)
POLITICIANS: frozenset[Role] = MINISTERS | TOP | DIPLOMATS | frozenset({"parliament-president"})
ROLES: Mapping[str, frozenset[Role]] = {"minister": MINISTERS, "diplomat": DIPLOMATS, "politician": POLITICIANS}
# Whose a party is, where only one state has one of that name.
PARTIES = {
    "DEU": frozenset("CDU CSU SPD Grünen Grüne Sozialdemokratin Linken AfD Unions Christdemokrat BSW".split()),
    "AUT": frozenset("ÖVP SPÖ FPÖ Neos".split()),
    "CHE": frozenset("SVP SP Mitte FDP".split()),
}
WOMAN = re.compile(r"\b[Dd]ie (?:\d\d-)?$")  # `die Grüne`, `die 77-Jährige`
DIE = re.compile(r"\b[Dd]ie (?:\w+ )?(?:[\w’-]+-)?$")
PARTY = re.compile(r"([\w’]+)-$")
BEFORE = 40  # code points in which the article and a party or an age stand


class Vague:
    """Resolves such words of one article."""

    def __init__(self, draft: Draft, salience: Salience, antecedents: Antecedents) -> None:
        self.draft, self.salience, self.antecedents = draft, salience, antecedents

    def resolve(self, value: str, hit: Hit, sentence: Sentence, near: str | None, begin: int) -> None:
        """A word of the list `value`; `near` is the state said before it, where its words begin at `begin`."""
        text = self.draft.text
        before = text[max(sentence.start, begin - BEFORE) : begin]
        if not DEFINITE.search(before) or self.salience.roll.named_behind(self.draft.text, hit.end):
            return
        word = text[hit.start : hit.end]
        if DIE.search(before) and not word.endswith(("in", "e")):
            return  # `die Politiker`, not `die Politikerin`, `die Grüne`
        party = PARTY.search(before)
        names = {party[1] if party else "", word}
        states = {state for state, parties in PARTIES.items() if not parties.isdisjoint(names)}
        roles = ROLES[value]
        woman = self.draft.language == "de" and (
            word.endswith("in") or (value == "politician" and WOMAN.search(before) is not None)
        )

        def fits(who: Who) -> bool:
            return (
                who.role in roles
                and (near is None or who.country == near or who.comes_from(near))
                and (not states or who.country in states)
                and (who.feminine or not woman)
            )

        who = self.antecedents.who("vague", sentence, hit.start, fits)
        if who is None and near is not None:
            holders = [w for w in self.salience.roll.people.values() if fits(w)]
            who = holders[0] if len(holders) == 1 else None
        self.salience.add(hit.start, hit.end, who, "office", near if value != "politician" else None, None, begin)
