"""States, organisations, seats of power and cities: entities, and sides where a contact names no person."""

import re
from collections import defaultdict

from tensionwire.analysis.dateline import is_dateline
from tensionwire.analysis.draft import Draft, Mention, MentionKind
from tensionwire.analysis.entities.roll import Roll
from tensionwire.contracts.tagged import Entity, EntityKind, Span

# `in der chinesischen Hauptstadt`, `the Turkish capital`
CAPITAL = re.compile(
    r" (?:\w+ )?(?:Hauptstadt|Hafenstadt|Metropole|Küstenstadt|Kurort|Stadt|capital|city|port|resort)\b"
)
# `PEKING –`, `Washington/Peking.`, `GENEVA, June 16 -`, `Berlin (dpa) -`
DATELINE = re.compile(
    r"\s*(?:date[^\n]*\n\s*)?(?!The )[A-ZÄÖÜ][\w.’'-]*"
    r"(?:[ /](?:(?:am|an der|ob der|bei|de|la|del|do|of) )?[A-ZÄÖÜ][\w.’'-]*){0,5}?"
    r"(?:, [A-Z][\w.]+(?: [A-Z]\w+){0,2}(?=[ ,]))?(?:, \w{3,9}\.? \d{1,2}\.?)?(?: \([^)\n]{1,30}\))?"
    r"(?: ?-?[-–—] |: |(?<!\.[A-Z])\. (?![a-z]))"
)
TREATY = re.compile(r" (?:Declaration|Accords?|Agreement|Process|Protocol|Consensus|Treaty|Memorandum|Format)\b")
TREATY_OF = re.compile(r"\b(?:Erklärung|Abkommens?|Vertrage?s?|Protokolls?|Konvention|Prozess|Konsens) von $")
BOTH_KOREAS = re.compile(r"\b(Süd(?=- und Nordk)|Nord(?=- und Südk)|North(?= and South K)|South(?= and North K))")
HYPHENS = frozenset("-–‑")
NOUN_BEHIND = 20  # code points behind an adjective in which the word of contact begins
KINDS: dict[str, tuple[EntityKind | None, MentionKind | None]] = {
    "country": ("country", "state"),
    "organisation": ("organisation", "organisation"),
    "seat": ("place", "seat"),
    "city": ("place", "city"),
    "adjective": (None, None),
}


def places(draft: Draft, roll: Roll) -> None:
    """Add the states, organisations and places of the text to its entities and mentions."""
    dateline = DATELINE.match(draft.text[:90])
    set_in = dateline.end() if dateline else 0
    spans: dict[tuple[EntityKind, str, str], list[Span]] = defaultdict(list)
    for hit in draft.hits:
        if hit.kinds.isdisjoint(KINDS):
            continue
        for meaning in hit.meanings:
            if meaning.kind not in KINDS:
                continue
            entity, mention = KINDS[meaning.kind]
            if entity is not None:
                name = draft.text[hit.start : hit.end] if entity == "place" else meaning.value
                spans[entity, name, meaning.value].append(Span(hit.start, hit.end))
            if mention is not None and hit.start not in roll.taken:
                # a dateline is a place, no government
                dated = hit.start < set_in or is_dateline(draft.text, hit.start, hit.end)
                named = mention == "seat" and _names_a_treaty(draft.text, hit.start, hit.end)
                said: MentionKind = "city" if dated or named else mention
                draft.mentions.append(Mention(hit.start, hit.end, meaning.value, kind=said))
                break
    for hit in draft.hits:
        if "adjective" in hit.kinds and (city := CAPITAL.match(draft.text, hit.end)):
            capital = next(m.value for m in hit.meanings if m.kind == "adjective")
            draft.mentions.append(Mention(hit.start, city.end(), capital, kind="city"))
    _hyphened(draft)
    _both_koreas(draft)
    for (what, name, code), found in spans.items():
        draft.entities.append(Entity(kind=what, name=name, affiliation=code, spans=found))


def _names_a_treaty(text: str, start: int, end: int) -> bool:
    """True for the seat of a government after which something else is called: `the Ankara Declaration`."""
    return TREATY.match(text, end) is not None or TREATY_OF.search(text, max(0, start - 24), start) is not None


def _both_koreas(draft: Draft) -> None:
    """`Süd- und Nordkorea`, `North and South Korea`: the first of both is no word of the lexicon."""
    if "orea" not in draft.text:
        return
    for found in BOTH_KOREAS.finditer(draft.text):
        state = "PRK" if found.group(1) in ("Nord", "North") else "KOR"
        draft.mentions.append(Mention(found.start(1), found.end(1), state, kind="state"))


def _hyphened(draft: Draft) -> None:
    """`russisch-ukrainische Verhandlungen`: adjectives that say whose contact a word tells are sides."""
    for one, other, word in zip(draft.hits, draft.hits[1:], draft.hits[2:], strict=False):
        if "adjective" not in other.kinds or "contact" not in word.kinds or word.start - other.end > NOUN_BEHIND:
            continue
        if other.start - one.end != 1 or draft.text[one.end] not in HYPHENS:
            continue
        for hit in (one, other):
            state = next((m.value for m in hit.meanings if m.kind == "adjective"), None)
            if state is not None and "country" not in hit.kinds:
                draft.mentions.append(Mention(hit.start, hit.end, state, kind="state"))
