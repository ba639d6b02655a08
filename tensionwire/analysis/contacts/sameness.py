"""Whether a sentence tells a contact that is known already, or another one of the same two.

Last week's call and the meeting that it prepared are two; the talks announced and what came of them are one. What
speaks for either is weighed by learning, against each entry that the sentence could go on with.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from tensionwire.analysis.contacts import joining_names as names
from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.said import said_as
from tensionwire.contracts.tagged import DateWindow
from tensionwire.lexicon.scale import Sign

ANOTHER = re.compile(
    r"\b(?:weitere[nrs]?|erneut\w*|wieder|nächste[nrs]?|zweite[nrs]?|dritte[nrs]?|zuletzt|zuvor|bereits|schon|zuerst|damals|früher"
    r"|gegenbesuch\w*|nachgeholt|nachholen|fortsetzung|folgetreffen|abermals|follow-up|follow up|resume[sd]?"
    r"|reconvene[sd]?|another|again|next|second|third|further|last|previous|previously|earlier|already|before)\b"
)
FAR = (1, 2, 3, 5, 9)  # sentences
SURE = (1.0, 3.0)  # log-odds of the status
FITS = (0.6, 0.8, 0.95)  # confidence
DAYS = (2, 8, 31)  # between two dates
MANY = 3  # entries of the same two
MOST_AROUND = 4  # states and organisations that are told of by one word
LONG = (6, 10, 16, 25)  # sentences of an article
ARTICLES = (
    dict.fromkeys("der die das dem den des dieser diese dieses diesem diesen the this that these".split(), "known")
    | dict.fromkeys("ein eine einen einem einer eines a an kein keine no".split(), "new")
    | dict.fromkeys("sein seine seinem seinen seiner ihr ihre ihrem ihren ihrer his her their its".split(), "own")
)
UNNAMED = frozenset({"unsaid", "pronoun", "both"})


def signs(known: Told, one: Told, entries: Sequence[Told]) -> list[Sign]:
    """What speaks for and against `one` going on with `known`; `entries` are all with which it could."""
    kind, silent = "v" if one.journey else "t", one.word.group == "silent"
    last, latest = last_of(known), max(entries, key=lambda e: last_of(e).scene.sentence.place)
    step = bisect_right(FAR, one.scene.sentence.place - last.scene.sentence.place)
    between = last.scene.sentence.start, one.scene.sentence.start
    paragraph = one.scene.draft.text.find("\n", *between) >= 0
    alike = known.status == one.status
    days = apart(known.date, one.date)
    sure, fits = bisect_right(SURE, one.sure), bisect_right(FITS, one.confidence)
    said = "+".join(sorted((said_as(one.candidate.one, UNNAMED), said_as(one.candidate.other, UNNAMED))))
    return [
        (names.status, kind, known.status, one.status, days, silent, sure, step),
        (names.form, kind, known.form, one.form, alike, step),
        (names.group, kind, one.word.group, alike, step),
        (names.said, kind, said, step, silent),
        (names.far, kind, step, paragraph, silent),
        (names.around, kind, min(MOST_AROUND, last.around), min(MOST_AROUND, one.around), step, alike, silent),
        (names.sides, kind, _sides(known, one), alike),
        (names.fits, kind, fits, silent),
        (names.entries, kind, min(MANY, len(entries)), known is latest),
        (names.when, kind, _ago(one.date, one), _ago(known.date or known.likely_date, one), alike),
        (names.place, kind, _places_agree(known.place, one.place), alike, days),
        (names.word, kind, _word(known, one), *_noun(one), alike),
        (names.tense, kind, _tense(one), one.status, known.status),
        (names.length, kind, bisect_right(LONG, len(one.scene.draft.sentences)), min(MANY, len(known.more)), alike),
        *((names.another, kind, word, alike) for word in _another(one)),
    ]


def _ago(window: DateWindow | None, one: Told) -> str:
    """How far the days of a contact lie before the article, or behind it."""
    day = one.scene.draft.day
    if window is None or day is None:
        return "none"
    first, last = _days(window)
    published = date.fromisoformat(day)
    if last < published:
        return f"back {bisect_right(DAYS, (published - last).days)}"
    return f"ahead {bisect_right(DAYS, (first - published).days)}" if first > published else "now"


def _places_agree(known: str | None, new: str | None) -> str:
    """Whether both are told to lie in one place."""
    if known is None or new is None:
        return "no place" if known is new else "new place" if known is None else "old place"
    return "same place" if known.casefold() == new.casefold() else "other place"


def _word(known: Told, one: Told) -> str:
    """Whether the same word of contact tells both."""
    if one.word.group == "silent":
        return "silent"
    return "same" if one.word.text in known.words else "group" if one.word.group == known.word.group else "other"


def _noun(one: Told) -> tuple[str, str]:
    """What stands before the word of contact: an article, a number, whose it is."""
    scene = one.scene
    at = scene.at(one.word.start)
    before = scene.lower[max(0, at - 3) : at]
    said = next((ARTICLES[w] for w in reversed(before) if w in ARTICLES), "none")
    return said, one.word.group


def _tense(one: Told) -> str:
    """The tense of the clause of the word of contact."""
    scene = one.scene
    return scene.owner[scene.at(one.word.start)].tense


def last_of(entry: Told) -> Told:
    """The sentence that told of an entry last."""
    return entry.more[-1] if entry.more else entry


def apart(known: DateWindow | None, new: DateWindow | None) -> str:
    """How two dates lie to each other."""
    if known is None or new is None:
        return "no date" if known is new else "new date" if known is None else "old date"
    if (known.start, known.end) == (new.start, new.end):
        return f"same {known.precision}"
    first, last = _days(known)
    start, end = _days(new)
    later, earlier = (start - last).days, (first - end).days
    if later <= 0 and earlier <= 0:
        return "overlap"
    return f"{'after' if later > earlier else 'before'} {bisect_right(DAYS, max(later, earlier))}"


def _days(window: DateWindow) -> tuple[date, date]:
    return date.fromisoformat(window.start), date.fromisoformat(window.end or window.start)


def _another(one: Told) -> list[str]:
    """The words of the sentence that may tell another contact apart."""
    text, (start, end, _) = one.scene.draft.text, one.scene.sentence
    return one.scene.once("another", lambda: sorted({m[0] for m in ANOTHER.finditer(text[start:end].lower())}))


def _sides(known: Told, one: Told) -> str:
    """Of each side: `same`; `bare`, where only a state or office is said; `fill`, where only now somebody is named."""
    found = []
    for mention in one.members.values():
        other = next(m for m in known.members.values() if m.affiliation == mention.affiliation)
        found.append("same" if other.key == mention.key else "fill" if mention.name else "bare")
    return "+".join(sorted(found))
