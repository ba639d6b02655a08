"""Messages to rows. One transaction a batch, and the places read up to are part of it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, get_args

import msgspec

from tensionwire.analysis.identity import article_id, digest
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.heartbeat import RECEIVER, SUBJECT, is_heartbeat
from tensionwire.contracts.record import ContactRecord, Record
from tensionwire.contracts.tagged import Status, TaggedArticle
from tensionwire.contracts.topics import ALERTS, ARTICLES, CONTACTS, DELIVERIES, TAGGED
from tensionwire.contracts.wire import BadArticle, read_article
from tensionwire.runtime import telemetry
from tensionwire.web.store import tags, words

READ = (ARTICLES, TAGGED, CONTACTS, ALERTS, DELIVERIES)
DELIVERIES_DAYS = 180  # as long as their topic keeps them
NEAREST = 12  # articles of a known record that are looked at anew when it changes

_tagged = msgspec.json.Decoder(TaggedArticle)
_record = msgspec.json.Decoder(Record)
_alert = msgspec.json.Decoder(Alert)
_delivery = msgspec.json.Decoder(Delivery)


class Written(NamedTuple):
    """What a batch brought: new alerts (offset, Kafka timestamp), and the heartbeats' articles that came through."""

    alerts: list[tuple[int, int, Alert]]
    heartbeats: list[str]


class Writer:
    """Writes batches into an open store. `names` spells codes out, for the search."""

    def __init__(self, store: sqlite3.Connection, names: Mapping[str, tuple[str, str]]) -> None:
        self._store = store
        self._names = names
        self._steps: dict[str, Callable[[Any, Written], None]] = {
            ARTICLES.name: self._article,
            TAGGED.name: self._found,
            CONTACTS.name: self._known,
            ALERTS.name: self._raised,
            DELIVERIES.name: self._delivered,
        }

    def places(self) -> dict[tuple[str, int], int]:
        """Up to where each partition is read: the next offset."""
        return {(r["topic"], r["partition"]): r["next"] for r in self._store.execute("SELECT * FROM place")}

    def write(self, records: Iterable[Any]) -> Written:
        """Write a batch of Kafka records of the topics in `READ`. A message that cannot be read is counted."""
        written = Written([], [])
        ends: dict[tuple[str, int], int] = {}
        with self._transaction():
            for record in records:
                if record.value is not None:
                    try:
                        self._steps[record.topic](record, written)
                    except (msgspec.MsgspecError, UnicodeDecodeError, BadArticle):
                        telemetry.WEB_UNREADABLE.labels(record.topic).inc()
                ends[record.topic, record.partition] = record.offset + 1
            rows = [(topic, partition, end) for (topic, partition), end in ends.items()]
            self._store.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", rows)
        return written

    def upcoming(self, today: str) -> dict[str, int]:
        """Contacts that end today or later (an ISO day), by status; 0 for those that there are none of."""
        rows = self._store.execute(
            "SELECT status, count(*) FROM record WHERE last_day >= ? AND shown = 1 GROUP BY status", (today,)
        )
        return dict.fromkeys(get_args(Status), 0) | {row[0]: row[1] for row in rows}

    def forget(self, now_ms: int) -> None:
        """Drop what Kafka has dropped by now, so that a store that was deleted would come back the same."""
        old = (now_ms - TAGGED.retention_ms,)
        past_seqs = "(SELECT seq FROM alert WHERE at < ?)"
        past = (now_ms - ALERTS.retention_ms,)
        with self._transaction():
            run = self._store.execute
            run("DELETE FROM text WHERE arrived < ?", old)
            run("DELETE FROM mention WHERE article IN (SELECT id FROM article WHERE arrived < ?)", old)
            run("DELETE FROM article WHERE arrived < ?", old)
            gone = run(f"SELECT tag, count(*) FROM alert_tag WHERE seq IN {past_seqs} GROUP BY tag", past).fetchall()  # noqa: S608
            for tag, count in gone:
                run("UPDATE facet SET count = count - ? WHERE tag = ?", (count, tag))
            run(f"DELETE FROM alert_tag WHERE seq IN {past_seqs}", past)  # noqa: S608 - our own words
            run(f"DELETE FROM alert_words WHERE rowid IN {past_seqs}", past)  # noqa: S608
            run("DELETE FROM alert WHERE at < ?", past)
            long_ago = datetime.fromtimestamp(now_ms / 1000, UTC) - timedelta(days=DELIVERIES_DAYS)
            run("DELETE FROM delivery WHERE at < ?", (long_ago.isoformat(timespec="milliseconds"),))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._store.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._store.execute("ROLLBACK")
            raise
        self._store.execute("COMMIT")

    def _article(self, record: Any, _: Written) -> None:
        article = read_article(record.value, record.headers)
        identity = article_id(article)
        if is_heartbeat(identity):
            return
        said = digest(article)
        silent = self._store.execute(
            "SELECT 1 FROM article WHERE id = ? AND digest = ? AND told = 0", (identity, said)
        ).fetchone()
        if silent is None:
            self._store.execute(
                "INSERT OR REPLACE INTO text VALUES (?, ?, ?, ?)", (identity, said, record.timestamp, article.text)
            )

    def _found(self, record: Any, _: Written) -> None:
        found = _tagged.decode(record.value)
        tells = bool(found.contacts or found.flashpoints)
        self._store.execute(
            "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                found.id,
                found.digest,
                tells,
                found.title,
                found.source,
                found.url,
                found.language,
                found.published,
                record.timestamp,
                found.tension.score,
                record.value if tells else None,
            ),
        )
        self._store.execute("DELETE FROM mention WHERE article = ?", (found.id,))
        day = (found.published or found.arrived or "")[:10]
        if day:
            rows = [(found.id, m.topic, day, m.weight) for m in found.flashpoints]
            self._store.executemany("INSERT OR REPLACE INTO mention VALUES (?, ?, ?, ?)", rows)
        if not tells:
            self._store.execute("DELETE FROM text WHERE id = ? AND digest = ?", (found.id, found.digest))

    def _known(self, record: Any, _: Written) -> None:
        found = _record.decode(record.value)
        contact = isinstance(found, ContactRecord)
        articles = [s.article.id for s in found.sightings] if contact else [a.id for a in found.articles]
        count = found.sighting_count if contact else found.article_count
        before = self._store.execute("SELECT number FROM record WHERE id = ?", (found.id,)).fetchone()
        day = found.date if contact else None
        number = before["number"] if before else None
        values = (
            found.id,
            "contact" if contact else "flashpoint",
            found.subject,
            found.form if contact else None,
            found.status if contact else None,
            day.start if day else None,
            (day.end or day.start) if day else None,
            (day.start if day else found.last_seen or "")[:10],
            None if contact else found.topic,
            contact and found.headline,
            words.shown(found),
            count,
            record.timestamp,
            record.value,
        )
        marks = ", ".join("?" * (len(values) + 1))
        placed = self._store.execute(f"INSERT OR REPLACE INTO record VALUES ({marks})", (number, *values))  # noqa: S608 - only marks
        self._store.execute("DELETE FROM record_words WHERE rowid = ?", (placed.lastrowid,))
        said = words.of_record(found, self._names)
        self._store.execute("INSERT INTO record_words (rowid, words) VALUES (?, ?)", (placed.lastrowid, said))
        near = articles if before is None else articles[-NEAREST:]
        self._store.executemany("INSERT OR IGNORE INTO told VALUES (?, ?)", [(a, found.id) for a in near])

    def _raised(self, record: Any, written: Written) -> None:
        alert = _alert.decode(record.value)
        seq = record.offset
        if alert.subject == SUBJECT:
            return
        put = self._store.execute(
            "INSERT OR IGNORE INTO alert VALUES (?, ?, ?, ?, 1, ?)",
            (seq, alert.id, alert.record, record.timestamp, record.value),
        )
        if not put.rowcount:  # a repeat carries the same id
            return
        self._store.execute("UPDATE alert SET latest = 0 WHERE record = ? AND seq < ?", (alert.record, seq))
        found = tags.of_alert(alert)
        self._store.executemany("INSERT OR IGNORE INTO alert_tag VALUES (?, ?)", [(tag, seq) for tag in found])
        self._store.executemany(
            "INSERT INTO facet VALUES (?, 1) ON CONFLICT (tag) DO UPDATE SET count = count + 1", [(t,) for t in found]
        )
        said = words.of_alert(alert, self._names)
        self._store.execute("INSERT INTO alert_words (rowid, words) VALUES (?, ?)", (seq, said))
        written.alerts.append((seq, record.timestamp, alert))

    def _delivered(self, record: Any, written: Written) -> None:
        row = _delivery.decode(record.value)
        if (row.alert_id, row.receiver) == (SUBJECT, RECEIVER):
            written.heartbeats.append(row.record)
            return
        self._store.execute(
            "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?, ?)",
            (row.alert_id, row.receiver, row.outcome, row.reason, row.tries, row.at),
        )
