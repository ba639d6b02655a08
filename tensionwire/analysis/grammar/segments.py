"""Where a sentence can be cut: marks, joining words between two verbs, and words that open a clause."""

from itertools import pairwise

MARKS = frozenset(',;:–—()"“”„«»‹›')
COORDINATION = frozenset("und and sowie & nebst plus".split())
BUT = frozenset("aber doch sondern denn but however jedoch".split())
OPENERS = {
    word: kind
    for kind, words in {
        "whether": "ob whether",
        "if": "wenn falls sofern if unless provided",
        "as soon as": "sobald solange ehe until once",
        "that": "dass daß that",
        "after": "nachdem seit seitdem after since",
        "before": "bevor before",
        "while": "während als when while as wie",
        "because": "weil da because although though obwohl damit indem",
        "relative": "der die das den dem deren dessen denen welche welcher welches who whom whose which "
        "wo where wohin woher wobei worauf womit",
        "what": "was wer wen wem wann what how why warum",
    }.items()
    for word in words.split()
}
# Openers that are mostly something else: they count after a mark only.
AMBIGUOUS = frozenset(
    "der die das den dem deren dessen denen as als wie da seit was that since before after until".split()
)
# Openers before which no mark need stand.
UNMARKED = frozenset(
    "wo was wie who which whom when where while whether ob because if what how whose unless once".split()
)
RELATIVES = frozenset("dem der denen dessen deren den die das which whom".split())
BEFORE_RELATIVES = frozenset(
    "mit bei zu von in auf an für über nach unter vor durch aus with to of at on for by from".split()
)
# With one of these a German condition begins that has no `wenn`.
VERB_FIRST = frozenset("käme kämen sollte sollten wäre wären hätte hätten würde würden träfe träfen".split())
SAYING = frozenset(
    "said says announced confirmed insisted argued added reporters suggested believes hopes hoped indicated "
    "stressed tweeted claimed".split()
)
DATED = frozenset("on in late earlier".split())  # "said on Tuesday it would"
CUTTING = MARKS | COORDINATION | BUT | frozenset(OPENERS)  # before no other word a segment ends
NONFINITE = frozenset({"worden", "been", "being", "be"})
NEAR = 9  # tokens in which a verb stands that `und` joins
FAR = 80  # tokens looked at for a verb that may follow


def segments(lower: list[str], codes: list[str], german: bool) -> list[tuple[int, int]]:
    """Spans of tokens between the cuts. `codes` says which tokens are verbs (clauses.verb_code)."""
    cuts = [0]
    verb, seen = False, 0  # since the last cut, as far as looked at
    reported = -1
    for place in _possible(lower, german):
        verb, seen = verb or any(codes[seen:place]), place
        if not german and lower[place - 1] in SAYING and lower[place] not in MARKS and lower[place] != "that":
            start = place + 2 if lower[place] in DATED else place
            reported = start if _verb_follows(lower, codes, start) else -1
        if place == reported or (lower[place] in CUTTING and _cut(lower, codes, place, cuts[-1], verb, german)):
            cuts.append(place)
            verb = False
    cuts.append(len(lower))
    return list(pairwise(cuts))


def _possible(lower: list[str], german: bool) -> list[int]:
    """Where a cut can be: before a cutting word; in English also behind "said" and "said on"."""
    found = [place for place, word in enumerate(lower) if word in CUTTING]
    if not german and not SAYING.isdisjoint(lower):
        said = [place for place, word in enumerate(lower) if word in SAYING]
        found = sorted({*found, *(place + behind for place in said for behind in (1, 3))})
    return [place for place in found if 0 < place < len(lower)]


def _cut(lower: list[str], codes: list[str], place: int, start: int, verb: bool, german: bool) -> bool:
    """True where a segment that began at `start` ends before `place`. `verb`: it has one."""
    word, last = lower[place], lower[place - 1]
    if word in MARKS:
        return place - 1 != start or last not in MARKS
    if word in COORDINATION or word in BUT:
        verb = verb or (german and place > 1 and lower[place - 2] == "zu")  # weigerte sich, ihn zu treffen und ging
        return last not in MARKS and verb and not _both(lower, codes, start, place) and _joins_verb(lower, codes, place)
    if word not in OPENERS or last in MARKS or last in COORDINATION:
        return False
    if word == "that":
        return (
            not german
            and verb
            and place - 1 != start
            and last not in BEFORE_RELATIVES
            and any(codes[place + 1 : place + FAR])
        )
    return word in UNMARKED and word not in AMBIGUOUS and place > 1 and lower[place : place + 2] != ["because", "of"]


def _both(lower: list[str], codes: list[str], start: int, place: int) -> bool:
    """True for the `and` of "between Xi and Kim"."""
    for p in range(place - 1, max(start, place - NEAR) - 1, -1):
        if codes[p]:
            return False
        if lower[p] in ("between", "zwischen", "both"):
            return True
    return False


def _joins_verb(lower: list[str], codes: list[str], place: int) -> bool:
    """True where a verb follows soon after a joining word, before any mark."""
    for p in range(place + 1, min(len(lower), place + NEAR)):
        if codes[p]:
            return codes[p] not in NONFINITE
        if lower[p] in MARKS or lower[p] in COORDINATION:
            return False
    return False


def _verb_follows(lower: list[str], codes: list[str], place: int) -> bool:
    """True where a verb follows before the next mark."""
    for p in range(place, min(len(lower), place + FAR)):
        if lower[p] in MARKS:
            return False
        if codes[p]:
            return True
    return False


def opener(lower: list[str], first: int, last: int, has_verb: bool, german: bool) -> str:
    """The kind of clause that a segment opens, nothing for a main clause.

    `first` is its first token behind marks and joining words.
    """
    if first >= last:
        return ""
    word = lower[first]
    if word == "that" and not german:
        return "that"
    marked = first > 0 and lower[first - 1] in MARKS
    if word in AMBIGUOUS and not (has_verb and marked):
        return ""
    if not german and (word == "was" or _reported(lower, first)):
        return "" if word == "was" else "that"
    if german and first == 0 and word in VERB_FIRST and last < len(lower) - 1 and lower[-1] != "?":
        return "if"  # Käme es zu einem Treffen, wäre das ein Erfolg
    kind = OPENERS.get(word, "")
    if not kind and has_verb and word in BEFORE_RELATIVES and first and lower[first - 1] == "," and first + 1 < last:
        return "relative" if lower[first + 1] in RELATIVES else ""
    return kind


def _reported(lower: list[str], first: int) -> bool:
    """True behind "he said" and "he said on Tuesday"."""
    return first > 0 and (
        lower[first - 1] in SAYING or (first > 2 and lower[first - 3] in SAYING and lower[first - 2] in DATED)
    )
