"""Datelines: in capitals too, and under the teaser of a page."""

import pytest

from tensionwire.analysis.contacts.candidates import scenes
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

REST = "Penny Wong met Wang Yi on Monday."
TEASER = "Nach Jahren reden die beiden Nachbarn wieder.\nFoto: Musterbild\n\n"


@pytest.mark.parametrize(
    ("head", "home"),
    [
        ("SEOUL, May 8 - ", "KOR"),
        ("KUALA LUMPUR (obd) - ", "MYS"),
        ("WASHINGTON/PEKING – ", "USA"),
        ("LIMA. ", "PER"),
        ("Lima (obd) - ", "PER"),
        (f"{TEASER}Nairobi/Berlin. ", "KEN"),
        (f"{TEASER}BERN, 3. Mai (obd) - ", "CHE"),
        ("BREAKING - ", None),
        ("", None),
    ],
)
def test_where_an_article_is_set(head: str, home: str | None, lexicon: Lexicon) -> None:
    draft = draft_of(Article(text=head + REST, id="a", published="2024-05-07"), lexicon)
    assert {scene.home for scene in scenes(draft)} == {home}


def test_a_dateline_is_a_place_and_no_government(lexicon: Lexicon) -> None:
    draft = draft_of(Article(text=f"{TEASER}PEKING – {REST}", id="a", published="2024-05-07"), lexicon)
    assert [m.kind for m in draft.mentions if m.affiliation == "CHN"] == ["city", "name"]
    assert draft.text[draft.mentions[0].start : draft.mentions[0].end] == "PEKING"
