"""Which contacts an article is about."""

from tensionwire.analysis.pipeline import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

FILLING = "The price of bread rose again, and the farmers of the valley were not amused by it. " * 8


def headlines(text: str, lexicon: Lexicon) -> list[tuple[str, bool]]:
    found = analyse(Article(text=text, id="a", published="2026-03-20", language="en"), lexicon).contacts
    return [(next(p.name for p in c.participants if p.name != "Marco Rubio") or "", c.headline) for c in found]


def test_what_an_article_begins_with_is_its_subject(lexicon: Lexicon) -> None:
    text = f"Marco Rubio met Wang Yi in Jakarta on Thursday. {FILLING}Marco Rubio will meet Johann Wadephul on Monday."
    assert headlines(text, lexicon) == [("Wang Yi", True), ("Johann Wadephul", False)]


def test_the_first_contact_is_the_subject_wherever_it_stands(lexicon: Lexicon) -> None:
    assert headlines(f"{FILLING}Marco Rubio met Wang Yi in Jakarta on Thursday.", lexicon) == [("Wang Yi", True)]


def test_older_news_is_only_mentioned(lexicon: Lexicon) -> None:
    text = (
        "Marco Rubio met Wang Yi in Jakarta on Thursday. "
        "On February 20 Marco Rubio had received Johann Wadephul in Washington."
    )
    assert headlines(text, lexicon) == [("Wang Yi", True), ("Johann Wadephul", False)]
