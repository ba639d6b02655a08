"""Contacts of states of which nobody is named: summonings, both sides, armed groups. Events are made up.

Published on Wednesday, 12 March 2025.
"""

import pytest

from tensionwire.analysis import analyse
from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

PAIRS = [
    # a ministry and an ambassador
    ("de", "Die Bundesregierung hat den russischen Botschafter ins Auswärtige Amt einbestellt.", {"DEU", "RUS"}),
    ("de", "Der tschechische Botschafter wurde ins chinesische Außenministerium gerufen.", {"CHN", "CZE"}),
    ("de", "Seoul - Am Dienstag hat das Außenministerium den japanischen Botschafter vorgeladen.", {"KOR", "JPN"}),
    ("en", "The Iranian ambassador was called to the foreign ministry of Cyprus on Monday.", {"CYP", "IRN"}),
    # both sides, where nobody is named
    (
        "de",
        "Armenien und Aserbaidschan wollen Frieden. Die Chefunterhändler beider Seiten kommen am Donnerstag zusammen.",
        {"ARM", "AZE"},
    ),
    ("en", "Thailand and Cambodia are at odds. Both governments will meet on Friday.", {"THA", "KHM"}),
    # armed groups meet officials themselves
    ("en", "The U.S. government opened peace talks with the Taliban.", {"USA", "TALIBAN"}),
    ("de", "Marco Rubio traf am Montag die Hamas.", {"USA", "HAMAS"}),
    ("en", "Israel held indirect talks with Hamas on Monday.", {"ISR", "HAMAS"}),
    # no city, where the sentence begins as a dateline does
    ("en", "The U.S. and Iran held talks in Rome on Monday.", {"USA", "IRN"}),
    ("en", "Talks between the U.S. and Iran will resume on Sunday.", {"USA", "IRN"}),
    # two in one word
    ("de", "Süd- und Nordkorea wollen am Freitag über Militärfragen reden.", {"KOR", "PRK"}),
    ("en", "North and South Korea will hold military talks on Friday.", {"KOR", "PRK"}),
    # what acts for a state
    ("en", "Talks between Sudan's army and the paramilitary Rapid Support Forces were postponed.", {"SDN", "RSF"}),
    ("de", "Die Gespräche zwischen der sudanesischen Armee und den RSF wurden vertagt.", {"SDN", "RSF"}),
    ("de", "Unterhändler aus Israel und der Hamas trafen sich am Montag in Kairo.", {"ISR", "HAMAS"}),
    # whose government it is
    ("en", "The Trump administration will hold talks with Iran in Oman on Sunday.", {"USA", "IRN"}),
    ("de", "Die Trump-Regierung verhandelt in Maskat mit dem Iran.", {"USA", "IRN"}),
    ("de", "Die Regierung Scholz verhandelt in Ankara mit der Türkei.", {"DEU", "TUR"}),
    ("en", "The Trump administration's envoys met Putin's negotiators in Riyadh.", {"USA", "RUS"}),
    ("de", "Putins Unterhändler trafen in Riad amerikanische Diplomaten.", {"RUS", "USA"}),
    # joined by a hyphen
    ("en", "The next round of U.S.-Iran talks will be held in Rome.", {"USA", "IRN"}),
    ("de", "Die russisch-ukrainischen Verhandlungen in Istanbul wurden beendet.", {"RUS", "UKR"}),
    ("de", "Die US-iranischen Gespräche in Rom wurden fortgesetzt.", {"USA", "IRN"}),
    # three states that speak as one
    ("en", "Iran and the E3 held talks in Geneva on Friday.", {"IRN", "GBR"}),
]


def test_three_that_speak_as_one_are_one_side(lexicon: Lexicon) -> None:
    text = "Vertreter der E3 verhandelten am Montag in Istanbul mit dem iranischen Außenminister Abbas Araghtschi."
    [contact] = analyse(Article(text=text, id="a", published="2025-03-12", language="de"), lexicon).contacts
    assert {p.affiliation for p in contact.participants} == {"IRN", "GBR", "FRA", "DEU"}


def test_the_leaders_of_both_are_those_who_lead(lexicon: Lexicon) -> None:
    text = (
        "Antony Blinken traf Wang Yi. Präsident Joe Biden und Präsident Xi Jinping hatten telefoniert. "
        "Wang sagte, das Gespräch zwischen den Führern beider Länder habe geholfen."
    )
    draft = draft_of(Article(text=text, id="a", published="2024-04-25", language="de"), lexicon)
    assert {m.name for m in draft.mentions if m.kind == "both"} == {"Joe Biden", "Xi Jinping"}


def test_where_and_when_stand_between_a_verb_and_its_object(lexicon: Lexicon) -> None:
    text = "António Guterres traf am Montag in Astana Präsident Kassym-Schomart Tokajew."
    [scene] = scenes(draft_of(Article(text=text, id="a", published="2025-03-12", language="de"), lexicon))
    assert [scene.seen(m).lead for m in scene.mentions if m.name] == ["^", "v"]


def looked_at(text: str, language: str, lexicon: Lexicon) -> list[set[str]]:
    draft = draft_of(Article(text=text, id="a", published="2025-03-12", language=language), lexicon)
    return [{c.one.affiliation, c.other.affiliation} for s in scenes(draft) for c in candidates(s) if not c.journey]


@pytest.mark.parametrize(("language", "text", "sides"), PAIRS)
def test_a_pair_is_looked_at(language: str, text: str, sides: set[str], lexicon: Lexicon) -> None:
    assert sides in looked_at(text, language, lexicon)


def test_both_sides_are_their_officials_where_these_are_named(lexicon: Lexicon) -> None:
    text = (
        "Xi Jinping rief Donald Trump an. Japan und Indien sahen zu. "
        "Die Regierungen beider Länder, so Kaja Kallas, sprechen wieder."
    )
    draft = draft_of(Article(text=text, id="a", published="2025-03-12", language="de"), lexicon)
    assert {m.name for m in draft.mentions if m.kind == "both"} == {"Xi Jinping", "Donald Trump"}


def test_both_sides_of_whom_nobody_is_named_are_in_contact_only_by_a_word_of_it(lexicon: Lexicon) -> None:
    text = "Armenien und Aserbaidschan wollen Frieden. Beide Seiten {} in Wien."
    assert {"ARM", "AZE"} in looked_at(text.format("verhandeln"), "de", lexicon)
    assert {"ARM", "AZE"} not in looked_at(text.format("haben Botschaften"), "de", lexicon)
