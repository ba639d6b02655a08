"""Blocs of states: who meets where the ministers of all of them do."""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Contact
from tensionwire.lexicon import load

LEXICON = load()
SEVEN = {"USA", "GBR", "FRA", "DEU", "ITA", "CAN", "JPN"}


def contacts(text: str) -> list[Contact]:
    return analyse(Article(text=text, published="2025-06-11"), LEXICON).contacts


@pytest.mark.parametrize(
    "text",
    [
        "Die G7-Außenminister trafen sich am Freitag in Liverpool.",
        "The G7 foreign ministers met in Liverpool on Friday.",
        "The foreign ministers of the G7 met in Liverpool on Friday.",
    ],
)
def test_all_members_meet(text: str) -> None:
    (found,) = contacts(text)
    assert {p.affiliation for p in found.participants} == SEVEN
    assert (found.form, found.status, found.place) == ("meeting", "held", "Liverpool")


def test_somebody_from_outside_meets_all_of_them_at_once() -> None:
    (found,) = contacts("Wang Yi met the foreign ministers of the five Central Asian states in Xi'an.")
    assert {p.affiliation for p in found.participants} == {"CHN", "KAZ", "UZB", "KGZ", "TJK", "TKM"}


def test_one_of_its_own_meets_the_organisation() -> None:
    (found,) = contacts("Baerbock sagte beim Treffen der G7-Außenminister in Münster weitere Hilfe zu.")
    assert {p.name or p.affiliation for p in found.participants} == {"Annalena Baerbock", "G7"}


def test_whoever_is_named_stands_for_his_state() -> None:
    told = "Kęstutis Budrys ist Litauens Außenminister. Die baltischen Außenminister trafen sich am Montag in Riga."
    (found,) = contacts(told)
    assert {p.name or p.affiliation for p in found.participants} == {"Kęstutis Budrys", "EST", "LVA"}


@pytest.mark.parametrize(
    "text",
    [
        "Baltic herring is on the menu, and the ministers met nobody.",
        "Die G7 sind eine Gruppe von Staaten.",
        "The Quad is a word for four.",
        "Der baltische Außenminister kam allein.",
    ],
)
def test_a_bloc_alone_meets_nobody(text: str) -> None:
    assert contacts(text) == []
