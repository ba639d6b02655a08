"""Questions about alerts."""

import sqlite3
from typing import Any, NamedTuple

import msgspec

from tensionwire.contracts.alert import Alert
from tensionwire.web.filters import Filters
from tensionwire.web.store.words import match

_alert = msgspec.json.Decoder(Alert)


class Stored(NamedTuple):
    """An alert with its place on the topic and its Kafka timestamp in milliseconds."""

    seq: int
    at: int
    alert: Alert


class Told(NamedTuple):
    """What became of an alert at a receiver."""

    receiver: str
    outcome: str
    reason: str | None
    tries: int
    at: str | None


def page(
    store: sqlite3.Connection, filters: Filters, *, limit: int, before: int | None = None, every: bool = False
) -> list[Stored]:
    """The newest alerts that pass, newest first: the last of each record, or `every` one."""
    wanted: list[str] = []
    values: list[Any] = []
    groups = sorted(filters.groups(), key=len)
    source = "alert a"
    if groups and len(groups[0]) == 1:  # the index gives the rows of one tag in order
        source = "alert_tag t CROSS JOIN alert a ON a.seq = t.seq"
        wanted.append("t.tag = ?")
        values.append(groups.pop(0)[0])
    order = "t.seq" if "alert_tag" in source else "a.seq"
    for group in groups:
        marks = ", ".join("?" * len(group))
        wanted.append(f"EXISTS (SELECT 1 FROM alert_tag x WHERE x.seq = a.seq AND x.tag IN ({marks}))")  # noqa: S608
        values += group
    if filters.q:
        wanted.append("a.seq IN (SELECT rowid FROM alert_words WHERE alert_words MATCH ?)")
        values.append(match(filters.q) or '""')
    if before is not None:
        wanted.append(f"{order} < ?")
        values.append(before)
    if not every:
        wanted.append("a.latest = 1")
    where = " AND ".join(wanted) or "1"
    query = f"SELECT a.seq, a.at, a.body FROM {source} WHERE {where} ORDER BY {order} DESC LIMIT ?"  # noqa: S608 - no value
    return [_stored(row) for row in store.execute(query, (*values, limit))]


def after(store: sqlite3.Connection, seq: int, limit: int) -> list[Stored]:
    """The alerts behind this place, oldest first."""
    rows = store.execute("SELECT seq, at, body FROM alert WHERE seq > ? ORDER BY seq LIMIT ?", (seq, limit))
    return [_stored(row) for row in rows]


def newest(store: sqlite3.Connection) -> int:
    """The place of the newest alert; -1 where there is none."""
    row = store.execute("SELECT max(seq) FROM alert").fetchone()
    return -1 if row[0] is None else int(row[0])


def by_id(store: sqlite3.Connection, alert: str) -> Stored | None:
    """One alert."""
    row = store.execute("SELECT seq, at, body FROM alert WHERE id = ?", (alert,)).fetchone()
    return _stored(row) if row else None


def of_record(store: sqlite3.Connection, record: str) -> list[Stored]:
    """All alerts of a record, oldest first."""
    rows = store.execute("SELECT seq, at, body FROM alert WHERE record = ? ORDER BY seq", (record,))
    return [_stored(row) for row in rows]


def deliveries(store: sqlite3.Connection, alert: str) -> list[Told]:
    """What became of an alert at each receiver."""
    rows = store.execute(
        "SELECT receiver, outcome, reason, tries, at FROM delivery WHERE alert = ? ORDER BY receiver", (alert,)
    )
    return [Told(*row) for row in rows]


def facets(store: sqlite3.Connection) -> dict[str, list[tuple[str, int]]]:
    """The values that occur, by filter, most frequent first, with the number of alerts."""
    found: dict[str, list[tuple[str, int]]] = {}
    for tag, count in store.execute("SELECT tag, count FROM facet WHERE count > 0 ORDER BY count DESC, tag"):
        name, _, value = tag.partition(":")
        found.setdefault(name, []).append((value, count))
    return found


def _stored(row: sqlite3.Row) -> Stored:
    return Stored(row["seq"], row["at"], _alert.decode(row["body"]))
