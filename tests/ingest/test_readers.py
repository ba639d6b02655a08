"""Readers: whatever a file holds, each article in it is read or refused, with the right line, and nothing raises."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import ARTICLE_BYTES
from tensionwire.ingest import Outcome, Place, Read, Refused
from tensionwire.ingest.readers import Reader, json_file, jsonl, text
from tensionwire.ingest.readers.jsonl import LINE_BYTES

READERS = [json_file.read, jsonl.read, text.read]

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
said = words.filter(lambda t: t.strip())
# JSON that is no article, and bytes that are no JSON
no_article = st.one_of(
    st.recursive(
        st.none() | st.booleans() | st.integers() | words,
        lambda v: st.lists(v, max_size=3) | st.dictionaries(words.filter(lambda k: k != "text"), v, max_size=3),
    ),
    st.builds(lambda t: {"text": t}, st.integers() | st.just("") | st.just(" \n")),
).map(lambda v: json.dumps(v).encode())
broken = st.sampled_from(
    [b"{", b'{"text":', b"[", b"nonsense", b'{"text": "\xff"}', b'{"text": "\\ud800"}', b"[" * 5000]
)


def outcomes(reader: Reader, raw: bytes) -> list[Outcome]:
    return list(reader("a", io.BytesIO(raw)))


def articles(found: list[Outcome]) -> list[Article]:
    return [o.article for o in found if isinstance(o, Read)]


@pytest.mark.parametrize("reader", READERS)
@given(raw=st.binary() | st.text().map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_nothing_raises_and_nothing_is_silent(reader: Reader, raw: bytes) -> None:
    found = outcomes(reader, raw)
    assert found
    for outcome in found:
        assert outcome.place.file == "a"
        assert 0 <= outcome.place.line <= raw.count(b"\n") + 1
        if isinstance(outcome, Read):
            assert outcome.article.text.strip()
        else:
            assert outcome.reason
            assert outcome.detail


@given(
    lines=st.lists(
        st.tuples(st.just("read"), said.map(lambda t: json.dumps({"text": t}).encode()))
        | st.tuples(st.just("refused"), no_article | broken)
        | st.tuples(st.just("blank"), st.sampled_from([b"", b" ", b"\t"])),
        min_size=1,
    ),
    end=st.sampled_from([b"\n", b"\r\n"]),
    bom=st.booleans(),
)
def test_each_line_is_read_or_refused_under_its_number(lines: list[tuple[str, bytes]], end: bytes, bom: bool) -> None:
    raw = (b"\xef\xbb\xbf" if bom else b"") + end.join(line for _, line in lines)
    found = outcomes(jsonl.read, raw)
    wanted = {number: kind for number, (kind, _) in enumerate(lines, 1) if kind != "blank"}
    if not wanted:
        assert [(o.place.line, o.reason) for o in found if isinstance(o, Refused)] == [(0, "empty")]
        return
    assert {o.place.line: "read" if isinstance(o, Read) else "refused" for o in found} == wanted
    assert len(found) == len(wanted)


@given(
    texts=st.lists(said, min_size=1),
    indent=st.sampled_from([None, 0, 2]),
    lead=st.sampled_from(["", "\n\n ", "\ufeff"]),
)
def test_an_array_gives_its_articles_in_order(texts: list[str], indent: int | None, lead: str) -> None:
    raw = lead + json.dumps([{"text": t} for t in texts], indent=indent)
    found = outcomes(json_file.read, raw.encode())
    assert [a.text for a in articles(found)] == texts
    begins = [n for n, line in enumerate(raw.split("\n"), 1) if line.strip().startswith("{")]
    if indent is not None:
        assert [o.place.line for o in found] == begins


def test_an_array_refuses_only_what_is_no_article() -> None:
    found = outcomes(json_file.read, b'[\n{"text": "a"},\n\n {"txt": "b"}, 7,\n{"text": "c"}]')
    told = [(o.place.line, o.reason if isinstance(o, Refused) else o.article.text) for o in found]
    assert told == [(2, "a"), (4, "wrong-type"), (4, "wrong-type"), (5, "c")]


@pytest.mark.parametrize(
    ("raw", "line", "reason"),
    [
        (b'{"text":\n\n "q"', 3, "bad-json"),
        (b'{\n"text": "q",\n}', 3, "bad-json"),
        (b'[{"text": "q"},\n{"text" "r"}]', 2, "bad-json"),
        (b"[" * 100_000, 1, "bad-json"),
        (b"[]", 0, "empty"),
        (b"  \n", 0, "empty"),
        ('{"text": "q"}'.encode("utf-16"), 0, "not-utf8"),
    ],
)
def test_json_that_does_not_parse_is_refused_with_its_line(raw: bytes, line: int, reason: str) -> None:
    (found,) = outcomes(json_file.read, raw)
    assert isinstance(found, Refused)
    assert (found.place.line, found.reason) == (line, reason)


@given(written=said)
def test_a_text_is_kept_as_it_is(written: str) -> None:
    raw = written.removeprefix("\ufeff")
    if raw.strip():
        assert articles(outcomes(text.read, raw.encode())) == [Article(text=raw)]


def test_a_byte_order_mark_is_no_text() -> None:
    assert articles(outcomes(text.read, b"\xef\xbb\xbfPeking")) == [Article(text="Peking")]


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b"one\ntwo\n\xff", 3, "byte 8"),
        ("Wang".encode("utf-16"), 1, "UTF-16: save it as UTF-8"),
        (b"x" * (ARTICLE_BYTES + 1), 0, "1,048,577 bytes"),
        (b" \n", 0, "empty"),
    ],
)
def test_a_text_that_is_refused_says_why(raw: bytes, line: int, said: str) -> None:
    (found,) = outcomes(text.read, raw)
    assert isinstance(found, Refused)
    assert found.place == Place("a", line)
    assert said in found.detail


def test_a_line_without_an_end_takes_no_memory() -> None:
    class Endless(io.RawIOBase):
        left = 3 * LINE_BYTES

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            size = min(len(buffer), self.left)
            buffer[:size] = b"x" * size
            self.left -= size
            return size

    (found,) = jsonl.read("a", io.BufferedReader(Endless()))
    assert isinstance(found, Refused)
    assert found.reason == "too-large"
    assert f"{3 * LINE_BYTES:,}" in found.detail
