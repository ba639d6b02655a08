"""How German writes names that English transcribes from other scripts: Pashinyan is Paschinjan, Aliyev Alijew."""

import re

# States whose officials' names both languages transcribe by themselves.
TRANSCRIBED = frozenset("RUS UKR BLR ARM AZE GEO KAZ KGZ TJK TKM UZB IRN BGR SUN CSTO".split())
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
    "s": "ss",
}
SOUND = re.compile(
    r"shch|sh|zh|ch|kh|j|v|[ae]y(?![aeou])|iy\b|yy\b|y(?=[aeou])|z|(?<=[aeiou])s(?=[aeiou])", re.IGNORECASE
)
# Given names that German papers write in more than one way, by the English spelling.
GIVEN = {
    "Sergey": ("Sergej", "Sergei"),
    "Sergei": ("Sergej", "Sergei"),
    "Sergii": ("Serhij",),
    "Dmitry": ("Dmitri", "Dmitrij"),
    "Dmitri": ("Dmitri", "Dmitrij"),
    "Andrey": ("Andrej", "Andrei"),
    "Andrei": ("Andrej", "Andrei"),
    "Andriy": ("Andrij",),
    "Andrii": ("Andrij",),
    "Alexey": ("Alexej", "Alexei"),
    "Aleksey": ("Alexej", "Alexei"),
    "Alexei": ("Alexej", "Alexei"),
    "Oleksiy": ("Oleksij",),
    "Oleksii": ("Oleksij",),
    "Aleksandr": ("Alexander",),
    "Aleksander": ("Alexander",),
    "Nikolay": ("Nikolai", "Nikolaj"),
    "Nikolai": ("Nikolai", "Nikolaj"),
    "Mikhail": ("Michail",),
    "Yuri": ("Juri", "Jurij"),
    "Yury": ("Juri", "Jurij"),
    "Yuriy": ("Jurij",),
    "Yevgeny": ("Jewgeni", "Jewgenij"),
    "Evgeny": ("Jewgeni", "Jewgenij"),
    "Vasily": ("Wassili", "Wassilij"),
    "Vitaly": ("Witali", "Witalij"),
    "Anatoly": ("Anatoli", "Anatolij"),
    "Valery": ("Waleri", "Walerij"),
    "Grigory": ("Grigori", "Grigorij"),
    "Vladimir": ("Wladimir",),
    "Georgy": ("Georgi", "Georgij"),
    "Kirill": ("Kirill",),
    "Tatyana": ("Tatjana",),
    "Elena": ("Jelena",),
    "Yelena": ("Jelena",),
    "Mohammad": ("Mohammad", "Mohammed"),
    "Masoud": ("Massud", "Masud"),
}


def german_spelling(name: str) -> str:
    """`name` as a German paper prints it; the name itself where both spell it alike."""
    return SOUND.sub(_respelt, name)


def german_spellings(name: str) -> list[str]:
    """All the ways in which German papers print `name`, by its given name and the end of its family name."""
    given, _, family = name.partition(" ")
    ends = _ends(german_spelling(family)) if family else [""]
    return [f"{first} {end}".strip() for first in GIVEN.get(given, (german_spelling(given),)) for end in ends]


def _ends(family: str) -> list[str]:
    """Lawrinsky: Lawrinski, Lawrinskij, Lawrinskyj."""
    if family.endswith("sky"):
        return [family[:-1] + end for end in ("i", "ij", "yj", "y")]
    return [family[:-1] + "i", family] if family.endswith("ny") else [family]


def _respelt(found: re.Match[str]) -> str:
    sound = found.group()
    other = SPELLINGS[sound.lower()]
    return other.capitalize() if sound[0].isupper() else other
