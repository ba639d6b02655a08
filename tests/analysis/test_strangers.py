"""People whom the list does not have, found by what the text says of them. Everybody here is made up, but the known.

Published on Wednesday, 12 March 2025.
"""

import pytest

from tensionwire.analysis import analyse
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon
from tensionwire.lexicon.origins import Origins

SAID = [
    # several of one office, of two states
    (
        "en",
        "Japan and the United States are still apart. The chief negotiators, Kenji Moriwake and Wendell Crane, will "
        "confer by video next week.",
        {"Kenji Moriwake": ("JPN", "negotiator"), "Wendell Crane": ("USA", "negotiator")},
    ),
    # a nickname, and what stands before a name
    (
        "en",
        "Philippine Foreign Secretary Corazon “Cora” Villarde met Indonesia's Trade Minister, Datuk Seri Amir Hamdan.",
        {"Corazon Villarde": ("PHL", "foreign-minister"), "Amir Hamdan": ("IDN", "other-minister")},
    ),
    (
        "en",
        "The talks were led by H.E. Idris Warsame, Foreign Minister of Sudan.",
        {"Idris Warsame": ("SDN", "foreign-minister")},
    ),
    # the office behind, with what it is for
    (
        "en",
        "Badr Abdelatty met Yusuf Warsame, Deputy Minister of Foreign Affairs of Somalia.",
        {"Yusuf Warsame": ("SOM", "deputy-minister")},
    ),
    (
        "de",
        "Badr Abdelatty traf Yusuf Warsame, Vizeminister für auswärtige Angelegenheiten Somalias.",
        {"Yusuf Warsame": ("SOM", "deputy-minister")},
    ),
    # ministers of whom the text says no more
    (
        "en",
        "The Irish minister for overseas aid, Sean Quilty, flew to Nairobi.",
        {"Sean Quilty": ("IRL", "other-minister")},
    ),
    (
        "de",
        "Der polnische Minister Pawel Zagorski reiste am Montag nach Nairobi.",
        {"Pawel Zagorski": ("POL", "other-minister")},
    ),
    # each of them of a state, said behind the name
    (
        "en",
        "Justice Ministers Goran Babovic of Croatia and Nela Kustric of Serbia met in Zagreb.",
        {"Goran Babovic": ("HRV", "other-minister"), "Nela Kustric": ("SRB", "other-minister")},
    ),
    (
        "de",
        "Chinas Vertreter Wan Gangli sprach in Tokio mit der Opposition.",
        {"Wan Gangli": ("CHN", "special-envoy")},
    ),
    (
        "en",
        "ECOWAS met the leader of Guinea's junta, Colonel Mamady Kourala, in Conakry.",
        {"Mamady Kourala": ("GIN", "head-of-state")},
    ),
    # courtesies are no part of a name
    (
        "en",
        "Nepal's Foreign Minister, Dr Bimal Raj Thapaliya, received the Indian ambassador, Shri Arun Deshmane.",
        {"Bimal Raj Thapaliya": ("NPL", "foreign-minister"), "Arun Deshmane": ("IND", "ambassador")},
    ),
    # deputies
    (
        "en",
        "Emmanuel Macron stayed at home. His deputy, Honoré Lachaume, flew to Rabat.",
        {"Honoré Lachaume": ("FRA", "deputy-minister")},
    ),
    (
        "de",
        "Recep Tayyip Erdoğan blieb in Ankara. Sein Stellvertreter Selim Karadere flog nach Kairo.",
        {"Selim Karadere": ("TUR", "deputy-minister")},
    ),
    # soldiers
    (
        "en",
        "Admiral Ross Tillery of the U.S. fleet will ring in May. In China, General Wu Tianhe is waiting.",
        {"Wu Tianhe": ("CHN", "military-chief")},
    ),
    # names of three words in German
    (
        "de",
        "Der türkische Vizeaußenminister Selim Cahit Karadere ließ den Termin platzen.",
        {"Selim Cahit Karadere": ("TUR", "deputy-minister")},
    ),
    (
        "de",
        "Am Montag warf der polnische Innenminister Jan Kowalik Versäumnisse der Grenzer vor.",
        {"Jan Kowalik": ("POL", "interior-minister")},
    ),
    # of a state that only the name tells
    (
        "de",
        "Japan und die USA ringen um Zölle. In Washington wartete am Montag die Presse. Landwirtschaftsminister "
        "Kenji Matsumoto sagte ein Treffen zu.",
        {"Kenji Matsumoto": ("JPN", "other-minister")},
    ),
    # the state that the sentence says, not that of the name
    (
        "de",
        "Deutschland will mehr Weizen. Landwirtschaftsminister Cem Yildiz traf am Montag in Ankara den türkischen "
        "Landwirtschaftsminister Ibrahim Demir.",
        {"Cem Yildiz": ("DEU", "other-minister"), "Ibrahim Demir": ("TUR", "other-minister")},
    ),
    (
        "en",
        "Japan is not pleased. Trade Minister Kenji Hara of Canada met reporters on Monday.",
        {"Kenji Hara": ("CAN", "other-minister")},
    ),
    # the second one, where the first is known
    (
        "en",
        "China and Japan disagree. The chief negotiators, Wang Yi and Kenji Moriwake, met on Monday.",
        {"Wang Yi": ("CHN", "negotiator"), "Kenji Moriwake": ("JPN", "negotiator")},
    ),
    # a family name of the list that is a given name here; names with particles
    ("de", "Der deutsche General Frank Rudd besuchte Kiew.", {"Frank Rudd": ("DEU", "military-chief")}),
    (
        "de",
        "Der saudische Vizeaußenminister Walid bin Khalid al-Harbi kam am Montag.",
        {"Walid bin Khalid al-Harbi": ("SAU", "deputy-minister")},
    ),
    # a Chinese given name, where another ambassador has the family name
    (
        "de",
        "China blieb stumm. Botschafter Chen Daoliang ging am Donnerstag wieder.",
        {"Chen Daoliang": ("CHN", "ambassador")},
    ),
    # before the office: behind a day, behind a word for the people, and with a part of the verb between
    (
        "en",
        "On Monday Enrique Salgueiro, the foreign minister in Tegucigalpa, came to Taipei.",
        {"Enrique Salgueiro": ("HND", "foreign-minister")},
    ),
    (
        "de",
        "Der Franzose Sébastien Lecarnet, Verteidigungsminister, kommt nach Rom.",
        {"Sébastien Lecarnet": ("FRA", "defence-minister")},
    ),
    (
        "de",
        "Er legte seine Bilder auch Jassim al-Budairi vor, dem Generalsekretär des Golf-Kooperationsrats.",
        {"Jassim al-Budairi": ("GCC", "org-head")},
    ),
    # months with which names begin
    (
        "de",
        "Der deutsche Staatssekretär Jörg Maierhof und Staatssekretärin Juliane Seefeldt kamen nach Tunis.",
        {"Jörg Maierhof": ("DEU", "deputy-minister"), "Juliane Seefeldt": ("DEU", "deputy-minister")},
    ),
    # a prince who holds an office
    (
        "en",
        "Prince Faisal bin Farhan flew to Amman on Monday.",
        {"Prince Faisal bin Farhan": ("SAU", "foreign-minister")},
    ),
]


@pytest.mark.parametrize(("language", "text", "people"), SAID)
def test_people(language: str, text: str, people: dict[str, tuple[str, str]], lexicon: Lexicon) -> None:
    found = analyse(Article(text=text, id="a", published="2025-03-12", language=language), lexicon)
    told = {e.name: (e.affiliation, e.role) for e in found.entities if e.kind == "person"}
    for name, what in people.items():
        assert told.get(name) == what, told


def test_the_family_name_alone_beside_a_counterpart(lexicon: Lexicon) -> None:
    text = "Meinl-Reisinger sprach am Montag mit ihrem Schweizer Kollegen."
    draft = draft_of(Article(text=text, id="a", published="2025-06-12", language="de"), lexicon)
    assert {m.name for m in draft.mentions if m.name} == {"Beate Meinl-Reisinger"}


def test_somebody_of_a_state_in_no_office(lexicon: Lexicon) -> None:
    text = "Pakistan's Ahmed Malik met Marco Rubio in London on Thursday."
    found = analyse(Article(text=text, id="a", published="2025-03-12", language="en"), lexicon)
    assert [(e.affiliation, e.role) for e in found.entities if e.name == "Ahmed Malik"] == [("PAK", None)]


def test_one_of_a_people(lexicon: Lexicon) -> None:
    text = "Simon Karam sagte nichts. Der Israeli Uri Reznik und Marco Rubio sprachen in Nakura."
    found = analyse(Article(text=text, id="a", published="2025-03-12", language="de"), lexicon)
    assert [(e.affiliation, e.role) for e in found.entities if e.name == "Uri Reznik"] == [("ISR", None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russia's Black Sea Fleet left port. Marco Rubio said nothing.", {"Marco Rubio"}),
        ("Ein Gipfel Putins mit Trump sei möglich, hieß es im Kreml.", {"Vladimir Putin", "Donald Trump"}),
        ("Professor Xi Zhang of Leeds met Sergei Lavrov. General Xi Chen was late.", {"Sergei Lavrov"}),
        ("Rubio High School beat Kagame Academy. Sergei Lavrov laughed.", {"Sergei Lavrov"}),
        ("Die Regierung Merz lobte Sergej Lawrow.", {"Sergej Lawrow"}),
        ("Die Biden-Regierung schweigt. Brazil's Lula spoke.", {"Luiz Inácio Lula da Silva"}),
        ("China's Li Auto met President Aleksandar Vucic.", {"Aleksandar Vucic"}),
        ("Germany's Martin Luther University hosted Emmanuel Macron.", {"Emmanuel Macron"}),
        ("From the Philippines Peter Cullen, a singer, came home. Marco Rubio waited.", {"Marco Rubio"}),
        ("China wants more. General Motors Chief Mary Barron met Narendra Modi.", {"Narendra Modi"}),
        ("Kenya waits. Surgeon General Anna Brooks resigned. Marco Rubio was silent.", {"Marco Rubio"}),
        (
            "Marco Rubio was in Ankara. The mayor's deputy, Jonas Krell, met nobody.",
            {"Marco Rubio"},
        ),
        ("Den Vorschlag, die Außenminister einzuladen, machte Kaja Kallas. Iran schwieg.", {"Kaja Kallas"}),
        (
            "Mit Vizepremier Liu He sind zwei Stunden vereinbart. Peter Altmaier flog am Abend zurück.",
            {"Liu He", "Peter Altmaier"},
        ),
    ],
)
def test_nobody_else(text: str, names: set[str], lexicon: Lexicon) -> None:
    found = analyse(Article(text=text, id="a", published="2020-03-12"), lexicon)
    assert {e.name for e in found.entities if e.kind == "person"} == names


def test_a_name_in_a_name_is_no_pronoun(lexicon: Lexicon) -> None:
    text = "Scott Bessent landed in Geneva on Friday. He Lifeng met Jamieson Greer on Saturday."
    draft = draft_of(Article(text=text, id="a", published="2025-05-12", language="en"), lexicon)
    assert [m for m in draft.mentions if m.kind == "pronoun"] == []


@pytest.mark.parametrize(
    ("name", "among", "state"),
    [
        ("Ararat Sargsyan", {"ARM", "USA"}, "ARM"),
        ("Oleksandr Petrenko", {"UKR", "DEU"}, "UKR"),
        ("Ararat Sargsyan", {"USA", "DEU"}, None),
        ("Qqx Zzyx", {"ARM", "USA"}, None),
        ("Ararat", {"ARM"}, None),
        ("Ararat Sargsyan", set(), None),
    ],
)
def test_origins(name: str, among: set[str], state: str | None, lexicon: Lexicon) -> None:
    assert Origins(lexicon.persons).of(name, among) == state
