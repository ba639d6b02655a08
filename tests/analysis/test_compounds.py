"""Compounds of words of a contact that no list names."""

import pytest

from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Ein Geheimtreffen in Oslo.", {"meeting"}),
        ("Die Grenzverhandlungen dauern an.", {"negotiation"}),
        ("Es gab eine Telefonschalte.", {"call"}),
        ("Ein Minigipfel in Nizza.", {"conference"}),
        ("Das Klassentreffen war laut.", set()),
        ("Die Tarifverhandlungen dauern an.", set()),
        ("Der Berggipfel lag in Wolken.", set()),
        ("Im Fernsehgespräch nannte er Zahlen.", set()),
        ("Die Lohnverhandlungen ruhen.", set()),
    ],
)
def test_a_compound_tells_what_its_last_word_tells(text: str, forms: set[str], lexicon: Lexicon) -> None:
    hits = draft_of(Article(text=text, language="de"), lexicon).hits
    assert {m.value for h in hits for m in h.meanings if m.kind == "contact"} == forms
