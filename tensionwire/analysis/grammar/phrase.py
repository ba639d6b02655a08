"""What stands before a contact noun: its preposition, the cue on which it hangs, the cues among its attributes."""

from typing import NamedTuple

from tensionwire.analysis.grammar.verbs import DETERMINERS

PREPOSITIONS = frozenset(
    "nach bei vor für zu mit über um an auf von während seit ohne statt zum zur beim vom im in am after before "
    "during at for to of about on ahead following without instead by from since until over".split()
)
GENITIVES = frozenset("der des seiner ihrer dieser einer eines".split())
LONGEST = 7  # tokens between a determiner and its noun
INSERTED = 6  # tokens within an attribute: `dem für Montag in Paris geplanten Treffen`
INFLECTED = ("en", "e", "er", "em", "es")  # endings of a German participle that is an attribute
HEAD = 3  # tokens before a preposition in which the word stands on which it hangs

Cue = tuple[int, str, str]  # position, family, words


class Phrase(NamedTuple):
    """Its `preposition` (`none`; `genitive` in "Ort des Treffens") and `determiner`; families before and within."""

    preposition: str = "none"
    determiner: str = "none"
    head: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


def phrase(tokens: list[str], lower: list[str], at: int, cues: list[Cue]) -> Phrase:
    """The phrase of the noun at position `at`."""
    place = at - 1
    while (
        place >= max(0, at - LONGEST)
        and lower[place] not in DETERMINERS
        and lower[place] not in PREPOSITIONS
        and lower[place][0].isalpha()
    ):
        place -= 1
    attributes = tuple(family for p, family, _ in cues if place < p < at)
    if (outer := _before_attribute(lower, place, at)) is not None:
        place = outer
    elif attributes and any(tokens[p][0].isupper() for p in range(place + 1, at)):
        return Phrase(attributes=attributes)  # eine in Port Sudan geplante Begegnung
    if place < 0 or (lower[place] not in DETERMINERS and lower[place] not in PREPOSITIONS):
        return Phrase(attributes=attributes)
    determiner = lower[place] if lower[place] in DETERMINERS else "none"
    before = place if determiner == "none" else place - 1
    if before > 0 and determiner in GENITIVES and tokens[before][0].isupper():
        return Phrase("genitive", determiner, tuple(family for p, family, _ in cues if p == before), attributes)
    if before < 0 or lower[before] not in PREPOSITIONS:
        before = place
    if before > 0 and lower[before - 1 : before + 1] == ["ahead", "of"]:
        before -= 1
    if lower[before] not in PREPOSITIONS:
        return Phrase("none", determiner, (), attributes)
    return Phrase(
        lower[before], determiner, tuple(family for p, family, _ in cues if before - HEAD <= p < before), attributes
    )


def _before_attribute(lower: list[str], place: int, at: int) -> int | None:
    """Where a noun's determiner stands whose attribute has a preposition of its own: `dem für Montag geplanten`."""
    if place <= 0 or at - place < 2 or lower[place] not in PREPOSITIONS or not lower[at - 1].endswith(INFLECTED):
        return None
    for outer in range(place, max(0, place - INSERTED), -1):
        if lower[outer - 1] in DETERMINERS:
            return outer - 1 if lower[outer] in PREPOSITIONS else None
        if not lower[outer - 1][0].isalnum():
            return None
    return None
