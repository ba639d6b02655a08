"""How much an alert matters, with the reasons that make it so."""

from collections.abc import Iterable

from tensionwire.contracts.alert import Severity
from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.tagged import Participant

# Points by the highest office of a side.
RANKS = {
    "head-of-state": 3,
    "head-of-government": 3,
    "monarch": 3,
    "foreign-minister": 2,
    "defence-minister": 2,
    "top-diplomat": 2,
    "national-security-adviser": 2,
    "org-head": 2,
    "finance-minister": 2,
    "party-leader": 2,
    "interior-minister": 1,
    "special-envoy": 1,
    "negotiator": 1,
    "military-chief": 1,
    "other-minister": 1,
    "parliament-president": 1,
    "deputy-minister": 1,
}
LEVELS: tuple[tuple[int, Severity], ...] = ((7, "critical"), (4, "high"), (2, "medium"), (0, "low"))


def of_contact(record: ContactRecord) -> tuple[Severity, list[str]]:
    """The severity of a contact: the ranks of both sides, a refusal, several sources."""
    points, reasons = 0, []
    sides = dict.fromkeys(p.affiliation for p in record.participants)
    for side in sides:
        role = highest(p for p in record.participants if p.affiliation == side)
        if role:
            points += RANKS[role]
            reasons.append(f"rank:{role}")
    if record.status == "cancelled":
        points += 1
        reasons.append("cancelled")
    if len(record.sources) > 1:
        points += 1
        reasons.append(f"sources:{len(record.sources)}")
    return level(points), reasons


def of_flashpoint(weight: float, tension: float) -> tuple[Severity, list[str]]:
    """The severity of a flashpoint: how much of the article is about it, and how tense it is."""
    points = (2 if weight >= 0.6 else 1) + (2 if tension >= 4 else 1 if tension >= 1 else 0)
    return level(points), [f"weight:{weight:.2f}", f"tension:{tension:+.1f}"]


def highest(people: Iterable[Participant]) -> str | None:
    """The highest office among `people`, None where none has one that counts."""
    roles = [p.role for p in people if p.role in RANKS]
    return max(roles, key=lambda r: RANKS[r]) if roles else None


def level(points: int) -> Severity:
    """Points as a word."""
    return next(name for least, name in LEVELS if points >= least)
