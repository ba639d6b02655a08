"""Which of the two languages a text is in, also a short one."""

from pathlib import Path

import pytest

from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import load
from training.gold import read

SHORT = [
    ("de", "Wang Yi trifft am Montag in Moskau seinen Kollegen Sergej Lawrow."),
    ("de", "Wang Yi traf in Moskau Sergej Lawrow."),
    ("de", "Was will Putin in Alaska?"),
    ("de", "Merz in Paris: Macron will Reformen."),
    ("en", "Wang Yi met in Moscow Sergei Lavrov."),
    ("en", "Xi will meet Modi in Kazan."),
    ("en", "Trump in Alaska: summit with Putin."),
    ("en", "Turkey summoned Israel's charge d'affaires."),
    ("en", "Keir Starmer praised Ursula von der Leyen for her patience."),
]
LEXICON = load()
OWN = Path(__file__).parent / "sentences"


@pytest.mark.parametrize(("language", "text"), SHORT)
def test_words_of_both_languages_decide_nothing(language: str, text: str) -> None:
    assert draft_of(Article(text=text), LEXICON).language == language


@pytest.mark.parametrize("language", ["de", "en"])
def test_our_own_sentences(language: str) -> None:
    texts = [row["text"] for file in sorted(OWN.glob(f"{language}-*.yaml")) for row, _ in read(file)]
    wrong = [text for text in texts if draft_of(Article(text=text), LEXICON).language != language]
    assert len(texts) > 200
    assert len(wrong) <= len(texts) * 0.05, wrong  # some have no small word at all
