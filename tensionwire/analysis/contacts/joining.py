"""One entry a real contact: what several sentences tell of the same one is joined, its most final status kept."""

import re
from datetime import date

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.draft import Draft
from tensionwire.contracts.tagged import DateWindow, Status

FINALITY: dict[Status, int] = {"held": 3, "cancelled": 2, "planned": 1, "possible": 0}
ANOTHER = re.compile(
    r"\b(?:weitere[nrs]?|erneut\w*|wieder|nächste[nrs]?|zweite[nrs]?|dritte[nrs]?|zuletzt|zuvor|bereits|schon|zuerst|damals|früher"
    r"|another|again|next|second|third|further|last|previous|previously|earlier|already|before)\b",
    re.IGNORECASE,
)
APART = 2  # days between two dates that are not one


def join(draft: Draft, told: list[Told]) -> list[Told]:
    """The contacts of the article, in text order."""
    found: list[Told] = []
    for one in told:
        home = next((known for known in found if _same(known, one)), None)
        if home is None:
            found.append(one)
        else:
            _absorb(home, one)
    return _without_doubles(found)


def _same(known: Told, one: Told) -> bool:
    if known.journey != one.journey or (known.form == "call") != (one.form == "call"):
        return False
    if not _sides_agree(known, one):
        return False
    if _apart(known.date, one.date):
        return False
    if known.background != one.background and (known.date and one.date):
        return False
    another = ANOTHER.search(one.scene.draft.text, one.scene.sentence.start, one.scene.sentence.end)
    if another and known.status != one.status and known.scene.sentence != one.scene.sentence:
        return False
    return True


def _sides_agree(known: Told, one: Told) -> bool:
    """Two members in common; a bare state or office stands for anybody of that state."""
    shared = known.keys & one.keys
    if len({known.members[k].affiliation for k in shared}) > 1:
        return True
    sides, others = ({m.affiliation for m in t.members.values()} for t in (known, one))
    if len(sides & others) < 2:
        return False
    for side in sides & others:
        names, said = ({m.name for m in t.members.values() if m.affiliation == side and m.name} for t in (known, one))
        if names and said and not names & said:
            return False
    return True


def _apart(one: DateWindow | None, other: DateWindow | None) -> bool:
    if one is None or other is None:
        return False
    starts, ends = zip(*((date.fromisoformat(w.start), date.fromisoformat(w.end or w.start)) for w in (one, other)), strict=True)
    return (max(starts) - min(ends)).days >= APART


def _absorb(known: Told, one: Told) -> None:
    known.more.append(one)
    if FINALITY[one.status] > FINALITY[known.status]:
        known.status = one.status
    named = {m.affiliation for m in known.members.values() if m.name}
    for key, member in one.members.items():
        if key not in known.members and member.name and member.affiliation in {m.affiliation for m in known.members.values()} and member.affiliation not in named:
            for old in [k for k, m in known.members.items() if m.affiliation == member.affiliation and not m.name]:
                del known.members[old]
            known.members[key] = member
    known.date = known.date or one.date
    known.place = known.place or one.place
    known.background = known.background and one.background
    known.confidence = max(known.confidence, one.confidence)


def _without_doubles(found: list[Told]) -> list[Told]:
    """Without contacts of bare states that a contact of named officials of the same states already tells."""
    named = [t for t in found if all(m.name for m in t.members.values())]
    kept = []
    for one in found:
        sides = {m.affiliation for m in one.members.values()}
        bare = not any(m.name for m in one.members.values())
        if bare and any(sides <= {m.affiliation for m in t.members.values()} for t in named if not t.journey) and not one.journey:
            continue
        kept.append(one)
    return kept
