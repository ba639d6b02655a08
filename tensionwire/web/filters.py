"""What a list is filtered by: the query of its address. The same words on every page, in the API, feeds and streams."""

from collections.abc import Mapping
from typing import Any, get_args
from urllib.parse import urlencode

import msgspec

from tensionwire.contracts.alert import Alert, AlertKind, Severity
from tensionwire.contracts.tagged import Form, Status
from tensionwire.web.store import tags

LISTS: dict[str, tuple[str, ...] | None] = {
    "country": None,
    "dyad": None,
    "topic": None,
    "kind": get_args(AlertKind),
    "status": get_args(Status),
    "severity": get_args(Severity),
    "form": get_args(Form),
}
MOST = 20  # values of one filter
LONGEST = 200  # characters of a search


class BadFilter(Exception):
    """A filter has a value that it does not take. The message says which, and what it takes."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one filter are alternatives; several filters must all hold. `q` is a search in the words."""

    q: str = ""
    country: tuple[str, ...] = ()
    dyad: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    form: tuple[str, ...] = ()

    def groups(self) -> list[list[str]]:
        """The tags asked for: one list of alternatives a filter that is set."""
        return [[f"{name}:{value}" for value in getattr(self, name)] for name in LISTS if getattr(self, name)]

    def wants(self, alert: Alert) -> bool:
        """True where an alert passes; `q` is looked for in its headlines and quotes, as a stream has no index."""
        has = set(tags.of_alert(alert))
        if not all(has & set(group) for group in self.groups()):
            return False
        told = " ".join([w.headline for w in alert.text.values()] + [e.quote for e in alert.evidence]).casefold()
        return all(word in told for word in self.q.casefold().split())

    def query(self, **changed: Any) -> str:
        """As the query of an address, with some values changed (None or empty leaves one out)."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        pairs += [(name, value) for name in LISTS for value in getattr(self, name)]
        kept = [(k, v) for k, v in pairs if k not in changed]
        kept += [(k, str(v)) for k, v in changed.items() if v not in (None, "")]
        return urlencode(kept)

    def __bool__(self) -> bool:
        return bool(self.q or self.groups())


def from_query(query: Mapping[str, str], *, strict: bool) -> Filters:
    """Filters from a multi-mapping; several values may be given apart or with commas.

    Unknown values are left out, or raise BadFilter where `strict`.
    """
    get_all = getattr(query, "getall", None)
    found: dict[str, Any] = {"q": " ".join(query.get("q", "").split())[:LONGEST]}
    for name, allowed in LISTS.items():
        given = get_all(name, []) if get_all else [query[name]] if name in query else []
        values = [value.strip() for entry in given for value in entry.split(",") if value.strip()]
        if name in ("country", "dyad"):
            values = [value.upper() for value in values]
        if name == "dyad":
            values = ["-".join(sorted(value.split("-"))) for value in values]
        if allowed is not None:
            wrong = [value for value in values if value not in allowed]
            if wrong and strict:
                raise BadFilter(f"`{name}` takes {', '.join(allowed)}; it was {wrong[0][:50]!r}")
            values = [value for value in values if value in allowed]
        if len(values) > MOST and strict:
            raise BadFilter(f"`{name}` takes {MOST} values at most")
        found[name] = tuple(dict.fromkeys(values))[:MOST]
    return Filters(**found)
