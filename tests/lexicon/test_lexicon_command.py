"""`tensionwire lexicon check`, `test`, `add`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tensionwire.cli.lexicon import lexicon
from tensionwire.lexicon import load
from tests.lexicon.small import ship_few


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.delenv("TENSIONWIRE_LEXICON_DIR", raising=False)


@pytest.fixture
def few(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    ship_few(tmp_path_factory.mktemp("few") / "data", monkeypatch)


def run(*words: str) -> Result:
    return CliRunner().invoke(lexicon, words)


def meanings(folder: Path, text: str) -> set[str]:
    return {f"{m.kind} {m.value}" for hit in load(folder).find(text) for m in hit.meanings}


def test_the_shipped_words_are_sound() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "warning" not in result.output and "error" not in result.output


def test_the_shipped_sentences_hold() -> None:
    result = run("test")
    assert result.exit_code == 0, result.output


def test_check_names_every_mistake(tmp_path: Path, few: None) -> None:
    (tmp_path / "flashpoint.yaml").write_text("chips: {words: [x]}\n")
    (tmp_path / "status.yaml").write_text("planned: [met]\nmaybe: [x]\n")
    (tmp_path / "tension.yaml").write_text("escalation: {war: {stems: [Krieg]}}\n")
    result = run("check", "--folder", str(tmp_path))
    assert result.exit_code == 1
    assert f"{tmp_path / 'flashpoint.yaml'}:1: warning: is not read: did you mean flashpoints.yaml?" in result.output
    assert f"{tmp_path / 'status.yaml'}:2: error: unknown family 'maybe'" in result.output
    assert f"{tmp_path / 'tension.yaml'}:1: error: the family war needs a number" in result.output


def test_a_folder_that_is_none_has_no_line(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert f"{nowhere}: error: is no folder" in run("check", "--folder", str(nowhere)).output
    assert f"{nowhere}: is no folder" in run("test", "--folder", str(nowhere)).output


def test_check_knows_codes_and_dates(tmp_path: Path, few: None) -> None:
    head = "wikidata_id,name,country,office,role,start,end,aliases\n"
    (tmp_path / "officials.csv").write_text(head + ",A Person,GRMN,x,ambassador,26.11.2026,,\n")
    (tmp_path / "cities.csv").write_text("code,names\nDUE,Hierstadt\n")
    (tmp_path / "blocs.csv").write_text("names,members\nBalten,EST|LVT|LTU\n")
    (tmp_path / "nationals.csv").write_text("name,organisation,state\nRafael Grossi,IAEA,ARR\nA Person,IAEA,ARG\n")
    result = run("check", "--folder", str(tmp_path))
    assert result.exit_code == 0
    assert "officials.csv:2: warning: 'GRMN' is the code of no country or organisation" in result.output
    assert "officials.csv:2: warning: start is '26.11.2026'" in result.output
    assert "blocs.csv:2: warning: 'LVT' is the code of no country or organisation" in result.output
    assert "cities.csv:2: warning: 'DUE' is the code of no country or organisation: did you mean DEU?" in result.output
    assert "nationals.csv:2: warning: 'ARR' is the code of no country or organisation" in result.output
    assert "nationals.csv:3: warning: A Person of IAEA is nobody in officials.csv" in result.output


OFFICIALS = "wikidata_id,name,country,office,role,start,end,aliases\n"


def test_check_names_two_who_hold_one_office(tmp_path: Path, few: None) -> None:
    file = tmp_path / "officials.csv"
    rows = ",New Person,MCO,x,foreign-minister,2026-05,,\n,Old Person,MCO,x,foreign-minister,2021,,\n"
    file.write_text(OFFICIALS + rows)
    result = run("check", "--folder", str(tmp_path))
    assert result.exit_code == 0
    assert f"{file}:3: warning: Old Person has no end as foreign-minister of MCO" in result.output
    assert f"since 2026-05 it is New Person ({file}:2)" in result.output
    assert result.output.count("warning") == 1


@pytest.mark.parametrize(
    "rows",
    [
        ",Old Person,MCO,x,foreign-minister,2021,2026-05,\n,New Person,MCO,x,foreign-minister,2026-05,,\n",
        ",One Person,MCO,x,foreign-minister,2021,,\n,One Person,MCO,y,foreign-minister,2026-05,,\n",
        "Q1,One Person,MCO,x,foreign-minister,2021,,\nQ1,A. Person,MCO,y,foreign-minister,2026-05,,\n",
        ",One Person,MCO,x,ambassador,2021,,\n,Other Person,MCO,x,ambassador,2026-05,,\n",
        ",One Person,SMR,x,head-of-state,2026-04,,\n,Other Person,SMR,x,head-of-state,2026-04,,\n",
    ],
    ids=["closed", "same-name", "same-id", "no-top-role", "two-captains-regent"],
)
def test_check_lets_pass_what_is_usual(tmp_path: Path, few: None, rows: str) -> None:
    (tmp_path / "officials.csv").write_text(OFFICIALS + rows)
    assert "has no end" not in run("check", "--folder", str(tmp_path)).output


def test_a_key_twice_is_no_silent_loss(tmp_path: Path, few: None) -> None:
    (tmp_path / "flashpoints.yaml").write_text("chips: {words: [a]}\n\nchips: {words: [b]}\n")
    assert (
        "flashpoints.yaml:3: error: chips stands here a second time" in run("check", "--folder", str(tmp_path)).output
    )


def test_a_sentence_that_does_not_hold(tmp_path: Path, few: None) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "- text: Der Schüler in Paris.\n  finds: {Schüler: office monarch}\n- text: Paris!\n  misses: [Paris]\n"
    )
    result = run("test", str(file))
    assert result.exit_code == 1
    assert f"{file}:1: 'Schüler' should be office monarch, and is nothing" in result.output
    assert f"{file}:3: 'Paris' should mean nothing, and is seat FRA" in result.output
    assert "0 of 2 sentences hold" in result.output


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("text: x\n", "must be a list"),
        ("- finds: {}\n", "an example has a `text`"),
        ("- text: abc\n  misses: [x]\n", "'x' does not stand in its text"),
        ("- text: abc\n  language: fr\n", "unknown language"),
        ("- text: abc\n  finds: [abc]\n", "`finds` is {word: kind value}"),
    ],
)
def test_sentences_that_cannot_be_read(tmp_path: Path, few: None, text: str, problem: str) -> None:
    (tmp_path / "own.yaml").write_text(text)
    result = run("test", str(tmp_path / "own.yaml"))
    assert result.exit_code == 1 and f"own.yaml:1: {problem}" in result.output


def test_adding_words(tmp_path: Path, few: None) -> None:
    place = ("--folder", str(tmp_path))
    result = run("add", "word", *place, "topic-prefix", "chips", "Halbleiter", "no")
    assert result.exit_code == 0 and "Halbleiter now means topic chips" in result.output
    assert "no now means" in result.output  # each word has its answer
    assert "topic chips" in meanings(tmp_path, "Halbleiterstreit")
    result = run("add", "word", *place, "escalation", "threat", "Drohkulisse")
    assert "Drohkulisse now means tension escalation" in result.output


def test_adding_a_person_and_a_further_term(tmp_path: Path, few: None) -> None:
    place = ("--folder", str(tmp_path))
    term = ("--country", "DEU", "--role", "foreign-minister", "--from", "2026-11-26")
    assert run("add", "person", *place, "Jana Beispiel", *term, "--alias", "Jana Beispiel-Muster").exit_code == 0
    assert meanings(tmp_path, "Jana Beispiel-Muster") == {"person Jana Beispiel"}
    later = ("--country", "ARM", "--role", "special-envoy", "--from", "2026-12")
    assert run("add", "person", *place, "Nikol Pashinyan", *later).exit_code == 0
    (pashinyan,) = [p for p in load(tmp_path).persons if p.name == "Nikol Pashinyan"]
    assert {t.role for t in pashinyan.terms} >= {"head-of-government", "special-envoy"}


def test_what_cannot_be_loaded_is_taken_back(tmp_path: Path, few: None) -> None:
    place = ("--folder", str(tmp_path))
    dates = ("--from", "2026", "--until", "2020")
    result = run("add", "person", *place, "A Person", "--country", "DEU", "--role", "ambassador", *dates)
    assert result.exit_code == 1 and "Nothing was changed" in result.output
    assert not list(tmp_path.iterdir())
    result = run("add", "word", *place, "office-de", "boss", "Chef")
    assert result.exit_code == 1 and "unknown role 'boss'" in result.output
    assert not list(tmp_path.iterdir())


def test_adding_needs_a_folder() -> None:
    result = run("add", "word", "topic", "chips", "x")
    assert result.exit_code == 2 and "TENSIONWIRE_LEXICON_DIR" in result.output
