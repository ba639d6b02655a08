"""`tensionwire backtest`: an archive, offline."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tensionwire.cli.backtest import _pace, backtest

SEEDS = str(Path(__file__).resolve().parents[2] / "seeds")


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(backtest, list(arguments))
    assert done.exit_code == code, done.output
    return done.output


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments).splitlines()]


def test_it_is_deterministic_and_names_what_became_of_each_alert() -> None:
    assert run("--json", SEEDS) == run("--json", SEEDS)
    found = rows("--json", SEEDS)
    assert {"contact.new", "contact.changed", "flashpoint.new"} == {a["kind"] for a in found}
    assert all(
        [(r["receiver"], r["outcome"], r["rule"]) for r in a["receivers"]] == [("console", "delivered", "route")]
        for a in found
    )


def test_contacts_carry_their_life_and_their_articles() -> None:
    jakarta = next(r for r in rows("--contacts", "--json", SEEDS) if r.get("place") == "Jakarta")
    assert [step["status"] for step in jakarta["history"]] == ["planned", "held"]
    assert len(jakarta["sightings"]) == 3
    assert {s["article"][:9] for s in jakarta["sightings"]} == {"seed-05-j", "seed-06-j", "seed-07-j"}


def test_the_order_of_arrival_changes_no_record_of_the_seeds() -> None:
    def told(*arguments: str) -> set[tuple[str, frozenset[str]]]:
        found = rows("--contacts", "--json", *arguments)
        return {(r["status"], frozenset(s["article"] + s["contact"] for s in r["sightings"])) for r in found}

    wanted = told(SEEDS)
    assert all(told("--seed", str(seed), SEEDS) == wanted for seed in range(3))


def test_people_read_a_summary_by_rule_and_receiver() -> None:
    said = run("--summary", SEEDS)
    assert "17 articles over" in said
    assert "contact.new" in said
    assert "console" in said
    assert "hears nothing" not in said


def test_a_folder_without_articles_is_said_to_be_one(tmp_path: Path) -> None:
    said = run(str(tmp_path), code=1)
    assert "there are no articles in this folder" in said
    assert said.endswith("no articles: nothing to play\n")


@pytest.mark.parametrize(
    ("number", "days", "said"),
    [
        (0, 9, "never"),
        (22, 1107, "1 every 50 days"),
        (8, 9, "8 in 9 days"),
        (2, 3, "2 in 3 days"),
        (1, 2, "1 every 2 days"),
        (2, 5, "2 in 5 days"),
        (1, 2000, "1 every 2,000 days"),
        (9, 9, "1.0 a day"),
        (3400, 10, "340.0 a day"),
    ],
)
def test_what_is_rare_is_told_in_days(number: int, days: int, said: str) -> None:
    assert _pace(number, days) == said


def test_what_is_no_article_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": 1}\n{"text": "Angela Merkel traf am Montag Wladimir Putin."}\n')
    said = run("--summary", str(tmp_path / "a.jsonl"), code=1)
    assert "a.jsonl:1" in said
    assert "1 article over 1 day; 1 alert (1 contact.new)" in said
