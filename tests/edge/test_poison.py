"""What is no article lies whole in dead letters, with its reason, and delays nobody."""

import json

import pytest

from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import ARTICLE_BYTES, ARTICLES
from tensionwire.ingest.publisher import publish
from tensionwire.runtime.kafka import producer
from tests.conftest import MakeStack
from tests.edge import reading

POISON: dict[str, tuple[bytes | None, list[tuple[str, bytes]]]] = {
    "bad-json": (b'{"text": "begins as JSON', []),
    "bad-json typed": (b"not JSON at all", [("content-type", b"application/json")]),
    "not-utf8": (b"caf\xe9 \xff\xfe", []),
    "empty": (b"", []),
    "empty field": (b'{"text": "  "}', []),
    "wrong-type": (b'{"text": 7}', []),
    "wrong-type list": (b'{"text": "x", "version": "two"}', []),
    "tombstone": (None, []),
}
REASONS = {"empty field": "empty"}


@pytest.mark.service
def test_poison_lies_whole_in_dead_letters_and_delays_nobody(stacks: MakeStack) -> None:
    stack = stacks(("tag", "decide"))
    stack.start()
    sender = producer(stack.kafka)
    for name, (value, headers) in POISON.items():
        sender.send(ARTICLES.name, key=name.encode(), value=value, headers=headers).get(10)
    # a deep nest, and text that is hard on any parser
    sender.send(ARTICLES.name, key=b"nest", value=b"[" * 100_000).get(10)
    sender.send(ARTICLES.name, key=b"dots", value=b"." * 500_000).get(10)
    publish(
        iter([Article(id="good", text="Emmanuel Macron traf Xi Jinping in Paris.", published="2024-05-06")]),
        stack.kafka,
    )
    reading.wait_until_decided(stack.kafka)
    sender.close()

    assert "good" in {t.id for t in reading.tagged(stack.kafka)}
    letters = {letter.key.decode(): letter for letter in reading.dead_letters(stack.kafka)}
    assert set(letters) == set(POISON)
    for name, (value, _) in POISON.items():
        headers = {k: v.decode() for k, v in letters[name].headers}
        assert letters[name].value == value
        assert headers["reason"] == REASONS.get(name, name.split()[0])
        assert headers["topic"] == ARTICLES.name
        assert headers["step"] == "tag"
        assert headers["detail"]


@pytest.mark.service
def test_an_article_of_one_mebibyte_goes_through(stacks: MakeStack) -> None:
    stack = stacks(("tag", "decide"))
    stack.start()
    frame = len(json.dumps({"id": "large", "text": ""}, separators=(",", ":")))
    large = Article(id="large", text="x" * (ARTICLE_BYTES - frame))
    assert publish(iter([large]), stack.kafka).sent == 1
    reading.wait(lambda: "large" in {t.id for t in reading.tagged(stack.kafka)})
    assert next(t for t in reading.tagged(stack.kafka) if t.id == "large").truncated
    larger = Article(id="larger", text="x" * ARTICLE_BYTES)
    summary = publish(iter([larger]), stack.kafka)
    assert (summary.sent, summary.reasons["too-large"]) == (0, 1)


@pytest.mark.service
def test_a_corrected_article_takes_back_what_it_told(stacks: MakeStack) -> None:
    stack = stacks(("tag", "decide"))
    stack.start()
    first = Article(id="c", version=1, text="Emmanuel Macron traf Xi Jinping in Paris.", published="2024-05-06")
    second = Article(id="c", version=2, text="Emmanuel Macron blieb in Paris allein.", published="2024-05-06")
    for article in (first, second, first):
        publish(iter([article]), stack.kafka)
        reading.wait_until_decided(stack.kafka)
    told = [(a.kind, a.why) for a in reading.alerts(stack.kafka)]
    assert told == [("contact.new", ["first-report"]), ("contact.changed", ["correction"])]


@pytest.mark.service
def test_fields_of_absurd_length_hurt_nobody(stacks: MakeStack) -> None:
    stack = stacks(("tag", "decide"))
    stack.start()
    said = "Emmanuel Macron traf Xi Jinping in Paris."
    huge = [
        Article(id=f"h{n}", text=said, title="T" * 800_000, source="S" * 90_000, published="2024-05-06")
        for n in range(12)
    ]
    publish(iter(huge), stack.kafka)
    sender = producer(stack.kafka)
    for key, value in ((b"id", {"id": "i" * 2000, "text": "x"}), (b"version", {"version": 10**30, "text": "x"})):
        sender.send(ARTICLES.name, key=key, value=json.dumps(value).encode()).get(10)
    sender.close()
    reading.wait_until_decided(stack.kafka)
    assert len(reading.tagged(stack.kafka)) == 12
    assert [a.kind for a in reading.alerts(stack.kafka)] == ["contact.new"]
    assert {reading.reason(letter) for letter in reading.dead_letters(stack.kafka)} == {"wrong-type"}
