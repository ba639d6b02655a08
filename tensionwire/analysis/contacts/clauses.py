"""The clause in which a word stands, and what its verbs say: tense, mood, modal, negation.

A plain parser of word forms: marks and joining words divide a sentence into segments; segments are put together to clauses, so
that a German bracket (wird ... treffen) stays whole around what is put in between.
"""

from dataclasses import dataclass, field

from tensionwire.analysis.contacts.scene import COORDINATION
from tensionwire.analysis.contacts.verbs import (
    ENGLISH_AUXILIARIES,
    ENGLISH_NOUNS,
    ENGLISH_PRESENT,
    GERMAN_AUXILIARIES,
    INSEPARABLE,
    SUBJUNCTIVE,
    VerbForm,
    english_form,
    german_form,
)

MARKS = frozenset(",;:–—()\"“”„«»‹›")
BREAKS = frozenset(";:–—()\"“”„«»‹›")
BUT = frozenset("aber doch sondern denn but however jedoch".split())
OPENERS = {
    word: kind
    for kind, words in {
        "whether": "ob whether",
        "if": "wenn falls sofern sobald solange sollte if unless until once provided ehe",
        "that": "dass daß that",
        "after": "nachdem seit seitdem after since",
        "before": "bevor before",
        "while": "während als when while as wie",
        "because": "weil da because although though obwohl damit indem",
        "relative": "der die das den dem deren dessen denen welche welcher welches who whom whose which wo where wohin woher wobei worauf womit",
        "what": "was wer wen wem wann what how why warum",
    }.items()
    for word in words.split()
}
BEFORE_ADJECTIVES = frozenset("auf für über in an um mit von bei nach zu ohne gegen durch als sehr neue weitere".split())
AMBIGUOUS = frozenset("der die das den dem deren dessen denen as als wie da seit was that since before after until sollte".split())
DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner sein seine seinen seinem seiner ihr ihre ihren "
    "ihrem ihrer dieser diese dieses diesen diesem zum zur beim vom im am ins the a an his her its their".split()
)


@dataclass
class Clause:
    """Positions of its tokens, the kind of word that opens it, the clause it hangs on, and the codes of its auxiliaries."""

    places: list[int] = field(default_factory=list)
    opener: str = ""
    parent: "Clause | None" = None
    verbs: dict[int, str] = field(default_factory=dict)  # place -> code of an auxiliary or "past", "present"
    modals: list[str] = field(default_factory=list)

    @property
    def auxiliaries(self) -> list[str]:
        """Codes of auxiliaries and modals, in order; "werden" alone is the plural of "wird"."""
        found = [code for code in self.verbs.values() if code not in ("past", "present", "subjunctive")]
        return ["wird"] if set(found) == {"werden"} else found

    @property
    def tense(self) -> str:
        """The auxiliaries together; else the tense of the first full verb; else nothing."""
        found = self.auxiliaries
        if found:
            return "+".join(sorted(set(found)))
        said = set(self.verbs.values())
        return next((tense for tense in ("past", "subjunctive", "present") if tense in said), "none")


def verb_code(tokens: list[str], lower: list[str], place: int, german: bool) -> str:
    """What a token says as a finite verb: the code of an auxiliary, `past`, `present`, or nothing."""
    word = lower[place]
    table = GERMAN_AUXILIARIES if german else ENGLISH_AUXILIARIES
    code = table.get(word)
    if word == "may" and tokens[place] == "May" and place:
        return ""
    if code in ("is", "was") and not german and place + 1 < len(lower) and lower[place + 1] == "to":
        return f"{code} to"
    if code is not None:
        return code
    if not word[0].isalpha() or (tokens[place][0].isupper() and place > 0):
        return ""
    if german and word in SUBJUNCTIVE and (not place or lower[place - 1] not in DETERMINERS):
        return "subjunctive"
    form: VerbForm = german_form(word) if german else english_form(word)
    before = lower[place - 1] if place else ""
    if form == "past":
        if not german and word.endswith("ed") and (before == "," or before in DETERMINERS):
            return ""
        if german and (before in DETERMINERS or (before in BEFORE_ADJECTIVES and _noun(tokens, place + 1)) or (before.endswith(("en", "em", "er", "es")) and word.endswith("ten") and _noun(tokens, place + 1))):
            return ""
        return "past"
    if form == "present" and before not in DETERMINERS:
        if german:
            return "present"
        if word in ENGLISH_NOUNS and not (place and (tokens[place - 1][0].isupper() or before in SUBJECTS)):
            return ""
        return "present" if word in ENGLISH_PRESENT else ""
    return ""


def _bare_present(tokens: list[str], lower: list[str], places: range, codes: list[str]) -> None:
    """"besucht", "entfällt": like participles, but finite where their segment has no other verb."""
    if any(codes[p] for p in places):
        return
    for p in places:
        if INSEPARABLE.match(lower[p]) and lower[p].endswith("t") and tokens[p][0].islower() and lower[p - 1] not in DETERMINERS and len(lower[p]) > 5:
            codes[p] = "present"
            return


def _noun(tokens: list[str], place: int) -> bool:
    return place < len(tokens) and tokens[place][0].isupper()


def clauses_of(tokens: list[str], lower: list[str], german: bool) -> list[Clause]:
    """For each token the clause to which it belongs."""
    codes = [verb_code(tokens, lower, place, german) for place in range(len(tokens))]
    owner: list[Clause] = []
    current = Clause()
    main = before = current
    inside: Clause | None = None
    for first, last in _segments(lower, codes, german):
        if german:
            _bare_present(tokens, lower, range(first, last), codes)
        mark = lower[first] if lower[first] in MARKS else ""
        start = first
        while start < last and (lower[start] in MARKS or lower[start] in COORDINATION or lower[start] in BUT):
            start += 1
        verbs = {p: codes[p] for p in range(first, last) if codes[p]}
        if not verbs and not german and mark == "," and current.opener and not main.verbs and start < last and lower[start].endswith("ed"):
            verbs = {start: "past"}  # ", who came on Monday, received"
        opener = _opener(lower, first, start, last, bool(verbs), german)
        if opener:
            parent = current if current.places else None
            clause = Clause(opener=opener, parent=parent)
        elif not current.places:
            clause = current
        elif mark == ")":
            clause = current if current is not inside else before
        elif current.opener and verbs and set(verbs.values()) <= BRACKET_ENDS and main.auxiliaries:
            clause = main
        elif mark in BREAKS and mark and verbs:
            clause = Clause()
            main = clause
        elif not verbs:
            clause = current
        elif current.opener and not current.verbs:
            clause = current if german or mark != "," else main
        elif current.opener and lower[first] in COORDINATION:
            clause = Clause(opener=current.opener, parent=current.parent)
        elif current.opener and not main.verbs:
            clause = main
        elif not current.verbs:
            clause = current
        elif german and mark == "," and not REPORTED.isdisjoint(verbs.values()) and "past" in current.verbs.values():
            clause = Clause(opener="reported", parent=current)
        else:
            clause = Clause(parent=None)
            main = clause
        if mark == "(":
            before, inside = current, clause
        clause.places += range(first, last)
        clause.verbs |= verbs
        if not clause.opener:
            main = clause
        owner += [clause] * (last - first)
        current = clause
    return owner


def _segments(lower: list[str], codes: list[str], german: bool) -> list[tuple[int, int]]:
    """Spans between marks, and around `und` where verbs stand on both sides."""
    cuts = [0]
    size = len(lower)
    reported = -1
    for place in range(1, size):
        word = lower[place]
        if place == reported:
            cuts.append(place)
        elif not german and lower[place - 1] in SAYING and word not in MARKS and word != "that":
            reported = place
            if word in ("on", "in", "late", "earlier") and place + 2 < size:
                reported = place + 2
            if reported == place and _finite_follows(lower, codes, place):
                cuts.append(place)
            elif not _finite_follows(lower, codes, reported):
                reported = -1
        if word in MARKS:
            if place - 1 != cuts[-1] or lower[cuts[-1]] not in MARKS:
                cuts.append(place)
        elif word in COORDINATION or word in BUT:
            if lower[place - 1] in MARKS:
                continue
            before = any(codes[p] for p in range(cuts[-1], place))
            if any(lower[p] in ("between", "zwischen", "both") and not any(codes[p:place]) for p in range(max(cuts[-1], place - 9), place)):
                continue
            after = next((p for p in range(place + 1, size) if codes[p] or lower[p] in MARKS or lower[p] in COORDINATION), None)
            if before and after is not None and codes[after] and codes[after] not in NONFINITE and after - place < 9:
                cuts.append(place)
        elif not german and word == "that" and place - 1 != cuts[-1] and any(codes[cuts[-1] : place]) and any(codes[place + 1 :]) and lower[place - 1] not in RELATIVE_AFTER:
            cuts.append(place)
        elif word in OPENERS and word not in AMBIGUOUS and lower[place - 1] not in MARKS and lower[place - 1] not in COORDINATION:
            if word == "because" and lower[place + 1 : place + 2] == ["of"]:
                continue
            if word in ("wo", "was", "wie", "who", "which", "whom", "when", "where", "while", "whether", "ob", "because", "if", "what", "how", "whose", "unless", "once") and place > 1:
                cuts.append(place)
    cuts.append(size)
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a]


def _finite_follows(lower: list[str], codes: list[str], place: int) -> bool:
    """True where a verb follows before the next mark."""
    for p in range(place, len(lower)):
        if lower[p] in MARKS:
            return False
        if codes[p]:
            return True
    return False


SAYING = frozenset("said says announced confirmed insisted argued added reporters suggested believes hopes hoped indicated stressed tweeted claimed".split())


def _opener(lower: list[str], first: int, start: int, last: int, has_verb: bool, german: bool) -> str:
    """The kind of clause that a segment opens: its first word, or the one after a preposition; nothing for a main clause."""
    if start < last and lower[start] == "that" and not german:
        return "that"
    if start >= last or not has_verb:
        return OPENERS.get(lower[start], "") if start < last and lower[start] not in AMBIGUOUS else ""
    if start and lower[start - 1] not in MARKS and lower[start] in AMBIGUOUS:
        return ""
    if start == 0 and lower[start] in AMBIGUOUS:
        return ""
    if not german and lower[start] == "was":
        return ""
    if not german and start == first and start and (lower[start - 1] in SAYING or lower[max(0, start - 3)] in SAYING and lower[start - 2] in ("on", "in", "late", "earlier")):
        return "that"
    kind = OPENERS.get(lower[start], "")
    if not kind and start + 1 < last and lower[start + 1] in ("dem", "der", "denen", "dessen", "deren", "den", "die", "das", "which", "whom") and start and lower[start - 1] == ",":
        return "relative" if lower[start] in RELATIVE_AFTER else ""
    return kind


SUBJECTS = frozenset("he she it who which that now also".split())
REPORTED = frozenset({"werde", "sei", "habe", "solle", "wolle", "könne", "subjunctive"})
BRACKET_ENDS = frozenset({"werden", "haben", "worden"})
NONFINITE = frozenset({"worden", "been", "being", "be"})
RELATIVE_AFTER = frozenset("mit bei zu von in auf an für über nach unter vor durch aus with to of in at on for by from".split())
