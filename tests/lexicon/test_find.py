"""What `find` promises for any text, and that a large lexicon is no slow one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.lexicon import load
from tensionwire.lexicon.tables import LANGUAGES

LEXICON = load()
PARTS = [*"Putin Taiwan Taiwanfrage war Island US- Außenminister in".split(), *" -.ß\n\u0130\U0001f600", "'s "]


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=4)), max_size=40).map("".join))
def test_spans_lie_in_the_text_at_word_boundaries(text: str) -> None:
    for language in LANGUAGES:
        last = 0
        for hit in LEXICON.find(text, language):
            assert last <= hit.start < hit.end <= len(text)
            assert hit.start == 0 or not text[hit.start - 1].isalnum()
            assert hit.meanings and hit.kinds == {m.kind for m in hit.meanings}
            last = hit.start


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_a_language_only_takes_meanings_away(text: str) -> None:
    every = {(hit.start, hit.end): set(hit.meanings) for hit in LEXICON.find(text)}
    for language in ("de", "en"):
        for hit in LEXICON.find(text, language):
            assert set(hit.meanings) <= every[hit.start, hit.end]


def test_odd_texts_take_linear_time() -> None:
    def seconds(text: str) -> float:
        started = time.process_time()
        for _ in LEXICON.find(text, "de"):
            pass
        return time.process_time() - started

    for piece in ("x", "(", "Putin ", "Taiwan", "Außenminister"):
        short, long = seconds(piece * 10_000), seconds(piece * 100_000)
        assert long < 30 * short + 0.05, piece


@pytest.mark.parametrize(
    ("language", "phrase", "kinds"),
    [
        ("en", "no meeting", {"contact", "status", "tension"}),
        ("en", "agreed to meet", {"contact", "status"}),
        ("en", "climate talks", {"contact", "topic"}),
        ("en", "prisoner exchange", {"tension", "topic"}),  # nobody is met in it
        ("de", "keine Gespräche", {"contact", "status", "tension"}),
        ("de", "auf unbestimmte Zeit verschoben", {"status", "tension"}),
    ],
)
def test_a_longer_form_hides_no_contact_and_no_status(language: str, phrase: str, kinds: set[str]) -> None:
    [hit] = LEXICON.find(phrase, language)
    assert hit.kinds == kinds
