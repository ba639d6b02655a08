"""Questions about contact records, flashpoint episodes and articles."""

import sqlite3
from typing import Any, NamedTuple

import msgspec

from tensionwire.contracts.record import ContactRecord, Record
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.web.filters import Filters
from tensionwire.web.store.words import match

_record = msgspec.json.Decoder(Record)
_tagged = msgspec.json.Decoder(TaggedArticle)


class Kept(NamedTuple):
    """A record, and when it last changed (Kafka's timestamp, milliseconds). `number` is its place in the store."""

    number: int
    changed: int
    record: Record


class Article(NamedTuple):
    """An article as the store has it: its findings and text where it tells something."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    language: str
    published: str | None
    tension: float
    found: TaggedArticle | None
    text: str | None


def contacts(
    store: sqlite3.Connection,
    filters: Filters,
    *,
    limit: int,
    start: str | None = None,
    end: str | None = None,
    after: tuple[str, int] | None = None,
    planned: bool = False,
) -> list[Kept]:
    """Contact records that pass, the latest day first; `after` is (day, number) of the last one seen.

    A record's day is its date, else that of its last report. `start` and `end` (ISO days) bound it.
    `planned`: only dated ones, the next day first.
    """
    wanted, values = _wanted(filters, "contact")
    if planned:
        wanted.append("r.first_day IS NOT NULL")
    if start:
        wanted.append("r.last_day >= ?" if planned else "r.near >= ?")
        values.append(start)
    if end:
        wanted.append("r.near <= ?")
        values.append(end)
    if after is not None:
        wanted.append("(r.near, r.number) < (?, ?)")
        values += after
    order = "r.near, r.number" if planned else "r.near DESC, r.number DESC"
    return _kept(store, wanted, values, order, limit)


def episodes(
    store: sqlite3.Connection, filters: Filters, *, limit: int, after: tuple[str, int] | None = None
) -> list[Kept]:
    """Flashpoint episodes that pass, the latest first."""
    wanted, values = _wanted(msgspec.structs.replace(filters, status=(), form=(), dyad=()), "flashpoint")
    if after is not None:
        wanted.append("(r.near, r.number) < (?, ?)")
        values += after
    return _kept(store, wanted, values, "r.near DESC, r.number DESC", limit)


def by_id(store: sqlite3.Connection, record: str) -> Kept | None:
    """One record."""
    row = store.execute("SELECT number, changed, body FROM record WHERE id = ?", (record,)).fetchone()
    return Kept(row["number"], row["changed"], _record.decode(row["body"])) if row else None


def related(store: sqlite3.Connection, record: ContactRecord, limit: int = 6) -> list[Kept]:
    """Other contacts of the same two sides, the latest first."""
    return _kept(
        store, ["r.subject = ?", "r.id <> ?", "r.shown = 1"], [record.subject, record.id], "r.near DESC", limit
    )


def of_article(store: sqlite3.Connection, article: str) -> list[Kept]:
    """The records that an article tells of."""
    wanted = ["r.id IN (SELECT record FROM told WHERE article = ?)"]
    return _kept(store, wanted, [article], "r.kind, r.number", 50)


def article(store: sqlite3.Connection, article: str) -> Article | None:
    """One article."""
    row = store.execute(
        "SELECT a.*, t.text FROM article a LEFT JOIN text t ON t.id = a.id AND t.digest = a.digest WHERE a.id = ?",
        (article,),
    ).fetchone()
    if row is None:
        return None
    found = _tagged.decode(row["body"]) if row["body"] is not None else None
    return Article(
        id=row["id"],
        title=row["title"],
        source=row["source"],
        url=row["url"],
        language=row["language"],
        published=row["published"],
        tension=row["tension"],
        found=found,
        text=row["text"],
    )


def articles_of(store: sqlite3.Connection, record: Record, limit: int = 12) -> list[Article]:
    """The articles behind a record, the latest first."""
    told = [s.article for s in record.sightings] if isinstance(record, ContactRecord) else record.articles
    latest = sorted(told, key=lambda a: (a.published or a.arrived or "", a.id), reverse=True)
    ids = list(dict.fromkeys(a.id for a in latest))[:limit]
    return [found for i in ids if (found := article(store, i)) is not None]


def cursor(kept: Kept) -> str:
    """Where a page ends, as text for an address."""
    record = kept.record
    day = record.date.start if isinstance(record, ContactRecord) and record.date else record.last_seen or ""
    return f"{day[:10]}~{kept.number}"


def read_cursor(text: str) -> tuple[str, int]:
    """The inverse of `cursor`. Raises ValueError."""
    day, _, number = text.partition("~")
    if len(day) not in (0, 10) or not number.isascii() or not number.isdigit() or len(number) > 15:
        raise ValueError("no place of a page")
    return day, int(number)


def _wanted(filters: Filters, kind: str) -> tuple[list[str], list[Any]]:
    wanted, values = ["r.kind = ?", "r.shown = 1"], [kind]

    def among(column: str, given: tuple[str, ...]) -> None:
        if given:
            wanted.append(f"{column} IN ({', '.join('?' * len(given))})")
            values.extend(given)

    among("r.subject", filters.dyad)
    among("r.status", filters.status)
    among("r.form", filters.form)
    among("r.topic", filters.topic)
    if filters.country:
        if kind == "contact":
            sides = " OR ".join(["r.subject LIKE ? OR r.subject LIKE ?"] * len(filters.country))
            values.extend(part for code in filters.country for part in (f"{code}-%", f"%-{code}"))
        else:
            sides = " OR ".join(
                ["EXISTS (SELECT 1 FROM json_each(r.body, '$.countries') WHERE value = ?)"] * len(filters.country)
            )
            values.extend(filters.country)
        wanted.append(f"({sides})")
    if filters.q:
        wanted.append("r.number IN (SELECT rowid FROM record_words WHERE record_words MATCH ?)")
        values.append(match(filters.q) or '""')
    return wanted, values


def _kept(store: sqlite3.Connection, wanted: list[str], values: list[Any], order: str, limit: int) -> list[Kept]:
    query = f"SELECT r.number, r.changed, r.body FROM record r WHERE {' AND '.join(wanted)} ORDER BY {order} LIMIT ?"  # noqa: S608
    return [Kept(r["number"], r["changed"], _record.decode(r["body"])) for r in store.execute(query, (*values, limit))]
