"""Web clutter: marked, never cut; and text that only looks like it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.analysis.clean import clean
from tensionwire.analysis.draft import Draft
from tensionwire.contracts.article import Published
from tensionwire.lexicon import load

LEXICON = load()
SENTENCE = "Außenministerin Annalena Baerbock ist am Montag in Peking eingetroffen und will Wang Yi treffen."


UNDATED = Published(at=None, basis="unknown", precision="unknown")


def cluttered(text: str) -> list[str]:
    draft = Draft("x", text, None, None, None, UNDATED, LEXICON)
    clean(draft)
    return [text[start:end].strip() for start, end in draft.clutter]


@pytest.mark.parametrize(
    "line",
    [
        "Drucken",
        "TEILEN",
        "• Lesen Sie auch: Lawrow reist nach Ankara",
        "Foto: Polizisten sperren den Platz ab",
        "[Picture: Israeli tourists queue at Istanbul airport. LO]",
        "Wang Yi mit Antony Blinken in Peking. © Leah Millis/Pool",
        "Präsident Xi bei der Ankunft (Archiv)",
        "Reporting by Jane Doe and Max Muster; editing by Ann Other",
        "By Clara Whitlow in Paris",
        "Von Katrin Hellwege, Brüssel",
        "We use cookies to improve your experience. Accept cookies?",
        "ANZEIGE – Bleiben Sie informiert: Unser Newsletter",
        "Sie haben bereits ein Abo? Hier anmelden",
        "Dieser Browser wird nicht unterstützt, bitte wechseln Sie",
        "4 Minuten Lesezeit",
        "(APA/wb)",
        "Blinken mit Chinas Spitzendiplomat Wang Yi. Reuters / Leah Millis",
        "TAGS: West Philippine Sea, DFA, fisheries",
    ],
)
def test_a_line_of_clutter(line: str) -> None:
    assert cluttered(f"{SENTENCE}\n{line}\n{SENTENCE[:60]} und bleibt.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "Von Peking aus reist Blinken weiter nach Seoul.",
        "By Monday evening, Blinken had met Wang Yi and Xi Jinping.",
        "Anzeigen gegen Unbekannt erstatteten die Botschafter nicht, sagte der Sprecher.",
        "Video zeigt, wie Putin Kim empfängt, und die Welt rätselt.",
        "WIEN (APA/dpa) – Außenministerin Meinl-Reisinger trifft am Freitag Lammy.",
        "Live verfolgten Millionen das Treffen von Biden und Xi.",
    ],
)
def test_a_line_of_text(line: str) -> None:
    assert cluttered(f"Vorspann.\n{line}\nNachspann.") == []


def test_what_comes_twice_counts_once() -> None:
    assert cluttered(f"{SENTENCE}\nText.\n{SENTENCE}") == [SENTENCE]
    assert cluttered(f"{SENTENCE}{SENTENCE}") == [SENTENCE]
    assert cluttered(f"{SENTENCE}\n{SENTENCE} Ein Bild") == [f"{SENTENCE} Ein Bild"]


def test_links_under_a_head() -> None:
    links = ["Mehr zum Thema", "Putin trifft Xi in Kasan", "Scholz telefoniert mit Selenskyj"]
    assert cluttered("\n".join([SENTENCE, *links, "", SENTENCE[:-1] + " soll es geben."])) == links


@given(st.text(alphabet="ab .\n\u2028\r-•XFoto:Drucken", max_size=300))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    published = Published(at=None, basis="unknown", precision="unknown")
    draft = Draft("x", text, None, None, None, published, LEXICON)
    clean(draft)
    last = 0
    for start, end in draft.clutter:
        assert last <= start < end <= len(text)
        last = end


BODY = "Berlin (dpa) - " + "Der Kanzler hat am Montag den Präsidenten empfangen. " * 4


@pytest.mark.parametrize(
    ("title", "first", "taken"),
    [
        (None, "Kanzler empfängt Präsidenten", None),  # three words may be a kicker
        (None, "Kanzler empfängt den Präsidenten: Neue Hilfen", "Kanzler empfängt den Präsidenten: Neue Hilfen"),
        (None, "Der Kanzler hat den Präsidenten empfangen.", None),
        (None, "Kanzler empfängt den " + "sehr " * 40 + "alten Präsidenten", None),
        ("Ein anderer Titel", "Kanzler empfängt den Präsidenten: Neue Hilfen", None),
    ],
)
def test_the_headline_of_a_text_without_a_title(title: str | None, first: str, taken: str | None) -> None:
    draft = Draft("a", f"{first}\n\n{BODY}", title, None, None, UNDATED, LEXICON)
    clean(draft)
    assert draft.title == (taken or title)
    assert bool(draft.clutter) is (taken is not None)


def test_the_first_line_of_wrapped_text_is_no_headline() -> None:
    draft = Draft(
        "a",
        f"Der Kanzler telefonierte mit dem Präsidenten, wie ein Sprecher\n{BODY}",
        None,
        None,
        None,
        UNDATED,
        LEXICON,
    )
    draft.text = draft.text.replace("Berlin (dpa) - Der", "der")
    clean(draft)
    assert draft.title is None


def test_a_headline_that_the_body_does_not_tell_stays_in_the_text() -> None:
    draft = Draft("a", f"Merz trifft Trump am Freitag in Washington\n\n{BODY}", None, None, None, UNDATED, LEXICON)
    clean(draft)
    assert draft.title == "Merz trifft Trump am Freitag in Washington"
    assert draft.clutter == []


def test_a_headline_alone_is_text() -> None:
    draft = Draft("a", "Kanzler empfängt den Präsidenten heute\nMehr in Kürze", None, None, None, UNDATED, LEXICON)
    clean(draft)
    assert draft.title is None
