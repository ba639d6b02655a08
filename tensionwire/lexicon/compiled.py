"""The compiled lexicon: forms, their meanings, and the automaton that finds them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tensionwire.lexicon.automaton import Find
from tensionwire.lexicon.hints import Hints
from tensionwire.lexicon.learned import Learned
from tensionwire.lexicon.model import Meaning, Person
from tensionwire.lexicon.origins import Origins
from tensionwire.lexicon.sounds import Sounds
from tensionwire.lexicon.tables import LANGUAGES, NOTHING, Tables
from tensionwire.lexicon.topics import topics_of


class Said(NamedTuple):
    """What a form can mean, and the kinds of that."""

    meanings: tuple[Meaning, ...]
    kinds: frozenset[str]


class Hit(NamedTuple):
    """A form found in a text, with what it can mean there. The span of a prefix reaches to the end of its word."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    kinds: frozenset[str]


class Beside(NamedTuple):
    """What no automaton looks for: given names of women, words that only hint at a contact, and the learned weights."""

    feminine: frozenset[str]
    hints: Hints
    learned: Learned


class Lexicon:
    """All words, compiled. `hash` is that of the files, `size` counts the forms, `topics` are the flashpoints.

    `states` are the codes of states, all others being organisations: both can have three letters (ITA, IMF). `parties`
    are the organisations that meet officials as a state does: armed groups, governments that few recognise. `topics_of`
    gives the topics for which the people of a state stand.
    """

    def __init__(self, tables: Tables, find: Find, hash_: str, beside: Beside) -> None:
        self.hash = hash_
        self.size = len(tables.places)
        self.persons = tables.persons
        self.dirt = tables.dirt
        self.topics = tables.topics
        self._find = find
        self.feminine, self.hints = beside.feminine, beside.hints
        self.model, self.putting, self.topic_model, self.ranking = beside.learned
        self._said = _by_language(tables)
        self.states = frozenset(m.value for said in tables.said for m in said if m.kind == "country")
        organisations = [m for said in tables.said for m in said if m.kind == "organisation"]
        self._organisations = frozenset(m.value for m in organisations)
        self.parties = frozenset(m.value for m in organisations if m.detail == "party")
        self.topics_of = topics_of(tables.said, self.states | self.parties)
        self._origins: Origins | None = None
        self._sounds: Sounds | None = None
        self._by_surname: dict[str, list[int]] = defaultdict(list)
        for index, person in enumerate(self.persons):
            for surname in person.called:
                self._by_surname[surname].append(index)

    @property
    def origins(self) -> Origins:
        """What names tell of the state of who bears them; worked out when a name is asked for that no list has."""
        if self._origins is None:
            self._origins = Origins(self.persons)
        return self._origins

    @property
    def sounds(self) -> Sounds:
        """Who bears a name of some sound; worked out when the first article is read."""
        if self._sounds is None:
            self._sounds = Sounds(self.persons)
        return self._sounds

    def warmed(self) -> "Lexicon":
        """The same, with all worked out that else the first article would wait for."""
        self._origins, self._sounds = self.origins, self.sounds
        return self

    @property
    def codes(self) -> frozenset[str]:
        """The codes for which somebody can take part: states, organisations, and whom officials stand for (HKG)."""
        return self.states | self._organisations | {term.country for p in self.persons for term in p.terms}

    def find(self, text: str, language: str = "") -> Iterator[Hit]:
        """The forms in `text`, longest first at each place, at word boundaries only. Linear in the text.

        `language` (de, en) drops what a form means only in the other one; without it every meaning counts.
        """
        said, new = self._said[language], tuple.__new__  # Hit(...) asks a function first: twice as slow
        around = f" {text} "  # a blank on both sides: no end of the text to look out for
        for start, end, place in self._find(text):
            if around[start].isalnum():
                continue
            whole, begun = said[place]
            following = around[end + 1]
            if not following.isalnum():
                if whole is not None:
                    meanings, kinds = whole
                    yield new(Hit, (start, end, meanings, kinds))
            elif begun is not None and following.isalpha():
                yield Hit(start, _word_end(text, end), *begun)

    def whole(self, word: str, language: str = "") -> Hit | None:
        """What a word means that is a form as it stands, None where it is none."""
        return next((h for h in self.find(word, language) if h.start == 0 and h.end == len(word)), None)

    def by_surname(self, surname: str) -> list[Person]:
        """The officials of that family name."""
        return [self.persons[i] for i in self._by_surname.get(surname, ())]


Pair = tuple[Said | None, Said | None]  # what a form means as a whole word, and as the beginning of one


def _by_language(tables: Tables) -> dict[str, list[Pair]]:
    # Few sets of kinds differ: shared ones are always near, where the processor looks them up all the time.
    kinds: dict[frozenset[str], frozenset[str]] = {}
    said = []
    for meanings in tables.said:
        own = frozenset([m.kind for m in meanings])
        said.append(Said(meanings, kinds.setdefault(own, own)))
    pairs: dict[tuple[int, int], Pair] = {}

    def pair(place: tuple[int, int]) -> Pair:
        if place not in pairs:
            whole, begun = (None if number == NOTHING else said[number] for number in place)
            pairs[place] = whole, begun
        return pairs[place]

    found = {"": [pair(place) for place in tables.places]}
    for language in LANGUAGES[1:]:
        found[language] = list(found[""])
        for index, place in tables.limited[language].items():
            found[language][index] = pair(place)
    return found


def _word_end(text: str, end: int) -> int:
    limit = min(len(text), end + 60)
    while end < limit and text[end].isalpha():
        end += 1
    return end
