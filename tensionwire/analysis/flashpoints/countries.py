"""Which countries an article is about."""

from collections import defaultdict

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.flashpoints.scene import STATES

MOST_COUNTRIES = 2


def countries(draft: Draft) -> list[str]:
    """The one or two states that the article names most, by name, adjective, capital or official."""
    counts: dict[str, int] = defaultdict(int)
    for hit in draft.hits:
        if not hit.kinds.isdisjoint(STATES):
            if len(hit.meanings) == 1:  # most have one
                codes = {hit.meanings[0].value}
            else:
                codes = {m.value for m in hit.meanings if m.kind in STATES}
            for code in codes:
                if code in draft.lexicon.states:
                    counts[code] += 1
    for mention in draft.mentions:
        if mention.name and mention.affiliation in draft.lexicon.states:
            counts[mention.affiliation] += 1
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:MOST_COUNTRIES]
    return sorted(code for code, number in ranked if number * 4 >= ranked[0][1])
