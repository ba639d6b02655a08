"""`tensionwire rules`: what an analyst sees."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tensionwire.cli.rules import rules

EXAMPLES = Path(__file__).resolve().parents[2] / "alerts" / "examples"
RULES = sorted(f for f in EXAMPLES.glob("*.yaml") if not f.name.endswith(".test.yaml"))
PLANNED = "US-Außenminister Antony Blinken will am Donnerstag in Jakarta den Spitzendiplomaten Wang Yi treffen."


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(rules, [str(a) for a in arguments])
    return done.exit_code, done.output


def cases(folder: Path, expect: str, more: str = "") -> Path:
    (folder / "r.yaml").write_text("receivers: [{name: desk, console: {}}]\nroute: {receivers: [desk]}\n")
    file = folder / "t.yaml"
    article = f'{{text: "{PLANNED}", published: 2023-07-12}}'
    file.write_text(f"rules: r.yaml\ntests:\n  - name: one\n    articles: [{article}]\n    expect: {expect}\n{more}")
    return file


@pytest.mark.parametrize("file", RULES, ids=lambda f: f.stem)
def test_the_examples_can_be_used(file: Path) -> None:
    code, said = run("check", file)
    assert code == 0, said
    assert ": good, hash " in said


def test_the_examples_tests_hold() -> None:
    code, said = run("test", *EXAMPLES.glob("*.test.yaml"))
    assert code == 0, said
    assert "all good" in said


def test_a_mistake_ends_with_78_and_names_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("receivers:\n  - name: desk\n    konsole: {}\nroute: {receivers: [desk]}\n")
    code, said = run("check", file)
    assert code == 78
    assert f"{file}:3: `konsole` is not known here; did you mean `console`?" in said


def test_what_is_expected_and_does_not_come_is_shown_with_its_line(tmp_path: Path) -> None:
    code, said = run("test", cases(tmp_path, "[{kind: contact.new, status: held}]"))
    assert code == 1
    assert "FAIL  one" in said
    assert "line 5: expected, did not come" in said
    assert "came, not expected: contact.new, planned" in said


def test_what_comes_and_is_expected_holds(tmp_path: Path) -> None:
    wanted = "[{kind: contact.new, people: [Blinken, Wang Yi], status: planned, headline: Jakarta, receivers: [desk]}]"
    assert run("test", cases(tmp_path, wanted)) == (0, "ok    one\n1 tests, all good\n")
    assert run("test", cases(tmp_path, "[]", "    others: true\n"))[0] == 0
    assert run("test", cases(tmp_path, "[]"))[0] == 1


def test_a_bad_file_of_tests_is_named_with_its_line(tmp_path: Path) -> None:
    code, said = run("test", cases(tmp_path, "[{knid: contact.new}]"))
    assert code == 78
    assert "t.yaml:5: `knid` is not known here; did you mean `kind`?" in said


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("nothing", "t.yaml:5: `expect` takes a list, not text"),
        ("[{people: Wang Yi}]", "t.yaml:5: `people` takes a list, not text"),
        ("[{kind: contact.old}]", "'contact.old' is no value of `kind`; it can be: contact.new, contact.changed"),
        ("[{form: lunch}]", "'lunch' is no value of `form`; it can be: "),
    ],
)
def test_a_wrong_type_is_said_as_plainly_as_in_rules(tmp_path: Path, expect: str, said: str) -> None:
    code, answer = run("test", cases(tmp_path, expect))
    assert code == 78
    assert said in answer


def test_the_schema_is_printed() -> None:
    code, said = run("check", "--schema")
    assert code == 0
    assert '"title": "Tensionwire rules"' in said
