"""Step 8: how tense the article is, by words with weights after Goldstein's scale (1992), the sign turned."""

import re

from tensionwire.analysis.draft import Draft
from tensionwire.contracts.tagged import Span, Tension

NEGATION = re.compile(r"\b(?:nicht|kein|keine|keinen|keiner|ohne|no|not|never|without)\W+(?:\w+\W+)?$", re.IGNORECASE)
STEADY = 12.0  # weight that a few words must outweigh: one word alone makes no crisis


def tension(draft: Draft) -> None:
    """Score from -10 to +10: the weighted difference of escalating and easing words. A negated word does not count."""
    spans: dict[str, list[Span]] = {"escalation": [], "easing": []}
    weight = {"escalation": 0.0, "easing": 0.0}
    for hit in draft.hits:
        if "tension" not in hit.kinds:
            continue
        for meaning in hit.meanings:
            if meaning.kind == "tension" and not NEGATION.search(draft.text[max(0, hit.start - 24) : hit.start]):
                spans[meaning.value].append(Span(hit.start, hit.end))
                weight[meaning.value] += meaning.weight
                break
    up, down = weight["escalation"], weight["easing"]
    score = round(10 * (up - down) / (up + down + STEADY), 2)
    draft.tension = Tension(score=score, escalation=spans["escalation"], easing=spans["easing"])
