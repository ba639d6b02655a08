"""The read model: what Kafka says, in rows; offsets and rows stand or fall together."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

from tensionwire.analysis.identity import digest
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.article import Article
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.heartbeat import PREFIX, RECEIVER, SUBJECT
from tensionwire.contracts.record import ContactRecord, RecordSighting, Step
from tensionwire.contracts.sighting import ArticleRef
from tensionwire.contracts.tagged import DateWindow, Evidence, FlashpointMention, Participant, Span, TaggedArticle
from tensionwire.contracts.topics import ALERTS, ARTICLES, CONTACTS, DELIVERIES, TAGGED
from tensionwire.web.filters import Filters
from tensionwire.web.store import alerts, counts, records
from tensionwire.web.store.reading import NotYet, Reader
from tensionwire.web.store.schema import open_for_writing
from tensionwire.web.store.words import match
from tests.consumers.making import alert
from tests.web.making import NOW_MS, given, raise_alerts, writer

SIDES = [Participant(affiliation="CHN", name="Wang Yi"), Participant(affiliation="USA", name="Antony Blinken")]


def contact(
    id_: str = "r1", *, day: str | None = "2023-07-13", status: str = "planned", **more: object
) -> ContactRecord:
    article = ArticleRef(id="a1", language="de", title="Jakarta", published="2023-07-12T06:00:00+00:00", source="Post")
    report = RecordSighting(article=article, contact="c1", status="planned", evidence=Evidence(0, 5, "Quote"))
    made = ContactRecord(
        id=id_,
        subject="CHN-USA",
        participants=SIDES,
        form="meeting",
        status="planned",
        date=DateWindow(start=day) if day else None,
        first_seen=article.published,
        last_seen=article.published,
        sightings=[report],
        sighting_count=1,
        sources=["Post"],
        history=[Step(status="planned", article="a1", published=article.published)],
        revision=1,
    )
    return msgspec.structs.replace(made, status=status, **more)


def test_the_last_alert_of_a_record_stands_for_it(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    raise_alerts(to, [alert(0, record="r"), alert(1), alert(2, record="r")])
    reader = Reader(file)
    assert [s.seq for s in reader.now(alerts.page, Filters(), limit=9)] == [2, 1]
    assert [s.seq for s in reader.now(alerts.page, Filters(), limit=9, every=True)] == [2, 1, 0]
    assert [s.seq for s in reader.now(alerts.page, Filters(), limit=9, before=2)] == [1]
    assert [s.seq for s in reader.now(alerts.of_record, "r")] == [0, 2]


def test_a_repeat_of_an_alert_is_no_second_one(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    raise_alerts(to, [alert(0), alert(0)])
    assert Reader(file).now(alerts.newest) == 0
    assert Reader(file).now(alerts.facets)["severity"] == [("high", 1)]


def test_filters_and_search(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    other = msgspec.structs.replace(alert(1), subject="DEU-RUS", countries=["DEU", "RUS"], status="planned")
    raise_alerts(to, [msgspec.structs.replace(alert(0), countries=["CHN", "USA"]), other])
    reader = Reader(file)

    def found(**filters: object) -> list[int]:
        return [s.seq for s in reader.now(alerts.page, Filters(**filters), limit=9)]  # type: ignore[arg-type]

    assert found(country=("USA",)) == [0]
    assert found(country=("USA", "RUS")) == [1, 0]
    assert found(country=("USA",), status=("planned",)) == []
    assert found(dyad=("DEU-RUS",), status=("planned", "held")) == [1]
    assert found(q="deutschland") == [1]  # a state by its German name, in an English alert
    assert found(q="russ met") == [1]
    assert found(q='"; DROP TABLE alert --') == []
    assert found(q="***") == []


@pytest.mark.parametrize("typed", ["", '"', "AND", "NEAR(", "a-b", "x" * 500, "é ü", "\x00", "*"])
def test_nothing_that_is_typed_breaks_the_search(tmp_path: Path, typed: str) -> None:
    to, file = writer(tmp_path)
    raise_alerts(to, [alert(0)])
    Reader(file).now(alerts.page, Filters(q=typed), limit=1)
    assert "\x00" not in match(typed)


def test_a_batch_that_breaks_leaves_neither_rows_nor_places(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    raise_alerts(to, [alert(0)])
    places = to.places()
    # a fault of the store itself, in the middle of a batch
    broken = given(ALERTS.name, alert(2), 2)._replace(timestamp=object())  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        to.write([given(ALERTS.name, alert(1), 1), broken])
    assert to.places() == places == {("alerts", 0): 1}
    assert Reader(file).now(alerts.newest) == 0


def test_what_cannot_be_read_is_passed_over_and_delays_nobody(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    to.write([given(ALERTS.name, b"{", 0), given(ALERTS.name, alert(1), 1), given(CONTACTS.name, b"\xff", 0)])
    assert Reader(file).now(alerts.newest) == 1
    assert to.places() == {("alerts", 0): 2, ("contacts", 0): 1}


def test_articles_keep_their_text_only_where_they_tell_something(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    mention = FlashpointMention(topic="taiwan", weight=0.8, spans=[Span(0, 6)])
    told = TaggedArticle(
        id="a1",
        digest="",
        language="de",
        flashpoints=[mention],
        published="2024-05-23T00:00:00+00:00",
    )
    silent = TaggedArticle(id="a2", digest="", language="de")
    articles = [
        Article(id="a1", text="Taiwan übt."),
        Article(id="a2", text="Es schneit."),
        Article(id="a2", text="Tau."),
    ]
    told.digest, silent.digest = digest(articles[0]), digest(articles[1])
    # in any order: the topics are read side by side
    to.write([given(ARTICLES.name, articles[0]), given(TAGGED.name, silent), given(ARTICLES.name, articles[1])])
    to.write([given(TAGGED.name, told), given(ARTICLES.name, articles[2])])
    reader = Reader(file)
    found = reader.now(records.article, "a1")
    assert found is not None
    assert (found.text, found.found) == ("Taiwan übt.", told)
    other = reader.now(records.article, "a2")
    assert other is not None
    assert (other.text, other.found) == (None, None)
    lines = reader.now(counts.topics, ["2024-05-22", "2024-05-23"], "2024-05-24")
    assert lines == [counts.Line("taiwan", [0, 1], 1)]


def test_contacts_by_day_and_filter(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    made = [
        contact("r1"),
        contact("r2", day="2026-12-24"),
        contact("r3", day=None),
        contact("r4", background=True),
        contact("r5", lead=False),
        contact("r6", subject="DEU-RUS", status="held"),
    ]
    to.write([given(CONTACTS.name, record) for record in made])
    reader = Reader(file)

    def found(filters: Filters = Filters(), **more: object) -> list[str]:  # noqa: B008 - frozen
        return [k.record.id for k in reader.now(records.contacts, filters, limit=9, **more)]

    assert found() == ["r2", "r6", "r1", "r3"]
    assert found(start="2023-07-14", planned=True) == ["r2"]
    assert found(Filters(country=("DEU",))) == ["r6"]
    assert found(Filters(q="jakarta"), end="2023-07-12") == ["r3"]
    first = reader.now(records.contacts, Filters(), limit=2)
    assert found(after=records.read_cursor(records.cursor(first[-1]))) == ["r1", "r3"]
    matrix = reader.now(counts.matrix, "2023-01-01", "2026-12-31")
    assert matrix.cells[("CHN", "USA")] == {"planned": 3}
    # the record's next state takes its row
    to.write([given(CONTACTS.name, contact("r1", status="cancelled"))])
    assert found(Filters(status=("cancelled",))) == ["r1"]
    assert [k.record.id for k in reader.now(records.of_article, "a1")] == ["r1", "r2", "r3", "r4", "r5", "r6"]


def test_deliveries_and_heartbeats(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    beat = Delivery(alert_id=SUBJECT, receiver=RECEIVER, outcome="delivered", record=PREFIX + "web:1")
    rows = [Delivery(alert_id="x", receiver="desk", outcome="pending"), beat]
    rows.append(Delivery(alert_id="x", receiver="desk", outcome="suppressed", reason="stale", tries=1))
    written = to.write([given(DELIVERIES.name, row) for row in rows])
    assert written.heartbeats == [PREFIX + "web:1"]
    assert Reader(file).now(alerts.deliveries, "x") == [alerts.Told("desk", "suppressed", "stale", 1, None)]
    heart = Alert(id="h", kind="heartbeat", record="h", subject=SUBJECT, revision=1, severity="low")
    to.write([given(ARTICLES.name, Article(id=PREFIX + "web:1", text="x")), given(ALERTS.name, heart, 0)])
    assert Reader(file).now(alerts.newest) == -1


def test_what_kafka_forgets_is_forgotten(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    old = NOW_MS - ALERTS.retention_ms - 1
    to.write([given(ALERTS.name, alert(0), 0, old), given(ALERTS.name, alert(1), 1)])
    to.forget(NOW_MS)
    reader = Reader(file)
    assert [s.seq for s in reader.now(alerts.page, Filters(q="met"), limit=9)] == [1]
    assert reader.now(alerts.facets)["kind"] == [("contact.new", 1)]


def test_a_store_of_another_cluster_or_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    to, file = writer(tmp_path)
    raise_alerts(to, [alert(0)])
    again, _ = writer(tmp_path)
    assert again.places() == {("alerts", 0): 1}
    reader = Reader(file)
    assert reader.now(alerts.newest) == 0
    other, _ = writer(tmp_path, cluster="another")
    assert other.places() == {}
    assert reader.now(alerts.newest) == -1  # who has read the old one sees the new one
    file.write_bytes(b"no database at all" * 500)
    assert list(open_for_writing(file, "test").execute("SELECT * FROM place")) == []


def test_before_there_is_a_store(tmp_path: Path) -> None:
    with pytest.raises(NotYet):
        Reader(tmp_path / "none.sqlite").now(alerts.newest)
