"""Names by their sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.lexicon.model import Person, Term
from tensionwire.lexicon.sounds import Sounds, sound_of

PEOPLE = [
    Person("Badr Abdelatty", "", (Term("EGY", "foreign-minister", "2024", ""),), ()),
    Person("Ahmad Abdullah Al-Ahmad Al-Sabah", "", (Term("KWT", "head-of-government", "2024", ""),), ()),
    Person("Li Wu", "", (Term("CHN", "ambassador", "2024", ""),), ()),
    Person("Wong Zeja", "", (Term("CHN", "ambassador", "2024", ""),), ()),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy"),
        ("Muhammad Dschawad Sarif", "Mohammad Javad Zarif"),
        ("Yermek Kosherbayev", "Jermek Köscherbajew"),
        ("Abbas Araghtschi", "Abbas Araghchi"),
        ("Abdulhamid Dbeibah", "Abdulhamid Dbeiba"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound_of(one.split()) == sound_of(other.split())


@pytest.mark.parametrize(
    ("one", "other"), [("Boris Johnson", "Boris Jansen"), ("Wang Yi", "Wang Yu"), ("Xi Jinping", "Li Jinping")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound_of(one.split()) != sound_of(other.split())


def test_bearers() -> None:
    sounds = Sounds(PEOPLE)
    assert sounds.bearers(sound_of(["Badr", "Abdelatti"])) == {0}
    assert sounds.bearers(sound_of(["Abdelatti", "Badr"])) == set()  # the family name stands last in Egypt
    assert sounds.bearers(sound_of(["Zeya", "Wong"])) == sounds.bearers(sound_of(["Wong", "Zeya"])) == {3}
    assert sounds.bearers(sound_of(["Badr"])) == set()
    assert sounds.bearers(sound_of("Abdullah Al-Ahmad Ahmad Al-Sabah".split())) == set()  # of another father
    assert sounds.bearers(sound_of(["Li", "Wu"])) == set()  # too short to tell


@given(st.text(max_size=40))
def test_any_word_has_a_sound(word: str) -> None:
    assert Sounds(PEOPLE).of(word) in {"", "badr", "abdelati", "ahmed", "abdula", "saba", "li", "vu", "vong", "seia"}
