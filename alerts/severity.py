"""How much an alert matters, with the reasons that make it so. The weights are the rules file's `severity`."""

import msgspec

from tensionwire.contracts.alert import Severity
from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.tagged import Role

# The rank of an office, from 0: who outranks whom, whatever the weights.
RANKS: dict[Role, int] = {
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


class Levels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The least points of each level; below `medium` is low."""

    medium: float = 2
    high: float = 4
    critical: float = 7


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Points by reason. `ranks`: points by office, where not those of RANKS; a side counts once, with its highest."""

    ranks: dict[Role, float] = {}
    first_meeting: float = 1
    first_meeting_days: int = 90
    cancelled: float = 1
    sources: float = 1
    flashpoint: float = 1
    flashpoint_weight: float = 0.3
    tension: float = 1
    tense: float = 4
    surge: float = 1
    levels: Levels = Levels()

    def of(self, role: Role) -> float:
        """The points of an office."""
        return self.ranks.get(role, RANKS.get(role, 0))


def of_contact(record: ContactRecord, weights: Weights, days_since: int | None) -> tuple[Severity, list[str]]:
    """The severity of a contact. `days_since` the last known meeting of the same people; None where none is known."""
    points, reasons = 0.0, []
    for side in dict.fromkeys(p.affiliation for p in record.participants):
        offices = {p.role: weights.of(p.role) for p in record.participants if p.affiliation == side and p.role}
        role = max(offices, key=lambda r: (offices[r], rank(r)), default=None)
        if role and offices[role]:
            points += offices[role]
            reasons.append(f"rank:{role}")
    if record.status == "cancelled":
        points += weights.cancelled
        reasons.append("cancelled")
    if len(record.sources) > 1:
        points += weights.sources
        reasons.append(f"sources:{len(record.sources)}")
    if days_since is not None and days_since >= weights.first_meeting_days and record.status != "cancelled":
        points += weights.first_meeting
        reasons.append(f"first-meeting-in-days:{days_since}")
    topics = [t for t, weight in record.topics.items() if weight >= weights.flashpoint_weight]
    if topics:
        points += weights.flashpoint
        reasons += [f"flashpoint:{t}" for t in topics]
    if abs(record.tension) >= weights.tense:
        points += weights.tension
        reasons.append(f"tension:{record.tension:+.1f}")
    return level(points, weights.levels), reasons


def of_flashpoint(weight: float, tension: float, height: float | None, weights: Weights) -> tuple[Severity, list[str]]:
    """The severity of a flashpoint: how much of the article is about it, how tense it is, how high it surges."""
    points: float = 2 if weight >= 0.6 else 1
    reasons = [f"weight:{weight:.2f}"]
    if tension >= 1:
        points += weights.tension * (2 if tension >= weights.tense else 1)
        reasons.append(f"tension:{tension:+.1f}")
    if height is not None:
        points += weights.surge
        reasons.append(f"surge:{height:.1f}")
    return level(points, weights.levels), reasons


def rank(role: Role | None) -> int:
    """The rank of an office, 0 where it has none."""
    return RANKS.get(role, 0) if role else 0


def level(points: float, levels: Levels) -> Severity:
    """Points as a word."""
    if points >= levels.critical:
        return "critical"
    return "high" if points >= levels.high else "medium" if points >= levels.medium else "low"
