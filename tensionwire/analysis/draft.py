"""What the steps of the analysis hand on: the article, and the findings so far."""

import bisect
import re
from typing import Literal, NamedTuple

from tensionwire.analysis.markup import line, read
from tensionwire.analysis.once import Once
from tensionwire.contracts.article import Published
from tensionwire.contracts.tagged import Contact, Entity, FlashpointMention, Role, Tension
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.compiled import Hit

MentionKind = Literal[
    "name",  # in full
    "surname",
    "office",  # without a name
    "people",  # der Türke, the Turk
    "counterpart",
    "host",
    "pronoun",
    "both",  # one of the two whom "the two" means
    "unsaid",  # whom the sentence before was about
    "delegation",  # a group that speaks for a state
    "state",
    "seat",
    "city",
    "organisation",
    "there",  # a state to which somebody goes without its being said
]

WORDS = re.compile(r"\w+")
SIDES = frozenset({"country", "adjective", "demonym", "seat", "city", "organisation"})  # words for a side, or its place
THREE = "E3"  # how France and Germany are said with Britain
BLOC = "bloc:"  # how the first of a bloc is said; behind it the code of its organisation, and its members
MATE = "bloc mate"  # how the second is said: a side opposite the first alone
IMPERSONAL: frozenset[MentionKind] = frozenset({"state", "seat", "city", "organisation", "there"})


class Sentence(NamedTuple):
    """A sentence's span in the text. `place` counts from 0."""

    start: int
    end: int
    place: int


class Mention:
    """Somebody who can be a side of a contact: a person (`name`), an office, a group, or a state.

    `outer` is where the words that belong to it begin ("dem chinesischen Außenminister Wang Yi"), -1 where none do;
    `begin` is where all its words begin. `how`: of somebody unsaid, why they may be meant. `key` is the same for all
    mentions of one participant. `personal`: people and groups of people, no states, their seats and organisations.
    """

    # No tuple, as others here: every pair of a sentence asks for these, which compiled code reads fastest so.
    __slots__ = (
        "affiliation", "begin", "end", "feminine", "how", "key", "kind", "name", "outer", "personal", "role", "start",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        affiliation: str,
        name: str | None = None,
        role: Role | None = None,
        kind: MentionKind = "state",
        outer: int = -1,
        feminine: bool = False,
        how: str = "",
    ) -> None:
        self.start, self.end, self.affiliation, self.name, self.role = start, end, affiliation, name, role
        self.kind, self.outer, self.feminine, self.how = kind, outer, feminine, how
        self.begin = outer if outer >= 0 else start
        self.key = name or f"{affiliation}:{role or ''}"
        self.personal = kind not in IMPERSONAL

    def called(self, name: str) -> "Mention":
        """The same by another name."""
        return Mention(
            self.start, self.end, self.affiliation, name, self.role, self.kind, self.outer, self.feminine, self.how
        )

    def because(self, how: str) -> "Mention":
        """The same, meant for other reasons."""
        return Mention(
            self.start, self.end, self.affiliation, self.name, self.role, self.kind, self.outer, self.feminine, how
        )


class Draft(Once):
    """The article as it is read (`text`), and what the steps have found.

    Offsets are code points into what is read; the last step turns those of the findings into offsets as received.
    """

    def __init__(
        self,
        id: str,
        text: str,
        title: str | None,
        version: int | None,
        said_language: str | None,
        published: Published,
        lexicon: Lexicon,
    ) -> None:
        super().__init__()
        self.id, self.version = id, version
        self.reading = read(text)
        self.text = self.reading.text
        self.headline = self.title = line(title) if title else title  # as given; else as found in the text
        self.said_language, self.published, self.lexicon = said_language, published, lexicon
        self.clutter: list[tuple[int, int]] = []
        self.language = "de"
        self.sentences: list[Sentence] = []
        self.hits: list[Hit] = []
        self.title_hits: list[Hit] = []
        self.mentions: list[Mention] = []
        self.entities: list[Entity] = []
        self.contacts: list[Contact] = []
        self.flashpoints: list[FlashpointMention] = []
        self.countries: list[str] = []
        self.tension = Tension()
        self._by_sentence: list[list[Hit]] | None = None

    def hits_of(self, sentence: Sentence) -> list[Hit]:
        """The words of the lexicon in a sentence."""
        known = self._by_sentence
        if known is None:
            known = self._by_sentence = self._split_hits()
        return known[sentence.place]

    def hit_at(self, offset: int) -> Hit | None:
        """The word of the lexicon that begins at an offset."""
        place = bisect.bisect_left(self.hits, offset, key=lambda h: h.start)
        return self.hits[place] if place < len(self.hits) and self.hits[place].start == offset else None

    def place_at(self, offset: int) -> int:
        """The place of the sentence at an offset, or of the last one before it; -1 ahead of all."""
        return bisect.bisect_right(self.sentences, offset, key=lambda s: s.start) - 1

    def _split_hits(self) -> list[list[Hit]]:
        starts = [h.start for h in self.hits]
        found = []
        for start, end, _ in self.sentences:
            first = bisect.bisect_left(starts, start)
            found.append(self.hits[first : bisect.bisect_left(starts, end, lo=first)])
        return found

    @property
    def titled(self) -> frozenset[str]:
        """The states and organisations whose names, peoples, seats or cities the title has."""
        return self.once(
            "titled", lambda: frozenset(m.value for h in self.title_hits for m in h.meanings if m.kind in SIDES)
        )

    @property
    def elsewhere(self) -> frozenset[str]:
        """The words of sport, weather or culture, each once: many make an article of another page."""
        return self.once(
            "elsewhere", lambda: frozenset(self.text[h.start : h.end] for h in self.hits if "elsewhere" in h.kinds)
        )

    @property
    def title_words(self) -> frozenset[str]:
        """The words of the title, parts of compounds (`Trump-Besuch`), without a genitive too."""

        def work() -> frozenset[str]:
            words = WORDS.findall(self.title or "")
            return frozenset([*words, *(word.removesuffix("s") for word in words)])

        return self.once("title words", work)

    @property
    def day(self) -> str | None:
        """The day of publication (ISO date), None where unknown."""
        return self.published.at[:10] if self.published.at else None
