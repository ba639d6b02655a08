"""Whether a label and a mention name the same side, whatever the spelling."""

import re
import unicodedata

from tensionwire.analysis.draft import Mention

SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("zh", "s"), ("sh", "s"), ("ch", "c"), ("kh", "c"), ("dj", "y"), ("ph", "f"),
    ("ts", "c"),
    ("w", "v"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("j", "y"), ("i", "y"), ("z", "s"), ("q", "k"),
)  # fmt: skip


def words(name: str) -> list[str]:
    """The words of a name, folded to how they sound."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    folded = []
    for word in re.sub(r"[-.,’']", " ", plain).split():
        for sound, key in SOUNDS:
            word = word.replace(sound, key)
        folded.append(re.sub(r"(.)\1+", r"\1", word))
    return folded


def same(one: str, other: str) -> bool:
    """True where the words of one name are all among those of the other, or first letter and family name agree."""
    a, b = words(one), words(other)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] == b[0][0]


def fills(side: list[str], mention: Mention) -> bool:
    """True where `mention` is one of the names of a labelled side."""
    for filler in side:
        kind, _, value = filler.partition(":")
        if kind in ("country", "org") and value:
            if value == mention.affiliation:
                return True
        elif kind != "role" and mention.name and same(filler, mention.name):
            return True
    return False
