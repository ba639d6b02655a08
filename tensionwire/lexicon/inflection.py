"""The forms of a word in running text: German endings, English capitals and plurals."""

NOUN_ENDINGS = ("", "s", "es", "n", "en", "in", "innen")
ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")
NO_DEPUTY = ("prime", "deputy", "vice", "interim", "acting", "assistant", "caretaker")
TITLE_SMALL = frozenset("of the for to and in at".split())


def alone(word: str) -> list[str]:
    """The word as it stands."""
    return [word]


def both_cases(word: str) -> list[str]:
    """A word that begins small also stands at the beginning of a sentence."""
    return [word, word[0].upper() + word[1:]] if word[0].islower() else [word]


def with_genitive(name: str) -> list[str]:
    """Frankreich: Frankreichs."""
    return [name] if name.endswith(("s", "x", "z", "S")) or name.isupper() else [name, name + "s"]


def adjective(stem: str) -> list[str]:
    """chinesisch: chinesische, Chinesischer, ...; what begins with a capital has no endings (Pekinger)."""
    if not stem[:1].islower() and not stem.startswith("US-"):
        return [stem]
    return [form + end for form in both_cases(stem) for end in ADJECTIVE_ENDINGS]


def demonym(word: str) -> list[str]:
    """Russe: Russen; Iraner: Iraners, Iranern, Iranerin; Chinesin: Chinesinnen."""
    if word.endswith("e"):
        return [word, word + "n"]
    if word.endswith("in"):
        return [word, word + "nen"]
    return [word + end for end in ("", "s", "n", "in", "innen")] if word.endswith("er") else with_genitive(word)


def german(word: str) -> list[str]:
    """Minister: Ministers, Ministerin, ...; `Gesandt~`: Gesandte, Gesandter, Gesandten; Swiss ss for ß."""
    if "~" in word:
        forms = [word.replace("~", end) for end in ("e", "er", "en", "em", "er")]
        forms += [form + end for form in forms for end in ("s", "n", "en", "in") if " " in word]
    elif " " in word:
        forms = [word, word + "s", word + "en"]
    else:
        forms = [word + end for end in NOUN_ENDINGS]
    return list(dict.fromkeys([*forms, *(form.replace("ß", "ss") for form in forms)]))


def german_deputies(word: str) -> list[str]:
    """Außenminister: Vizeaußenminister, Vize-Außenministerin, stellvertretender Außenminister."""
    if not word.endswith("minister") or " " in word or word == "Premierminister":
        return []
    forms = [f"Vize{word[0].lower()}{word[1:]}", f"Vize-{word}"]
    forms += [f"{how} {word}" for how in ("stellvertretender", "stellvertretenden", "stellvertretende")]
    return [form for said in forms for form in (*german(said), *([said + "in"] if " " in said else []))]


def english(words: str) -> list[str]:
    """foreign minister: Foreign Minister, Foreign minister, foreign ministers, Foreign Ministers."""
    return list(dict.fromkeys(form for said in (words, _plural(words)) for form in (said, _title(said), _first(said))))


def english_deputies(words: str) -> list[str]:
    """foreign minister: deputy foreign minister, Vice Foreign Minister."""
    if not words.endswith(" minister") or words.startswith(
        ("prime", "deputy", "vice", "interim", "acting", "assistant")
    ):
        return []
    return [form for rank in ("deputy", "vice", "first deputy") for form in english(f"{rank} {words}")]


def _plural(words: str) -> str:
    head, link, rest = words.partition(" of ")
    if head.endswith("-general") or head.endswith(" general"):
        head = head[: -len("-general")] + "s" + head[-len("-general") :]
    else:
        head = head[:-1] + "ies" if head.endswith("ry") else head + "s"
    return head + link + rest


def _title(words: str) -> str:
    return " ".join(
        word if word in TITLE_SMALL else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for word in words.split()
    )


def _first(words: str) -> str:
    return words[0].upper() + words[1:]
