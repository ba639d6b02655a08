"""What an article says that may speak for a topic, by sentence: words of topics, of conflict, of states, and people."""

import re
from collections import Counter, defaultdict

from tensionwire.analysis.draft import Draft
from tensionwire.contracts.tagged import Span
from tensionwire.lexicon.compiled import Hit

LEAD_SENTENCES = 4
ELSEWHERE = 2  # words of sport, weather or culture that make an article one of another page
FEW = 1  # officials in an article that is not of politics
STAKES = frozenset({"war", "attack", "force", "threat"})  # the families of tension that are of conflict
STATES = frozenset({"country", "adjective", "seat", "demonym"})
PEOPLE = frozenset({"office", "person", "surname"})
BETWEEN = (" ", "s ", "'s ", "’s ", "-")  # a state and its office
WHERE = (" in ", " nach ", " aus ", " from ", "In ", " to ", " bei ", " near ")
AGENDA = re.compile(  # before or behind what was talked about
    r"\b(?:themen?|gesprächsthem\w+|tagesordnung|agenda|streitpunkte?|streitthem\w+|streitstoff|dossiers?|zur sprache"
    r"|ging es (?:auch |vor allem |um )|drehte sich um|auf dem zettel|topics?|issues?|subjects?|on the table"
    r"|talking points)\b",
    re.IGNORECASE,
)
COUNTED = frozenset({"topic", "beside", "tension", *STATES})


class Topic:
    """Where one topic is spoken of, by places of sentences."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.named: set[int] = set()  # by one of its words
        self.plain: set[int] = set()  # and not only as somebody's office or as where something is
        self.helped: set[int] = set()  # by words that do not name it
        self.beside: dict[str, set[int]] = {}  # by words that speak of it beside the other topic
        self.people: set[int] = set()  # who are of its state
        self.party = 0  # to how many contacts its state is a side
        self.headline = False  # and to one that the article is about
        self.words: set[str] = set()
        self.helps: set[str] = set()
        self.titled = False
        self.title_helped = False
        self.once = False  # named by nobody in passing, says the list

    @property
    def candidate(self) -> bool:
        """False where the text has no word of it, or but one helping word and nothing else."""
        return bool(self.named or len(self.helps) > 1 or (self.helps and (self.titled or self.people)))

    @property
    def said(self) -> set[int]:
        """The sentences that hold a word of it."""
        return self.named.union(self.helped, *self.beside.values())


class TopicScene:
    """The words and people of one article that matter for its topics."""

    def __init__(self, draft: Draft) -> None:
        self.topics: dict[str, Topic] = defaultdict(Topic)
        self.sentences = max(1, len(draft.sentences))
        self.stakes: set[int] = set()  # the sentences that speak of war, threats or force
        self.states: dict[int, set[str]] = defaultdict(set)
        self._read(draft)
        self._read_title(draft)
        officials = self._read_people(draft)
        self._read_contacts(draft)
        self.elsewhere = len(draft.elsewhere) >= ELSEWHERE
        self.contact = any(not contact.background for contact in draft.contacts)
        self.official = officials > 0
        self.quiet = not self.contact and officials <= FEW
        self.crowds = Counter(place for topic in self.topics.values() for place in topic.named)  # topics by sentence
        self.told = _told(draft)
        self.agenda = {place for place in self.crowds if _lists(draft, place)}  # which say what it was about
        self.named = [name for name, topic in self.topics.items() if topic.named]  # in the order of the text

    def _read(self, draft: Draft) -> None:
        text, hits, sentences = draft.text, draft.hits, draft.sentences
        place, last = 0, len(sentences) - 1
        for number, hit in enumerate(hits):
            if hit.kinds.isdisjoint(COUNTED):
                continue
            while place < last and sentences[place].end <= hit.start:
                place += 1
            for meaning in hit.meanings:
                kind = meaning.kind
                if kind == "topic":
                    topic = self.topics[meaning.value]
                    topic.spans.append(Span(hit.start, hit.end))
                    topic.words.add(text[hit.start : hit.end])
                    topic.named.add(place)
                    topic.once = meaning.detail == "once"
                    if not _aside(text, hit, hits[number + 1] if number < len(hits) - 1 else None):
                        topic.plain.add(place)
                elif kind == "beside":
                    topic = self.topics[meaning.value]
                    topic.spans.append(Span(hit.start, hit.end))
                    topic.helps.add(text[hit.start : hit.end])
                    topic.once = meaning.weight > 0
                    if meaning.detail == meaning.value:
                        topic.helped.add(place)
                    else:
                        topic.beside.setdefault(meaning.detail, set()).add(place)
                elif kind in STATES:
                    self.states[place].add(meaning.value)
                elif kind == "tension" and meaning.detail in STAKES:
                    self.stakes.add(place)

    def _read_title(self, draft: Draft) -> None:
        for hit in draft.title_hits:
            for meaning in hit.meanings:
                if meaning.kind == "topic":
                    self.topics[meaning.value].titled = True
                elif meaning.kind == "beside":
                    self.topics[meaning.value].title_helped = True

    def _read_contacts(self, draft: Draft) -> None:
        """Whose officials take part in contacts."""
        topics_of = draft.lexicon.topics_of
        for contact in draft.contacts:
            if contact.background:
                continue
            for topic in {t for p in contact.participants for t in topics_of.get(p.affiliation, ())}:
                self.topics[topic].party += 1
                self.topics[topic].headline = self.topics[topic].headline or contact.headline

    def _read_people(self, draft: Draft) -> int:
        """Who is of a topic's state stands for it; the number of officials with a name."""
        topics_of = draft.lexicon.topics_of
        names: set[str] = set()
        for mention in draft.mentions:
            if not mention.personal:
                continue
            if mention.name:
                names.add(mention.name)
            for name in topics_of.get(mention.affiliation, ()):
                self.topics[name].people.add(draft.place_at(mention.start))
        return len(names)


def _told(draft: Draft) -> set[int]:
    """The sentences that tell a contact which is no history."""
    return {draft.place_at(e.start) for c in draft.contacts if not c.background for e in c.evidence}


def _lists(draft: Draft, place: int) -> bool:
    start, end, _ = draft.sentences[place]
    return AGENDA.search(draft.text, start, end) is not None


def _aside(text: str, hit: Hit, following: Hit | None) -> bool:
    """True for `der iranische Außenminister`, `Ukraine's president` and `in Moskau`: whose or where, not what about."""
    if following is not None and not following.kinds.isdisjoint(PEOPLE):
        between = text[hit.end : min(following.start, hit.end + 4)]
        if between in BETWEEN:
            return True
    return "seat" in hit.kinds and text[max(0, hit.start - 6) : hit.start].endswith(WHERE)
