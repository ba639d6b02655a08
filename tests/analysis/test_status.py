"""What the grammar reads from a sentence: whether a contact took place, is planned, possible or cancelled.

The reading is the strongest cue of the learned status. Published on Wednesday, 12 March 2025; events are made up.
"""

import pytest

from tensionwire.analysis.contacts.anchor import anchor
from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.reading import RULES, Said, reading
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.status import cues, status_of
from tensionwire.analysis.contacts.telling import telling
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.weights import STATUSES, by_cue

GERMAN = {
    "held": [
        "Emmanuel Macron traf am Dienstag in Paris den brasilianischen Präsidenten Lula da Silva.",
        "Emmanuel Macron hat am Dienstag Lula da Silva in Paris empfangen.",
        "Lula da Silva wurde am Dienstag von Emmanuel Macron im Élysée empfangen.",
        "Emmanuel Macron ist am Montag mit Narendra Modi in Marseille zusammengekommen.",
        "Emmanuel Macron sprach am Montag nach langen Vorarbeiten mit Narendra Modi.",
        "Zu einem Gespräch mit Narendra Modi ist Emmanuel Macron am Montag in Neu-Delhi eingetroffen.",
        "Das Treffen von Emmanuel Macron und Narendra Modi fand am Montag in Marseille statt.",
        "Bei den Gesprächen zwischen Emmanuel Macron und Narendra Modi gab es am Montag keine Fortschritte.",
        "Nach einem Treffen mit Narendra Modi stellte Emmanuel Macron neue Kredite in Aussicht.",
        "Bei einem Gespräch mit Narendra Modi lehnte Emmanuel Macron neue Zölle ab.",
        "Emmanuel Macron soll sich im Februar heimlich mit Narendra Modi getroffen haben.",
        "Emmanuel Macron habe Narendra Modi am Montag getroffen, teilte der Élysée mit.",
        "Emmanuel Macron, der Narendra Modi am Montag empfangen hatte, reist nun nach Kairo.",
        "Emmanuel Macron telefonierte am Montag mit Narendra Modi, um den geplanten Gipfel zu besprechen.",
        "Emmanuel Macron traf nicht nur Narendra Modi.",
        "Emmanuel Macron kam wie geplant am Montag mit Narendra Modi zusammen.",
    ],
    "planned": [
        "Narendra Modi hat vor dem für Montag in Paris geplanten Treffen mit Emmanuel Macron geschwiegen.",
        "Emmanuel Macron trifft am Freitag in Marseille den indischen Premierminister Narendra Modi.",
        "Emmanuel Macron wird in der kommenden Woche mit Narendra Modi sprechen.",
        "Emmanuel Macron soll am Freitag von Narendra Modi empfangen werden.",
        "Am Freitag will Emmanuel Macron mit Narendra Modi über Waffen beraten.",
        "Emmanuel Macron und Narendra Modi werden sich im Juni wiedersehen.",
        "Ein Treffen von Emmanuel Macron mit Narendra Modi ist für Freitag geplant.",
        "Ein Gespräch zwischen Emmanuel Macron und Narendra Modi sei für April vereinbart, hieß es.",
        "Emmanuel Macron kündigte an, er werde im April Narendra Modi treffen.",
        "Es wird erwartet, dass Emmanuel Macron am Freitag mit Narendra Modi zusammentrifft.",
        "Emmanuel Macron hat die Einladung von Narendra Modi zu einem Treffen angenommen.",
        "Emmanuel Macron dürfte Narendra Modi im April treffen.",
        "Emmanuel Macron traf am Montag Narendra Modi und wird am Freitag mit Lula da Silva sprechen.",
    ],
    "possible": [
        "Käme es zu einem Treffen von Emmanuel Macron mit Narendra Modi, wäre das ein Erfolg.",
        "Ob Emmanuel Macron auch Narendra Modi trifft, ist unklar.",
        "Emmanuel Macron könnte im April mit Narendra Modi zusammentreffen.",
        "Emmanuel Macron schlug ein Treffen mit Narendra Modi vor.",
        "Emmanuel Macron hat Narendra Modi zu einem Gespräch eingeladen.",
        "Emmanuel Macron schloss ein Gespräch mit Narendra Modi nicht aus.",
        "Ein Treffen von Emmanuel Macron und Narendra Modi ist noch nicht bestätigt.",
        "Wenn die Waffen schweigen, wird Emmanuel Macron mit Narendra Modi sprechen.",
        "Emmanuel Macron zeigte sich zu einem Gespräch mit Narendra Modi bereit.",
        "Trifft Emmanuel Macron im April Narendra Modi?",
        "Für ein Treffen mit Narendra Modi hat Emmanuel Macron noch keine Zusage.",
    ],
    "cancelled": [
        "Emmanuel Macron weigerte sich am Freitag, Narendra Modi in Marseille zu treffen und kehrte nach Paris zurück.",
        "Emmanuel Macron sagte ein für Freitag geplantes Treffen mit Narendra Modi ab.",
        "Emmanuel Macron lehnte ein Gespräch mit Narendra Modi nach eigenen Worten ab.",
        "Ein Treffen von Emmanuel Macron und Narendra Modi kam nicht zustande.",
        "Emmanuel Macron will Narendra Modi nicht empfangen.",
        "Das Treffen zwischen Emmanuel Macron und Narendra Modi wurde verschoben.",
        "Der Besuch, bei dem Emmanuel Macron mit Narendra Modi sprechen sollte, entfällt.",
        "Emmanuel Macron hätte Narendra Modi am Montag treffen sollen.",
        "Der Élysée dementierte, dass Emmanuel Macron mit Narendra Modi gesprochen habe.",
        "Emmanuel Macron reiste ab, ohne Narendra Modi getroffen zu haben.",
        "Ein Termin von Emmanuel Macron mit Narendra Modi war vorgesehen, er fiel aber aus.",
        "Kein Treffen mit Narendra Modi: Emmanuel Macron ist nicht zu einem Gespräch mit Narendra Modi gereist.",
    ],
}
ENGLISH = {
    "held": [
        "Emmanuel Macron is believed to have met Narendra Modi in Muscat.",
        "Emmanuel Macron claimed to have spoken with Narendra Modi.",
        "Emmanuel Macron met Narendra Modi in Marseille on Tuesday.",
        "Narendra Modi was received by Emmanuel Macron at the palace on Tuesday.",
        "Emmanuel Macron has twice spoken to Narendra Modi by phone this month.",
        "Talks between Emmanuel Macron and Narendra Modi ended without a deal.",
        "After meeting Narendra Modi, Emmanuel Macron offered new loans.",
        "Emmanuel Macron had held talks with Narendra Modi in January.",
        "Emmanuel Macron said he had spoken to Narendra Modi on Monday.",
        "Emmanuel Macron, who could lose his majority, received Narendra Modi in Paris on Tuesday.",
        "In a phone call with Narendra Modi, Emmanuel Macron refused to lift tariffs.",
        "Emmanuel Macron not only met Narendra Modi but also saw the sea.",
    ],
    "planned": [
        "Emmanuel Macron praised the upcoming visit by Narendra Modi.",
        "An official said on Monday that Emmanuel Macron would meet Narendra Modi.",
        "Emmanuel Macron will meet Narendra Modi on Friday.",
        "Emmanuel Macron is to meet Narendra Modi in Marseille.",
        "Emmanuel Macron was due to meet Narendra Modi late on Wednesday.",
        "Emmanuel Macron is to be received by Narendra Modi on Friday.",
        "Emmanuel Macron meets Narendra Modi in Marseille on Friday.",
        "A meeting between Emmanuel Macron and Narendra Modi is scheduled for April.",
        "Emmanuel Macron has agreed to meet Narendra Modi in May.",
        "Emmanuel Macron said on Monday he would host Narendra Modi in April.",
        "Emmanuel Macron has accepted an invitation to talks with Narendra Modi.",
        "Emmanuel Macron met Narendra Modi on Monday and will host Keir Starmer on Friday.",
    ],
    "possible": [
        "It is unclear whether Emmanuel Macron will meet Narendra Modi.",
        "Emmanuel Macron may meet Narendra Modi in April.",
        "Emmanuel Macron offered to host talks with Narendra Modi.",
        "If the guns fall silent, Emmanuel Macron will meet Narendra Modi.",
        "Emmanuel Macron did not rule out a meeting with Narendra Modi.",
        "Emmanuel Macron is considering a meeting with Narendra Modi.",
        "Will Emmanuel Macron meet Narendra Modi in April?",
        "Emmanuel Macron would be willing to hold talks with Narendra Modi.",
    ],
    "cancelled": [
        "Emmanuel Macron will not comment or meet Narendra Modi on Monday.",
        "The planned visit of Emmanuel Macron to Narendra Modi has been postponed.",
        "Emmanuel Macron was to have met Ishaq Dar and to have been received by Narendra Modi.",
        "The sixth round of Oman-brokered talks between Macron and Narendra Modi, due on Sunday, was called off.",
        "Emmanuel Macron dismissed a report that Narendra Modi would meet him.",
        "Emmanuel Macron invited Narendra Modi to talks in Marseille. Modi declined.",
        "Emmanuel Macron cancelled a meeting with Narendra Modi.",
        "A meeting between Emmanuel Macron and Narendra Modi was called off.",
        "Emmanuel Macron will not meet Narendra Modi.",
        "Emmanuel Macron refused to meet Narendra Modi.",
        "The palace denied that Emmanuel Macron had met Narendra Modi.",
        "Emmanuel Macron was to have met Narendra Modi on Monday.",
        "Emmanuel Macron left without meeting Narendra Modi.",
        "Talks between Emmanuel Macron and Narendra Modi had been planned for Monday.",
        "There will be no talks between Emmanuel Macron and Narendra Modi.",
    ],
}
SENTENCES = [
    (language, status, text)
    for language, told in (("de", GERMAN), ("en", ENGLISH))
    for status, texts in told.items()
    for text in texts
]


def article(text: str, language: str) -> Article:
    return Article(text=text, id="a", published="2025-03-12", language=language)


def last_pair(text: str, language: str, lexicon: Lexicon):  # type: ignore[no-untyped-def]
    """The scene of the last sentence told, and its candidate of the two officials named last."""
    scene = list(scenes(draft_of(article(text, language), lexicon)))[-1]
    named = [c for c in candidates(scene) if not c.journey and c.one.name and c.other.name]
    return scene, max(named, key=lambda c: (c.other.start, c.word.group != "silent", -c.one.start))


def told(scene: Scene, candidate: Candidate) -> Said:
    """All that the sentence says about the contact of a candidate."""
    return telling(scene, anchor(scene, candidate, scene.owner))


@pytest.mark.parametrize(("language", "status", "text"), SENTENCES)
def test_reading(language: str, status: str, text: str, lexicon: Lexicon) -> None:
    said = told(*last_pair(text, language, lexicon))
    assert reading(said)[1] == status, (reading(said), said)


def test_every_rule_is_named_once_and_has_a_status() -> None:
    names = [name for name, _, _ in RULES]
    assert len(set(names)) == len(names)
    assert {status for _, status, _ in RULES} == set(STATUSES)


@pytest.mark.parametrize(("language", "status", "text"), SENTENCES[::7])
def test_cues_are_the_same_each_time_and_name_the_rule(language: str, status: str, text: str, lexicon: Lexicon) -> None:
    scene, candidate = last_pair(text, language, lexicon)
    found = cues(scene, candidate)
    assert found == cues(*last_pair(text, language, lexicon))
    assert len(set(found)) == len(found)
    assert f"reading={status}" in found


def test_the_status_with_the_highest_sum_wins() -> None:
    weights = by_cue({"held|bias": 0.5, "planned|date=later": 1.5, "cancelled|negated": 1.0})
    assert status_of([weights["bias"]]) == ("held", 0.5)
    assert status_of([weights[cue] for cue in ("bias", "date=later", "negated")]) == ("planned", 0.5)


def test_the_sentence_that_follows_counts(lexicon: Lexicon) -> None:
    text = "Emmanuel Macron sollte am Freitag Narendra Modi treffen. Er hat die Reise abgesagt."
    draft = draft_of(article(text, "de"), lexicon)
    scene = next(scenes(draft))
    candidate = next(c for c in candidates(scene) if c.one.name and c.other.name)
    assert reading(told(scene, candidate)) == ("then called off", "cancelled")


def statuses(text: str, language: str, lexicon: Lexicon) -> list[str]:
    draft = draft_of(Article(text=text, published="2025-09-10", language=language), lexicon)
    return [contact.status for contact in draft.contacts]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Friedrich Merz hat am Dienstag Emmanuel Macron nicht getroffen.", "cancelled"),
        ("Friedrich Merz und Emmanuel Macron haben sich am Dienstag nicht getroffen.", "cancelled"),
        ("Friedrich Merz hat mit Emmanuel Macron am Dienstag nicht telefoniert.", "cancelled"),
        ("Friedrich Merz traf Emmanuel Macron am Dienstag nicht zum ersten Mal.", "held"),
        ("Friedrich Merz hat Emmanuel Macron am Dienstag nicht in Bonn, sondern in Köln getroffen.", "held"),
    ],
)
def test_what_is_denied_was_not_held(text: str, status: str, lexicon: Lexicon) -> None:
    assert statuses(text, "de", lexicon) == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Marco Rubio won't meet Sergei Lavrov next week.", "cancelled"),
        ("Marco Rubio won’t meet Sergei Lavrov next week.", "cancelled"),
        ("Marco Rubio hasn't met Sergei Lavrov this year.", "cancelled"),
        ("Marco Rubio cannot meet Sergei Lavrov before June.", "cancelled"),
        ("“I’ll meet Sergei Lavrov next week,” Marco Rubio said.", "planned"),
        ("Marco Rubio and Sergei Lavrov say they've met in Riyadh twice.", "held"),
        # what else is called off
        ("Lula da Silva asked Donald Trump on Monday to scrap a surcharge, in a conversation by video link.", "held"),
        ("Marco Rubio rejected the plan when he met Sergei Lavrov on Monday.", "held"),
        ("Marco Rubio rejected a meeting with Sergei Lavrov on Monday.", "cancelled"),
    ],
)
def test_short_forms_and_what_else_is_off(text: str, status: str, lexicon: Lexicon) -> None:
    assert statuses(text, "en", lexicon) == [status]


def test_a_clause_of_that_may_stand_before_what_is_said_of_it(lexicon: Lexicon) -> None:
    text = "Dass Friedrich Merz noch in diesem Jahr Xi Jinping trifft, gilt seit Freitag als fraglich."
    assert reading(told(*last_pair(text, "de", lexicon))) == ("doubted", "possible")


def test_a_time_that_is_not_over_is_not_past(lexicon: Lexicon) -> None:
    scene, candidate = last_pair("Emmanuel Macron met Narendra Modi this year.", "en", lexicon)
    assert told(scene, candidate).date == "around"
    scene, candidate = last_pair("Emmanuel Macron met Narendra Modi last year.", "en", lexicon)
    assert told(scene, candidate).date == "past"
