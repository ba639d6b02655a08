"""The tables, and the opening of the file. Anything odd about it, and it is made anew: Kafka holds the truth."""

import sqlite3
from pathlib import Path

VERSION = "1"  # raise it with every change of a table: an older file is thrown away

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (topic TEXT, partition INTEGER, next INTEGER NOT NULL, PRIMARY KEY (topic, partition)) WITHOUT ROWID;

-- one row an article, from articles.tagged; `body` is the TaggedArticle where it tells something
CREATE TABLE article (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, told INTEGER NOT NULL, title TEXT, source TEXT, url TEXT,
    language TEXT NOT NULL, published TEXT, arrived INTEGER NOT NULL, tension REAL NOT NULL, body BLOB);
CREATE INDEX article_arrived ON article (arrived);
-- the text of an article, from articles: kept for those that tell something
CREATE TABLE text (
    id TEXT, digest TEXT, arrived INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id, digest));
CREATE INDEX text_arrived ON text (arrived);
-- flashpoint topics of articles, for counts over time; `day` is that of the report
CREATE TABLE mention (article TEXT, topic TEXT, day TEXT NOT NULL, weight REAL NOT NULL,
    PRIMARY KEY (article, topic)) WITHOUT ROWID;
CREATE INDEX mention_topic ON mention (topic, day);

-- one row a contact record or flashpoint episode
CREATE TABLE record (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
    form TEXT, status TEXT, first_day TEXT, last_day TEXT, near TEXT, topic TEXT,
    headline INTEGER NOT NULL, shown INTEGER NOT NULL, sightings INTEGER NOT NULL,
    changed INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX record_subject ON record (subject, near);
CREATE INDEX record_near ON record (kind, near);
CREATE INDEX record_day ON record (first_day) WHERE first_day IS NOT NULL;
CREATE INDEX record_topic ON record (topic, near) WHERE topic IS NOT NULL;
CREATE TABLE told (article TEXT, record TEXT, PRIMARY KEY (article, record)) WITHOUT ROWID;
CREATE VIRTUAL TABLE record_words USING fts5 (words,
    tokenize="unicode61 remove_diacritics 2");

-- one row an alert; `seq` is its offset on the topic, so that a rebuilt store has the same numbers
CREATE TABLE alert (
    seq INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, record TEXT NOT NULL, at INTEGER NOT NULL,
    latest INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX alert_record ON alert (record, seq);
CREATE INDEX alert_latest ON alert (seq) WHERE latest = 1;
CREATE TABLE alert_tag (tag TEXT, seq INTEGER, PRIMARY KEY (tag, seq)) WITHOUT ROWID;
CREATE INDEX alert_tag_seq ON alert_tag (seq, tag);
CREATE TABLE facet (tag TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE alert_words USING fts5 (words,
    tokenize="unicode61 remove_diacritics 2");

CREATE TABLE delivery (
    alert TEXT, receiver TEXT, outcome TEXT NOT NULL, reason TEXT, tries INTEGER NOT NULL, at TEXT,
    PRIMARY KEY (alert, receiver)) WITHOUT ROWID;
"""


def open_for_writing(file: Path, cluster: str) -> sqlite3.Connection:
    """Open the store of this Kafka cluster; a file that is damaged, older, or of another cluster is made anew."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        found = _connect(file)
        if dict(found.execute("SELECT key, value FROM meta")) == {"version": VERSION, "cluster": cluster}:
            return found
        found.close()
    except sqlite3.DatabaseError:
        pass
    return make_anew(file, cluster)


def make_anew(file: Path, cluster: str) -> sqlite3.Connection:
    """An empty store in place of the file. Whoever reads the old one goes on reading it until it looks again."""
    partial = file.with_name(f"{file.name}.partial")
    for name in (file, partial):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{name}{suffix}").unlink(missing_ok=True)
    made = sqlite3.connect(partial, isolation_level=None)
    made.executescript(TABLES)
    made.executemany("INSERT INTO meta VALUES (?, ?)", [("version", VERSION), ("cluster", cluster)])
    made.close()
    partial.rename(file)  # nobody ever sees a store without its tables
    return _connect(file)


def open_for_reading(file: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises sqlite3.OperationalError while there is no store."""
    found = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    found.row_factory = sqlite3.Row
    found.execute("PRAGMA query_only = 1")
    return found


def _connect(file: Path) -> sqlite3.Connection:
    found = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    found.row_factory = sqlite3.Row
    found.execute("PRAGMA journal_mode = WAL")
    found.execute("PRAGMA synchronous = NORMAL")
    found.execute("PRAGMA busy_timeout = 5000")
    return found
