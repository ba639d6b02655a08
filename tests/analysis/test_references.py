"""Whom a word means: offices, peoples, counterparts, hosts, pronouns and pairs. `>word<` marks it; events are made up.

Published on Wednesday, 12 March 2025.
"""

import pytest

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

GERMAN = [
    # a guest is of no state of those who are named in the same part of the sentence
    (
        "Wang Yi wurde von Narendra Modi empfangen. Der >Gast< brachte eine Einladung mit; Modi sagte zu, Xi Jinping "
        "zu treffen. Donald Trump droht beiden.",
        "Wang Yi",
    ),
    # people without an office
    ("Emmanuel Macron kam nach Ankara. Die Forscherin Brigitte Landolt staunt. >Sie< lacht.", None),
    ("Giorgia Meloni kam nach Ankara. Brigitte Landolt staunte. Dann reiste >sie< ab.", None),
    # who is spoken to
    ("Giorgia Meloni kam nach Ankara. Das war, wenn >Sie< so wollen, ein Erfolg.", None),
    (
        "Donald Trump traf Putin. Barack Obama hatte Putin 2016 gesehen. Am Freitag fliegt der US->Präsident< weiter.",
        "Donald Trump",
    ),
    # offices and peoples
    (
        "Emmanuel Macron ist in Ankara. Recep Tayyip Erdoğan empfing den >Präsidenten< Frankreichs am Abend.",
        "Emmanuel Macron",
    ),
    ("Emmanuel Macron traf am Montag Giorgia Meloni. Der >Franzose< sprach von einem Neuanfang.", "Emmanuel Macron"),
    (
        "Emmanuel Macron traf am Montag Recep Tayyip Erdoğan. Der >Türke< sprach von einem Neuanfang.",
        "Recep Tayyip Erdoğan",
    ),
    (
        "Emmanuel Macron traf am Montag Giorgia Meloni. Der französische >Präsident< zeigte sich zufrieden.",
        "Emmanuel Macron",
    ),
    ("Emmanuel Macron sprach am Montag mit Giorgia Meloni. Der >Präsident< zeigte sich zufrieden.", "Emmanuel Macron"),
    ("Marco Rubio ist in Tokio. Mit Takeshi Iwaya sprach der >Minister< über Zölle.", "Marco Rubio"),
    (
        "Espen Barth Eide reist nach Berlin, Radosław Sikorski nach Paris. Der polnische >Außenminister< bleibt.",
        "Radosław Sikorski",
    ),
    ("Marco Rubio traf in Tokio Takeshi Iwaya. Der japanische >Amtskollege< sagte Hilfe zu.", "Takeshi Iwaya"),
    # host and guest, by where the article is set
    ("Tokio - Marco Rubio traf am Montag Shigeru Ishiba. Der >Gastgeber< sprach von Zöllen.", "Shigeru Ishiba"),
    ("Tokio - Shigeru Ishiba empfing am Montag Marco Rubio. Der >Gast< blieb zwei Stunden.", "Marco Rubio"),
    ("Libyens Außenminister Fajis al-Tarradsch ist in Rom. >Al-Tarradsch< bleibt bis Freitag.", "Fajis al-Tarradsch"),
    # pronouns
    ("Emmanuel Macron ist in Ankara. Am Abend sprach >er< mit Recep Tayyip Erdoğan.", "Emmanuel Macron"),
    ("Emmanuel Macron warnte Ankara. In Rom, wo >er< am Montag ankam, nannte Recep Tayyip Erdoğan das falsch.", None),
    ("Emmanuel Macron sprach. Als >er< in Ankara ankam, empfing ihn Recep Tayyip Erdoğan.", "Emmanuel Macron"),
    ("Emmanuel Macron sprach mit Recep Tayyip Erdoğan. Danach flog >er< nach Kairo.", "Emmanuel Macron"),
    ("Mit Recep Tayyip Erdoğan sprach Emmanuel Macron am Montag. Danach flog >er< nach Kairo.", "Emmanuel Macron"),
    ("Giorgia Meloni traf Emmanuel Macron. Am Dienstag reist >sie< nach Tunis.", "Giorgia Meloni"),
    ("Giorgia Meloni traf Emmanuel Macron. Am Dienstag reist >er< nach Tunis.", "Emmanuel Macron"),
    ("Trumps Gesandter Keith Kellogg ist in Kiew. Am Abend traf >er< Wolodymyr Selenskyj.", "Keith Kellogg"),
    (
        "Emmanuel Macron ist in Ankara. Mit Recep Tayyip Erdoğan aß der Franzose. Morgen trifft >er< Al-Sisi.",
        "Emmanuel Macron",
    ),
    ("Emmanuel Macron kam nach Ankara. Recep Tayyip Erdoğan holte >ihn< am Flughafen ab.", "Emmanuel Macron"),
    (
        "Emmanuel Macron reist nach Ankara. Sein Minister Jean-Noël Barrot flog nach Rom. Dort trifft >er< Tajani.",
        "Jean-Noël Barrot",
    ),
    (
        "Emmanuel Macron ist in Ankara. Recep Tayyip Erdoğan, seit 2014 im Amt, holte >ihn< am Flughafen ab.",
        "Emmanuel Macron",
    ),
    (
        "Emmanuel Macron reist nach Ankara. Am Montag will er Ilham Alijew sehen. Hakan Fidan holt >ihn< ab.",
        "Emmanuel Macron",
    ),
    ("Giorgia Meloni ist in Kairo. Am Abend hatte >sie< den Ägypter Badr Abdelatty zu Gast.", "Giorgia Meloni"),
    ("Emmanuel Macron traf Giorgia Meloni. Am Montag wird sie zwei Tage in Wien >sein<, heißt es.", None),
    ("Giorgia Meloni und Emmanuel Macron sind in Wien. Mit Merz sprach der >Franzose< zuerst.", "Emmanuel Macron"),
    ("Zu Wladimir Putin flog am Montag Steve Witkoff. Zu Narendra Modi reist >er< am Freitag.", "Steve Witkoff"),
    ("Emmanuel Macron kam nach Ankara. >Ihn< empfing Recep Tayyip Erdoğan am Abend.", "Emmanuel Macron"),
    # demonstratives: who was named last, and is no subject
    ("Emmanuel Macron telefonierte mit Ilham Alijew. >Dieser< will im Juni nach Paris kommen.", "Ilham Alijew"),
    ("Emmanuel Macron traf Ilham Alijew. Ob >dieser< im Juni nach Paris reist, ist offen.", "Ilham Alijew"),
    ("Emmanuel Macron sprach mit Giorgia Meloni. >Diese< hatte am Montag angerufen.", "Giorgia Meloni"),
    ("Emmanuel Macron traf Ilham Alijew. >Der< fliegt am Freitag nach Tiflis.", "Ilham Alijew"),
    ("Emmanuel Macron traf Ilham Alijew. >Dieser< geplante Besuch war umstritten.", None),
    ("Emmanuel Macron traf Ilham Alijew. Bei >dieser< wichtigen Reise ging es um Gas.", None),
    ("Emmanuel Macron traf Ilham Alijew wegen Öl, Gas, Strom und Handel. >Dieser< soll wachsen.", None),
    ("Emmanuel Macron traf Ilham Alijew. Die >Politiker< sprachen über Gas.", None),
    # who speaks for an organisation is called by where he comes from
    ("Rafael Grossi ist in Teheran. Abbas Araghtschi sprach am Montag mit dem >Argentinier<.", "Rafael Grossi"),
    ("Hans Grundberg und António Guterres sind in Maskat. Am Dienstag flog der >Schwede< ab.", "Hans Grundberg"),
    # by party, age, sex
    ("Boris Pistorius ist in Peking. Am Abend traf der SPD->Politiker< auch Wang Yi.", "Boris Pistorius"),
    ("Annalena Baerbock ist in Kairo. Badr Abdelatty sprach mit ihr. Dann flog die >Grüne< heim.", "Annalena Baerbock"),
    (
        "Annalena Baerbock ist in Kairo. Badr Abdelatty wartete schon. Dann flog die 44->Jährige< heim.",
        "Annalena Baerbock",
    ),
    ("Beate Meinl-Reisinger war bei Wang Yi in Peking. Danach flog die >Ministerin< heim.", "Beate Meinl-Reisinger"),
    # hosts and guests are of other states than whoever stands beside them
    ("Emmanuel Macron ist in Ankara. Hakan Fidan wartete. Recep Tayyip Erdoğan empfing den >Gast<.", "Emmanuel Macron"),
    # there are chancellors in few states
    ("Friedrich Merz traf Emmanuel Macron. Er lobte Li Qiang. Am Abend flog der >Kanzler< heim.", "Friedrich Merz"),
    # whom the own prime minister meets is of another state
    ("Keir Starmer sprach lange. In Paris sah ihn Emmanuel Macron. Modi traf sich mit dem >Premier<.", "Keir Starmer"),
    # nobody
    ("Hakan Fidan ist in Berlin. Emmanuel Macron wohnt im >Gästehaus<.", None),
    ("Am Montag regnete es. >Er< hörte bald auf.", None),
    ("Emmanuel Macron ist krank. Bei >seinem< Besuch in Ankara traf Friedrich Merz den Präsidenten.", None),
    ("Emmanuel Macron ist in Ankara. In Berlin trat eine >Ministerin< zurück.", None),
]
ENGLISH = [
    # the name stands behind the office
    ("Emmanuel Macron is at home. Li Qiang and his >host<, President Yoon Suk Yeol, met on Monday.", None),
    # a former one
    ("Abiy Ahmed met William Ruto. The former >prime minister< was not there.", None),
    ("Boris Johnson and Abiy Ahmed met William Ruto. The former British >prime minister< left.", "Boris Johnson"),
    # the same state behind `, and`
    ("Anita Anand met Claudia Sheinbaum. Marco Rubio came, and the Mexican president lost count of >her< calls.", None),
    # another one's given name
    ("Riek Machar met Salva Kiir. The pastor Samuel >Machar< preached.", None),
    ("Emmanuel Macron met Giorgia Meloni on Monday. The French >president< was pleased.", "Emmanuel Macron"),
    ("Emmanuel Macron held talks with Giorgia Meloni on Monday. The >president< was pleased.", "Emmanuel Macron"),
    ("Emmanuel Macron met Giorgia Meloni on Monday. The >Italian< was pleased.", "Giorgia Meloni"),
    (
        "Volodymyr Zelenskyy flew to Paris. Emmanuel Macron waited there. The >Ukrainian< was received at noon.",
        "Volodymyr Zelenskyy",
    ),
    ("Hans Grundberg is in Muscat. In the evening the Swedish >diplomat< saw Badr Albusaidi.", "Hans Grundberg"),
    ("Emmanuel Macron spoke to Ilham Aliyev. >The latter< is due in Paris in June.", "Ilham Aliyev"),
    ("Emmanuel Macron is in Baku. >The latter< part of his trip was dropped.", None),
    ("Marco Rubio is in Tokyo. Takeshi Iwaya thanked the >secretary< for coming.", "Marco Rubio"),
    ("Marco Rubio will meet Sergei Lavrov. Lavrov agreed. The >secretary of state< is in Rome.", "Marco Rubio"),
    ("Marco Rubio is in Rome. His Egyptian colleague Badr Abdelatty may see >him< there.", "Marco Rubio"),
    ("TOKYO - Marco Rubio met Shigeru Ishiba on Monday. The >host< spoke of tariffs.", "Shigeru Ishiba"),
    ("TOKYO - Shigeru Ishiba received Marco Rubio on Monday. The >visitor< spoke of tariffs.", "Marco Rubio"),
    ("Emmanuel Macron spoke with Recep Tayyip Erdogan. Later >he< flew to Cairo.", "Emmanuel Macron"),
    ("After talks with Recep Tayyip Erdogan, Emmanuel Macron went on. >He< flew to Cairo.", "Emmanuel Macron"),
    ("Giorgia Meloni met Emmanuel Macron. On Tuesday >she< travels to Tunis.", "Giorgia Meloni"),
    ("Emmanuel Macron came to Ankara. Recep Tayyip Erdogan met >him< at the airport.", "Emmanuel Macron"),
    ("Donald Trump's envoy, Keith Kellogg, is in Kyiv. In the evening >he< met Volodymyr Zelenskyy.", "Keith Kellogg"),
    ("It rained on Monday. >He< stayed at home.", None),
    (
        "Emmanuel Macron is in Ankara. Hakan Fidan, who had been in Baku, received >him< in the evening.",
        "Emmanuel Macron",
    ),
    ("Giorgia Meloni met Emmanuel Macron. She gave >him< two hours.", "Emmanuel Macron"),
    ("Vilnius - >He< arrived late. Emmanuel Macron will be received by Gitanas Nauseda.", "Emmanuel Macron"),
]
PAIRS = [
    (
        "de",
        "Emmanuel Macron traf Giorgia Meloni. >Die beiden< sprachen über Libyen.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    (
        "de",
        "Emmanuel Macron telefonierte mit Giorgia Meloni. Am Freitag sehen >sie< einander wieder.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    (
        "de",
        "Emmanuel Macron traf Giorgia Meloni. Recep Tayyip Erdoğan blieb fern. >Beide Seiten< schwiegen.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    (
        "de",
        "Emmanuel Macron traf Giorgia Meloni. Ursula von der Leyen sah zu. Ein Abendessen >der beiden< ist geplant.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    (
        "de",
        "Jean-Noël Barrot und Antonio Tajani sind in Rom. Macron rief Meloni an. >Beide< Außenminister redeten.",
        {"Jean-Noël Barrot", "Antonio Tajani"},
    ),
    (
        "de",
        "Emmanuel Macron und Giorgia Meloni stritten. Keir Starmer will >beide< nach London holen.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    (
        "de",
        "Emmanuel Macron traf Giorgia Meloni. António Guterres lobte >beide Anlagen< im Hafen.",
        set(),
    ),
    (
        "en",
        "Emmanuel Macron and Giorgia Meloni met. Antonio Guterres spoke. >The two leaders< will meet again.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    (
        "en",
        "Emmanuel Macron and Giorgia Meloni were in Rome. Antonio Guterres dined with >both< on Monday.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
    ("en", "Emmanuel Macron met Giorgia Meloni. The guards saw >the two< villas burn.", set()),
    ("en", "Emmanuel Macron met Giorgia Meloni. It rained >both< in Paris and in Rome.", set()),
    ("en", "Emmanuel Macron met Giorgia Meloni. >The two< discussed Libya.", {"Emmanuel Macron", "Giorgia Meloni"}),
    (
        "en",
        "Emmanuel Macron called Giorgia Meloni before she met Recep Tayyip Erdogan. >They< discussed Libya.",
        {"Emmanuel Macron", "Giorgia Meloni"},
    ),
]
NAMES = [
    (
        "en",
        "Prince Faisal bin Farhan bin Abdullah Al Saud flew to Nairobi.",
        "Prince Faisal bin Farhan bin Abdullah Al Saud",
        "SAU",
    ),
    ("en", "Prime Minister Muhammad Shehbaz Sharif flew to Baku.", "Shehbaz Sharif", "PAK"),
    ("en", "Ambassador of Japan Akamatsu Shuichi called on Anura Dissanayake.", "Akamatsu Shuichi", "JPN"),
    ("de", "Am Montag empfing Kanzler Scholz Polens Regierungschef Tusk.", "Olaf Scholz", "DEU"),
    ("de", "Marco Rubio sprach mit seinem Amtskollegen Lawrow.", "Sergey Lavrov", "RUS"),
    ("de", "Keller-Sutter telefonierte mit Trump.", "Karin Keller-Sutter", "CHE"),
    ("de", "Bundesminister Wadephul war in Kiew.", "Johann Wadephul", "DEU"),
    ("en", "PM Modi met Emmanuel Macron at 3 PM.", "Narendra Modi", "IND"),
    ("en", "Ruto, Museveni meet in Entebbe.", "Yoweri Museveni", "UGA"),
    ("de", "Der Außenminister Pakistans, Shah Mehmood Qureshi, reist nach Kabul.", "Shah Mehmood Qureshi", "PAK"),
    ("de", "Der Fischereiminister Tongas, Sione Havea, reist nach Suva.", "Sione Havea", "TON"),
    ("de", "Chinas Sonderbeauftragter für die Pazifikstaaten, Qian Bo, besuchte Vanuatu.", "Qian Bo", "CHN"),
    ("de", "Teherans Botschafter in Bagdad, Mohammed Kasem, riet davon ab.", "Mohammed Kasem", "IRN"),
    (
        "en",
        "Moldova's deputy prime minister for reintegration, Oleg Serebrian, was in Bender.",
        "Oleg Serebrian",
        "MDA",
    ),
    ("en", "China's envoy to the agency, Li Song, met Rafael Grossi.", "Li Song", "CHN"),
    ("en", "Xi Jinping sent a letter. China's ambassador, Xi Maoming, delivered it.", "Xi Maoming", "CHN"),
]


def marked(text: str, language: str, lexicon: Lexicon) -> tuple[Draft, int]:
    """The analysed text without its marks, and where the marked word began."""
    at = text.index(">")
    plain = text.replace(">", "").replace("<", "")
    article = Article(text=plain, title=None, id="r", published="2025-03-12", language=language)
    return draft_of(article, lexicon), at


def meant(text: str, language: str, lexicon: Lexicon) -> set[str]:
    """Who of the people is meant by the marked word."""
    draft, at = marked(text, language, lexicon)
    return {m.name for m in draft.mentions if m.name and m.start <= at < m.end}


@pytest.mark.parametrize(("text", "who"), GERMAN)
def test_whom_a_german_word_means(text: str, who: str | None, lexicon: Lexicon) -> None:
    assert meant(text, "de", lexicon) == ({who} if who else set())


@pytest.mark.parametrize(("text", "who"), ENGLISH)
def test_whom_an_english_word_means(text: str, who: str | None, lexicon: Lexicon) -> None:
    assert meant(text, "en", lexicon) == ({who} if who else set())


@pytest.mark.parametrize(("language", "text", "both"), PAIRS)
def test_which_two_are_meant(language: str, text: str, both: set[str] | None, lexicon: Lexicon) -> None:
    assert meant(text, language, lexicon) == (both or set())


@pytest.mark.parametrize(("language", "text", "name", "country"), NAMES)
def test_names_behind_what_the_office_is_for(
    language: str, text: str, name: str, country: str, lexicon: Lexicon
) -> None:
    article = Article(text=text, title=None, id="r", published="2025-03-12", language=language)
    found = {e.name: e.affiliation for e in draft_of(article, lexicon).entities if e.kind == "person"}
    assert found.get(name) == country


def test_who_owns_a_meeting_is_a_side_of_it(lexicon: Lexicon) -> None:
    from tensionwire.analysis.contacts.candidates import candidates, scenes

    article = Article(
        text="Emmanuel Macron ist in Washington. Ein Treffen Macrons mit Donald Trump ist für Freitag geplant.",
        title=None,
        id="r",
        published="2025-03-12",
        language="de",
    )
    keys = [{c.one.key, c.other.key} for s in scenes(draft_of(article, lexicon)) for c in candidates(s)]
    assert {"Emmanuel Macron", "Donald Trump"} in keys


COUNTERPARTS = [
    ("de", "Marco Rubio sprach mit seinem >Amtskollegen< aus Bahrain.", [("BHR", "foreign-minister")]),
    (
        "de",
        "Marco Rubio sprach mit seinen >Kollegen< aus Bahrain und Kuwait.",
        [("BHR", "foreign-minister"), ("KWT", "foreign-minister")],
    ),
    ("en", "Marco Rubio rang his Bahraini >counterpart<.", [("BHR", "foreign-minister")]),
    ("en", "Marco Rubio rang his >colleague< from Bahrain.", [("BHR", "foreign-minister")]),
    # A pronoun says whose an office is: its own subject's, as a rule.
    (
        "en",
        "Johann Wadephul criticised Paris. Emmanuel Macron met his >foreign minister<.",
        [("FRA", "foreign-minister")],
    ),
    (
        "de",
        "Marco Rubio traf Wang Yi. Emmanuel Macron beriet mit seinem >Außenminister<.",
        [("FRA", "foreign-minister")],
    ),
    ("en", "Keir Starmer saw Marco Rubio. Macron's >foreign minister< was away.", [("FRA", "foreign-minister")]),
    (
        "de",
        "Peru und Chile nähern sich an. Die >Außenminister< beider Länder wollen reden.",
        [("CHL", None), ("PER", None)],
    ),
    (
        "de",
        "Peru und Chile nähern sich an. Die >Außenminister< der zwei Andenstaaten reden.",
        [("CHL", None), ("PER", None)],
    ),
    (
        "de",
        ">Sondergesandte< Perus und Chiles trafen sich in Quito.",
        [("CHL", "special-envoy"), ("PER", "special-envoy")],
    ),
    ("en", "Japan said its >prime minister< would visit Manila.", [("JPN", "head-of-government")]),
    ("de", "Japan teilte mit, sein >Ministerpräsident< werde Manila besuchen.", [("JPN", "head-of-government")]),
    ("en", "A >delegation< of the West African bloc ECOWAS met Paul Biya.", [("ECOWAS", None)]),
    ("de", "Eine >Delegation< der westafrikanischen Staatengemeinschaft Ecowas traf Paul Biya.", [("ECOWAS", None)]),
]


@pytest.mark.parametrize(
    "text",
    [
        "Anthony Albanese sat in Parliament House, the prime minister said.",
        "Frau Landolt, Taiwans Präsident Anthony Albanese reist ab.",
        "At noon Kashif Abdullah rang Anthony Albanese.",
    ],
)
def test_what_names_no_official(text: str, lexicon: Lexicon) -> None:
    found = draft_of(Article(text=text, title=None, id="r", published="2025-03-12"), lexicon).entities
    assert {e.name for e in found if e.kind == "person"} == {"Anthony Albanese"}


def test_a_surname_that_is_a_word_names_nobody_alone(lexicon: Lexicon) -> None:
    text = "Frieden in der Ukraine: Beate Meinl-Reisinger traf Andrij Sybiha."
    found = draft_of(Article(text=text, title=None, id="r", published="2025-03-12", language="de"), lexicon).entities
    assert {e.name for e in found if e.kind == "person"} == {"Beate Meinl-Reisinger", "Andrij Sybiha"}


@pytest.mark.parametrize(("language", "text", "officials"), COUNTERPARTS)
def test_officials_without_a_name(
    language: str, text: str, officials: list[tuple[str, str | None]], lexicon: Lexicon
) -> None:
    draft, at = marked(text, language, lexicon)
    found = sorted((m.affiliation, m.role) for m in draft.mentions if m.personal and m.start <= at < m.end)
    assert [state for state, _ in found] == [state for state, _ in officials]
    assert all(role in (None, said) for (_, said), (_, role) in zip(found, officials, strict=True))
