"""Whose office counts."""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Friedrich Merz criticised Marine Le Pen in Berlin on Monday.", "Marine Le Pen", None),
        ("Friedrich Merz met Marine Le Pen in Berlin on Monday.", "Marine Le Pen", "party-leader"),
        ("Marco Rubio criticised To Lam in Washington.", "To Lam", "party-leader"),
        ("Marco Rubio criticised Naim Qassem in Washington.", "Naim Qassem", "party-leader"),
    ],
)
def test_leaders_of_one_of_several_parties(text: str, name: str, role: str | None, lexicon: Lexicon) -> None:
    tagged = analyse(Article(text=text, published="2025-06-11", language="en"), lexicon)
    assert {e.name: e.role for e in tagged.entities}[name] == role
