"""Counts: who met whom, which flashpoint stirs when, which pair moves."""

import sqlite3
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from tensionwire.contracts.tagged import Status

WEIGHT = 0.3  # below it a topic is in passing: the same that begins no episode
MOST_STATES = 14


class Matrix(NamedTuple):
    """States, the busiest first, and for each pair (codes sorted) its contacts by status."""

    states: list[str]
    cells: dict[tuple[str, str], Counter[str]]
    contacts: int


class Line(NamedTuple):
    """A topic's articles by period (the first day of each), and all together."""

    topic: str
    counts: list[int]
    total: int


def matrix(store: sqlite3.Connection, start: str, end: str, states: int = MOST_STATES) -> Matrix:
    """Contacts between states from `start` to `end` (ISO days), for the busiest states."""
    rows = store.execute(
        "SELECT subject, status, count(*) FROM record WHERE kind = 'contact' AND shown = 1 AND near BETWEEN ? AND ? "
        "GROUP BY subject, status",
        (start, end),
    ).fetchall()
    busy: Counter[str] = Counter()
    cells: dict[tuple[str, str], Counter[str]] = {}
    for subject, status, count in rows:
        one, _, other = subject.partition("-")
        if other:
            cells.setdefault((one, other), Counter())[status] += count
            busy[one] += count
            busy[other] += count
    kept = [state for state, _ in sorted(busy.items(), key=lambda i: (-i[1], i[0]))[:states]]
    return Matrix(kept, cells, sum(sum(c.values()) for c in cells.values()))


def topics(store: sqlite3.Connection, days: list[str], until: str) -> list[Line]:
    """Articles on each flashpoint in the periods that begin on `days` and end before `until`, most told first."""
    rows = store.execute(
        "SELECT topic, day, count(*) FROM mention WHERE day >= ? AND day < ? AND weight >= ? GROUP BY topic, day",
        (days[0], until, WEIGHT),
    ).fetchall()
    found: dict[str, list[int]] = {}
    place = 0
    for topic, day, count in sorted(rows, key=lambda r: r["day"]):
        while place + 1 < len(days) and day >= days[place + 1]:
            place += 1
        found.setdefault(topic, [0] * len(days))[place] += count
    lines = [Line(topic, counts, sum(counts)) for topic, counts in found.items()]
    return sorted(lines, key=lambda line: (-line.total, line.topic))


def moving(store: sqlite3.Connection, start: str, limit: int = 8) -> list[tuple[str, Counter[Status]]]:
    """The pairs with most contacts since `start`, with their contacts by status."""
    rows = store.execute(
        "SELECT subject, status, count(*) FROM record WHERE kind = 'contact' AND shown = 1 AND near >= ? "
        "GROUP BY subject, status",
        (start,),
    ).fetchall()
    found: dict[str, Counter[Status]] = {}
    for subject, status, count in rows:
        found.setdefault(subject, Counter())[status] += count
    return sorted(found.items(), key=lambda i: (-sum(i[1].values()), i[0]))[:limit]


def span(store: sqlite3.Connection) -> tuple[str, str] | None:
    """The first and last day of what the store knows of contacts and flashpoints."""
    row = store.execute("SELECT min(near), max(near) FROM record WHERE near > '' AND shown = 1").fetchone()
    return (row[0], row[1]) if row and row[0] else None


def last_mention(store: sqlite3.Connection) -> str | None:
    """The day of the latest article on any flashpoint."""
    row = store.execute("SELECT max(day) FROM mention").fetchone()
    return row[0] if row else None


def periods(last: date, number: int, days: int) -> list[str]:
    """`number` periods of `days` days, the last of which ends with `last`: their first days, ISO."""
    first = last - timedelta(days=number * days - 1)
    return [(first + timedelta(days=days * n)).isoformat() for n in range(number)]


def size(store: sqlite3.Connection) -> dict[str, int]:
    """How much is in the store."""
    names = ("alert", "record", "article")
    return {n: store.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names}  # noqa: S608 - our own names
