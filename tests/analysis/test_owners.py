"""Who only says whose somebody is, is no side of a contact."""

import pytest

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon


@pytest.mark.parametrize(
    ("language", "text", "side", "people"),
    [
        ("en", "Donald Trump's son-in-law Jared Kushner met Benjamin Netanyahu.", "Donald Trump", False),
        ("en", "Benjamin Netanyahu saw Donald Trump's longtime envoy Steve Witkoff.", "Donald Trump", False),
        ("en", "An aide of Vladimir Putin met Steve Witkoff.", "Vladimir Putin", False),
        ("en", "A senior adviser to President Vladimir Putin met Steve Witkoff.", "Vladimir Putin", False),
        ("en", "President of Russia Vladimir Putin met Steve Witkoff.", "Vladimir Putin", True),
        ("en", "U.S. Secretary of State Marco Rubio met Wang Yi.", "Marco Rubio", True),
        ("en", "Donald Trump's guest Xi Jinping met Marco Rubio.", "Xi Jinping", True),
        ("de", "Donald Trumps Schwiegersohn Jared Kushner traf Benjamin Netanjahu.", "Donald Trump", False),
        ("de", "Marco Rubio traf die Chefdiplomatin von Kim Jong-un.", "Kim Jong-un", False),
        ("de", "Sergej Lawrow sprach mit einem Berater Donald Trumps.", "Donald Trump", False),
        ("de", "Sergej Lawrow sprach mit dem Sicherheitsberater von Präsident Donald Trump.", "Donald Trump", False),
        ("de", "Sergej Lawrow sprach mit dem Sondergesandten Donald Trumps.", "Donald Trump", False),
        ("de", "Außenminister Sergej Lawrows Treffen mit Marco Rubio begann.", "Sergej Lawrow", True),
        # a pronoun before an office, and before somebody whom one meets
        ("en", "Keir Starmer rested. His foreign secretary, David Lammy, met Marco Rubio.", "Keir Starmer", False),
        ("de", "Donald Trump ruhte. Sein Gesandter Steve Witkoff traf Wladimir Putin.", "Donald Trump", False),
        ("de", "Marco Rubio fliegt ab. Sein chinesischer Amtskollege Wang Yi empfängt ihn.", "Marco Rubio", True),
        # whose government or people act
        ("en", "Trump officials met Iranian negotiators in Muscat.", "Donald Trump", False),
        ("en", "The government of Prime Minister Narendra Modi held talks with Pakistan.", "Narendra Modi", False),
        ("de", "Modis Regierung führte in Doha Gespräche mit Pakistan.", "Narendra Modi", False),
        ("de", "Am Montag empfing Putin Vertreter der Taliban.", "Vladimir Putin", True),
        # since whose deed a time is counted
        ("en", "Merz met Trump on Monday for the first time since Olaf Scholz left office.", "Olaf Scholz", False),
        ("en", "Merz met Trump again, a month since Olaf Scholz met Trump.", "Olaf Scholz", True),
        # who speaks for somebody tells what that one does
        ("de", "Ein Treffen mit Donald Trump sei möglich, sagte Ramaphosas Sprecher.", "Cyril Ramaphosa", True),
        ("en", "Talks with Donald Trump are possible, a spokesman for Cyril Ramaphosa said.", "Cyril Ramaphosa", True),
        ("de", "Putins Sprecher Dmitri Peskow traf Donald Trump am Montag.", "Vladimir Putin", False),
        ("en", "A spokesman for Emmanuel Macron met Friedrich Merz on Monday.", "Emmanuel Macron", False),
        # By whom it is done, not whose it is.
        ("de", "In Moskau wurde der Außenminister von Wladimir Putin empfangen, Marco Rubio.", "Wladimir Putin", True),
        ("de", "Marco Rubio sprach mit dem Emir von Katar, Tamim bin Hamad Al Thani.", "Tamim bin Hamad", True),
        ("de", "Das Treffen Donald Trumps mit Wladimir Putin begann.", "Donald Trump", True),
    ],
)
def test_an_owner_is_no_side(language: str, text: str, side: str, people: bool, lexicon: Lexicon) -> None:
    draft = draft_of(Article(text=text, id="a", published="2025-07-08", language=language), lexicon)
    sides = {m.name or "" for scene in scenes(draft) for c in candidates(scene) for m in (c.one, c.other)}
    assert any(name.startswith(side) for name in sides) is people


def test_a_state_and_its_group_are_one_side(lexicon: Lexicon) -> None:
    text = "Pakistan and Afghanistan's Taliban held talks in Doha."
    draft = draft_of(Article(text=text, id="a", published="2025-07-08", language="en"), lexicon)
    pairs = {frozenset((c.one.affiliation, c.other.affiliation)) for scene in scenes(draft) for c in candidates(scene)}
    assert frozenset(("PAK", "TALIBAN")) in pairs
    assert frozenset(("AFG", "TALIBAN")) not in pairs
