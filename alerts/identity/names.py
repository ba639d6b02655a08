"""Whether two names are one person's, in whatever spelling: Lawrow and Lavrov, Selenskyj and Zelenskyy, Лавров."""

import unicodedata
from functools import lru_cache

# One key for German, English and French transliterations. Order matters: longer ones first.
SPELLINGS = (
    ("tsch", "c"), ("dsch", "c"), ("sch", "s"), ("shch", "s"), ("tch", "c"), ("dzh", "c"), ("zh", "s"), ("sh", "s"),
    ("ch", "c"), ("kh", "c"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("ck", "k"),
    ("w", "v"), ("ou", "u"), ("oo", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("ee", "y"), ("ij", "y"), ("yj", "y"),
    ("iy", "y"), ("yy", "y"), ("j", "y"), ("i", "y"), ("z", "s"), ("q", "k"), ("x", "ks"),
)  # fmt: skip
CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшыэіїєґўј", "abvgdeeжziyklmnoprstufхцчшyeiyegwj", strict=True))
CYRILLIC |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
PLAIN = str.maketrans({"ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
VOWELS = frozenset("aeiouy")
PARTICLES = frozenset(
    {"al", "el", "bin", "ben", "ibn", "von", "van", "der", "de", "di", "da", "la", "le", "und", "prinz"}
)
PARTICLES |= {"prince", "kg", "king", "dr", "sheikh", "seyc", "graf"}


def same_name(one: str, other: str) -> bool:
    """True where the words of one name are all among the other's: a surname agrees with the full name.

    Words agree by sound, an initial with any word it begins, and longer words where their consonants are the same or
    one letter differs. Symmetric. An empty name agrees with none.
    """
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    if len(a) > len(b) or (len(a) == len(b) and a > b):
        a, b = b, a
    return _all_found(a, b)


@lru_cache(maxsize=65536)
def _all_found(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    if few == many:
        return True
    if not any(len(word) > 1 for word in few):
        return False
    left = list(many)
    for word in few:
        found = next((w for w in left if w == word), None) or next((w for w in left if _alike(word, w)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _alike(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if min(len(one), len(other)) < 4:
        return False
    bones, other_bones = _bones(one), _bones(other)
    return (len(bones) > 1 and bones == other_bones) or (min(len(one), len(other)) > 4 and _one_letter(one, other))


def _bones(word: str) -> str:
    """The consonants, and a vowel that begins the word as a mark."""
    return ("-" if word[0] in VOWELS else "") + "".join(c for c in word if c not in VOWELS)


def _one_letter(one: str, other: str) -> bool:
    """True where one letter is changed, added or left out."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    latin = "".join(CYRILLIC.get(c, c) for c in unicodedata.normalize("NFC", name.casefold()))
    plain = unicodedata.normalize("NFKD", latin.translate(PLAIN))
    plain = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’`ʼ" else " " for c in plain)
    words = plain.split()
    kept = [w for w in words if w not in PARTICLES] or words
    return tuple(sorted(filter(None, map(_sound, kept))))


def _sound(word: str) -> str:
    for spelling, key in SPELLINGS:
        word = word.replace(spelling, key)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])
