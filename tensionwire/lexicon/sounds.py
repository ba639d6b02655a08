"""Names by their sound: `Badr Abdelatti` is Badr Abdelatty, `Yermek Kosherbayev` Jermek Köscherbajew.

Newsrooms write names from other scripts in German, English and French fashion, with and without accents, and some put
the family name first. No list has all these spellings. What they share is left of each word once letters that stand
for one sound are made one, as in the phonetic codes of records linkage (Christen, A Comparison of Personal Name
Matching, 2006), but with the vowels kept: news have room for many names.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from tensionwire.lexicon.model import Person
from tensionwire.lexicon.names import FAMILY_FIRST, PLAIN, RANKS, TITLES

# Letters that stand for one sound, the longer ones first. German, English and French have one letter each for others.
ALIKE = (
    ("dsch", "i"), ("dzh", "i"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("ch", "c"), ("kh", "c"), ("sh", "s"),
    ("zh", "s"), ("ts", "c"), ("tz", "c"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("dj", "i"),
    ("ou", "u"), ("oo", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
    ("j", "i"), ("y", "i"),
)  # fmt: skip
MUTE_H = ("ah", "eh")  # Dbeibah, Dbeiba
MUTE_I = "ie"  # Yevgeny, Jewgeni, Evgeny
# Given names that each have many spellings.
GIVEN = {
    "muhamad": "mohamed", "mohamad": "mohamed", "muhamed": "mohamed", "ahmad": "ahmed", "abdel": "abdul",
    "husain": "husein", "hosein": "husein", "hosain": "husein", "iusef": "iusuf", "iosef": "iusuf", "iosuf": "iusuf",
    "aleksandr": "aleksander", "sergi": "sergei", "saied": "said",
}  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
ARTICLE = re.compile(r"^(?:al|el|as|ash|asch|ad|an|ar|at|az)-", re.IGNORECASE)
PARTICLES = frozenset(
    "al el as ash asch bin ibn ben bint ould de da do dos del di la le van von der den ter e y".split()
)
IN_ORDER = 3  # words; of longer names each stands in its place
EITHER_ORDER = FAMILY_FIRST | {"JPN", "HUN", "VNM"}  # whose family names stand first at home
SHORTEST = 8  # letters of a name that is known by its sound
FEW = 4  # people of the list who share a part of a name that is not common
MOST = 30_000  # words that are kept


class Sounds:
    """Who of the list bears a name of some sound. Places are those in the list."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._bearers: dict[str, set[int]] = {}
        self._words: dict[str, set[int]] = {}  # who has such a part of a name
        self._known: dict[str, str] = {}
        for place, person in enumerate(people):
            family_first = any(term.country in EITHER_ORDER for term in person.terms)
            for name in (person.name, *person.aliases):
                words = sound_of(name.split())
                if len(words) > 1:
                    self._bearers.setdefault(_key(words), set()).add(place)
                    if family_first:
                        self._bearers.setdefault(_key([*words[1:], words[0]]), set()).add(place)
                    for word in words:
                        self._words.setdefault(word, set()).add(place)

    def of(self, word: str) -> str:
        """The sound of a word, empty where no name of the list has such a part."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MOST:
                self._known.clear()
            spoken = map(_sound, (word, word.removesuffix("s")))  # a genitive
            known = self._known[word] = next((sound for sound in spoken if sound in self._words), "")
        return known

    def bearers(self, sounds: Sequence[str]) -> set[int]:
        """Who bears a name of these sounds; nobody where they are too short to tell."""
        key = _key(sounds)
        return self._bearers.get(key, NOBODY) if len(key) > SHORTEST else NOBODY

    def common(self, sounds: Sequence[str]) -> bool:
        """True for a name all of whose parts many bear: Ahmed Hassan."""
        return min(len(self._words.get(sound, NOBODY)) for sound in sounds) > FEW


NOBODY: set[int] = set()


def sound_of(words: Iterable[str]) -> list[str]:
    """The sounds of the words of a name, without particles, titles and ranks."""
    return [_sound(w) for w in words if w.lower() not in PARTICLES and w not in TITLES and w not in RANKS]


def _key(sounds: Sequence[str]) -> str:
    """Given names stand in any order before the family name; in longer names the order tells whose son somebody is."""
    if len(sounds) > IN_ORDER:
        return " ".join(sounds)
    return " ".join([*sorted(sounds[:-1]), *sounds[-1:]])


def _sound(word: str) -> str:
    letters = unicodedata.normalize("NFKD", ARTICLE.sub("", word).translate(PLAIN).casefold())
    sound = "".join([c for c in letters if c.isalpha()])
    for written, spoken in ALIKE:
        sound = sound.replace(written, spoken)
    sound = DOUBLED.sub(r"\1", sound)
    if sound.endswith(MUTE_H):
        sound = sound[:-1]
    if sound.startswith(MUTE_I):
        sound = sound[1:]
    return GIVEN.get(sound, sound)
