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
    r"\s*(?:date[^\n]*\n\s*)?[A-ZÄÖÜ][\w./’' -]{1,40}?(?:, \w{3,9}\.? \d{1,2}\.?)?(?: \([^)\n]{1,30}\))?"
    r"(?: ?[-–—] |: |\. )"
)
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
                said: MentionKind = "city" if dated else mention
                draft.mentions.append(Mention(hit.start, hit.end, meaning.value, kind=said))
                break
    for hit in draft.hits:
        if "adjective" in hit.kinds and (city := CAPITAL.match(draft.text, hit.end)):
            capital = next(m.value for m in hit.meanings if m.kind == "adjective")
            draft.mentions.append(Mention(hit.start, city.end(), capital, kind="city"))
    _hyphened(draft)
    for (what, name, code), found in spans.items():
        draft.entities.append(Entity(kind=what, name=name, affiliation=code, spans=found))


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
