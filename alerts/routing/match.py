"""Whether matchers pick an alert."""

from collections.abc import Sequence, Set

from alerts.identity import same_name
from tensionwire.contracts.alert import Alert, Severity
from tensionwire.contracts.silence import Matchers

LEVELS: dict[Severity, int] = {"low": 0, "medium": 1, "high": 2, "critical": 3}


def matches(alert: Alert, matchers: Matchers | None) -> bool:
    """True where every key of `matchers` holds; of a list, one entry is enough. None matches all."""
    if matchers is None:
        return True
    people = [p.name for p in alert.participants if p.name]
    states = {*alert.countries, *(p.affiliation for p in alert.participants)}
    return (
        _one_of(matchers.kind, {alert.kind})
        and (matchers.severity is None or LEVELS[alert.severity] >= LEVELS[matchers.severity])
        and _one_of(matchers.countries, states)
        and (not matchers.dyads or any(set(dyad.split("-")) <= states for dyad in matchers.dyads))
        and (not matchers.people or any(same_name(wanted, p) for wanted in matchers.people for p in people))
        and _one_of(matchers.roles, {p.role for p in alert.participants})
        and _one_of(matchers.topics, {alert.topic, *alert.topics})
        and _one_of(matchers.form, {alert.form})
        and _one_of(matchers.status, {alert.status})
        and _one_of(matchers.source, {e.source for e in alert.evidence})
        and _one_of(matchers.language, {e.language for e in alert.evidence})
        and _one_of(matchers.records, {alert.record})
    )


def _one_of(wanted: Sequence[str], there: Set[str | None] | Set[str]) -> bool:
    return not wanted or not there.isdisjoint(wanted)
