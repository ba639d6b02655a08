"""How much speaks for two reports being of one contact: sides, forms and days can rule it out; the rest is weighed.

A weighed sum because several records may fit one report, and the best one has to be found whatever came first.
"""

from alerts.identity.names import same_name
from alerts.identity.view import Days, View, same_person
from tensionwire.contracts.tagged import Form, Participant, Role, Status

LIKE = 3.0  # from here on it is one contact
NAME, OFFICE, STATE = 2.0, 1.0, 0.5  # what a side adds
ALONE = 0.5  # what it adds that both tell of the same sides, and no report of a third
TOLERANCE = 1  # days by which two reports of one day may differ: time zones, "on Monday night"
MOVED_DAYS = 21  # by which an announced contact may be moved and still be the same
INEXACT_DAYS = 8  # by which an announcement and the report that it took place may differ
NOT_YET: frozenset[Status] = frozenset({"planned", "possible"})
OPEN: frozenset[Status] = NOT_YET | {"cancelled"}
MEETING_LIKE: frozenset[Form] = frozenset({"meeting", "negotiation", "conference"})
# Offices that reports use for one another's holder where one of them names nobody.
RELATED: tuple[frozenset[Role], ...] = (
    frozenset({"head-of-state", "head-of-government", "monarch", "party-leader"}),
    frozenset({"foreign-minister", "top-diplomat"}),
    frozenset({"special-envoy", "negotiator", "deputy-minister", "ambassador", "other-minister"}),
)


def likeness(one: View, other: View) -> float | None:
    """What speaks for one contact, None where something rules it out. Symmetric. LIKE and more is one contact."""
    forms = _forms(one.form, other.form)
    if forms is None:
        return None
    sides = _sides(one, other)
    if sides is None:
        return None
    days = _days(one, other, sides)
    if days is None:
        return None
    alone = ALONE if one.sides.keys() == other.sides.keys() else 0.0
    return forms + sides + days + alone + _places(one.place, other.place)


def forms_agree(one: Form, other: Form) -> bool:
    """Meetings, negotiations and conferences can be one event; calls and visits stand for themselves."""
    return one == other or {one, other} <= MEETING_LIKE


def _forms(one: Form, other: Form) -> float | None:
    if one == other:
        return 1.0
    return 0.0 if forms_agree(one, other) else None


def _sides(one: View, other: View) -> float | None:
    """The sum over two common sides: 2 for a common name, 1 for a common office, 0.5 for what says no more."""
    common = sorted(one.sides.keys() & other.sides.keys())
    if len(common) < 2:
        return None
    found = [_side(one.sides[side], other.sides[side]) for side in common]
    told = [points for points in found if points is not None]
    if len(told) < len(found):
        return None
    if one.form == other.form == "visit" and NAME not in told and _named(one) and _named(other):
        return None  # the guests differ: one visits where the other comes from
    return sum(told) * 2 / len(told)


def _side(one: list[Participant], other: list[Participant]) -> float | None:
    people, others = [p for p in one if p.name], [p for p in other if p.name]
    if people and others:
        return NAME if any(same_person(a, b) for a in people for b in others) else None
    if not roles_agree(one, other):
        return None
    return OFFICE if any(p.role for p in one) and any(p.role for p in other) else STATE


def _named(view: View) -> bool:
    return any(p.name for side in view.sides.values() for p in side)


def roles_agree(one: list[Participant], other: list[Participant]) -> bool:
    """True where one side has no office, or both share one, or offices that reports use for one another."""
    roles, others = {p.role for p in one if p.role}, {p.role for p in other if p.role}
    if not roles or not others or not roles.isdisjoint(others):
        return True
    return any(not roles.isdisjoint(group) and not others.isdisjoint(group) for group in RELATED)


def _days(one: View, other: View, sides: float) -> float | None:
    a, b = one.days, other.days
    apart = a.apart(b)
    if a.firm and b.firm:
        if apart == 0:
            return 3.0 if a.day and b.day else 2.0
        if apart <= TOLERANCE:
            return 2.0
        return 0.0 if _moved(one, other, apart, sides) else None
    if apart > TOLERANCE:
        return None
    return 1.0 - min(_middle(a, b) / 60, 0.9)


def _moved(one: View, other: View, apart: int, sides: float) -> bool:
    """True where the same named people's contact can have been put off or brought forward, or told inexactly.

    What was to come by both reports may move by weeks. What one tells as held, the other must have told before.
    """
    named = sides >= (NAME + STATE if one.form == "visit" else 2 * NAME)
    if not named or one.form != other.form or apart > MOVED_DAYS:
        return False
    if {one.status, other.status} <= NOT_YET:
        return True
    if one.status == other.status:
        return False
    if {one.status, other.status} <= OPEN:
        return apart <= INEXACT_DAYS
    told, held = (one, other) if one.status in OPEN else (other, one)
    if told.status not in OPEN or told.published is None:
        return False
    return apart <= INEXACT_DAYS and told.published <= held.days.end


def _middle(a: Days, b: Days) -> float:
    return abs((a.start.toordinal() + a.end.toordinal()) - (b.start.toordinal() + b.end.toordinal())) / 2


def _places(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if same_name(one, other) else -0.5
