"""Who was said in each sentence so far, by name or reference, and whether free of prepositions as a subject is."""

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple

from tensionwire.analysis.draft import Draft, Mention, MentionKind, Sentence
from tensionwire.analysis.entities.roll import Roll, Who
from tensionwire.analysis.entities.trail import Trail
from tensionwire.contracts.tagged import Role, Span

REACH = 4  # sentences back in which the one stands who is meant

# A preposition on which the words behind it hang, as far as the next noun begins: not `From the tarmac the chancellor`.
DETERMINER = r"(?:the|an?|his|her|its|their|d(?:e[mn]|ie|as)|sein\w*|ihr\w*|ein\w*)"
WITH = re.compile(
    r"\b(?:mit|with|von|by|bei|an|to|(?<!, )und|(?<!, )and|gegenüber|über|about|zwischen|for|für|statt"
    r"|anstelle|vom|beim|zu|zum|zur)"
    rf"\s(?:{DETERMINER}\s)?(?:(?!{DETERMINER}\s)\w+\s){{0,4}}$|\bof\s$",
    re.IGNORECASE,
)
OWNING = re.compile(r"sein\w*|ihr\w+|his|her|dessen|deren|whose", re.IGNORECASE).fullmatch
OWNER = re.compile(r"(?:s|'s|’s|'|’) (?=\w)")


class Actor(NamedTuple):
    """Somebody in a sentence: `free` where they hang on no preposition and own nothing there, as a subject does.

    `begin` is where the words begin that belong to them, `end` where they themselves end.
    """

    start: int
    begin: int
    end: int
    who: Who
    free: bool
    pronoun: bool


class Salience:
    """The people of an article with all that referred to them so far."""

    def __init__(self, draft: Draft, roll: Roll) -> None:
        self.draft, self.roll, self.trail = draft, roll, Trail(roll)
        self.found: list[Mention] = []
        # Everybody of a sentence, after how many references up to its end.
        self._known: dict[int, tuple[int, list[Actor]]] = {}

    def since(self, sentence: Sentence, reach: int = REACH) -> int:
        """Where the sentence begins that stands `reach` before another."""
        return self.draft.sentences[max(0, sentence.place - reach)].start

    def add(
        self,
        start: int,
        end: int,
        who: Who | None,
        kind: MentionKind,
        country: str | None = None,
        role: Role | None = None,
        outer: int = -1,
    ) -> None:
        """One more mention: of somebody, else of an unnamed one of `country`; none where neither is known."""
        if who is not None and who.country:
            if kind != "pronoun":
                who.spans.append(Span(start, end))
            self.found.append(Mention(start, end, who.country, who.name, who.role, kind, outer, who.feminine))
        elif country:
            self.found.append(Mention(start, end, country, None, role, kind, outer))

    def actors(self, sentence: Sentence) -> list[Actor]:
        """Everybody of a sentence in text order, by name or reference."""
        found = self.found
        last = len(found) if not found or found[-1].start < sentence.end else _first_from(found, sentence.end)
        known = self._known.get(sentence.place)
        if known is None or known[0] != last:
            known = self._known[sentence.place] = last, self._everybody(sentence, last)
        return known[1]

    def so_far(self, sentence: Sentence, until: int) -> list[Actor]:
        """The same up to a place in the sentence."""
        known = self.actors(sentence)  # who stands behind changes nothing about who stands before
        return known[: _first_from(known, until)] if known and known[-1].start >= until else known

    def _everybody(self, sentence: Sentence, last: int) -> list[Actor]:
        text = self.draft.text
        said = [(at, at, end, who, False) for at, end, who in self.trail.spans(sentence.start, sentence.end)]
        named = len(said)
        said += [
            (m.start, m.begin, m.end, self.roll.people[m.name], m.kind == "pronoun")
            for m in self.found[_first_from(self.found, sentence.start) : last]
            if m.name and m.kind != "both" and m.start not in self.roll.taken
        ]
        if not said:
            return []
        if len(said) > named:
            said.sort(key=lambda s: s[0])
        found: list[Actor] = []
        since = sentence.start
        for start, begin, end, who, pronoun in said:
            before = text[max(since, begin - 40) : begin]
            owns = OWNER.match(text, end) is not None or (pronoun and OWNING(text[start:end]) is not None)
            found.append(Actor(start, begin, end, who, not owns and not WITH.search(before), pronoun))
            if not (pronoun and owns):  # `von seinem Kollegen Sybiha`: he hangs on the preposition too
                since = max(since, end)
        return found


def _first_from(said: Sequence[Actor | Mention], start: int) -> int:
    """The place of the first one that begins at `start` or behind."""
    return bisect.bisect_left(said, start, key=lambda one: one.start)
