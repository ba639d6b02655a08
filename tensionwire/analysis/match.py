"""Step 4: one pass of the automaton over the whole text."""

from bisect import insort

from tensionwire.analysis.dateline import in_capitals
from tensionwire.analysis.draft import Draft


def match(draft: Draft) -> None:
    """Find every form of the lexicon that lies in no clutter, in text order; and those of the title."""
    clutter = draft.clutter
    place = 0
    for hit in draft.lexicon.find(draft.text, draft.language):
        while place < len(clutter) and clutter[place][1] <= hit.start:
            place += 1
        if place < len(clutter) and clutter[place][0] <= hit.start:
            continue
        if "ignore" not in hit.kinds:
            draft.hits.append(hit)
    for city in in_capitals(draft):
        if not any(hit.start < city.end and city.start < hit.end for hit in draft.hits):
            insort(draft.hits, city, key=lambda hit: hit.start)
    draft.title_hits = list(draft.lexicon.find(draft.title, draft.language)) if draft.title else []
