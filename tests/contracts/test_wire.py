"""What a message on `articles` may be: any bytes give an article or a refusal with a reason, never another error."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.contracts.article import MAX_VERSION, Article
from tensionwire.contracts.wire import BadArticle, decode, encode, read_article

REASONS = {"tombstone", "empty", "not-utf8", "bad-json", "wrong-type"}
JSON = [("content-type", b"application/json")]

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
said = words.filter(lambda t: t.strip())
articles = st.builds(
    Article,
    text=said,
    id=st.none() | said,
    title=st.none() | words,
    published=st.none() | words,
    version=st.none() | st.integers(0, MAX_VERSION),
    url=st.none() | words,
)
headers = st.lists(
    st.tuples(
        st.sampled_from(["content-type", "Content-Type", "ce_datacontenttype", "ce_id", "x"]) | st.text(max_size=5),
        st.none() | st.binary(max_size=30) | st.sampled_from([b"application/json", b"application/cloudevents+json"]),
    ),
    max_size=4,
)


def reason(value: bytes | None, found: list[tuple[str, bytes | None]] | None = None) -> str | None:
    try:
        read_article(value, found)
    except BadArticle as error:
        assert str(error)
        return error.reason
    return None


@given(value=st.none() | st.binary() | said.map(str.encode), found=st.none() | headers)
def test_any_bytes_are_an_article_or_refused_with_a_reason(
    value: bytes | None, found: list[tuple[str, bytes | None]] | None
) -> None:
    assert reason(value, found) in REASONS | {None}


@given(article=articles)
def test_what_we_write_we_read(article: Article) -> None:
    assert read_article(encode(article)) == article
    assert read_article(encode(article), [("content-type", b"application/json")]) == article
    assert decode(encode(article), Article) == article


@given(article=articles)
def test_a_structured_cloudevent_carries_an_article(article: Article) -> None:
    event = {"specversion": "1.0", "type": "news", "source": "/x", "id": "1", "data": json.loads(encode(article))}
    kind = [("Content-Type", b"application/cloudevents+json; charset=utf-8")]
    assert read_article(json.dumps(event).encode(), kind) == article


@given(text=said.filter(lambda t: not t.lstrip("\ufeff \t\r\n").startswith("{")))
def test_anything_else_in_utf8_is_the_text(text: str) -> None:
    assert read_article(text.encode("utf-8")).text == text.removeprefix("\ufeff")


def test_unknown_fields_are_ignored() -> None:
    assert read_article(b'{"text": "x", "author": {"name": "y"}}') == Article(text="x")


@pytest.mark.parametrize(
    ("value", "found", "wanted"),
    [
        (None, None, "tombstone"),
        (b"", None, "empty"),
        (b" \n\t", None, "empty"),
        (b'{"text": " "}', None, "empty"),
        (b"\xff\xfe\x00", None, "not-utf8"),
        (b'{"text": ', None, "bad-json"),
        (b"{" * 100_000, None, "bad-json"),
        (b'{"text": "\xff"}', None, "bad-json"),
        (b'\xef\xbb\xbf{"text": "x"', None, "bad-json"),
        (b"plain text", JSON, "bad-json"),
        (b"[1]", JSON, "wrong-type"),
        (b"{}", None, "wrong-type"),
        (b'{"text": 1}', None, "wrong-type"),
        (b'{"text": "x", "version": "2"}', None, "wrong-type"),
        (b'{"text": "x", "id": " "}', None, "wrong-type"),
        (b'{"specversion": "1.0"}', [("content-type", b"application/cloudevents+json")], "bad-json"),
        (b"nothing", [("content-type", b"application/cloudevents+json")], "bad-json"),
    ],
)
def test_reasons(value: bytes | None, found: list[tuple[str, bytes | None]] | None, wanted: str) -> None:
    assert reason(value, found) == wanted
