"""What looks like a contact, or like the end of one, and is none; and beside it what is one. Events are made up.

Published on Wednesday, 11 June 2025.
"""

import pytest

from tensionwire.analysis.pipeline import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon


def told(text: str, language: str, lexicon: Lexicon) -> list[tuple[str, set[str]]]:
    tagged = analyse(Article(text=text, published="2025-06-11", language=language), lexicon)
    return [(c.status, {p.name or p.affiliation for p in c.participants}) for c in tagged.contacts if c.form != "visit"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Emmanuel Macron war bei Wladimir Putin immer vorsichtig."),
        ("de", "Donald Trump ist sich bei Wladimir Putin nicht sicher."),
        ("de", "Merz und Macron waren bei Donald Trump ein Thema."),
        ("de", "In dieser Frage ist Friedrich Merz bei Emmanuel Macron."),
        ("de", "Friedrich Merz sah Wladimir Putin gestärkt."),
        ("de", "Friedrich Merz sah Wladimir Putin am Zug."),
        ("en", "Rubio welcomed talks with Iran."),
        ("en", "Benjamin Netanyahu opposes talks with Iran."),
        ("en", "Volodymyr Zelensky criticised American talks with Russia."),
        ("en", "Donald Trump imposed tariffs to force talks with China."),
        ("de", "Friedrich Merz begrüßte die Gespräche mit dem Iran in Genf."),
        ("de", "Merz hält Verhandlungen mit Russland für sinnlos."),
    ],
)
def test_no_contact(language: str, text: str, lexicon: Lexicon) -> None:
    assert told(text, language, lexicon) == []


@pytest.mark.parametrize(
    ("language", "text", "status", "names"),
    [
        ("de", "Wolodymyr Selenskyj war am Montag bei Friedrich Merz in Berlin.", "held", "Selenskyj Merz"),
        ("de", "Wolodymyr Selenskyj war bei Friedrich Merz zu Gast.", "held", "Selenskyj Merz"),
        ("de", "Friedrich Merz sah gestern in Paris Emmanuel Macron.", "held", "Merz Macron"),
        ("en", "Steve Witkoff held talks with Iran in Oman on Saturday.", "held", "Witkoff IRN"),
        ("de", "Steve Witkoff führte am Samstag in Oman Gespräche mit dem Iran.", "held", "Witkoff IRN"),
        ("en", "Donald Trump can't wait to meet Xi Jinping in April.", "planned", "Trump Jinping"),
        ("en", "Marco Rubio didn't say when he would meet Sergei Lavrov.", "planned", "Rubio Lavrov"),
        ("en", "It was not until Monday that Keir Starmer met Xi Jinping.", "held", "Starmer Jinping"),
        ("en", "Marco Rubio WON'T meet Sergei Lavrov in Geneva.", "cancelled", "Rubio Lavrov"),
        ("en", "Fiji's Foreign Minister Christopher Hall met Penny Wong on Monday.", "held", "Hall Wong"),
        ("en", "US special envoy David Lane met Sergei Lavrov on Monday.", "held", "Lane Lavrov"),
        ("de", "Österreichs Außenminister Karl Haus traf Sergej Lawrow.", "held", "Haus Lawrow"),
        (
            "de",
            "Friedrich Merz und Emmanuel Macron trafen ihn am Montag in Kiew, sagte Wolodymyr Selenskyj.",
            "held",
            "Merz Macron Selenskyj",
        ),
    ],
)
def test_one_contact(language: str, text: str, status: str, names: str, lexicon: Lexicon) -> None:
    [(said, sides)] = told(text, language, lexicon)
    assert said == status
    assert {name.split()[-1] for name in sides} == set(names.split())


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Marco Rubio will meet Sergei Lavrov on Friday. The meeting was called off.", "cancelled"),
        ("en", "Marco Rubio will meet Sergei Lavrov on Friday. The planned meeting has been cancelled.", "cancelled"),
        ("de", "Merz wird am Freitag Sergej Lawrow treffen. Das geplante Treffen wurde abgesagt.", "cancelled"),
        ("en", "Marco Rubio will meet Sergei Lavrov on Friday. The meeting of the cabinet was called off.", "planned"),
        ("en", "Marco Rubio will meet Sergei Lavrov on Friday. The cabinet meeting was postponed.", "planned"),
        ("en", "Rubio will meet Lavrov on Friday. The talks planned for last week were called off.", "planned"),
        ("de", "Merz wird am Freitag Sergej Lawrow treffen. Das Treffen der G20 wurde abgesagt.", "planned"),
    ],
)
def test_what_is_called_off(language: str, text: str, status: str, lexicon: Lexicon) -> None:
    assert [found for found, _ in told(text, language, lexicon)] == [status]


def test_then_is_no_former(lexicon: Lexicon) -> None:
    text = "First Donald Trump called, then the French president met Friedrich Merz in Berlin."
    assert ("held", {"FRA", "Friedrich Merz"}) in told(text, "en", lexicon)
