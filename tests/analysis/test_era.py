"""Articles without a date: who is named, in which office, says when they may have been written."""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

SAID = [
    (
        "the offices said before the names",
        "US-Außenminister John Kerry traf in Kairo Präsident Abdel Fattah al-Sisi.",
        {"John Kerry": "foreign-minister", "Abdel Fattah al-Sisi": "head-of-state"},
    ),
    (
        "what somebody became later is not meant",
        "Sergei Lavrov, Angela Merkel, François Hollande and Matteo Renzi were in Paris.",
        {
            "Sergei Lavrov": "foreign-minister",
            "Angela Merkel": "head-of-government",
            "François Hollande": "head-of-state",
            "Matteo Renzi": "head-of-government",
        },
    ),
    (
        "history is older than those who are in office",
        "President Dwight D. Eisenhower had refused. In Havana John Kerry met Bruno Rodríguez.",
        {"John Kerry": "foreign-minister", "Bruno Rodríguez": "foreign-minister"},
    ),
    (
        "who holds an office no more says nothing of the day",
        "Antony Blinken, the former secretary of state, met Wang Yi. Marco Rubio criticised him.",
        {"Marco Rubio": "foreign-minister"},
    ),
    ("nothing else said: the last office", "Angela Merkel spoke.", {"Angela Merkel": "head-of-government"}),
]


@pytest.mark.parametrize(("what", "text", "roles"), SAID, ids=[case[0] for case in SAID])
def test_offices_of_an_article_without_a_date(what: str, text: str, roles: dict[str, str], lexicon: Lexicon) -> None:
    found = {e.name: e.role for e in analyse(Article(text=text), lexicon).entities if e.kind == "person"}
    assert {name: found.get(name) for name in roles} == roles


def test_a_date_settles_it(lexicon: Lexicon) -> None:
    text = "John Kerry met Abdel Fattah al-Sisi in Cairo."
    [kerry] = [
        e for e in analyse(Article(text=text, published="2022-11-07"), lexicon).entities if e.name == "John Kerry"
    ]
    assert kerry.role == "special-envoy"
