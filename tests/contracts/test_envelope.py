"""CloudEvents headers, dead letters, the table of topics, and ids."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.contracts.deadletter import DETAIL_LIMIT, HEADERS_LIMIT, dead_letter
from tensionwire.contracts.envelope import TYPES, NewerMajor, check_major, header, headers
from tensionwire.contracts.ids import ID_LENGTH, stable_id
from tensionwire.contracts.topics import ARTICLE_BYTES, ARTICLES, DEAD_LETTERS, TOPICS

pairs = st.lists(st.tuples(st.text(max_size=8), st.none() | st.binary(max_size=50)), max_size=6)


@pytest.mark.parametrize("topic", TYPES)
def test_our_records_carry_the_required_attributes(topic: str) -> None:
    found = headers(topic, "id-1", "tag")
    assert header(found, "ce_specversion") == "1.0"
    assert header(found, "ce_id") == "id-1"
    assert header(found, "ce_source") == "tensionwire/tag"
    assert header(found, "ce_type") == TYPES[topic]
    assert header(found, "content-type") == "application/json"
    check_major(topic, found)


@given(found=st.none() | pairs, name=st.text(max_size=8))
def test_no_header_of_a_stranger_breaks_anything(found: list[tuple[str, bytes | None]] | None, name: str) -> None:
    header(found, name)
    check_major("articles", found)


def test_the_last_header_counts_in_any_case() -> None:
    assert header([("CE_ID", b"1"), ("ce_id", b"2")], "ce_id") == "2"
    assert header([("ce_id", b"1"), ("ce_id", b"\xff")], "ce_id") is None


def test_a_newer_major_stops_the_reader_and_names_both() -> None:
    with pytest.raises(NewerMajor, match=r"tensionwire\.article\.v2; this program reads version 1"):
        check_major("articles", [("ce_type", b"tensionwire.article.v2")])
    for stranger in (b"tensionwire.article.v", b"tensionwire.article.vx", b"com.example.v9", b"\xff"):
        check_major("articles", [("ce_type", stranger)])


@given(key=st.none() | st.binary(), value=st.none() | st.binary(), found=pairs, detail=st.text())
def test_a_dead_letter_keeps_the_original_whole(
    key: bytes | None, value: bytes | None, found: list[tuple[str, bytes | None]], detail: str
) -> None:
    place = {"step": "tag", "topic": "articles", "partition": 3, "offset": 7, "time": "2026-11-01T00:00:00+00:00"}
    letter = dead_letter(key, value, found, reason="bad-json", detail=detail, **place)  # type: ignore[arg-type]
    assert (letter.key, letter.value) == (key, value)
    assert header(letter.headers, "reason") == "bad-json"
    assert header(letter.headers, "offset") == "7"
    again = dead_letter(
        key,
        value,
        letter.headers,
        reason="empty",
        detail="",
        **(place | {"time": "later"}),  # type: ignore[arg-type]
    )
    assert header(again.headers, "time") == header(letter.headers, "time")
    assert len([n for n, _ in again.headers if n == "reason"]) == 1


def test_the_heaviest_dead_letter_fits_its_topic() -> None:
    strange = [(f"h{n}", b"x" * 1000) for n in range(200)]
    letter = dead_letter(
        b"k" * 1024,
        b"x" * ARTICLE_BYTES,
        strange,
        reason="r",
        detail="ü" * 10 * DETAIL_LIMIT,
        step="tag",
        topic="articles",
        partition=1,
        offset=1,
        time="t",
    )
    added = sum(len(name.encode()) + len(raw) for name, raw in letter.headers)
    assert added < HEADERS_LIMIT + 4 * 1024
    assert len(letter.value or b"") + added + 1024 < DEAD_LETTERS.max_bytes


def test_topics() -> None:
    assert len({t.name for t in TOPICS}) == len(TOPICS)
    assert set(TYPES) | {"dead-letters"} == {t.name for t in TOPICS}
    assert ARTICLES.config()["message.timestamp.type"] == "LogAppendTime"
    for topic in TOPICS:
        config = topic.config()
        assert ("retention.ms" in config) is (not topic.compacted or topic.until > 0)
        kept = "compact,delete" if topic.until else "compact"
        assert config["cleanup.policy"] == (kept if topic.compacted else "delete")
        assert int(config["max.message.bytes"]) >= 1024 * 1024


@given(parts=st.lists(st.text() | st.integers(), min_size=1, max_size=4))
def test_ids_are_stable_and_told_apart(parts: list[str | int]) -> None:
    found = stable_id(*parts)
    assert found == stable_id(*parts)
    assert len(found) == ID_LENGTH
    assert set(found) <= set("0123456789abcdef")
    assert found != stable_id(*parts, "")


def test_ids_are_the_same_in_any_process_and_depend_on_the_cut() -> None:
    code = "from tensionwire.contracts.ids import stable_id; print(stable_id('ab', 'c', 1))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert other == stable_id("ab", "c", 1)
    assert stable_id("ab", "c") != stable_id("a", "bc")


@pytest.mark.parametrize("odd", ["\u00b2", "9" * 5000, "", "x"])
def test_an_odd_version_stops_nobody(odd: str) -> None:
    check_major("alerts", [("ce_type", f"tensionwire.alert.v{odd}".encode())])
