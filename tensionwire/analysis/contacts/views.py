"""What a sentence shows of a mention, of a contact word, and of both: worked out once, asked for by every pair."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tensionwire.analysis.contacts.around import around
from tensionwire.analysis.contacts.hanging import lead_in
from tensionwire.analysis.contacts.speech import SPEECH
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.roll import MINISTERS, TOP
from tensionwire.analysis.grammar.clauses import Clause
from tensionwire.analysis.lazy import lazy
from tensionwire.lexicon.scale import Sign

if TYPE_CHECKING:
    from tensionwire.analysis.contacts.scene import ContactWord, Scene

NEAR, MIDDLE, FAR = 3, 8, 16  # tokens
NOWHERE = 9  # how far somebody is who is not said
GENITIVES = frozenset({"s ", "'s", "’s"})
OWNED = 24  # code points behind a genitive in which the one stands who is somebody's
CUES = ("to ", "not ", "nicht ", "kein ", "keine ", "no ")  # a contact word may be matched with one: `to meet`
ARGUMENTS = 90  # code points behind a noun in which both its sides stand


class Tie(NamedTuple):
    """How a mention lies to a contact word.

    `relation` of its clause to that of the word: same, above, below, beside, apart; `u` for who is not said. `far`: 0
    to 3, or 9. `turns`: between them `and` begins something else. `between`: the people named between.
    """

    relation: str
    far: int
    turns: bool
    between: Sequence["Seen"]


class Seen:
    """A mention in its sentence. `at` and `begins` are the tokens of its start and its first word (draft.Mention).

    `last` is the token where it ends, `follows` the one that stands behind, `number` that of its clause.
    """

    def __init__(self, scene: "Scene", mention: Mention) -> None:
        self.scene, self.mention = scene, mention
        self.key, self.personal = mention.key, mention.personal
        self.unsaid = mention.kind == "unsaid"
        at = scene.at
        self.at, self.begins = at(mention.start), at(mention.begin)
        self.last, self.follows = at(mention.end - 1), at(mention.end)
        self.number = scene.clauses[self.at]
        self.lead, self.listed = ("u", False) if self.unsaid else lead_in(scene, mention, self.begins)
        self.kind = _kind(mention)
        self.rank = _rank(mention)
        self._ties: dict[tuple[int, int], Tie] = {}

    @lazy
    def titled(self) -> bool:
        """True where the title has the last name."""
        name = self.mention.name
        return bool(name) and name is not None and name.split()[-1] in (self.scene.draft.title or "")

    @lazy
    def fresh(self) -> bool:
        """True where the text has these words for the first time."""
        mention, text = self.mention, self.scene.draft.text
        return mention.kind != "unsaid" and text.find(text[mention.start : mention.end]) >= mention.start

    @lazy
    def genitive(self) -> bool:
        """True where the words take a genitive: `Chinas`, `China's`."""
        return self.scene.draft.text[self.mention.end : self.mention.end + 2] in GENITIVES

    @lazy
    def speech(self) -> tuple[str, ...]:
        """Whether the one speaks (`speaks`), or only says whose somebody else is (`owns,True`)."""
        mention, scene = self.mention, self.scene
        if mention.kind == "unsaid":
            return ()
        words = scene.lower[max(0, self.begins - 1) : self.begins] + scene.lower[self.last + 1 : self.last + 3]
        found = [] if SPEECH.isdisjoint(words) else ["speaks"]
        text = scene.draft.text
        if self.genitive or text[mention.end - 1 : mention.end + 1] == "s ":
            behind = any(m.personal and 0 < m.begin - mention.end <= OWNED for m in scene.mentions)
            if behind or text[mention.end : mention.end + 1] != " ":
                found.append(f"owns,{behind}")  # Trumps Sondergesandter
        return tuple(found)

    @lazy
    def doubled(self) -> bool:
        """True where the sentence has somebody of the same state or organisation."""
        side = self.mention.affiliation
        return any(m.affiliation == side and m.personal for m in self.scene.mentions)

    def tie(self, word: "Worded") -> Tie:
        """How it lies to a contact word."""
        known = self._ties.get(word.span)
        if known is None:
            known = self._ties[word.span] = self._tie(word)
        return known

    def _tie(self, word: "Worded") -> Tie:
        mention, scene = self.mention, self.scene
        if self.unsaid:
            return Tie("u", NOWHERE, False, ())
        gap = abs(self.at - word.at)
        far = 0 if gap <= NEAR else 1 if gap <= MIDDLE else 2 if gap <= FAR else 3
        before = mention.start < word.span[0]
        low, high = (mention.end, word.span[0]) if before else (word.span[1], mention.begin)
        turns = _turns(scene, self.at, word.at)
        return Tie(relation(scene.owner[self.at], word.clause), far, turns, scene.people_in(low, high))


class Worded:
    """A contact word in its sentence: its first token, the one where it ends, its bare text (`meet`).

    `clause` is its clause by grammar, `number` that of Scene.clauses.
    """

    def __init__(self, scene: "Scene", word: "ContactWord") -> None:
        self.scene, self.word = scene, word
        self.span = (word.start, word.end)
        self.at, self.ends = scene.at(word.start), scene.at(word.end)
        self.clause, self.number = scene.owner[self.at], scene.clauses[self.at]
        self.bare = word.text.rsplit(" ", 1)[1] if word.text.startswith(CUES) else word.text

    @lazy
    def around(self) -> Sign:
        """The features of what stands around the word, for talks of whomever."""
        return around(self.scene, self)

    @lazy
    def inside(self) -> dict[str, int]:
        """The people named in its clause, by key, with their place there: its subject is the first one, as a rule."""
        return {p.key: place for place, p in enumerate({p.key: p for p in self._inside}.values())}

    @lazy
    def sides(self) -> int:
        """How many states and organisations these are of."""
        return len({p.mention.affiliation for p in self._inside})

    @lazy
    def _inside(self) -> list[Seen]:
        owner = self.scene.owner
        return [p for p in self.scene.people if owner[p.at] is self.clause]

    @lazy
    def complete(self) -> frozenset[str]:
        """The keys of the two listed right behind a noun, which has its sides so: `talks between A and B`."""
        end = self.word.end
        after = [p for p in self.scene.people if end <= p.mention.begin <= end + ARGUMENTS]
        if len(after) > 1 and after[0].mention.affiliation != after[1].mention.affiliation and after[1].listed:
            return frozenset((after[0].key, after[1].key))
        return frozenset()


def relation(one: Clause, other: Clause) -> str:
    """How a clause stands to another: same, above, below, beside, or apart."""
    if one is other:
        return "same"
    if other.parent is one:
        return "above"
    if one.parent is other:
        return "below"
    return "beside" if one.parent is other.parent else "apart"


def _turns(scene: "Scene", one: int, other: int) -> bool:
    """True where the sentence turns between two tokens."""
    low, high = (one, other) if one < other else (other, one)
    turns = scene.turns
    return bool(turns) and bisect_right(turns, low) < bisect_left(turns, high - 1)


def _kind(mention: Mention) -> str:
    if mention.kind in ("name", "surname"):
        return mention.kind if mention.role else "norole"
    if mention.kind in ("office", "counterpart", "people", "host"):
        return f"known {mention.kind}" if mention.name else mention.kind
    return mention.kind


def _rank(mention: Mention) -> str:
    role = mention.role
    if role is None:
        return "none" if mention.personal else "state"
    if role in TOP:
        return "top"
    return "minister" if role in MINISTERS else "other"
