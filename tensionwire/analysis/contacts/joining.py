"""One entry a real contact: what several sentences tell of the same one is joined.

Of their statuses the most final one is kept, if its sentence says it as surely as the others say theirs.
"""

import re
from collections import defaultdict
from datetime import date

from tensionwire.analysis.contacts.entry import Told
from tensionwire.contracts.tagged import DateWindow, Status

FINALITY: dict[Status, int] = {"held": 3, "cancelled": 2, "planned": 1, "possible": 0}
ANOTHER = re.compile(
    r"\b(?:weitere[nrs]?|erneut\w*|wieder|nächste[nrs]?|zweite[nrs]?|dritte[nrs]?|zuletzt|zuvor|bereits|schon|zuerst|damals|früher"
    r"|Gegenbesuch\w*|nachgeholt|nachholen|Fortsetzung|Folgetreffen|abermals|follow-up|follow up|resume[sd]?"
    r"|reconvene[sd]?|another|again|next|second|third|further|last|previous|previously|earlier|already|before)\b",
    re.IGNORECASE,
)
APART = 2  # days between two dates that are not one


def join(told: list[Told]) -> list[Told]:
    """The contacts of the article, pair by pair, in text order."""
    found: list[Told] = []
    alike: dict[tuple[bool, bool, frozenset[str]], list[Told]] = defaultdict(list)  # only these can be the same
    for one in told:
        sides = frozenset(m.affiliation for m in one.members.values())
        known = alike[one.journey, one.form == "call", sides]
        if one.word.group == "silent":  # without a word of contact a sentence says no form either
            known = known + alike[one.journey, one.form != "call", sides]
        home = next((other for other in known if _same(other, one)), None)
        if home is None:
            found.append(one)
            alike[one.journey, one.form == "call", sides].append(one)
        else:
            _absorb(home, one)
    return _without_doubles(found)


def _same(known: Told, one: Told) -> bool:
    """True where two tell one contact. Both are journeys or none, calls or none, of the same states."""
    if not _sides_agree(known, one):
        return False
    if one.word.group == "silent":  # a sentence without a word of contact goes on with what was told
        return True
    if _apart(known.date, one.date):
        return False
    if known.background != one.background and known.date and one.date:
        return False
    if known.scene.sentence != one.scene.sentence and (
        (_to_come(one) and known.status == "held") or (_to_come(known) and one.status == "held")
    ):
        return False
    another = ANOTHER.search(one.scene.draft.text, one.scene.sentence.start, one.scene.sentence.end)
    return not (another and known.status != one.status and known.scene.sentence != one.scene.sentence)


def _to_come(told: Told) -> bool:
    """True where a contact is announced for a day after the article: it is not the one that was held."""
    day = told.scene.draft.day
    return (
        told.status in ("planned", "possible") and told.date is not None and day is not None and told.date.start >= day
    )


def _sides_agree(known: Told, one: Told) -> bool:
    """The same two; a bare state or unnamed office stands for anybody of that state."""
    for mention in one.members.values():
        other = next((m for m in known.members.values() if m.affiliation == mention.affiliation), None)
        if other is None or (mention.name and other.name and mention.name != other.name):
            return False
    return True


def _apart(one: DateWindow | None, other: DateWindow | None) -> bool:
    if one is None or other is None:
        return False
    windows = [(date.fromisoformat(w.start), date.fromisoformat(w.end or w.start)) for w in (one, other)]
    return (max(w[0] for w in windows) - min(w[1] for w in windows)).days >= APART


def _absorb(known: Told, one: Told) -> None:
    known.more.append(one)
    if one.word.group == "silent":
        return
    if FINALITY[one.status] > FINALITY[known.status] and one.sure >= known.sure:
        known.status, known.sure = one.status, one.sure
    for mention in one.members.values():
        bare = next((k for k, m in known.members.items() if m.affiliation == mention.affiliation and not m.name), None)
        if mention.name and bare is not None:
            known.members = {
                mention.key if k == bare else k: mention if k == bare else m for k, m in known.members.items()
            }
    known.date = known.date or one.date
    known.place = known.place or one.place
    known.background = known.background and one.background
    known.confidence = max(known.confidence, one.confidence)


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
