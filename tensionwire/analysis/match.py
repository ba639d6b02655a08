"""Step 4: one pass of the automaton over the whole text."""

from bisect import bisect_left

from tensionwire.analysis.compounds import compounds
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
    for more in (*in_capitals(draft), *compounds(draft)):
        place = bisect_left(draft.hits, more.start, key=lambda hit: hit.start)
        before, behind = draft.hits[max(0, place - 1) : place], draft.hits[place : place + 1]
        if all(hit.end <= more.start for hit in before) and all(more.end <= hit.start for hit in behind):
            draft.hits.insert(place, more)
    draft.title_hits = list(draft.lexicon.find(draft.title, draft.language)) if draft.title else []
