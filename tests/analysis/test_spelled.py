"""Names of the list in spellings that it does not have."""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Entity
from tensionwire.lexicon import Lexicon

SPELLED = [
    ("Amir Khan Muttaki trank den Tee stehend.", "Amir Khan Muttaki", ("TALIBAN", "foreign-minister")),
    ("Mit Badr Abdelatti sprach sie am Mittwoch.", "Badr Abdelatti", ("EGY", "foreign-minister")),
    ("Beim Mittagessen löste ihn Jermek Köscherbajew ab.", "Jermek Köscherbajew", ("KAZ", "foreign-minister")),
    ("Kacou Léon Adom initialled a visa waiver.", "Kacou Léon Adom", ("CIV", "foreign-minister")),
    ("K P Sharma Oli was more forthcoming.", "K P Sharma Oli", ("NPL", "head-of-government")),
    ("Abdul Hamid Dbeiba kam nach Rom.", "Abdul Hamid Dbeiba", ("LBY", "head-of-government")),
]


def people(text: str, lexicon: Lexicon, published: str = "2025-10-15") -> list[Entity]:
    return [e for e in analyse(Article(text=text, published=published), lexicon).entities if e.kind == "person"]


@pytest.mark.parametrize(("text", "name", "who"), SPELLED)
def test_another_spelling(text: str, name: str, who: tuple[str, str], lexicon: Lexicon) -> None:
    published = "2025-01-28" if "Oli" in name else "2025-10-01"
    [found] = people(text, lexicon, published)
    assert (found.name, (found.affiliation, found.role)) == (name, who)


def test_the_genitive_is_no_part_of_the_name(lexicon: Lexicon) -> None:
    [found] = people("Olaf Scholz's visit was short. Scholz left.", lexicon, "2023-10-15")
    assert found.name == "Olaf Scholz"


def test_no_name_goes_on_in_the_next_sentence(lexicon: Lexicon) -> None:
    text = "Kairo hält zu al-Burhan. Abdel Fattah al-Sisi schwieg."
    assert {e.name for e in people(text, lexicon)} == {"Abdel Fattah al-Sisi"}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mueller, a plumber, met his neighbour.",
        "Sarah Ahmed, a nurse from Leeds, met her neighbour.",  # a Scharaa, Ahmed is another
        "Mohammed Said, ein Händler, traf Ali Hussein und Hassan Mohamed.",  # whose parts many bear
        "Simon Perez vom FC Basel schwieg.",  # Shimon Peres is long dead
        "Das Amt Serdar liegt fern. Berdi schlief.",
    ],
)
def test_nobody_of_the_list(text: str, lexicon: Lexicon) -> None:
    assert people(text, lexicon) == []


def test_nobody_before_any_office(lexicon: Lexicon) -> None:
    assert people("Badr Abdelatti sprach am Mittwoch.", lexicon, "1999-10-15") == []
