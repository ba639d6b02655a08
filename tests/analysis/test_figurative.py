"""Where a word of contact tells of none, and where the same word does."""

import pytest

from tensionwire.analysis.contacts.figurative import figurative
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

NONE = [
    ("en", "Lula called Milei a fraud.", "called"),
    ("en", "Lula called the tariff an insult to both countries.", "called"),
    ("en", "Wong called that an unjustified reaction.", "called"),
    ("en", "Wong welcomed the verdict on Monday.", "welcomed"),
    ("en", "Lavrov told Italian viewers that he was right.", "told"),
    ("en", "Puri took issue with Navarro, who had told a US business channel otherwise.", "told"),
    ("en", "Petro told CNN that he would stay.", "told"),
    ("en", "Ardern saw in it the end of an era.", "saw"),
    ("en", "Lavrov had been asked by a television host about Zelensky.", "host"),
    ("en", "The trip has been put off.", "been"),
    ("de", "Baerbock begrüßte am Montag die Entscheidung von Blinken.", "begrüßte"),
    ("de", "Xi und Kim haben Grußbotschaften ausgetauscht.", "ausgetauscht"),
    ("de", "Monatelang war Rutte als Nachfolger im Gespräch.", "im Gespräch"),
    ("de", "Baerbock sprach von Fortschritten.", "sprach"),
    ("en", "Dar addressed a press conference on Thursday.", "conference"),
    ("en", "Greece and Britain have broad bilateral relations.", "bilateral"),
    ("en", "Berri said that Lebanon saw the United States as a guarantor.", "saw"),
    ("en", "Georgia must meet Brussels's nine conditions.", "meet"),
    ("en", "The plan of Rutte met with sharp criticism in Budapest.", "met with"),
    ("de", "Kiew und Moskau reden über einen Austausch von Gefangenen.", "Austausch"),
    ("de", "Moon und Kim haben eine Vereinbarung getroffen.", "getroffen"),
    ("de", "Sie reden über Absprachen, die Moon und Kim beim Gipfel getroffen haben.", "getroffen"),
    ("de", "Merz traf am Montag eine Entscheidung.", "traf"),
    ("en", "Xi received a congratulatory letter from Ruto.", "received"),
    ("en", "Putin and Rahmon exchanged New Year greetings.", "exchanged"),
    ("en", "Kyiv and Moscow exchanged 150 prisoners on Friday.", "exchanged"),
    ("en", "Boric called on Maduro to publish the results.", "called on"),
]
TOLD = [
    ("en", "Macron met opposition leader Maria Corina Machado in Paris.", "met"),
    ("en", "Rubio and Lavrov met amid protests in Berlin.", "met"),
    ("en", "Macron called the newly appointed Canadian prime minister, Mark Carney.", "called"),
    ("en", "Modi welcomed the visiting Russian foreign minister in Delhi.", "welcomed"),
    ("en", "Erdogan told visiting Iranian parliament speaker Ghalibaf that he would help.", "told"),
    ("de", "Trump und Xi wollen sich nach der Entscheidung treffen.", "treffen"),
    ("de", "Merz und Macron haben sich nach monatelanger Vorbereitung getroffen.", "getroffen"),
    ("en", "Lula called Milei a day later.", "called"),
    ("en", "Lula called the Argentine president on Monday.", "called"),
    ("en", "Wong welcomed the Chinese foreign minister in Perth.", "welcomed"),
    ("en", "Lavrov told Blinken at a conference in Munich that he was right.", "told"),
    ("en", "Ardern saw Xi on Monday.", "saw"),
    ("en", "Xi received Ruto in Beijing.", "received"),
    ("en", "Prabowo called on Lee Hsien Loong to bid farewell.", "called on"),
    ("en", "Putin and Rahmon exchanged views on gas.", "exchanged"),
    ("en", "Modi will host Albanese in Delhi.", "host"),
    ("en", "Albanese has been to Delhi twice.", "been"),
    ("de", "Baerbock begrüßte am Montag den Amtskollegen Blinken.", "begrüßte"),
    ("de", "Xi und Kim haben sich über Handel ausgetauscht.", "ausgetauscht"),
    ("de", "Rutte war am Montag im Gespräch mit Sunak.", "im Gespräch"),
    ("en", "Modi and Xi attended the conference in Kazan.", "conference"),
    ("en", "Cho will hold a bilateral with Iwaya.", "bilateral"),
    ("en", "Lammy met with Dar in Doha.", "met with"),
    ("de", "Vor seiner Entscheidung traf Merz Macron in Paris.", "traf"),
    ("de", "Moon und Kim haben sich vor zwei Wochen getroffen.", "getroffen"),
    ("de", "Baerbock sprach von Angesicht zu Angesicht mit Blinken.", "sprach"),
]


@pytest.mark.parametrize(
    ("language", "text", "word", "none"), [(*row, True) for row in NONE] + [(*row, False) for row in TOLD]
)
def test_a_word_of_contact(language: str, text: str, word: str, none: bool, lexicon: Lexicon) -> None:
    draft = draft_of(Article(text=text, id="a", published="2025-03-12", language=language), lexicon)
    hits = [h for h in draft.hits if "contact" in h.kinds and text[h.start : h.end].endswith(word)]
    assert [figurative(text, h) for h in hits] == [none]
