"""A sentence as the search for contacts sees it: its words, clauses, mentions, contact words and cues."""

import bisect
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.contacts.figurative import figurative
from tensionwire.analysis.contacts.views import Seen, Worded
from tensionwire.analysis.draft import Draft, Mention, Sentence
from tensionwire.analysis.grammar.brackets import bracket
from tensionwire.analysis.grammar.clauses import Clause, clauses_of
from tensionwire.analysis.grammar.phrase import Cue
from tensionwire.analysis.once import Once
from tensionwire.analysis.speech import QUOTES
from tensionwire.contracts.tagged import Form
from tensionwire.lexicon.compiled import Hit
from tensionwire.lexicon.model import Meaning

if TYPE_CHECKING:
    from tensionwire.analysis.contacts.meant import Story

# Words and marks; `hasn't`, `cannot` and `he'll` are two words each.
TOKEN = re.compile(
    r"[^\W_]+?(?=[nN][’'][tT]\b)|[nN][’'][tT]\b|[’'](?:ll|ve|re)\b|[Cc]an(?=not\b)"
    r"|[^\W_]+(?:[-’'.](?!(?:ll|ve|re)\b)[^\W_]+)*|[^\w\s]"
)
SHORT_FORMS = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'ve": "have", "’ve": "have"}
SHORT_FORMS |= {"'re": "are", "’re": "are"}
CUT = {"wo": "will", "ca": "can", "sha": "shall"}  # before `not`
SUBORDINATE = frozenset(
    "dass daß weil ob wenn als nachdem bevor während obwohl damit sodass falls indem wo wohin woher wie der die das "
    "dem den deren dessen welche welcher welches which who whom whose that where when after before while because "
    "although though if whether since until as but aber doch sondern denn so what whereas".split()
)
# What begins a clause one word later too: ", mit dem", ", and which".
SECOND = SUBORDINATE - {"der", "die", "das", "den", "dem", "as", "so", "wie"}
UNMARKED = frozenset("nachdem bevor während after before while when whether ob because".split())  # no comma need stand
HARD = frozenset(";:–—(") | QUOTES
TURNS = frozenset("and und but or".split())
DETERMINERS = frozenset(
    "the a an his her its their der die das dem den des ein eine einem einen seine ihre mit with".split()
)


class ContactWord(NamedTuple):
    """A contact word: its span, its forms and groups, the first one first."""

    start: int
    end: int
    form: Form
    group: str
    forms: frozenset[str]
    groups: frozenset[str]
    text: str


class Setting(NamedTuple):
    """What holds for the whole article: the state where it is set, and how its people rank by mentions (0 is first)."""

    home: str | None
    focus: dict[str, int]
    story: "Story"


class Scene(Once):
    """One sentence with all that was found in it. Token positions count from 0 in the sentence.

    What is asked for again with each pair of mentions is worked out once: the pairs grow with the square, and those of
    one word share most of what they need. Most sentences tell of nobody: nothing is worked out before it is asked for.
    """

    def __init__(
        self,
        draft: Draft,
        sentence: Sentence,
        hits: list[Hit],
        mentions: list[Mention],
        setting: Setting,
        before_worded: bool,
    ) -> None:
        super().__init__()
        self.draft, self.sentence, self.hits = draft, sentence, hits
        self.mentions = mentions
        self.home, self.focus, self.before_worded = setting.home, setting.focus, before_worded
        self.story = setting.story
        self.goals: list[Mention] = []  # where a journey may go that the sentence does not say
        self.words = [_word(draft.text, h) for h in hits if "contact" in h.kinds and not figurative(draft.text, h)]
        self._seen: dict[int, Seen] = {}
        self._worded: dict[tuple[int, str], Worded] = {}
        self._tokens: list[str] = []
        self._lower: list[str] = []
        self._starts: list[int] = []
        self._hit_starts: list[int] = []
        self._clauses: list[int] = []
        self._owner: list[Clause] = []
        self._held: frozenset[str] | None = None
        self._hints: tuple[str, ...] | None = None
        self._turns: list[int] | None = None
        self._people: list[Seen] | None = None
        self._people_starts: list[int] = []
        self._strong: list[int] | None = None
        self._cues: list[Cue] | None = None
        self._officials: frozenset[str] | None = None
        self._sides: frozenset[str] | None = None

    @property
    def tokens(self) -> list[str]:
        """The words and marks, as written but for short forms."""
        if not self._tokens:
            self._read()
        return self._tokens

    @property
    def lower(self) -> list[str]:
        """The same in lower case."""
        if not self._tokens:
            self._read()
        return self._lower

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        if not self._tokens:
            self._read()
        return self._starts

    def _read(self) -> None:
        matches = list(TOKEN.finditer(self.draft.text, self.sentence.start, self.sentence.end))
        self._tokens = [m[0] for m in matches]
        self._lower = list(map(str.lower, self._tokens))
        if self.draft.language == "en" and not SHORT_FORMS.keys().isdisjoint(self._lower):
            self._tokens = _in_full(self._tokens)
            self._lower = list(map(str.lower, self._tokens))
        self._starts = [m.start() for m in matches]
        self.draft.once(("tokens", self.sentence.place), lambda: self._tokens)

    @property
    def held(self) -> frozenset[str]:
        """The words and marks in lower case, each once."""
        known = self._held
        if known is None:
            known = self._held = frozenset(self.lower)
        return known

    @property
    def hints(self) -> tuple[str, ...]:
        """At what the words hint, in order of the alphabet (lexicon/data/hints.yaml)."""
        known = self._hints
        if known is None:
            lists = self.draft.lexicon.hints
            known = self._hints = tuple(sorted({name for word in self.held if word in lists for name in lists[word]}))
        return known

    @property
    def dated(self) -> bool:
        """True where the sentence has a date."""
        return self.once("dated", lambda: any("date" in h.kinds for h in self.hits))

    @property
    def tension(self) -> tuple[str, ...]:
        """The families of tension in it, in order of the alphabet."""
        return self.once(
            "tension",
            lambda: tuple(
                sorted({m.detail for h in self.hits if "tension" in h.kinds for m in h.meanings if m.kind == "tension"})
            ),
        )

    def at(self, offset: int) -> int:
        """The position of the token that stands at or before a text offset."""
        place = bisect.bisect_right(self.starts, offset)
        return place - 1 if place else 0

    def hit_over(self, offset: int) -> Hit | None:
        """The word of the lexicon over a text offset; none lies over another."""
        if not self._hit_starts:
            self._hit_starts = [h.start for h in self.hits]
        place = bisect.bisect_right(self._hit_starts, offset) - 1
        return self.hits[place] if place >= 0 and offset < self.hits[place].end else None

    @property
    def clauses(self) -> list[int]:
        """For each token the number of its clause: a mark and a subordinating word, or a hard mark, begin a new one."""
        if not self._clauses:
            self._clauses = _numbers(self.lower)
        return self._clauses

    @property
    def turns(self) -> list[int]:
        """Where `and` goes on with a word in small letters: he met X and said."""
        known = self._turns
        if known is None:
            lower, tokens = self.lower, self.tokens
            known = self._turns = [
                place
                for place, word in enumerate(lower[:-1])
                if word in TURNS and tokens[place + 1][:1].islower() and lower[place + 1] not in DETERMINERS
            ]
        return known

    @property
    def owner(self) -> list[Clause]:
        """For each token its clause by grammar: German brackets are whole there."""
        if not self._owner:
            self._owner = clauses_of(self.tokens, self.draft.language == "de")
        return self._owner

    def seen(self, mention: Mention) -> Seen:
        """What this sentence shows of one of its mentions."""
        # By identity. What is kept here holds the mention, so that no other can come to have its id.
        known = self._seen.get(id(mention))
        if known is None:
            known = self._seen[id(mention)] = Seen(self, mention)
        return known

    def worded(self, word: ContactWord) -> Worded:
        """What this sentence shows of a contact word."""
        key = (word.start, word.group)
        known = self._worded.get(key)
        if known is None:
            known = self._worded[key] = Worded(self, word)
        return known

    @property
    def people(self) -> list[Seen]:
        """The people and groups that the sentence says, in its order."""
        known = self._people
        if known is None:
            known = self._people = [self.seen(m) for m in self.mentions if m.personal and m.kind != "unsaid"]
            self._people_starts = [p.mention.start for p in known]
        return known

    def people_in(self, start: int, end: int) -> list[Seen]:
        """Those of them who begin in a stretch of the text."""
        people, starts = self.people, self._people_starts
        first = bisect.bisect_left(starts, start)
        return people[first : bisect.bisect_left(starts, end, first)]

    @property
    def strong(self) -> list[int]:
        """Where the words begin that hardly tell anything but a contact."""
        known = self._strong
        if known is None:
            known = self._strong = [w.start for w in self.words if w.group in STRONG]
        return known

    def split_verb(self, clause: Clause) -> tuple[str, str]:
        """Family and particle of the split verb of a German clause."""
        return self.once(("split", clause.places[0]), lambda: bracket(self.lower, clause.places))

    @property
    def cues(self) -> list[Cue]:
        """The words that tell of a status."""
        known = self._cues
        if known is None:
            text = self.draft.text
            known = self._cues = [
                (self.at(hit.start), meaning.value, text[hit.start : hit.end].lower())
                for hit in self.hits
                if "status" in hit.kinds
                for meaning in hit.meanings
                if meaning.kind == "status"
            ]
        return known

    @property
    def officials(self) -> frozenset[str]:
        """The states and organisations of which somebody is a mention, said or not."""
        known = self._officials
        if known is None:
            known = self._officials = frozenset([m.affiliation for m in self.mentions if m.personal])
        return known

    @property
    def sides(self) -> frozenset[str]:
        """The states and organisations of those who are said."""
        known = self._sides
        if known is None:
            known = self._sides = frozenset([p.mention.affiliation for p in self.people])
        return known

    def lead_in(self, mention: Mention) -> tuple[str, bool]:
        """The word on which a mention hangs, and whether it is coordinated (see hanging.py)."""
        seen = self.seen(mention)
        return seen.lead, seen.listed


def _in_full(tokens: list[str]) -> list[str]:
    """Words without short forms: `wo`, `n't` are `will not`."""
    following = [*tokens[1:], ""]
    return [
        CUT.get(word.lower(), word) if behind.lower() in ("n't", "n’t") else SHORT_FORMS.get(word.lower(), word)
        for word, behind in zip(tokens, following, strict=True)
    ]


def _numbers(lower: list[str]) -> list[int]:
    numbers: list[int] = []
    clause = 0
    last = ""
    following = [*lower[1:], "", ""]
    for place, word in enumerate(lower):
        parted = word == "," and (following[place] in SUBORDINATE or following[place + 1] in SECOND)
        if parted or word in HARD or (word in UNMARKED and place and last != ","):
            clause += 1
        numbers.append(clause)
        last = word
    return numbers


def _word(text: str, hit: Hit) -> ContactWord:
    start, end = hit.start, hit.end
    return ContactWord(start, end, *_told(hit.meanings), text[start:end].lower())


@lru_cache(maxsize=2048)
def _told(meanings: tuple[Meaning, ...]) -> tuple[Form, str, frozenset[str], frozenset[str]]:
    """Form, group, forms and groups of a contact word."""
    told = [m for m in meanings if m.kind == "contact"]
    form: Form = told[0].value  # type: ignore[assignment]
    return form, told[0].detail, frozenset(m.value for m in told), frozenset(m.detail for m in told)


def silent(sentence: Sentence) -> ContactWord:
    """Stands for the contact word of a sentence that has none: it may tell a contact by the company alone."""
    return ContactWord(
        sentence.start, sentence.start, "meeting", "silent", frozenset({"meeting"}), frozenset({"silent"}), ""
    )
