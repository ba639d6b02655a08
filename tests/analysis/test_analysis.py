"""What an article says."""

import gc
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tensionwire.analysis import STEPS, analyse, article_id
from tensionwire.analysis.identity import canonical_url
from tensionwire.analysis.markup import read
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.lexicon import Lexicon, load

CASES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2023-07-12"  # a Wednesday


LEXICON = load()


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_sentence(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = analyse(Article(text=case["text"], published=PUBLISHED), lexicon).contacts
    if case["contact"] == "none":
        assert found == []
        return
    *sides, form, status = case["contact"]
    assert [(c.form, c.status) for c in found] == [(form, status)]
    assert {p.name or p.affiliation for p in found[0].participants} == set(sides)
    assert found[0].background == case.get("background", False)
    if "date" in case:
        assert found[0].date is not None
        assert found[0].date.start == case["date"].isoformat()


def spans(tagged: TaggedArticle) -> list[tuple[int, int]]:
    found = [(s.start, s.end) for e in tagged.entities for s in e.spans]
    found += [(s.start, s.end) for f in tagged.flashpoints for s in f.spans]
    found += [(s.start, s.end) for s in (*tagged.tension.escalation, *tagged.tension.easing)]
    return found + [(e.start, e.end) for c in tagged.contacts for e in c.evidence]


WORDS = st.sampled_from(
    "Antony Blinken Wang Yi traf trifft reist nach Peking China USA Taiwan am Montag . \n ( „ ist unklar nicht "
    "Außenminister met the foreign minister of in Moscow 13. Juli 2023 Blinkens Putin ’s - … Drucken 😀 ß \u202e".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(
    TEXTS, st.none() | st.text(max_size=40), st.none() | st.sampled_from(["2023-07", "2024-02-29T10:00:00+02:00", "x"])
)
def test_never_raises_and_spans_give_their_mention(text: str, title: str | None, published: str | None) -> None:
    article = Article(text=text, title=title, published=published)
    tagged = analyse(article, LEXICON)
    for start, end in spans(tagged):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
    for contact in tagged.contacts:
        for evidence in contact.evidence:
            assert evidence.quote.split() == read(text[evidence.start : evidence.end]).text.split()
    assert msgspec.json.encode(tagged) == msgspec.json.encode(analyse(article, LEXICON))


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "(" * 1_000_000, "." * 1_000_000, "Blinken " * 120_000, "\n" * 1_000_000]
)
def test_worst_cases_end(text: str, lexicon: Lexicon) -> None:
    assert analyse(Article(text=text), lexicon).truncated


MINISTERS = ("Wang Yi", "Annalena Baerbock", "Antony Blinken", "Catherine Colonna", "Hakan Fidan")
LONG = {
    "contacts": lambda n: "".join(
        f"{MINISTERS[i % 5]} traf {MINISTERS[(i + 1 + i // 5 % 4) % 5]} am {i % 28 + 1}. Mai in Genf. "
        for i in range(n // 48)
    ),
    "english contacts": lambda n: "Wang Yi met Antony Blinken on Friday and will call Hakan Fidan. " * (n // 64),
    "one sentence": lambda n: "Wang Yi traf Antony Blinken, " * (n // 29),
    "pronouns": lambda n: "Wang Yi sprach. Er traf ihn und sie. " * (n // 37),
    "surnames": lambda n: "Blinken, Baerbock, Putin, " * (n // 26),
    "offices": lambda n: "der Außenminister und die Präsidentin, " * (n // 39),
    "new names": lambda n: "".join(
        f"Außenminister Bodo Aa{'abcdefgh'[i % 8]}{'xyz' * (i % 5)} kam. " for i in range(n // 32)
    ),
    "many people, many hosts": lambda n: (
        "".join(f"{p.name} sprach. " for p in LEXICON.persons[: n // 60])
        + "Merz sprach. Der Gastgeber schlief. " * (n // 72)
    ),
    # numbered: what stands there twice is left out as clutter
    "met again": lambda n: "".join(f"Putin traf Trump. Das Treffen {i} war gut. " for i in range(n // 43)),
    "clutter": lambda n: "(Foto: dpa)\nErmek Koscherbaew Kim 1\n" * (n // 36),
    "officials": lambda n: ", ".join(p.name for p in LEXICON.persons[: n // 18]),
    "governments": lambda n: "Regierung Xaver " * (n // 16),
    "hyphens": lambda n: "USA-Iran-" * (n // 9),
    "dates": lambda n: "am Freitag, dem 3. Mai 2023, " * (n // 29),
}


@pytest.mark.parametrize("what", LONG)
def test_long_articles_take_linear_time(what: str, lexicon: Lexicon) -> None:
    """Four times the text takes about four times as long: where it grew with the square it would be sixteen.

    Timed without collections: what these walk is what all other tests left behind (the analysis leaves no cycles).
    """

    def seconds(length: int) -> float:
        published = None if what == "officials" else PUBLISHED  # then these tell when it was written
        article = Article(text=LONG[what](length), published=published, language="de")
        spent = []
        gc.collect()
        gc.disable()
        try:
            for _ in range(3):
                start = time.process_time()
                analyse(article, lexicon)
                spent.append(time.process_time() - start)
        finally:
            gc.enable()
        return min(spent)

    assert seconds(80_000) < 8 * seconds(20_000) + 0.1  # on a busy machine some milliseconds are chance


def test_the_steps_are_those_of_the_docs() -> None:
    assert [step.__name__ for step in STEPS] == (
        "clean language sentences match entities contacts officials flashpoints tension received".split()
    )


ARRIVED = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2023-07-12", "x", ("2023-07-12T00:00:00+00:00", "given", "day")),
        ("2023-07", "x", ("2023-07-01T00:00:00+00:00", "given", "month")),
        ("2023-07-12T10:00:00+02:00", "x", ("2023-07-12T08:00:00+00:00", "given", "minute")),
        (None, "date 2023-07 CNN", ("2023-07-01T00:00:00+00:00", "dateline", "month")),
        (None, "Berlin, 12. Juli 2023 - Text", ("2023-07-12T00:00:00+00:00", "dateline", "day")),
        (None, "no date", ("2026-03-01T12:00:00.000+00:00", "arrival", "second")),
        ("2031-01-01", "of the future", ("2026-03-01T12:00:00.000+00:00", "arrival", "second")),
        ("0001-01-01", "a slip", ("2026-03-01T12:00:00.000+00:00", "arrival", "second")),
    ],
)
def test_published(published: str | None, text: str, expected: tuple[str, str, str], lexicon: Lexicon) -> None:
    tagged = analyse(Article(text=text, published=published), lexicon, ARRIVED)
    assert (tagged.published, tagged.published_basis, tagged.published_precision) == expected


def test_clutter_is_not_analysed(lexicon: Lexicon) -> None:
    text = "Drucken\nLesen Sie mehr: Xi Jinping traf Joe Biden\nFoto: Wladimir Putin\nEin Satz."
    tagged = analyse(Article(text=text), lexicon)
    assert (tagged.contacts, tagged.entities) == ([], [])


def test_an_id_is_as_given_or_the_hash_of_url_or_text() -> None:
    assert article_id(Article(text="a", id="mine")) == "mine"
    by_url = article_id(Article(text="a", url="https://www.a.example/x/?utm_source=b&q=1#top"))
    assert by_url == article_id(Article(text="b", url="http://A.example/x?q=1"))
    assert article_id(Article(text="a  b\n")) == article_id(Article(text=" a b"))
    assert article_id(Article(text="a")) != article_id(Article(text="b"))


@given(st.text())
def test_any_url_has_one_form(url: str) -> None:
    assert isinstance(canonical_url(url), str)
