"""Lines that are only wrapped are read as one, without a change of offsets."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.analysis import analyse
from tensionwire.analysis.wrapped import unwrapped
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

STORY = (
    "Kassym-Jomart Tokayev will receive Viktor Orban in Astana on Friday, the palace announced, to open a plant for "
    "tractors that both governments have paid for. On Monday the Kazakh president had spoken by telephone with Japan's "
    "prime minister, Shigeru Ishiba, about the water of the Syr Darya and about a loan for the railway to the coast. "
    "He had not met Sadyr Japarov, his Kyrgyz colleague, at the summit in Samarkand a week before, as had been planned."
)


def told(text: str, lexicon: Lexicon) -> list[tuple[str, str, list[str | None]]]:
    tagged = analyse(Article(text=text, published="2025-05-28", language="en"), lexicon)
    return [(c.form, c.status, [p.name for p in c.participants]) for c in tagged.contacts]


def test_a_wrapped_text_tells_the_same(lexicon: Lexicon) -> None:
    assert told(textwrap.fill(STORY, 68), lexicon) == told(STORY, lexicon) != []


def test_the_evidence_is_quoted_as_it_is_read(lexicon: Lexicon) -> None:
    text = textwrap.fill(STORY, 68)
    tagged = analyse(Article(text=text, published="2025-05-28", language="en"), lexicon)
    quotes = [e for c in tagged.contacts for e in c.evidence]
    assert any("\n" in text[e.start : e.end] for e in quotes)
    assert all(" ".join(text[e.start : e.end].split()) == e.quote for e in quotes)


@pytest.mark.parametrize("end", [" \n", "\r\n"])
def test_lines_may_end_in_other_ways(end: str, lexicon: Lexicon) -> None:
    assert told(textwrap.fill(STORY, 68).replace("\n", end), lexicon) == told(STORY, lexicon)


DIGEST = """\
Friedrich Merz meets Emmanuel Macron in Paris over tank dispute
Donald Trump calls Vladimir Putin over the grain corridor deal
Narendra Modi to visit Tokyo next week for talks on rare earths
Xi Jinping hosts Abdelmadjid Tebboune in Beijing on Thursday
Giorgia Meloni rejects criticism of the migration deal again
"""
AGENDA = """\
The week ahead. All times are local:
- Friedrich Merz meets Emmanuel Macron in Paris on Monday over tanks
- Donald Trump receives Narendra Modi in Washington on Tuesday
- Xi Jinping travels to Algiers and meets Abdelmadjid Tebboune there
"""
WIRE = """\
Trump and Putin want to talk in Alaska about truce
BERLIN (Reuters) - Friedrich Merz met Emmanuel Macron
in Paris. Later he called Donald Tusk, the prime
minister of Poland. Both of them agreed that the aid
will go on, as a spokesman for the chancellor said.
"""


@pytest.mark.parametrize("text", ["Agenda\nMerz\nMacron\nTusk\n", DIGEST, AGENDA])
def test_lines_of_a_list_stay_lines(text: str) -> None:
    assert unwrapped(text) == text


def test_a_headline_is_no_part_of_the_wire() -> None:
    assert unwrapped(WIRE).splitlines() == [WIRE.splitlines()[0], " ".join(WIRE.splitlines()[1:])]


@given(st.text(alphabet="aB .,\n”-", max_size=400))
def test_nothing_moves(text: str) -> None:
    read = unwrapped(text)
    assert len(read) == len(text)
    assert all(new == old or (new == " " and old == "\n") for new, old in zip(read, text, strict=True))
