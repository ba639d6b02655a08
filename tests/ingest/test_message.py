"""An article as a message: its key, its headers, and what is too large to be one."""

from hypothesis import given
from hypothesis import strategies as st

from tensionwire.analysis.identity import article_id
from tensionwire.contracts.article import Article
from tensionwire.contracts.envelope import header
from tensionwire.contracts.topics import ARTICLE_BYTES, ARTICLES
from tensionwire.contracts.wire import encode, read_article
from tensionwire.ingest import Place, Read, Refused
from tensionwire.ingest.message import ID_BYTES, Message, message

words = st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(lambda t: t.strip())


@given(
    article=st.builds(
        Article, text=words, id=st.none() | words, title=st.none() | words, url=st.none() | words, version=st.none()
    )
)
def test_what_is_sent_is_what_the_worker_reads(article: Article) -> None:
    found = message(article)
    assert isinstance(found, Message)
    assert read_article(found.value, found.headers) == article
    assert found.key.decode() == article_id(article)
    assert header(found.headers, "ce_type") == "tensionwire.article.v1"
    assert header(found.headers, "ce_source") == "tensionwire/publish"


def test_a_correction_is_an_event_of_its_own_under_the_same_key() -> None:
    first, second = message(Article(id="a", text="one")), message(Article(id="a", text="two"))
    assert isinstance(first, Message)
    assert isinstance(second, Message)
    assert first.key == second.key
    assert header(first.headers, "ce_id") != header(second.headers, "ce_id")


def test_the_largest_article_fits_its_topic() -> None:
    frame = len(encode(Article(id="i" * ID_BYTES, text="")))
    largest = Article(id="i" * ID_BYTES, text="x" * (ARTICLE_BYTES - frame))
    found = message(largest)
    assert isinstance(found, Message)
    weight = len(found.key) + len(found.value) + sum(len(n) + len(v) for n, v in found.headers)
    assert weight < ARTICLES.max_bytes - 200

    larger = message(Read(Place("a.txt", 7), Article(text="x" * ARTICLE_BYTES), 9))
    assert isinstance(larger, Refused)
    assert (str(larger.place), larger.reason, larger.size) == ("a.txt:7", "too-large", 9)
    assert "1,048,587 bytes" in larger.detail


def test_what_no_message_can_carry_is_refused() -> None:
    bad = [
        Article(text=" "),
        Article(text="x", id="i" * (ID_BYTES + 1)),
        Article(text="\ud800"),
        Article(text="x", id="\ud800"),
    ]
    assert [getattr(message(article), "reason", None) for article in bad] == [
        "empty",
        "too-large",
        "not-utf8",
        "not-utf8",
    ]
    refused = Refused(Place("a", 1), "empty", "nothing")
    assert message(refused) is refused
