"""A sentence as the search for contacts sees it: its words, clauses, mentions, contact words and cues."""

import bisect
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tensionwire.analysis.grammar.clauses import clauses_of
from tensionwire.analysis.draft import Draft, Mention, Sentence
from tensionwire.contracts.tagged import Form
from tensionwire.lexicon.compiled import Hit

if TYPE_CHECKING:
    from tensionwire.analysis.contacts.meant import Story

TOKEN = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*|[^\w\s]")
PREPOSITIONS = frozenset(
    "mit und and with von by bei zu to nach in im ins für for an am at auf aus from über about zwischen between gegen against "
    "gegenüber seit vor nebst samt sowie dem neben alongside beside unter during nach of zum zur beim vom durch wegen as "
    "oder or into through via without ohne statt like wie als than toward towards on over after before around".split()
)
COORDINATION = frozenset("und and sowie & nebst plus".split())
SKIPPED = frozenset(
    "der die das dem den des ein eine einen einem einer eines the a an his her its their sein seine seinen seinem seiner "
    "ihr ihre ihren ihrem ihrer new neue neuen neuer neuem mr mrs ms herr herrn frau president general dr former frühere früheren "
    "ehemaligen then damaligen künftigen chinas auch also both erneut zudem later".split()
)
SUBORDINATE = frozenset(
    "dass daß weil ob wenn als nachdem bevor während obwohl damit sodass falls indem wo wohin woher wie der die das dem den deren "
    "dessen welche welcher welches which who whom whose that where when after before while because although though if "
    "whether since until as but aber doch sondern denn so what whereas".split()
)
SPEECH = frozenset(
    "sagte sagt sagten erklärte erklärten betonte warf schrieb teilte twitterte hieß meinte mahnte warnte kritisierte lobte "
    "forderte nannte bezeichnete verurteilte äußerte äusserte berichtete bestätigte kündigte "
    "said says told wrote warned called accused praised condemned added insisted argued described denied tweeted reported "
    "announced confirmed stressed noted urged".split()
)
QUOTES = frozenset("\"“”„«»‹›")
HARD = frozenset(";:–—(") | QUOTES


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


class Scene:
    """One sentence with all that was found in it. Token positions count from 0 in the sentence."""

    def __init__(
        self, draft: Draft, sentence: Sentence, hits: list[Hit], mentions: list[Mention], setting: Setting, before_worded: bool
    ) -> None:
        self.draft, self.sentence, self.hits = draft, sentence, hits
        self.mentions = mentions
        self.home, self.focus, self.before_worded = setting.home, setting.focus, before_worded
        self.story = setting.story
        self.words = [_word(draft.text, h) for h in hits if "contact" in h.kinds]

    @cached_property
    def tokens(self) -> list[str]:
        """The words and marks, as written."""
        return [m.group() for m in self._matches]

    @cached_property
    def lower(self) -> list[str]:
        """The same in lower case."""
        return [t.lower() for t in self.tokens]

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        return list(TOKEN.finditer(self.draft.text, self.sentence.start, self.sentence.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start() for m in self._matches]

    def titled(self, mention: Mention) -> bool:
        """True where the title names the person, or their state."""
        title = self.draft.title or ""
        return bool(mention.name) and mention.name is not None and mention.name.split()[-1] in title

    def at(self, offset: int) -> int:
        """The position of the token that stands at or before a text offset."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    @cached_property
    def clauses(self) -> list[int]:
        """For each token the number of its clause: a mark and a subordinating word, or a hard mark, begin a new one."""
        numbers: list[int] = []
        clause = 0
        lower = self.lower
        for place, word in enumerate(lower):
            if word in HARD:
                clause += 1
            elif word == "," and place + 1 < len(lower) and (
                lower[place + 1] in SUBORDINATE or (place + 2 < len(lower) and lower[place + 2] in SUBORDINATE - {"der", "die", "das", "den", "dem", "as", "so", "wie"})
            ):
                clause += 1
            elif word in ("nachdem", "bevor", "während", "after", "before", "while", "when", "whether", "ob", "because") and place and lower[place - 1] != ",":
                clause += 1
            numbers.append(clause)
        return numbers

    @cached_property
    def parsed(self) -> tuple[list[int], list[int]]:
        """For each token the number of its clause by grammar (German brackets whole), and for each clause that it hangs on."""
        found = clauses_of(tuple(self.tokens), self.draft.language == "de")
        number = {id(clause): index for index, clause in enumerate(found)}
        of = [0] * len(self.tokens)
        for index, clause in enumerate(found):
            for place in clause.places:
                of[place] = index
        return of, [number.get(id(clause.parent), -1) for clause in found]

    def relation(self, offset: int, other: int) -> str:
        """How the clause at one offset stands to that at another: same, above, below, beside, or apart."""
        of, parents = self.parsed
        one, two = of[self.at(offset)], of[self.at(other)]
        if one == two:
            return "same"
        if parents[two] == one:
            return "above"
        if parents[one] == two:
            return "below"
        return "beside" if parents[one] == parents[two] else "apart"

    def lead_in(self, mention: Mention) -> tuple[str, bool]:
        """The word on which a mention hangs (a preposition, `,`, `^` at the beginning, else `w`), and whether it is coordinated."""
        place = self.at(mention.begin)
        coordinated = False
        steps = 0
        lower, tokens = self.lower, self.tokens
        while place > 0 and steps < 14:
            place -= 1
            steps += 1
            word = lower[place]
            if word in COORDINATION or (word == "," and coordinated):
                before = self._mention_ending_near(place)
                if before is None:
                    return ("und" if word != "," else ","), coordinated
                coordinated = True
                place = self.at(before.begin)
                continue
            if word == ",":
                before = self._mention_ending_near(place)
                if before is not None and before.personal and mention.personal and self._listed(place):
                    coordinated = True
                    place = self.at(before.begin)
                    continue
                if place and self._office_ends(place):
                    continue
                return ",", coordinated
            if word in PREPOSITIONS and word not in ("dem",):
                return word, coordinated
            if word in SKIPPED or self._part_of_title(place) or (tokens[place][:1].islower() and word.endswith(("en", "er", "em", "es", "e", "ish", "an", "ese")) and len(word) > 4 and self._adjective_like(place)):
                continue
            return ("v" if tokens[place][:1].islower() else "w"), coordinated
        return "^", coordinated

    def _adjective_like(self, place: int) -> bool:
        start = self._starts[place]
        for hit in self.hits:
            if hit.start <= start < hit.end:
                return "contact" not in hit.kinds and "status" not in hit.kinds
        return self.lower[place] not in SPEECH

    def _part_of_title(self, place: int) -> bool:
        start = self._starts[place]
        return any(h.start <= start < h.end and not h.kinds.isdisjoint({"office", "adjective", "country", "demonym", "reference"}) for h in self.hits)

    def _office_ends(self, place: int) -> bool:
        start = self._starts[place]
        return any("office" in h.kinds and 0 <= start - h.end <= 1 for h in self.hits)

    def _mention_ending_near(self, place: int) -> Mention | None:
        start = self._starts[place]
        best = None
        for mention in self.mentions:
            if mention.end <= start and start - mention.end <= 3 and mention.kind != "unsaid":
                best = mention
        return best

    def _listed(self, place: int) -> bool:
        """True where a comma stands in a list of names that ends with `und`."""
        end = min(len(self.lower), place + 14)
        return any(w in COORDINATION for w in self.lower[place + 1 : end])


def _word(text: str, hit: Hit) -> ContactWord:
    told = [m for m in hit.meanings if m.kind == "contact"]
    return ContactWord(
        hit.start, hit.end, told[0].value, told[0].detail,  # type: ignore[arg-type]
        frozenset(m.value for m in told), frozenset(m.detail for m in told), text[hit.start : hit.end].lower(),
    )


def silent(sentence: Sentence) -> ContactWord:
    """Stands for the contact word of a sentence that has none: it may tell a contact by the company alone."""
    return ContactWord(sentence.start, sentence.start, "meeting", "silent", frozenset({"meeting"}), frozenset({"silent"}), "")
