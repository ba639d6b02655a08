"""How tense an article is: what raises and lowers the score, and what does not count."""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Tension
from tensionwire.lexicon import load

LEXICON = load()


def tension(text: str, title: str | None = None) -> Tension:
    return analyse(Article(text=text, title=title, published="2025-03-04"), LEXICON).tension


@pytest.mark.parametrize(
    ("calm", "tense"),
    [
        ("Beide Seiten unterzeichneten ein Abkommen.", "Peking drohte mit Vergeltung und verhängte Sanktionen."),
        ("The talks led to a ceasefire and a prisoner swap.", "Jets bombed the port, and the envoy was expelled."),
        ("Die Minister nehmen die Gespräche wieder auf.", "Die Minister sagten das Treffen im Streit ab: ein Eklat."),
        ("They hailed a thaw and agreed to reopen embassies.", "They traded accusations, and a warship was deployed."),
        ("Washington hebt Sanktionen auf.", "Washington verhängt Sanktionen."),
        ("Der Besuch verlief herzlich und freundschaftlich.", "Der Besuch verlief frostig und ohne Ergebnis."),
    ],
)
def test_the_one_is_calmer_than_the_other(calm: str, tense: str) -> None:
    assert tension(calm).score < 0 < tension(tense).score


def test_a_negated_word_turns_or_falls_silent() -> None:
    assert tension("Es gab keine Einigung.").score > 0 > tension("Es gab eine Einigung.").score
    assert tension("Es gab keine Drohung.").escalation == []
    assert tension("There was no attack.").escalation == []


def test_a_quoted_word_weighs_less() -> None:
    assert 0 < tension("Er nannte es „eine Drohung“ aus Peking.").score < tension("Er nannte es eine Drohung.").score


def test_the_title_weighs_more() -> None:
    assert (
        tension("Ein Ultimatum lief ab.", "Ein Ultimatum").score
        > tension("Ein Ultimatum lief ab.", "Nachrichten").score
    )


def test_words_that_only_look_like_it() -> None:
    found = tension("Die Streitkräfte, der Lobbyist, Herr Hassan und der Wetterdienst tagten mit Kritikern.")
    assert found == Tension()


def test_a_word_of_the_other_language_says_nothing() -> None:
    assert tension("Er war gestern in der Stadt und sie war es auch.").escalation == []
    assert tension("The war in the city was over by the time that he came.").escalation != []


def test_the_score_stays_within_its_bounds() -> None:
    words = "Krieg, Angriff, Invasion, Drohung, Sanktionen, Ultimatum, Eklat, Abbruch, Beschuss, Massaker. "
    assert 5 < tension(words * 50).score <= 10
    calm = "Frieden, Abkommen, Waffenruhe, Versöhnung, Tauwetter, Einigung, Zusammenarbeit, Dialog. "
    assert -10 <= tension(calm * 50).score < -5


def test_spans_are_the_words() -> None:
    text = "Die Waffenruhe hielt, dann kam der Luftangriff."
    found = tension(text)
    assert [text[s.start : s.end] for s in found.escalation] == ["Luftangriff"]
    assert [text[s.start : s.end] for s in found.easing] == ["Waffenruhe"]
