"""Where a sentence ends."""

import pytest

from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They will meet in Gyeongju on Oct. 31. A second round is not planned.", 2),
        ("He has been in Cairo since September 9. Talks go on.", 2),
        ("Am 31. Oktober treffen sie sich. Mehr ist nicht bekannt.", 2),
        ("Der Gipfel beginnt am 3. Dezember in Bern.", 1),
        ("The ministry said so on X. Later it fell silent.", 2),
        ("Das teilte er auf X. Danach schwieg er.", 2),
        ("Malcolm X. Little and George W. Bush never met.", 1),
        ("Sie haben ein Treffen vereinbart.Zuvor hatte Merz mit Kiew telefoniert.", 2),
        ("The two will meet this month.Bessent told reporters so.", 2),
        ("He wrote it on www.example.Com and on the air.", 1),
        ("Gen. Austin met Mr. Modi at 9 a.m. in New Delhi.", 1),
    ],
)
def test_a_sentence_ends(text: str, number: int, lexicon: Lexicon) -> None:
    assert len(draft_of(Article(text=text, id="a"), lexicon).sentences) == number
