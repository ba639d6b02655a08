"""The committed JSON Schemas are those of the models, and hold what we write."""

from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from tensionwire.analysis import analyse
from tensionwire.analysis.sightings import sightings
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.article import Article
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.envelope import TYPES
from tensionwire.contracts.record import ContactRecord, Episode
from tensionwire.contracts.schemas import MODELS, files, schema
from tensionwire.contracts.silence import Matchers, Silence
from tensionwire.contracts.wire import encode
from tensionwire.lexicon import load

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schemas"
TEXT = "Der chinesische Außenminister Wang Yi trifft am Montag in Moskau seinen russischen Kollegen Sergej Lawrow."


def test_the_committed_schemas_are_current() -> None:
    committed = {f.name: f.read_text(encoding="utf-8") for f in FOLDER.glob("*.json")}
    assert committed == files(), "run: python -m tensionwire.contracts.schemas"


def test_every_topic_with_values_of_ours_has_one() -> None:
    assert set(MODELS) == set(TYPES)


@pytest.mark.parametrize("topic", MODELS)
def test_a_schema_is_one_and_allows_fields_of_later_versions(topic: str) -> None:
    found = schema(topic)
    jsonschema.Draft202012Validator.check_schema(found)
    assert '"additionalProperties": false' not in files()[f"{topic}.json"]


def _values() -> list[tuple[str, Any]]:
    article = Article(text=TEXT, id="a", published="2026-11-01")
    tagged = analyse(article, load())
    told = sightings(tagged)
    record = ContactRecord(id="r", subject="CHN-RUS", participants=[], form="meeting", status="planned")
    episode = Episode(id="e", subject="flashpoint:taiwan", topic="taiwan")
    alert = Alert(id="i", kind="contact.new", record="r", subject="CHN-RUS", revision=1, severity="high")
    silence = Silence(id="s", matchers=Matchers(kind=["contact.new"]), ends="2026-11-01T00:00:00Z")
    delivery = Delivery(alert_id="i", receiver="console", outcome="pending", alert=alert)
    return [
        ("articles", article),
        ("articles.tagged", tagged),
        *[("sightings", s) for s in told],
        ("contacts", record),
        ("contacts", episode),
        ("alerts", alert),
        ("deliveries", delivery),
        ("silences", silence),
    ]


def test_what_we_write_is_valid() -> None:
    values = _values()
    assert {topic for topic, _ in values} == set(MODELS)
    for topic, value in values:
        jsonschema.validate(msgspec.json.decode(encode(value)), schema(topic))


@pytest.mark.parametrize("bad", [{}, {"text": 1}, {"text": "x", "version": "two"}, {"text": "x", "url": 7}])
def test_what_is_no_article_is_invalid(bad: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, schema("articles"))
