"""Step 7: which flashpoint topics the article is about, and which countries."""

from collections import defaultdict

from tensionwire.analysis.draft import Draft
from tensionwire.contracts.tagged import FlashpointMention, Span

TITLE = 0.35  # a topic in the title is what the article is about
LEAD_SENTENCES, LEAD = 4, 0.15
SHARE = 0.35  # of the sentences: a topic in so many of them fills the article
MOST_COUNTRIES = 2
STATES = frozenset({"country", "adjective", "seat"})


def flashpoints(draft: Draft) -> None:
    """Weigh each topic: 1 where it stands in the title, the lead and a third of the sentences."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for hit in draft.hits:
        if "topic" in hit.kinds:
            for topic in dict.fromkeys(m.value for m in hit.meanings if m.kind == "topic"):
                spans[topic].append(Span(hit.start, hit.end))
    titled = {m.value for hit in draft.title_hits for m in hit.meanings if m.kind == "topic"}
    total = max(1, len(draft.sentences))
    for topic, found in spans.items():
        places = _sentences_of(draft, found)
        weight = min(1.0, len(places) / max(3.0, total * SHARE)) * (1 - TITLE - LEAD)
        weight += TITLE * (topic in titled) + LEAD * any(p < LEAD_SENTENCES for p in places)
        if len(places) == 1 and topic not in titled:
            weight = min(weight, 0.15)  # one sentence is in passing, wherever it stands
        draft.flashpoints.append(FlashpointMention(topic=topic, weight=round(weight, 3), spans=found))
    draft.flashpoints.sort(key=lambda f: (-f.weight, f.topic))
    draft.countries = _countries(draft)


def _sentences_of(draft: Draft, spans: list[Span]) -> set[int]:
    places: set[int] = set()
    index = 0
    for span in spans:
        while index < len(draft.sentences) and draft.sentences[index].end <= span.start:
            index += 1
        if index < len(draft.sentences):
            places.add(draft.sentences[index].place)
    return places


def _countries(draft: Draft) -> list[str]:
    """The one or two states that the article names most, by name, adjective, capital or official."""
    counts: dict[str, int] = defaultdict(int)
    for hit in draft.hits:
        if not hit.kinds.isdisjoint(STATES):
            for code in {m.value for m in hit.meanings if m.kind in STATES and len(m.value) == 3}:
                counts[code] += 1
    for mention in draft.mentions:
        if mention.name and len(mention.affiliation) == 3:
            counts[mention.affiliation] += 1
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:MOST_COUNTRIES]
    return sorted(code for code, number in ranked if number * 4 >= ranked[0][1])
