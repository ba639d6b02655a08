"""The lexicon: what an analyst may edit, and how mistakes are named."""

import csv
from pathlib import Path

import pytest

from tensionwire.lexicon import LexiconError, load, names
from tensionwire.lexicon.inflection import with_genitive
from tensionwire.lexicon.places import DATA, places


def overlay(folder: Path, file: str, text: str) -> Path:
    (folder / file).write_text(text, encoding="utf-8")
    return folder


def kinds(text: str, folder: Path | None = None) -> list[tuple[str, str, str]]:
    return [(text[h.start : h.end], m.kind, m.value) for h in load(folder).find(text) for m in h.meanings]


def test_words_of_an_overlay_lie_over_the_shipped_ones(tmp_path: Path) -> None:
    overlay(tmp_path, "flashpoints.yaml", "chips: {prefixes: [Halbleiter], words: [semiconductors]}\n")
    assert ("Halbleiterstreit", "topic", "chips") in kinds("Der Halbleiterstreit", tmp_path)
    assert ("Taiwanfrage", "topic", "taiwan") in kinds("Die Taiwanfrage", tmp_path)
    assert load(tmp_path).hash != load().hash


@pytest.mark.parametrize(
    ("file", "text", "line", "message"),
    [
        ("flashpoints.yaml", "a: {words: [x]}\nb: [y]\n", 2, "needs lists under"),
        ("flashpoints.yaml", "a: {words: [no]}\n", 1, "quote a word"),
        ("flashpoints.yaml", "a: [\n", 2, "is no YAML"),
        ("offices.yaml", "chief: {de: [Chef]}\n", 1, "unknown role"),
        ("status.yaml", "maybe: [x]\n", 1, "unknown family"),
        ("contacts.yaml", "meeting: {often: [x]}\n", 1, "needs lists under"),
        ("tension.yaml", "escalation: {war: {stems: [Krieg]}}\n", 1, "needs a number"),
        ("hints.yaml", "time: [hour]\nmeal: [working lunch]\n", 2, "hints are single words"),
        ("hints.yaml", "time: [hour]\nmeel: [raclette]\n", 2, "unknown list 'meel'; known: time, "),
        ("hints.yaml", "time: [hour]\nno: [raclette]\n", 2, "no is no text for YAML here: write it in quotes"),
        ("countries.csv", "code,name\n", 1, "must name the columns"),
        ("cities.csv", "code,names\nATA,Vostok||Wostok\n", 2, "needs a name"),
        ("blocs.csv", "names,members\nPacific Two,AUS\n", 2, "two states or more"),
        ("organisations.csv", "code,names\nX\n", 2, "needs 2 columns"),
        ("nationals.csv", "name,organisation,state\nA B,UN,\n", 2, "needs a name, an organisation and a state"),
        (
            "officials.csv",
            "wikidata_id,name,country,office,role,start,end,aliases\n,A B,USA,x,boss,,,\n",
            2,
            "unknown role",
        ),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, file: str, text: str, line: int, message: str) -> None:
    with pytest.raises(LexiconError, match=message) as error:
        load(overlay(tmp_path, file, text))
    assert str(error.value).startswith(f"{tmp_path / file}:{line}: ")


def test_hints_of_an_overlay_lie_over_the_shipped_ones(tmp_path: Path) -> None:
    hints = load(overlay(tmp_path, "hints.yaml", "meal: [Raclette]\n")).hints
    assert hints["raclette"] == ("meal",)
    assert "time" in hints["stunden"]


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "status.yaml").write_bytes(b"held: [a]\npossible: [\xff]\n")
    with pytest.raises(LexiconError, match=r"status.yaml:2: is not UTF-8"):
        load(tmp_path)


def test_spellings_inflections_and_compounds() -> None:
    assert ("Wolodymyr Selenskyj", "person", "Volodymyr Zelenskyy") in kinds("Wolodymyr Selenskyj")
    assert ("chinesischen", "adjective", "CHN") in kinds("den chinesischen")
    assert ("Außenministerin", "office", "foreign-minister") in kinds("US-Außenministerin")
    assert ("Kreml", "seat", "RUS") in kinds("im Kreml")


def test_places_beyond_the_seats_of_power(tmp_path: Path) -> None:
    assert ("Chabarowsk", "city", "RUS") in kinds("nach Chabarowsk") and ("Palawan", "city", "PHL") in kinds("Palawan")
    assert places()["chabarowsk"] == places()["khabarovsk"] == "RUS"
    overlay(tmp_path, "cities.csv", "code,names\nATA,Vostok@en|Wostok@de\n")
    assert ("Wostok", "city", "ATA") in kinds("von Wostok aus", tmp_path)


def test_no_city_takes_the_name_of_an_official_or_organisation() -> None:
    with (DATA / "officials.csv").open(encoding="utf-8", newline="") as stream:
        names = {part for row in csv.DictReader(stream) for part in row["name"].split()}
    with (DATA / "organisations.csv").open(encoding="utf-8", newline="") as stream:
        names |= {name for row in csv.DictReader(stream) for name in row["names"].split("|")}  # Hama's are no Hamas
    with (DATA / "cities.csv").open(encoding="utf-8", newline="") as stream:
        cities = [name for row in csv.DictReader(stream) for name in row["names"].split("|")]
    assert not [name for name in cities if not names.isdisjoint(with_genitive(name))]
    assert len(cities) == len(set(cities))


def test_words_that_only_look_like_it() -> None:
    assert kinds("Streitkräfte")[0][1] == "ignore"
    assert not [k for k in kinds("Job Strafe") if k[1] == "status"]


def test_names_for_readers() -> None:
    assert names()["CHN"] == ("China", "China")
    assert names()["DEU"] == ("Germany", "Deutschland")


def test_a_file_without_the_later_columns_still_counts(tmp_path: Path) -> None:
    head = "code,names_en,names_de,adjectives_en,adjectives_de,seats\n"
    overlay(tmp_path, "countries.csv", head + "XXA,Atlantis,Atlantis,Atlantean,atlantisch,Poseidonis\n")
    found = kinds("die atlantischen Gäste aus Poseidonis", tmp_path)
    assert ("atlantischen", "adjective", "XXA") in found and ("Poseidonis", "seat", "XXA") in found


def test_one_language_only() -> None:
    lexicon = load()

    def meant(text: str, language: str) -> set[str]:
        return {m.kind for hit in lexicon.find(text, language) for m in hit.meanings}

    assert meant("Island", "de") == {"country"} and meant("Island", "en") == set()
    assert "tension" in meant("war", "en") and "tension" not in meant("war", "de")


@pytest.mark.parametrize(
    ("name", "day", "country", "role"),
    [
        ("Qin Gang", "2023-06-18", "CHN", "foreign-minister"),
        ("Qin Gang", "2022-06-18", "CHN", "ambassador"),
        ("Xi Jinping", "2024-05-05", "CHN", "head-of-state"),
        ("Wang Yi", "2023-02-18", "CHN", "top-diplomat"),
        ("Wang Yi", "2024-02-18", "CHN", "foreign-minister"),
        ("Angela Merkel", "2015-01-01", "DEU", "head-of-government"),
        ("Ursula von der Leyen", "2016-01-01", "DEU", "defence-minister"),
        ("Ursula von der Leyen", "2025-01-01", "EU", "org-head"),
        ("Liz Truss", "2022-10-01", "GBR", "head-of-government"),
        ("Philip Hammond", "2015-10-01", "GBR", "foreign-minister"),
        ("Ismail Haniyeh", "2023-10-01", "HAMAS", "party-leader"),
        ("Mark Rutte", "2025-10-01", "NATO", "org-head"),
        ("Donald Trump", "2018-10-01", "USA", "head-of-state"),
        ("Donald Trump", "2025-10-01", "USA", "head-of-state"),
    ],
)
def test_who_held_which_office(name: str, day: str, country: str, role: str) -> None:
    (person,) = [p for p in load().persons if p.name == name]
    term = person.term_on(day)
    assert term is not None
    assert (term.country, term.role) == (country, role)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Xi Jinping", "Xi"),
        ("Luiz Inácio Lula da Silva", "Lula"),
        ("Abiy Ahmed", "Abiy"),
        ("Pedro Sánchez", "Sánchez"),
        ("Abdel Fattah al-Burhan", "Burhan"),
        ("Ursula von der Leyen", "Leyen"),
        ("Lee Hsien Loong", "Lee"),
        ("Kim Jong-un", "Kim"),
        ("Ban Ki-moon", "Ban"),
        ("Joseph Wu", "Wu"),
        ("Viktor Orbán", "Orbán"),
    ],
)
def test_what_texts_call_somebody(name: str, called: str) -> None:
    (person,) = [p for p in load().persons if p.name == name]
    assert person.surname() == called
