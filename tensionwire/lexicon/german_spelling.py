"""How German writes names that English transcribes from other scripts: Pashinyan is Paschinjan, Aliyev Alijew."""

import re

# States whose officials' names both languages transcribe by themselves.
TRANSCRIBED = frozenset("RUS UKR BLR ARM AZE GEO KAZ KGZ TJK TKM UZB IRN BGR".split())
SPELLINGS = {
    "shch": "schtsch",
    "sh": "sch",
    "zh": "sch",
    "ch": "tsch",
    "kh": "ch",
    "j": "dsch",
    "v": "w",
    "ay": "ai",
    "ey": "ei",
    "iy": "i",
    "yy": "yj",
    "y": "j",
    "z": "s",
}
SOUND = re.compile(r"shch|sh|zh|ch|kh|j|v|[ae]y(?![aeou])|iy\b|yy\b|y(?=[aeou])|z", re.IGNORECASE)


def german_spelling(name: str) -> str:
    """`name` as a German paper prints it; the name itself where both spell it alike."""
    return SOUND.sub(_respelt, name)


def _respelt(found: re.Match[str]) -> str:
    sound = found.group()
    other = SPELLINGS[sound.lower()]
    return other.capitalize() if sound[0].isupper() else other
