"""Whether a sighting tells the contact of a record: the sides agree, the forms can be one event, the dates touch."""

import unicodedata
from datetime import date, timedelta

from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.tagged import Contact, DateWindow, Form, Participant

# One key for the German and the English spelling of a name: Lawrow and Lavrov, Selenskyj and Zelensky.
SPELLINGS = (
    ("tsch", "c"),
    ("sch", "s"),
    ("zh", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("w", "v"),
    ("ou", "u"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("ij", "y"),
    ("yj", "y"),
    ("iy", "y"),
    ("yy", "y"),
    ("j", "y"),
    ("i", "y"),
    ("z", "s"),
    ("q", "k"),
)
MEETING_LIKE: frozenset[Form] = frozenset({"meeting", "negotiation", "conference"})
# Days by which a window is widened on each side, by its precision.
SLACK = {"day": 0, "weekend": 1, "week": 1, "month": 3, "year": 0}
UNDATED_DAYS = 10  # a report without a date speaks of what lies near its publication


def same_event(record: ContactRecord, sighting: Sighting, contact: Contact, tolerance: int) -> bool:
    """True where `contact` can be the contact of `record`."""
    return (
        forms_agree(record.form, contact.form)
        and sides_agree(record.participants, contact.participants)
        and windows_touch(record_window(record), contact_window(contact, sighting.article.published), tolerance)
    )


def forms_agree(one: Form, other: Form) -> bool:
    """Meetings, negotiations and conferences can be one event; calls and visits stand for themselves."""
    return one == other or {one, other} <= MEETING_LIKE


def sides_agree(one: list[Participant], other: list[Participant]) -> bool:
    """True where on each common side the names agree, or one report names nobody there."""
    sides = {p.affiliation for p in one} & {p.affiliation for p in other}
    if len(sides) < 2:
        return False
    return all(
        _side_agrees([p for p in one if p.affiliation == s], [p for p in other if p.affiliation == s]) for s in sides
    )


def _side_agrees(one: list[Participant], other: list[Participant]) -> bool:
    names, others = [p.name for p in one if p.name], [p.name for p in other if p.name]
    if names and others:
        return any(same_name(a, b) for a in names for b in others)
    roles, other_roles = {p.role for p in one if p.role}, {p.role for p in other if p.role}
    return not roles or not other_roles or bool(roles & other_roles)


def same_name(one: str, other: str) -> bool:
    """True where the words of one name are all among the other's, whatever the spelling."""
    a, b = _sounds(one), _sounds(other)
    return bool(a and b) and (a <= b or b <= a)


def _sounds(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = plain.replace("-", " ").replace(".", " ").split()
    return frozenset(filter(None, map(_sound, words)))


def _sound(word: str) -> str:
    for spelling, key in SPELLINGS:
        word = word.replace(spelling, key)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


Window = tuple[date, date] | None


def contact_window(contact: Contact, published: str | None) -> Window:
    """The days on which a contact may lie, None where nothing is known."""
    return _window(contact.date, published)


def record_window(record: ContactRecord) -> Window:
    """The days on which a record may lie: its date, else near its last report."""
    return _window(record.date, record.last_seen)


def _window(when: DateWindow | None, near: str | None) -> Window:
    if when is not None:
        slack = timedelta(days=SLACK[when.precision])
        return date.fromisoformat(when.start) - slack, date.fromisoformat(when.end or when.start) + slack
    if near is not None:
        day, slack = date.fromisoformat(near[:10]), timedelta(days=UNDATED_DAYS)
        return day - slack, day + slack
    return None


def windows_touch(one: Window, other: Window, tolerance: int) -> bool:
    """True where two windows overlap or are at most `tolerance` days apart; an unknown one touches any."""
    if one is None or other is None:
        return True
    slack = timedelta(days=tolerance)
    return one[0] - slack <= other[1] and other[0] - slack <= one[1]
