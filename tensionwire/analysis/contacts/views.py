"""What a sentence shows of a mention, of a contact word, and of both: worked out once, asked for by every pair."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tensionwire.analysis.contacts.around import around
from tensionwire.analysis.contacts.hanging import NOTHING, lead_in, on_what
from tensionwire.analysis.contacts.journey_names import following
from tensionwire.analysis.draft import IMPERSONAL, Mention, MentionKind
from tensionwire.analysis.entities.roll import MINISTERS, TOP
from tensionwire.analysis.grammar.clauses import Clause
from tensionwire.analysis.speech import SPEECH
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon.scale import Sign

if TYPE_CHECKING:
    from tensionwire.analysis.contacts.scene import ContactWord, Scene

NEAR, MIDDLE, FAR = 3, 8, 16  # tokens
LATER = MANY = 3
NOWHERE = 9  # how far somebody is who is not said
MEANT = frozenset({"unsaid", "there"})  # kinds of mentions that no word of the sentence says
GENITIVES = frozenset({"s ", "'s", "’s"})
OWNED = 24  # code points behind a genitive in which stands who, or what, is somebody's
CUES = ("to ", "not ", "nicht ", "kein ", "keine ", "no ")  # a contact word may be matched with one: `to meet`
# Behind `both`, with up to two words between.
STATES = re.compile(
    r"(?:\w+\s){1,3}?[\w-]*(?:länder|staaten|nationen|mächte|nachbarn|wirtschaften|hauptstädte|countries|states|nations"
    r"|powers|neighbou?rs|economies|capitals)n?\b",
    re.IGNORECASE,
)
SIDES = re.compile(
    r"(?:\w+\s){1,3}?(?:seiten?|regierungen|parteien|lager|kabinette|sides|governments|parties|camps)\b", re.IGNORECASE
)
BEHIND, TWO_WORDS = 40, 5  # code points and words in which the noun stands
NOUNS = frozenset({"encounter", "discussion", "callnoun", "parley", "summit"})  # groups of words
ARGUMENTS = 90  # code points behind a noun in which both its sides stand


class Tie(NamedTuple):
    """How a mention lies to a contact word.

    `relation` of its clause to that of the word: same, above, below, beside, apart; `u` for who is not said. `far`: 0
    to 3, or 9. `turns`: between them `and` begins something else. `between`: key and side of the people named between.
    """

    relation: str
    far: int
    turns: bool
    between: Sequence[tuple[str, str]]


UNSAID = Tie("u", NOWHERE, False, ())


class Seen:
    """A mention in its sentence. `at` and `begins` are the tokens of its start and its first word (draft.Mention).

    `last` is the token where it ends, `follows` the one that stands behind, `number` that of its clause. `titled`: the
    title has the last name (None: no title); `genitive`: the words take one, `Chinas`, `China's`. `speech`: whether the
    one speaks (`speaks`), or only says whose somebody else is (`owns,True`). `lead`: on what it hangs, `on`: on what
    that one does (hanging.py). Of a list in which it stands: `head` the first one, `list_at` where that begins.
    """

    # It holds no scene: what a sentence has worked out goes with it, and waits for no garbage collector.
    __slots__ = (
        "at", "begins", "follows", "genitive", "head", "key", "kind", "last", "lead", "list_at", "listed", "mention",
        "next_to", "number", "on", "personal", "rank", "speech", "ties", "titled", "unsaid",
    )  # fmt: skip

    def __init__(self, scene: "Scene", mention: Mention) -> None:
        self.mention = mention
        self.key, self.personal = mention.key, mention.personal
        club = mention.affiliation not in scene.draft.lexicon.states
        self.kind, self.rank = _standing(mention.kind, mention.role, bool(mention.name), club)
        if mention.kind == "both":
            self.kind = _two(scene.draft.text, mention)
        self.unsaid = mention.kind in MEANT
        self.ties: dict[tuple[int, int], Tie] = {}
        self.next_to: dict[str, list[Sign]] = {}  # see journeys.py
        name, title = mention.name, scene.draft.title
        self.titled = (name.split()[-1] in title if name else False) if title else None
        if self.unsaid:
            self.at = self.begins = self.last = self.follows = 0
            self.number = scene.clauses[0]
            self.lead, self.head, self.listed, self.genitive = "u", None, False, False
            self.list_at, self.on = -1, NOTHING
            self.speech: tuple[str, ...] = ()
        else:
            at, end = scene.at, mention.end
            self.at = self.begins = at(mention.start)
            if mention.outer >= 0:
                self.begins = at(mention.outer)
            self.last, self.follows = at(end - 1), at(end)
            self.number = scene.clauses[self.at]
            lead = lead_in(scene, mention, self.begins)
            self.lead, self.head, self.listed = lead.word, lead.head, lead.head is not None
            self.list_at = mention.start if lead.head is None else lead.head.start
            self.on = on_what(scene, lead)
            self.genitive = scene.draft.text[end : end + 2] in GENITIVES
            self.speech = _speech(scene, self)

    def tie(self, scene: "Scene", word: "Worded") -> Tie:
        """How it lies to a contact word of its sentence."""
        if self.unsaid:
            return UNSAID
        known = self.ties.get(word.span)
        if known is None:
            known = self.ties[word.span] = _tie(scene, self, word)
        return known


def _speech(scene: "Scene", seen: Seen) -> tuple[str, ...]:
    end, text = seen.mention.end, scene.draft.text
    titled = seen.begins > 1 and scene.tokens[seen.begins - 1][0].isupper()  # sagte Berater Uschakow
    before = max(0, seen.begins - (2 if titled else 1))
    words = scene.lower[before : seen.begins] + scene.lower[seen.last + 1 : seen.last + 3]
    found = [] if SPEECH.isdisjoint(words) else ["speaks"]
    if seen.genitive or text[end - 1 : end + 1] == "s ":
        behind = any(m.personal and 0 < m.begin - end <= OWNED for m in scene.mentions)
        if behind or text[end : end + 1] != " ":
            found.append(f"owns,{behind}")  # Trumps Sondergesandter
    return tuple(found)


def _tie(scene: "Scene", seen: Seen, word: "Worded") -> Tie:
    mention, (start, end) = seen.mention, word.span
    behind = mention.start >= start
    first = seen if seen.head is None or not behind else scene.seen(seen.head)  # a list stands where it begins
    gap = abs(first.at - word.at)
    far = 0 if gap <= NEAR else 1 if gap <= MIDDLE else 2 if gap <= FAR else 3
    low, high = (end, first.mention.begin) if behind else (mention.end, start)
    alike = seen.list_at
    between = [(p.key, p.mention.affiliation) for p in scene.people_in(low, high) if p.list_at != alike]
    return Tie(relation(scene.owner[seen.at], word.clause), far, _turns(scene, seen.at, word.at), between)


class Worded:
    """A contact word in its sentence: its first token, the one where it ends, its bare text (`meet`).

    `clause` is its clause by grammar, `number` that of Scene.clauses. `inside`: the people named in its clause, by key,
    with their place there, 3 for a later one: its subject is the first one, as a rule; `sides`: of how many states and
    organisations they are, 3 for more. `around`: the features of what stands around the word, for talks of whomever.
    `following`: those of the words behind it, for journeys of whomever.
    `complete`: the keys of the two listed right behind a noun, which has its sides so: `talks between A and B`.
    """

    __slots__ = (
        "around", "at", "bare", "clause", "complete", "ends", "following", "inside", "number", "sides", "span", "word",
    )  # fmt: skip

    def __init__(self, scene: "Scene", word: "ContactWord") -> None:
        self.word, self.span = word, (word.start, word.end)
        self.at, self.ends = scene.at(word.start), scene.at(word.end)
        owner = scene.owner
        self.clause, self.number = owner[self.at], scene.clauses[self.at]
        self.bare = word.text.rsplit(" ", 1)[1] if word.text.startswith(CUES) else word.text
        inside = [p for p in scene.people if owner[p.at] is self.clause]
        self.inside = {key: min(LATER, place) for place, key in enumerate(dict.fromkeys([p.key for p in inside]))}
        self.sides = min(MANY, len({p.mention.affiliation for p in inside}))
        self.around: Sign = around(scene, self)
        self.following: list[Sign] = [(following, said) for said in scene.lower[self.ends : self.ends + 2]]
        self.complete = _complete(scene, word) if word.group in NOUNS else frozenset()


def _complete(scene: "Scene", word: "ContactWord") -> frozenset[str]:
    after = [p for p in scene.people if word.end <= p.mention.begin <= word.end + ARGUMENTS]
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


def _two(text: str, mention: Mention) -> str:
    """Whom words for two call: people, sides or states. What is said of both states is seldom a contact."""
    words = " ".join(text[mention.start : mention.end + BEHIND].split()[:TWO_WORDS])
    if STATES.match(words):
        return "both states"
    return "both sides" if SIDES.match(words) else "both"


@cache
def _standing(kind: MentionKind, role: Role | None, named: bool, club: bool) -> tuple[str, str]:
    """How somebody is said, and of what rank they are. `club`: they are of no state."""
    return _kind(kind, role, named, club), _rank(kind, role)


def _kind(kind: MentionKind, role: Role | None, named: bool, club: bool) -> str:
    if kind in ("name", "surname"):
        return kind if role else "norole"
    if kind in ("office", "counterpart", "people", "host"):
        return f"known {kind}" if named else "club" if club else kind  # die G7-Außenminister
    return kind


def _rank(kind: MentionKind, role: Role | None) -> str:
    if role is None:
        return "state" if kind in IMPERSONAL else "none"
    if role in TOP:
        return "top"
    return "minister" if role in MINISTERS else "other"
