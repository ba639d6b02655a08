"""The clause in which a word stands, and what its verbs say of tense and mood.

A plain parser of word forms: the segments of a sentence are put together to clauses, so that a German bracket
(wird ... treffen) stays whole around what is put in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tensionwire.analysis.grammar.segments import BUT, COORDINATION, MARKS, opener, segments
from tensionwire.analysis.grammar.verbs import (
    DETERMINERS,
    EITHER_PAST,
    ENGLISH_NOUNS,
    GERMAN_AUXILIARIES,
    INSEPARABLE,
    english_code,
    german_code,
    german_form,
)

BREAKS = MARKS - {","}
BEFORE_ADJECTIVES = frozenset(
    "auf für über in an um mit von bei nach zu ohne gegen durch als sehr neue weitere".split()
)
SUBJECTS = frozenset("he she it who which that now also".split())
FULL = frozenset({"past", "present", "subjunctive"})  # codes of verbs that are no auxiliaries
REPORTED = frozenset({"werde", "sei", "habe", "solle", "wolle", "könne", "subjunctive"})
BRACKET_ENDS = frozenset({"werden", "haben", "worden"})
WITH_PARTICIPLE = frozenset("hat haben habe hatte hätte ist sei war wäre wird werden werde wurde worden".split())


@dataclass(eq=False)
class Clause:
    """The kind of word that opens it, the clause it hangs on, the positions of its tokens, its verbs by position."""

    german: bool
    opener: str = ""
    parent: "Clause | None" = None
    places: list[int] = field(default_factory=list)
    verbs: dict[int, str] = field(default_factory=dict)

    @property
    def auxiliaries(self) -> list[str]:
        """Codes of auxiliaries and modals, in order; "werden" alone is the plural of "wird"."""
        found = [code for code in self.verbs.values() if code not in FULL]
        return ["wird"] if found and set(found) == {"werden"} else found

    @property
    def tense(self) -> str:
        """The auxiliaries together ("haben+soll"), else the tense of the full verb, else `none`.

        Of several verbs the first counts in German, the one in the past in English, where "plans" looks like a verb.
        """
        found = self.auxiliaries
        if found:
            return "+".join(sorted(set(found)))
        said = list(self.verbs.values())
        if self.german:
            return said[0] if said else "none"
        return next((tense for tense in ("past", "present") if tense in said), "none")


def clauses_of(tokens: Sequence[str], german: bool) -> list[Clause]:
    """For each token of a sentence the clause to which it belongs."""
    lower = [t.lower() for t in tokens]
    codes = list(map(german_code if german else english_code, lower))
    for place, code in enumerate(codes):
        if code:
            codes[place] = verb_code(tokens, lower, place, german, code)
    owner: list[Clause] = []
    current = main = before = Clause(german)
    inside: Clause | None = None  # brackets that stand open
    for first, last in segments(lower, codes, german):
        if german:
            _bare_present(tokens, lower, range(first, last), codes)
        mark = lower[first] if lower[first] in MARKS else ""
        start = first
        while start < last and (lower[start] in MARKS or lower[start] in COORDINATION or lower[start] in BUT):
            start += 1
        verbs = {p: codes[p] for p in range(first, last) if codes[p]}
        if (
            not german
            and not verbs
            and mark == ","
            and current.opener
            and not main.verbs
            and start < last
            and lower[start].endswith("ed")
        ):
            verbs = {start: "past"}  # ", who came on Monday, received"
        if kind := opener(lower, start, last, bool(verbs), german):
            clause = Clause(german, kind, current if current.places else None)
        elif mark == ")":
            clause = before if current is inside else current
        else:
            joined = lower[first] in COORDINATION
            clause = _home(current, main, verbs, mark, joined)
        if mark == "(":
            before, inside = current, clause
        clause.places += range(first, last)
        clause.verbs |= verbs
        if not clause.opener:
            main = clause
        owner += [clause] * (last - first)
        current = clause
    return owner


def _home(current: Clause, main: Clause, verbs: dict[int, str], mark: str, joined: bool) -> Clause:
    """The clause to which a segment without an opener belongs: the last one, the main one around it, or a new one."""
    german, subordinate = current.german, bool(current.opener)
    if not current.places:
        return current
    if not verbs:
        return Clause(german) if german and mark in (";", ":") else current
    if subordinate and main.auxiliaries and BRACKET_ENDS.issuperset(verbs.values()):
        return main  # soll Vance, dessen Frau ..., empfangen werden
    if mark in BREAKS and mark:
        return Clause(german)
    if not current.verbs:
        return main if subordinate and not german and mark == "," else current
    if subordinate and joined:
        return Clause(german, current.opener, current.parent)
    if subordinate and not main.verbs:
        return main
    if german and mark == "," and "past" in current.verbs.values() and not REPORTED.isdisjoint(verbs.values()):
        return Clause(german, "reported", current)  # er kündigte an, er werde
    return Clause(german)


def verb_code(tokens: Sequence[str], lower: list[str], place: int, german: bool, code: str) -> str:
    """What a token of that code says as a finite verb, as its neighbours show: see verbs.py.

    "is to" and "was to" are codes of their own.
    """
    word, before = lower[place], lower[place - 1] if place else ""
    if code not in FULL:
        if word == "may" and place and tokens[place] == "May":
            return ""
        return f"{code} to" if code in ("is", "was") and lower[place + 1 : place + 2] == ["to"] else code
    if (tokens[place][0].isupper() and (place or tokens[-1] != "?")) or (
        before in DETERMINERS and (code != "past" or german or word.endswith("ed"))
    ):
        return ""
    if code == "past" and german:
        return "" if _adjective(tokens, lower, place) or _participle(lower, place) else code
    if code == "past":
        return "" if before == "," and word.endswith("ed") else code
    if (
        word in ENGLISH_NOUNS
        and not german
        and not (place and tokens[place - 1][0].isupper() and "-" not in before)  # Scholz talks; U.S.-Iran talks
        and before not in SUBJECTS
    ):
        return ""
    return code


def _participle(lower: list[str], place: int) -> bool:
    """True for "hat ... verschoben", which by itself could be a past tense too."""
    if lower[place] not in EITHER_PAST:
        return False
    for before in range(place - 1, -1, -1):
        if lower[before] in MARKS:
            break
        if GERMAN_AUXILIARIES.get(lower[before]) in WITH_PARTICIPLE:
            return True
    return GERMAN_AUXILIARIES.get(lower[place + 1]) in WITH_PARTICIPLE if place + 1 < len(lower) else False


def _adjective(tokens: Sequence[str], lower: list[str], place: int) -> bool:
    """True for "geplanten" before a noun, where it looks like a past tense."""
    if place + 1 >= len(tokens) or not tokens[place + 1][0].isupper() or not place:
        return False
    before = lower[place - 1]
    return before in BEFORE_ADJECTIVES or (lower[place].endswith("ten") and before.endswith(("en", "em", "er", "es")))


def _bare_present(tokens: Sequence[str], lower: list[str], places: range, codes: list[str]) -> None:
    """Mark the verb of a segment that has no other: "besucht", "entfällt" look like participles."""
    if any(codes[p] for p in places):
        return
    for p in places:
        word = lower[p]
        finite = word.endswith("t") and german_form(word) == "participle" and INSEPARABLE.match(word)
        if finite and tokens[p][0].islower() and lower[p - 1] not in DETERMINERS:
            codes[p] = "present"
            return
