"""From names and offices to the entities of an article, and to its mentions: everybody who can be a side."""

from tensionwire.analysis.draft import Draft, Mention, MentionKind
from tensionwire.analysis.entities.names import bare_surnames, full_names, prominent
from tensionwire.analysis.entities.offices import Office, offices
from tensionwire.analysis.entities.places import places
from tensionwire.analysis.entities.references import References
from tensionwire.analysis.entities.roll import Roll
from tensionwire.analysis.entities.strangers import (
    names_by_counterpart,
    names_by_office,
    names_by_rank,
    names_of_deputies,
    names_of_states,
)
from tensionwire.contracts.tagged import Entity


def entities(draft: Draft) -> None:
    """Fill `draft.entities` and `draft.mentions` (in text order)."""
    roll = Roll()
    said = offices(draft)
    full_names(draft, roll, said)
    bare_surnames(draft, roll, alone=True)  # whose deputy somebody is
    taken = names_by_office(draft, roll, said)
    names_by_counterpart(draft, roll)
    names_of_deputies(draft, roll)
    names_by_rank(draft, roll)
    names_of_states(draft, roll)
    prominent(draft, roll, said)
    bare_surnames(draft, roll)
    taken |= names_by_office(draft, roll, [o for o in said if o.start not in taken]) if roll.people else set()
    _names(draft, roll, said)
    references = References(draft, roll, said, taken)
    draft.mentions += references.resolve()
    places(draft, roll)
    _without_parts(draft, references.parts)
    printed = {who.name: who.printed(draft.text) for who in roll.people.values()}
    draft.mentions = [
        m if m.name is None or printed[m.name] == m.name else m.called(printed[m.name]) for m in draft.mentions
    ]
    for who in roll.people.values():
        wikidata = who.person.wikidata_id or None if who.person else None
        spans = sorted(set(who.spans), key=lambda s: s.start)
        draft.entities.append(
            Entity(
                kind="person",
                name=printed[who.name],
                wikidata_id=wikidata,
                affiliation=who.country,
                role=who.role,
                spans=spans,
            )
        )
    draft.mentions.sort(key=lambda m: (m.start, -m.end))
    draft.entities.sort(key=lambda e: (e.spans[0].start, e.name))


def _names(draft: Draft, roll: Roll, said: list[Office]) -> None:
    """A mention for each place where somebody is named, with the office before it."""
    begins = {o.end: o.begin for o in said}
    for who in roll.people.values():
        if not who.country:
            continue
        full = len(who.name)
        for span in who.spans:
            outer = next((begins[span.start - gap] for gap in (1, 2) if span.start - gap in begins), -1)
            in_full = span.end - span.start >= min(full, 9) and " " in draft.text[span.start : span.end]
            kind: MentionKind = "name" if in_full else "surname"
            draft.mentions.append(
                Mention(span.start, span.end, who.country, who.name, who.role, kind, outer, who.feminine)
            )


def _without_parts(draft: Draft, parts: set[int]) -> None:
    """Drop the states that only say whose office somebody holds: `Chinas Außenminister Wang Yi` is one side."""
    inside = set(parts)
    for mention in draft.mentions:
        if 0 <= mention.outer < mention.start and mention.kind not in ("both",):
            inside.update(range(mention.outer, mention.start))
    draft.mentions = [m for m in draft.mentions if m.personal or m.start not in inside]
