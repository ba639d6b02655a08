"""When a contact lies: of the dates around its word the one that belongs to it."""

import re
from collections.abc import Sequence
from datetime import date

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.cue_dates import of_another_deed, of_the_cue
from tensionwire.analysis.contacts.dating import of_another, says_when
from tensionwire.analysis.contacts.gapping import own
from tensionwire.analysis.contacts.nearness import distance
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.dates.find import Found, ahead_of, find
from tensionwire.analysis.dates.tokens import AROUND
from tensionwire.analysis.dates.windows import Frame
from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.speech import SPEECH
from tensionwire.contracts.tagged import DateWindow, Status
from tensionwire.lexicon.compiled import Hit

BACKGROUND_DAYS = 60
CENTURIES = ("19", "20")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATELINE = 60  # code points in which the date of writing stands
DASH = re.compile(r"[.,]?\s*(?:\([^()]{1,40}\)\s*)?[-–—]")
HEADED = 12  # sentences for which a date at the head of a line holds
SAYING = 10  # tokens that a date counts as farther away that says when something was said
SINCE = 20  # and one that says from when on
SAYS = SPEECH | frozenset(
    "mitteilte mitteilten bekanntgab bekanntgaben ankündigte verkündete verkündeten meldete meldeten berichteten "
    "angekündigt bekannt statement announcement announcements reporters journalisten erklärung mitteilung angaben "
    "confirmed announce announcing telling saying aides source sources office spokesman spokeswoman sprecher "
    "sprecherin".split()
)
SAYS_NEAR = 2  # tokens
DAYS = ("day", "weekday", "near")  # kinds of dates that say a day
ANCHORS = frozenset({*DAYS, "month"})  # and from which others count
# How many sentences back, of one paragraph, a contact without a date takes theirs.
INHERITS: dict[Status, int] = {"held": 2, "planned": 2, "cancelled": 1, "possible": 0}
MOST_DATES = 12  # of one sentence, the nearest ones: what lists more tells no contact by them
FAR_PAST = 20  # how far a day long past may lie: what is told beside a contact makes it no history
REACH_BACK = 6  # sentences in which a date stands from which "two days later" counts


def when(scene: Scene, candidate: Candidate, status: Status) -> DateWindow | None:
    """The days on which the contact lies, None where its sentence does not say.

    `status` gives the direction: a weekday lies behind for what was held, ahead for what is planned.
    """
    day = own(scene, candidate.one, candidate.other, "day")
    return scene.once(("when", candidate.word.start, status, day), lambda: _when(scene, candidate, status, day))


def _when(scene: Scene, candidate: Candidate, status: Status, day: Hit | None) -> DateWindow | None:
    found = dates_of(scene.draft, scene.sentence)
    if day is not None:
        found = [f for f in found if f.start <= day.start < f.end]
    if not found:
        return None
    if len(found) > MOST_DATES:
        nearest = sorted(found, key=lambda f: abs(f.start - candidate.word.start))
        found = sorted(nearest[:MOST_DATES], key=lambda f: f.start)
    frame = Frame(_today(scene.draft), ahead_of(status))
    best: tuple[int, DateWindow] | None = None
    for one in found:
        anchor = _anchor(scene, one, found, frame) if one.said.kind == "anchored" else None
        window = _since(one, one.window(frame._replace(anchor=anchor)), frame)
        if window is None or _against(window, frame):
            continue
        says = _says(scene, one, scene.at(candidate.word.start))
        if status != "held" and (says or says_when(scene, one, candidate)):
            continue  # "announced on Friday that he will go"
        if of_another(scene, one, candidate, status):
            continue
        if status != "held" and one.said.kind in DAYS and not one.said.ahead:
            word = scene.at(candidate.word.start)
            deed = of_another_deed(scene, one.start, word) if status != "cancelled" else False
            if deed or of_the_cue(scene, one.start, one.end, word):
                continue
        far = (
            distance(scene, candidate, one.start, one.end) + SAYING * says + SINCE * (one.said.since or one.said.until)
        )
        if far > FAR_PAST and past(window, scene.draft.day):
            continue
        if best is None or far < best[0]:
            best = (far, window)
    return best[1] if best is not None else None


def carried(scene: Scene, status: Status) -> DateWindow | None:
    """The days that the sentences before leave to a contact whose own sentence names none: likely, not said."""

    def work() -> DateWindow | None:
        frame = Frame(_today(scene.draft), ahead_of(status))
        return _told_before(scene.draft, scene.sentence, status, frame) or _heading(scene.draft, scene.sentence, frame)

    return scene.once(("carried", status), work)


def _since(found: Found, window: DateWindow | None, frame: Frame) -> DateWindow | None:
    """ "since January": until now, for what was held; a year is history; what lies ahead did not begin before."""
    if window is None or not found.said.since:
        return window
    if frame.ahead:
        return None
    if found.said.kind == "year" or frame.today is None or window.start > frame.today.isoformat():
        return window
    return DateWindow(start=window.start, end=frame.today.isoformat(), precision="week")


def _against(window: DateWindow, frame: Frame) -> bool:
    """True where a window lies on the other side of the day of publication than what is told."""
    if frame.today is None or frame.ahead is None:
        return False
    today = frame.today.isoformat()
    return (window.end or window.start) < today if frame.ahead else window.start > today


def _told_before(draft: Draft, sentence: Sentence, status: Status, frame: Frame) -> DateWindow | None:
    """The day that the sentences before were about: what a text goes on to tell lies on the same one."""
    for back in range(1, INHERITS[status] + 1):
        if back > sentence.place:
            return None
        before = draft.sentences[sentence.place - back]
        if "\n" in draft.text[before.end : sentence.start] and (back > 1 or status != "held"):
            return None
        told = told_on(draft).get(before.place)
        if told is not None:  # as it was told there: no weekday of what was held lies ahead for what follows
            return told if not _against(told, frame) and not past(told, draft.day) else None
        days = [f for f in dates_of(draft, before) if f.said.kind in DAYS and not f.said.since]
        windows = [w for f in days if (w := f.window(frame)) is not None and not _against(w, frame)]
        if windows:
            return windows[-1] if not past(windows[-1], draft.day) else None
    return None


def told_on(draft: Draft) -> dict[int, DateWindow]:
    """The day of what each sentence told so far, by the place of the sentence."""
    return draft.once("told on", dict)


def _heading(draft: Draft, sentence: Sentence, frame: Frame) -> DateWindow | None:
    """The date at the head of a line above: "MONDAY", "DIENSTAG, 31. März", "JUNE 2025 - In Calgary"."""
    heads = draft.once("heads", lambda: _heads(draft))
    above = (head for place, head in reversed(heads) if sentence.place - HEADED <= place < sentence.place)
    head = next(above, None)
    return head.window(frame) if head is not None else None


def _heads(draft: Draft) -> list[tuple[int, Found]]:
    """The sentences that begin with a date at the head of a line, and these."""
    found = []
    for sentence in draft.sentences:
        hits = draft.hits_of(sentence)
        if not hits or hits[0].start != sentence.start or "date" not in hits[0].kinds:
            continue
        for head in dates_of(draft, sentence)[:1]:
            alone = sentence.end - head.end <= 1 or DASH.match(draft.text, head.end)
            if alone and head.start == sentence.start:
                found.append((sentence.place, head))
    return found


def past(window: DateWindow | None, day: str | None) -> bool:
    """History: more than 60 days before the article."""
    if window is None or day is None:
        return False
    end = date.fromisoformat(window.end or window.start)
    return (date.fromisoformat(day) - end).days > BACKGROUND_DAYS


def dates_of(draft: Draft, sentence: Sentence) -> Sequence[Found]:
    """The dates of a sentence."""
    return draft.once(("dates", sentence.place), lambda: _dates_of(draft, sentence))


def _dates_of(draft: Draft, sentence: Sentence) -> Sequence[Found]:
    """The same; looked for only around words of the calendar and years."""
    text, (start, end, place) = draft.text, sentence
    named = [(h.start, h.end) for h in draft.hits_of(sentence) if "date" in h.kinds]
    if any(text.find(century, start, end) >= 0 for century in CENTURIES):
        named += [m.span() for m in YEAR.finditer(text, start, end)]
    if not named:
        return ()
    first, last = min(named)[0] - AROUND, max(named)[1] + AROUND
    found = find(text, max(start, first), min(end, last))
    if found and found[0].start < DATELINE and place == 0 and DASH.match(text, found[0].end):
        return found[1:]  # when it was written
    return found


def _today(draft: Draft) -> date | None:
    if draft.day is None or draft.published.precision in ("month", "year"):
        return None  # the day is not known
    return date.fromisoformat(draft.day)


def _says(scene: Scene, found: Found, word: int) -> bool:
    """True for the day on which something was said: "sagte am Montag", "announced on Friday".

    Not for that of the contact told by the token `word` before a German verb: "vor dem Treffen am Freitag sagte".
    """
    first, last = scene.at(found.start), scene.at(found.end - 1)
    lower = scene.lower
    before = lower[max(0, first - SAYS_NEAR) : first]
    for said in reversed(before):
        if said in (",", ";") or said in MEETS:
            break
        if said in SAYS:
            return True
    clause = scene.owner[first]
    if clause.german and clause.places[0] <= word < first and min(clause.verbs, default=0) > last:
        return False
    for said in lower[last + 1 : last + 1 + SAYS_NEAR]:
        if said in (",", ";") or said in MEETS:
            break
        if said in SAYS:
            return True
    return False


MEETS = frozenset("traf trafen met empfing received besuchte visited reiste".split())


def _anchor(scene: Scene, found: Found, here: Sequence[Found], frame: Frame) -> date | None:
    """The day from which "tags darauf" counts: the last date named before it, in this sentence or those before."""
    draft = scene.draft
    before = [f for f in here if f.end <= found.start]
    for sentence in (
        scene.sentence,
        *reversed(draft.sentences[max(0, scene.sentence.place - REACH_BACK) : scene.sentence.place]),
    ):
        dates = before if sentence is scene.sentence else dates_of(draft, sentence)
        for one in reversed(dates):
            window = one.window(frame) if one.said.kind in ANCHORS else None
            if window is not None and window.precision in ("day", "week"):
                return date.fromisoformat(window.start)
    return None
