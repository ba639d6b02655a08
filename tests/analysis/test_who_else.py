"""Who is a candidate though the sentence does not say so, and who is none though it does. Events are made up.

Published on Wednesday, 14 May 2025.
"""

import pytest

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

TALKS = {
    "en": "Egypt, Qatar and Turkey held talks in Quito on Monday. ",
    "de": "Ägypten, Katar und die Türkei haben in Quito Gespräche geführt. ",
}


def last(text: str, language: str, lexicon: Lexicon):  # type: ignore[no-untyped-def]
    """The last sentence that may tell a contact, with its candidates."""
    draft = draft_of(Article(text=text, id="a", published="2025-05-14", language=language), lexicon)
    scene = list(scenes(draft))[-1]
    return scene, list(candidates(scene))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The next round will be held in Lima in June."),
        ("en", "A second session in Lima was called off."),
        ("de", "Die nächste Runde soll im Juni in Lima stattfinden."),
    ],
)
def test_all_who_talked_may_go_on(language: str, text: str, lexicon: Lexicon) -> None:
    _, found = last(TALKS[language] + text, language, lexicon)
    assert {m.affiliation for c in found if not c.journey for m in (c.one, c.other)} == {"EGY", "QAT", "TUR"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Parliament opens its session on Friday."),
        ("en", "The Security Council will hold an emergency session on Friday."),
        ("en", "The union begins its next round of talks on Friday."),
        ("de", "Der Bundestag kommt am Freitag zu einer Sitzung zusammen."),
    ],
)
def test_others_meet_by_themselves(language: str, text: str, lexicon: Lexicon) -> None:
    scene, _ = last(TALKS[language] + text, language, lexicon)
    assert not [m for m in scene.mentions if m.kind == "unsaid"]


def test_where_others_talk_is_no_side(lexicon: Lexicon) -> None:
    _, found = last("In Peru, Egypt and Turkey held talks on Monday.", "en", lexicon)
    assert [{c.one.affiliation, c.other.affiliation} for c in found] == [{"EGY", "TUR"}]


@pytest.mark.parametrize(
    ("language", "text", "pairs"),
    [
        (
            "de",
            "Gespräche zwischen Kenia und Somalia unter Vermittlung Katars und Omans stocken.",
            [("KEN", "SOM")],
        ),
        ("de", "Bei den Verhandlungen unter Vermittlung der Türkei und Katars geht es um Gas.", []),
        ("en", "Talks between Kenya and Somalia mediated by Qatar and Oman ended in Rome.", [("KEN", "SOM")]),
    ],
)
def test_who_mediate_are_no_pair(language: str, text: str, pairs: list[tuple[str, str]], lexicon: Lexicon) -> None:
    draft = draft_of(Article(text=text, id="a", published="2025-05-14", language=language), lexicon)
    found = [c for s in scenes(draft) for c in candidates(s) if not c.journey]
    assert [(c.one.affiliation, c.other.affiliation) for c in found if c.other.kind != "seat"] == pairs
    assert all(c.word.text.endswith(("gespräche", "talks")) for c in found)


def test_talks_in_a_state_are_with_its_own(lexicon: Lexicon) -> None:
    _, found = last("French Foreign Minister Jean-Noël Barrot held talks in Beirut on Wednesday.", "en", lexicon)
    assert [c.other.affiliation for c in found if not c.journey] == ["LBN"]
    _, found = last("Jean-Noël Barrot and Marco Rubio held talks in Beirut on Wednesday.", "en", lexicon)
    assert [c.other.affiliation for c in found if not c.journey] == ["USA"]


def test_nobody_goes_to_a_part_of_a_name(lexicon: Lexicon) -> None:
    text = "Ishaq Dar travelled to Kabul to sign the pact on the Uzbekistan-Afghanistan-Pakistan railway."
    _, found = last(text, "en", lexicon)
    assert {c.other.affiliation for c in found if c.journey} == {"AFG"}


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        # who only says whom others meet
        ("en", "Yuri Ushakov said on Monday that Wang Yi would meet Abbas Araghchi.", {"CHN", "IRN"}),
        ("en", "Yuri Ushakov told reporters that Wang Yi will meet Abbas Araghchi on Sunday.", {"CHN", "IRN"}),
        ("de", "Juri Uschakow sagte, Wang Yi werde am Sonntag Abbas Araghtschi treffen.", {"CHN", "IRN"}),
        ("en", "Wang Yi will meet Abbas Araghchi on Sunday, Kremlin aide Yuri Ushakov announced.", {"CHN", "IRN"}),
        ("de", "Wang Yi wird am Sonntag Abbas Araghtschi treffen, kündigte Berater Juri Uschakow an.", {"CHN", "IRN"}),
        ("en", "According to Sergei Lavrov, Wang Yi and Abbas Araghchi met on Sunday.", {"CHN", "IRN"}),
        ("de", "Nach Angaben seines Ersten Vizepremiers Denis Manturow traf Wang Yi Abbas Araghtschi.", {"CHN", "IRN"}),
        # who stands at the other end of an opinion
        ("en", "Wang Yi met Abbas Araghchi amid mounting pressure on Vladimir Putin.", {"CHN", "IRN"}),
        ("de", "Wang Yi traf Abbas Araghtschi trotz der Kritik von Wladimir Putin.", {"CHN", "IRN"}),
        ("en", "Wang Yi discussed the sanctions with Abbas Araghchi.", {"CHN", "IRN"}),
        ("de", "Wang Yi sprach über die Angriffe mit Abbas Araghtschi.", {"CHN", "IRN"}),
        ("de", "Wang Yi übte bei dem Treffen Kritik an Abbas Araghtschi.", {"CHN", "IRN"}),
        # whose journey is talked about
        ("en", "Wang Yi and Abbas Araghchi discussed the upcoming visit by Vladimir Putin.", {"CHN", "IRN"}),
        # for whom another one acts
        ("en", "On behalf of Vladimir Putin, Wang Yi met Abbas Araghchi.", {"CHN", "IRN"}),
        ("de", "Das Büro von Wladimir Putin teilte mit, Wang Yi werde Abbas Araghtschi treffen.", {"CHN", "IRN"}),
        ("en", "The office of Wang Yi said he met Abbas Araghchi.", {"CHN", "IRN"}),
    ],
)
def test_who_has_no_part(language: str, text: str, pair: set[str], lexicon: Lexicon) -> None:
    _, found = last(text, language, lexicon)
    assert [{c.one.affiliation, c.other.affiliation} for c in found if not c.journey] == [pair]


def test_a_realm_is_one_side(lexicon: Lexicon) -> None:
    text = "Mette Frederiksen received Greenland's premier, Jens-Frederik Nielsen, in Copenhagen on Monday."
    assert last(text, "en", lexicon)[1] == []


def test_each_is_met_by_the_word_on_which_he_hangs(lexicon: Lexicon) -> None:
    text = "Vor dem für Montag geplanten Treffen mit Abbas Araghtschi telefonierte Wang Yi mit Marco Rubio."
    _, found = last(text, "de", lexicon)
    pairs = {frozenset((c.one.affiliation, c.other.affiliation)): c.word.text for c in found if not c.journey}
    assert pairs == {frozenset({"CHN", "IRN"}): "treffen", frozenset({"CHN", "USA"}): "telefonierte"}


def test_who_speaks_of_himself_has_a_part(lexicon: Lexicon) -> None:
    _, found = last("Yuri Ushakov said that he would meet Abbas Araghchi.", "en", lexicon)
    assert {c.one.affiliation for c in found if not c.journey} == {"RUS"}


def test_been_tells_of_no_journey_before_a_participle(lexicon: Lexicon) -> None:
    _, found = last("The visit of Abbas Araghchi to Kenya has been postponed.", "en", lexicon)
    assert [c.word.text for c in found] == ["visit"]


def test_who_brokers_is_no_side(lexicon: Lexicon) -> None:
    scene, found = last(
        "The sixth round of Oman-brokered talks between Iran and Israel ended on Sunday.", "en", lexicon
    )
    assert [{c.one.affiliation, c.other.affiliation} for c in found] == [{"IRN", "ISR"}]
    assert "brokered" not in {w.text for w in scene.words}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Friedrich Merz will see Vladimir Putin on Friday.", True),
        ("Friedrich Merz is to see him in Kiel.", True),
        ("Friedrich Merz sees Vladimir Putin as a threat.", False),
        ("Friedrich Merz has seen Vladimir Putin's letter.", False),
        ("Friedrich Merz is off to a good start with Vladimir Putin.", False),
    ],
)
def test_who_is_seen(text: str, seen: bool, lexicon: Lexicon) -> None:
    scene, _ = last(f"Vladimir Putin spoke. {text}", "en", lexicon)
    assert any(w.text in ("see", "sees", "seen", "is off to") for w in scene.words) is seen


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("de", "Emmanuel Macron traf Sergej Lawrow, bevor er nach Oslo flog.", "Emmanuel Macron"),
        ("de", "Annalena Baerbock traf Sergej Lawrow, bevor er nach Oslo flog.", "Sergej Lawrow"),
        ("en", "Emmanuel Macron met Giorgia Meloni before she flew to Oslo.", "Giorgia Meloni"),
        ("de", "Emmanuel Macron traf Sergej Lawrow, bevor sie nach Oslo flogen.", None),
    ],
)
def test_whose_doing_a_clause_tells(language: str, text: str, subject: str | None, lexicon: Lexicon) -> None:
    scene, found = last(text, language, lexicon)
    flown = {c.one.name: features(scene, c) for c in found if c.journey}
    assert len(flown) == 2
    assert {name for name, names in flown.items() if "v:borne=subject" in names} == ({subject} if subject else set())


def test_a_word_with_its_side_behind_it_joins_no_two_before_it(lexicon: Lexicon) -> None:
    _, found = last("Marco Rubio was received by Xi Jinping and held talks with Wang Yi.", "en", lexicon)
    words = {c.other.name: c.word.text for c in found if c.one.name == "Marco Rubio"}
    assert words["Wang Yi"] == "held talks"
    assert words["Xi Jinping"] in ("received", "was received")
