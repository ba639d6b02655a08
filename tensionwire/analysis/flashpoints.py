"""Step 7: which flashpoint topics the article is about, and which countries."""

from collections import defaultdict
from typing import NamedTuple

from tensionwire.analysis.draft import Draft
from tensionwire.contracts.tagged import FlashpointMention, Span
from tensionwire.lexicon.compiled import Hit

# The weight: 1 where a topic stands in the title, in the lead and in a third of the sentences.
TITLE = 0.35
LEAD_SENTENCES, LEAD = 4, 0.15
SHARE = 0.35
# Whether it is worth a report: points of the sentences that name it, against what an article of this length asks for.
STAKE_POINTS = 0.5  # a sentence that also speaks of war, threats or force
LIST_POINTS = -0.4  # a sentence that counts places up
ASIDE_POINTS = 0.5  # a sentence that names it only as somebody's office or as a place
HELP_POINTS = 0.3  # a sentence that has only a helping word
TITLE_POINTS, LEAD_POINTS = 1.5, 0.3
ASKED, USUAL_LENGTH = 1.4, 2500  # code points; a longer article must say more
ASKED_ONCE, LONG_ONCE = 0.9, 4000  # `once`: topics that nobody names in passing
LONG_LIST = 4  # states in one sentence
ELSEWHERE = 2  # words of sport, weather or culture that make an article one of another page
STAKES = frozenset({"war", "attack", "force", "threat"})  # the families of tension that are of conflict
MOST_COUNTRIES = 2
STATES = frozenset({"country", "adjective", "seat", "demonym"})
PEOPLE = frozenset({"office", "person", "surname"})
BETWEEN = (" ", "s ", "'s ", "’s ", "-")  # a state and its office
WHERE = (" in ", " nach ", " aus ", " from ", "In ", " to ", " bei ", " near ")
COUNTED = frozenset({"topic", "beside", "tension", "elsewhere", *STATES})


class _Topic(NamedTuple):
    """What was found of one topic: spans, points of the sentences that name it and of those that only help, and
    whether one sentence is enough."""

    spans: list[Span]
    sentences: dict[int, float]
    helped: dict[int, float]
    once: bool


def flashpoints(draft: Draft) -> None:
    """Weigh each topic, and leave out those that are named in passing. Needs hits, sentences and mentions."""
    seen = _Scene(draft)
    titled = {m.value for hit in draft.title_hits for m in hit.meanings if m.kind == "topic"}
    seen.add_beside(titled)
    for name, topic in seen.topics.items():
        if seen.points(topic, name in titled) >= seen.asked(topic):
            places = topic.sentences.keys() | topic.helped.keys()
            weight = min(1.0, len(places) / max(3.0, len(draft.sentences) * SHARE)) * (1 - TITLE - LEAD)
            weight += TITLE * (name in titled) + LEAD * any(p < LEAD_SENTENCES for p in places)
            if len(places) == 1 and name not in titled:
                weight = min(weight, LEAD)  # one sentence may be worth a tag, never an alert
            spans = sorted(topic.spans, key=lambda s: s.start)
            draft.flashpoints.append(FlashpointMention(topic=name, weight=round(weight, 3), spans=spans))
    draft.flashpoints.sort(key=lambda f: (-f.weight, f.topic))
    draft.countries = _countries(draft)


class _Scene:
    """The words of one article that matter here, by sentence."""

    def __init__(self, draft: Draft) -> None:
        self.topics: dict[str, _Topic] = {}
        self._stakes: set[int] = set()
        self._states: dict[int, set[str]] = defaultdict(set)
        self._beside: list[tuple[str, str, bool, int, Span]] = []
        self._length = len(draft.text)
        strange: set[tuple[int, int]] = set()
        place = 0
        for number, hit in enumerate(draft.hits):
            if hit.kinds.isdisjoint(COUNTED):
                continue
            while place + 1 < len(draft.sentences) and draft.sentences[place].end <= hit.start:
                place += 1
            for meaning in hit.meanings:
                if meaning.kind == "topic":
                    following = draft.hits[number + 1] if number + 1 < len(draft.hits) else None
                    points = ASIDE_POINTS if _aside(draft.text, hit, following) else 1.0
                    self._found(meaning.value, place, Span(hit.start, hit.end), points, meaning.detail == "once")
                elif meaning.kind == "beside":
                    span = Span(hit.start, hit.end)
                    self._beside.append((meaning.value, meaning.detail, meaning.weight > 0, place, span))
                elif meaning.kind in STATES:
                    self._states[place].add(meaning.value)
                elif meaning.kind == "tension" and meaning.detail in STAKES:
                    self._stakes.add(place)
                elif meaning.kind == "elsewhere":
                    strange.add((hit.start, hit.end))
        self._elsewhere = len({draft.text[start:end] for start, end in strange}) >= ELSEWHERE

    def _found(self, name: str, place: int, span: Span, points: float, once: bool) -> None:
        topic = self.topics.setdefault(name, _Topic([], {}, {}, once))
        topic.spans.append(span)
        topic.sentences[place] = max(points, topic.sentences.get(place, 0.0))

    def add_beside(self, titled: set[str]) -> None:
        """Count the words that speak of a topic only where one is named: itself, or the other in sentence or title."""
        for name, other, once, place, span in self._beside:
            if name == other and place in self._stakes:  # Israel in a sentence about war is the conflict
                self._found(name, place, span, ASIDE_POINTS, once)
        named = {name: set(topic.sentences) for name, topic in self.topics.items()}
        for name, other, once, place, span in self._beside:
            known = named.get(other, set())
            about = bool(known) and other in titled
            if known if name == other else place in known or about:
                topic = self.topics.setdefault(name, _Topic([], {}, {}, once))
                topic.spans.append(span)
                points = HELP_POINTS if name == other else 1 + STAKE_POINTS * (about or place in self._stakes)
                topic.helped[place] = max(points, topic.helped.get(place, 0.0))

    def points(self, topic: _Topic, titled: bool) -> float:
        """How much the article says about a topic."""
        points = sum(p for place, p in topic.helped.items() if place not in topic.sentences)
        for place, named in topic.sentences.items():
            points += named + STAKE_POINTS * (place in self._stakes)
            listed = len(self._states[place]) >= LONG_LIST and not topic.once and place not in self._stakes
            points += LIST_POINTS * listed
            points += LEAD_POINTS * (place < LEAD_SENTENCES) * named
        if self._elsewhere and self._stakes.isdisjoint(topic.sentences):
            return points / 4
        return points + TITLE_POINTS * titled

    def asked(self, topic: _Topic) -> float:
        """The points that make a topic worth a report in an article of this length."""
        asked, usual = (ASKED_ONCE, LONG_ONCE) if topic.once else (ASKED, USUAL_LENGTH)
        return asked * max(1.0, self._length / usual)


def _aside(text: str, hit: Hit, following: Hit | None) -> bool:
    """True for `der iranische Außenminister`, `Ukraine's president` and `in Moskau`: whose or where, not what about."""
    if following is not None and not following.kinds.isdisjoint(PEOPLE):
        between = text[hit.end : min(following.start, hit.end + 4)]
        if between in BETWEEN:
            return True
    return "seat" in hit.kinds and text[max(0, hit.start - 6) : hit.start].endswith(WHERE)


def _countries(draft: Draft) -> list[str]:
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
