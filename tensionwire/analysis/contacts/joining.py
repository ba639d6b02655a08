"""One entry a real contact: what several sentences tell of the same one is joined.

Of their statuses the most final one is kept, if its sentence says it as surely as the others say theirs.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.sameness import last_of, signs
from tensionwire.analysis.contacts.status import OUTRIGHT
from tensionwire.contracts.tagged import DateWindow, Status
from tensionwire.lexicon.weights import Putting

FINALITY: dict[Status, int] = {"held": 3, "cancelled": 2, "planned": 1, "possible": 0}
MEETINGS = frozenset({"meet", "encounter", "summit"})  # groups of words that no call is told by
DEFINITE = frozenset("the this that der die das dieses diese".split())
PLANNED = frozenset("planned scheduled proposed geplante geplanten angesetzte vereinbarte anberaumte".split())
ENDING = frozenset(".,;!)")
CALLS = frozenset({"call", "callnoun"})
MOST = 8  # entries of the same two that one sentence is compared with, the last ones

# Of the entries with which a sentence could go on the one with which it does, None where it tells another contact.
Choose = Callable[[Sequence[Told], Told], Told | None]


def join(told: list[Told], choose: Choose) -> list[Told]:
    """The contacts of the article, pair by pair, in text order."""
    found: list[Told] = []
    alike: dict[tuple[bool, frozenset[str]], list[Told]] = defaultdict(list)  # only these can be the same
    for one in told:
        entries = alike[one.journey, frozenset(m.affiliation for m in one.members.values())]
        fitting = [
            known
            for known in entries[-MOST:]
            if _sides_agree(known, one)
            and not _beside(known, one)
            and not _comes_after(known, one)
            and not _only_called(known, one)
        ]
        home = choose(fitting, one) if fitting else None
        if home is None:
            found.append(one)
            entries.append(one)
        else:
            _absorb(home, one)
    return _without_doubles(found)


def choosing(putting: Putting) -> Choose:
    """Chooses by the learned weights."""

    def choose(entries: Sequence[Told], one: Told) -> Told | None:
        sums = [sum(putting.same.of(signs(known, one, entries))) for known in entries]
        best = max(sums)
        if best > putting.same_threshold:
            return entries[sums.index(best)]
        return next((known for known in entries if _surely_the_same(known, one)), None)

    return choose


def _surely_the_same(known: Told, one: Told) -> bool:
    """True for two calls, or two meetings, held on one day, and for what is called off, where no two days are said."""
    if known.journey or known.status != one.status or (known.form == "call") != (one.form == "call"):
        return False
    if known.status == "cancelled":
        return known.date is None or one.date is None or known.date == one.date
    return (
        known.status == "held" and known.date is not None and known.date == one.date and known.date.precision == "day"
    )


def _beside(known: Told, one: Told) -> bool:
    """True for two contacts of the same two that one sentence tells (step.py)."""
    last = last_of(known)
    return one.scene is last.scene and one.keys == {last.candidate.one.key, last.candidate.other.key}


def _comes_after(known: Told, one: Told) -> bool:
    """True for what two who were in contact will do, or will not, on another occasion.

    What is planned for a day to come (`They will hold talks on Thursday`), and after a call a meeting that was not held
    (`Ein Treffen ist nicht geplant`).
    """
    if known.status != "held" or one.status == "held":
        return False
    if known.form == "call" and one.word.group in MEETINGS:
        return True
    if one.word.group == "silent" or "unsaid" in _said_as(one):
        return False
    return one.status == "planned" and _ahead(one, one.date)


def _only_called(known: Told, one: Told) -> bool:
    """True for two who called each other, and met at no time: the call is another contact than that meeting."""
    if known.journey or known.status == one.status or "held" not in (known.status, one.status):
        return False
    called, met = (known, one) if known.word.group in CALLS else (one, known)
    return called.word.group in CALLS and met.word.group in MEETINGS and called.status == "held"


def _sides_agree(known: Told, one: Told) -> bool:
    """The same two; a bare state or unnamed office stands for anybody of that state, but no goal for a traveller."""
    for mention in one.members.values():
        other = next((m for m in known.members.values() if m.affiliation == mention.affiliation), None)
        if other is None or (mention.name and other.name and mention.name != other.name):
            return False
        if one.journey and mention.personal != other.personal:
            return False
    return True


def _absorb(known: Told, one: Told) -> None:
    known.more.append(one)
    known.words.add(one.word.text)
    if one.word.group == "silent":
        return
    guessed = "unsaid" in _said_as(one) and not _calls_off(one)  # overturns nothing that was said
    final = FINALITY[one.status] > FINALITY[known.status] and one.sure >= known.sure
    if final and not guessed and not (one.status == "held" and _ahead(known, known.date)):
        known.status, known.sure = one.status, one.sure
        if known.status == "held" and _ahead(known, known.likely_date):
            known.likely_date = one.likely_date
    for mention in one.members.values():
        bare = next((k for k, m in known.members.items() if m.affiliation == mention.affiliation and not m.name), None)
        if mention.name and bare is not None:
            known.members = {
                mention.key if k == bare else k: mention if k == bare else m for k, m in known.members.items()
            }
    if not guessed:
        if not (known.status == "held" and _ahead(one, one.date)):
            known.date = known.date or one.date
        known.place = known.place or one.place
    known.background = known.background and one.background
    known.confidence = max(known.confidence, one.confidence)


def _said_as(one: Told) -> set[str]:
    """The kinds of mentions by which a sentence says both sides."""
    return {one.candidate.one.kind, one.candidate.other.kind}


def _calls_off(one: Told) -> bool:
    """True for a sentence that says no more than that the meeting is off: `The planned meeting was called off.`

    Whatever hangs on the word makes it another one: `the meeting of the cabinet`, `das Treffen der G20`.
    """
    if _said_as(one) != {"unsaid"} or one.word.group not in MEETINGS:
        return False
    scene = one.scene
    first, last = scene.at(one.word.start), scene.at(one.word.end - 1)
    if first and scene.lower[first - 1] in PLANNED:
        first -= 1
    definite = first > 0 and scene.lower[first - 1] in DEFINITE
    alone = last + 1 == len(scene.lower) or last + 1 in scene.owner[last].verbs or scene.lower[last + 1] in ENDING
    return definite and alone and one.status == "cancelled" and one.sure >= OUTRIGHT


def _ahead(told: Told, window: DateWindow | None) -> bool:
    """True for days behind the day of publication: nothing was held on them, whatever another sentence tells."""
    day = told.scene.draft.day
    return window is not None and day is not None and window.start > day


def _without_doubles(found: list[Told]) -> list[Told]:
    """Without contacts of bare states that a contact of named officials of the same states already tells."""
    named = [
        {m.affiliation for m in t.members.values()}
        for t in found
        if not t.journey and all(m.name for m in t.members.values())
    ]

    def doubled(one: Told) -> bool:
        sides = {m.affiliation for m in one.members.values()}
        return not one.journey and not any(m.name for m in one.members.values()) and sides in named

    return [one for one in found if not doubled(one)]
