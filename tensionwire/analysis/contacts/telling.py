"""From a candidate to what its clause says: the words and signs that the status is read from."""

import re
from datetime import date

from tensionwire.analysis.contacts.anchor import Anchor
from tensionwire.analysis.contacts.cue_dates import of_the_cue
from tensionwire.analysis.contacts.reading import Said
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.dates.find import find, resolve
from tensionwire.analysis.grammar.clauses import Clause
from tensionwire.analysis.grammar.phrase import Cue, Phrase, phrase
from tensionwire.analysis.grammar.verbs import DETERMINERS, german_form
from tensionwire.analysis.speech import SPEECH
from tensionwire.lexicon.compiled import Hit

NEGATIONS = frozenset(
    "nicht kein keine keinen keinem keiner keinerlei nie niemals weder not no never neither nor nobody nothing "
    "nichts niemand keineswegs mitnichten".split()
)
NO_NEGATION_BEFORE = frozenset(
    "only nur zuletzt later least mehr merely just etwa sooner less fewer until wait".split()
)  # not only, no later than, not until Monday, cannot wait to
SAYING = frozenset("say tell know disclose specify reveal announce set confirm".split())  # did not say when
WHEN = frozenset("when where how who whom wann wo wie".split())
# What a contact that was held may have been without: `keine Fortschritte`, `no major breakthrough`.
NONE = frozenset("no kein keine keinen keinem keinerlei".split())
PROGRESS = ("fortschritt", "einigung", "durchbruch", "ergebnis", "annäherung", "progress", "breakthrough", "result")
NO_NEGATION_AFTER = frozenset({"but", "aber", ","})  # but not Xi
PLANNING = frozenset({"planned", "offer", "possible", "cancelled", "unclear", "accepted", "agreed", "announced"})
FOLLOWING = frozenset({"cancelled", "unclear", "possible", "negation", "accepted"})
ATTRIBUTES = re.compile(
    r"(?:mögl|gepl|vorgeseh|angekünd|anberaum|angesetz|bevorsteh|etwaig|wahrschein|erbet|angestreb)\w*(?:e|en|er|es|em)$"
    r"|(?:possible|potential|planned|proposed|upcoming)$"
)
# Verbs of calling off, missing and refusing, whose object says what comes to nothing.
CALLING_OFF = frozenset(
    "scrap scraps scrapped scrapping drop drops dropped dropping reject rejects rejected rejecting suspend suspends "
    "suspended suspending abandon abandons abandoned cancel cancels cancelled canceled cancelling delay delays delayed "
    "delaying postpone postpones postponed refuse refuses refused decline declines declined axed shelved missed miss "
    "rule ruled".split()
)
BE = frozenset("is are was were be been being".split())
OF_CONTACTS = frozenset({"contact", "date", "reference"})  # kinds of words
AFTER_OBJECT = frozenset("to that on in at with by for from until after before and but over as because when".split())
LONGEST_OBJECT = 6  # tokens
DENYING = frozenset(
    "bestritt bestritten bestreitet dementierte dementierten dementiert leugnete leugneten leugnet".split()
)
DATE_MARGIN = 16  # code points around a name of the calendar in which the rest of its date stands
SOME_WEDNESDAY = "2020-01-01"
RECENT, SOON = -3, -4  # a weekday is likelier the last one, or the next one


def telling(scene: Scene, word: Anchor) -> Said:
    """What the sentence says about the contact of a deciding word."""
    lower, german = scene.lower, scene.draft.language == "de"
    owner = scene.owner
    at, clause = word.first, owner[word.first]
    cues = [c for c in scene.cues if not (_of_another(scene, c[0], at, german) or _idle(lower, c[1], c[0]))]
    here = [(family, words) for p, family, words in cues if owner[p] is clause]
    if word.word.text.startswith(("expected", "due")):
        here.append(("planned", word.word.text))
    split, particle = scene.split_verb(clause) if german else ("", "")
    families = frozenset([family for family, _ in here] + ([split] if split else []))
    others = scene.once("clauses", lambda: frozenset(owner)) - {clause}
    above = clause.parent or _behind(clause, others)
    return Said(
        group=word.word.group,
        role=word.role,
        form=word.form,
        chain=word.chain,
        own=frozenset([family for p, family, _ in cues if at <= p <= word.last]),
        phrase=phrase(scene.tokens, lower, at, cues) if word.role == "noun" else Phrase(),
        # `Merz und Macron reisen am Samstag`: the plural looks like an infinitive, the anchor knows better
        tense="present" if clause.tense == "none" and word.form == "present" else clause.tense,
        auxiliaries=frozenset(clause.auxiliaries),
        verbs=tuple(dict.fromkeys(clause.verbs.values())),
        opener=clause.opener,
        negated=_negated(lower, clause),
        question=lower[-1] == "?" and owner[-1] is clause,
        perfect=german and _perfect(scene, clause, cues),
        without=_without(lower, word, clause),
        cues=tuple(here),
        families=families,
        split=f"{split}, {particle}" if split else "",
        date=scene.once(("date", at), lambda: _date(scene, owner, clause, at)),
        above_tense=above.tense if above else "",
        above=_above(scene, above, cues) if above else (),
        above_negated=above is not None and _negated(lower, above),
        elsewhere=_elsewhere(scene, clause, cues, others),
        following=scene.once("following", lambda: _beside(scene, 1)),
        preceding=scene.once("preceding", lambda: _beside(scene, -1)),
        conditional=clause.opener == "if" or any(other.opener == "if" for other in others),
    )


def _of_another(scene: Scene, place: int, at: int, german: bool) -> bool:
    """True for the attribute of a noun that is not the contact word: "über einen möglichen Einsatz"."""
    tokens, lower = scene.tokens, scene.lower
    if place + 1 >= len(lower):
        return False
    if not german and lower[place] in CALLING_OFF:
        return _has_its_object(scene, place)
    if not ATTRIBUTES.match(lower[place]):
        return False
    if german:
        return tokens[place + 1][0].isupper() and place + 1 != at and lower[place - 1] != "zu"
    return lower[place - 1] in DETERMINERS and not place < at <= place + 3


def _has_its_object(scene: Scene, place: int) -> bool:
    """True for a verb of calling off that does so to something else: `asked him to scrap a surcharge`."""
    lower = scene.lower
    if lower[place + 1] not in DETERMINERS or not BE.isdisjoint(lower[max(0, place - 2) : place]):
        return False
    behind = range(place + 2, min(len(lower), place + 2 + LONGEST_OBJECT))
    last = next((p for p in behind if lower[p] in AFTER_OBJECT or not lower[p][0].isalnum()), behind.stop)
    start, end = scene.starts[place + 1], scene.starts[last] if last < len(lower) else scene.sentence.end
    words = [h for h in scene.hits if start <= h.start < end]
    return not any(not OF_CONTACTS.isdisjoint(h.kinds) for h in words)


def _behind(clause: Clause, others: frozenset[Clause]) -> Clause | None:
    """The main clause behind a clause that begins the sentence: `dass er reist, gilt als fraglich`."""
    if clause.opener != "that" or clause.places[0] > 0:
        return None
    return next((other for other in others if other.places[0] == clause.places[-1] + 1 and not other.opener), None)


def _above(scene: Scene, above: Clause, cues: list[Cue]) -> tuple[str, ...]:
    """The families of the clause above: "dementierte, dass", "wies Berichte zurück, er habe"."""
    owner = scene.owner
    found = [family for p, family, _ in cues if owner[p] is above]
    split = scene.split_verb(above)[0] if above.german else ""
    return tuple(dict.fromkeys([*found, split] if split else found))


def _elsewhere(scene: Scene, clause: Clause, cues: list[Cue], others: frozenset[Clause]) -> frozenset[str]:
    """The families of the other clauses: "war geplant, fiel aber aus"."""
    if not others:
        return frozenset()
    owner = scene.owner
    found = {family for p, family, _ in cues if owner[p] is not clause}
    if clause.german:
        found.update([scene.split_verb(other)[0] for other in others])
    return frozenset(found - {""})


def _negated(lower: list[str], clause: Clause) -> bool:
    """True where a negation stands in the clause that denies something, and not only a contrast, "but not"."""
    return any(
        lower[p] in NEGATIONS and lower[p - 1] not in NO_NEGATION_AFTER and _denies(lower, p) for p in clause.places
    )


def _denies(lower: list[str], at: int) -> bool:
    """False for "not only", "no later than", "no progress", "did not say when"."""
    following = lower[at + 1] if at + 1 < len(lower) else ""
    if following in NO_NEGATION_BEFORE:
        return False
    failed = lower[at] in NONE and any(w.startswith(PROGRESS) for w in lower[at + 1 : at + 3])
    return not failed and not (following in SAYING and not WHEN.isdisjoint(lower[at + 2 : at + 5]))


def _idle(lower: list[str], family: str, at: int) -> bool:
    """True for a cue that is a negation and denies nothing."""
    if family != "negation":
        return False
    negation = next((p for p in (at, at + 1) if p < len(lower) and lower[p] in NEGATIONS), -1)
    return negation >= 0 and not _denies(lower, negation)


def _perfect(scene: Scene, clause: Clause, cues: list[Cue]) -> bool:
    """True for a participle that is no cue of planning: "ist eingetroffen", not "ist geplant"."""
    tokens, lower = scene.tokens, scene.lower
    planning = {p for p, family, _ in cues if family in PLANNING}
    return any(
        tokens[p][0].islower() and german_form(lower[p]) == "participle" and p not in planning for p in clause.places
    )


def _without(lower: list[str], word: Anchor, clause: Clause) -> bool:
    """True for "without meeting", "ohne ... getroffen zu haben", and what somebody denies "getroffen zu haben"."""
    if "without" in lower[max(0, word.first - 3) : word.first]:
        return word.form in ("ing", "past") or lower[word.first].endswith("ing")
    if word.form not in ("participle", "to infinitive", "infinitive"):
        return False
    said = [lower[p] for p in clause.places]
    if [w for w in said if w.isalpha()][-2:] == ["zu", "haben"] and _denied_before(lower, clause.places[0]):
        return True  # bestritt, ihn getroffen zu haben
    return "zu" in said and "ohne" in said[: max(0, word.first - clause.places[0])]


def _denied_before(lower: list[str], start: int) -> bool:
    """True where what stands between the marks before a clause denies."""
    first = start
    while first > 0 and lower[first - 1][0].isalpha():
        first -= 1
    return not DENYING.isdisjoint(lower[first:start])


def _date(scene: Scene, owner: list[Clause], clause: Clause, at: int) -> str:
    """How the date of the clause, else of the sentence, lies to that of the article."""
    sentence = scene.sentence
    named: list[Hit] = [h for h in scene.hits if "date" in h.kinds and not of_the_cue(scene, h.start, h.end, at)]
    here = [h for h in named if owner[scene.at(h.start)] is clause]
    named = here or [h for h in named if not _says(scene, owner[scene.at(h.start)])]
    day = (scene.draft.day or _any_day(scene)) if named else None
    if day is None:
        return "none"
    text = scene.draft.text[
        max(sentence.start, named[0].start - DATE_MARGIN) : min(sentence.end, named[-1].end + DATE_MARGIN)
    ]
    back = resolve(text, day, "held")
    if back is None:
        return "none"
    gap = (date.fromisoformat(back.start) - date.fromisoformat(day)).days
    if gap == 0:
        return "today"
    if gap < 0 and back.end is not None and back.end >= day:
        return "around"  # this week, this year
    if back != resolve(text, day, "planned"):
        if scene.draft.day is None:
            return "weekday"
        return "weekday back" if gap > RECENT else "weekday ahead" if gap < SOON else "weekday"
    return "later" if gap > 0 else "past"


def _any_day(scene: Scene) -> str | None:
    """Some day, for an article without one, where the sentence dates nothing but by a weekday or `today`."""
    sentence = scene.sentence
    said = find(scene.draft.text, sentence.start, sentence.end)
    return SOME_WEDNESDAY if all(one.said.kind in ("weekday", "near") for one in said) else None


def _says(scene: Scene, clause: Clause) -> bool:
    """True for a clause that only tells who says so: its day is that of the saying."""
    return any(scene.lower[place] in SPEECH for place in clause.verbs)


def _beside(scene: Scene, step: int) -> frozenset[str]:
    """The families of cues in the sentence that follows: "Eine Bestätigung gab es nicht"; or in the one before."""
    place = scene.sentence.place + step
    if not 0 <= place < len(scene.draft.sentences):
        return frozenset()
    return frozenset(
        [
            m.value
            for h in scene.draft.hits_of(scene.draft.sentences[place])
            if "status" in h.kinds
            for m in h.meanings
            if m.kind == "status" and m.value in FOLLOWING
        ]
    )
