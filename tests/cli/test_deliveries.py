"""`tensionwire deliveries` and `deadletters list`: what is not there is named, with what is."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tensionwire.cli.main import cli
from tensionwire.contracts.delivery import Delivery

ROWS = [
    Delivery(alert_id="a1", receiver="newsroom", outcome="delivered", record="r1"),
    Delivery(alert_id="a2", receiver="desk", outcome="delivered", record="r2"),
]
RULES = """
receivers: [{name: newsroom, console: {}}, {name: quiet, console: {}}]
route: {receivers: [newsroom, quiet]}
"""


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    monkeypatch.setenv("TENSIONWIRE_RULES", str(tmp_path / "rules.yaml"))
    monkeypatch.setenv("TENSIONWIRE_KAFKA", "127.0.0.1:1")
    monkeypatch.setattr("consumers.outcomes.read_ledger", lambda _: iter(ROWS))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.mark.parametrize("more", [(), ("--json",), ("--waiting",)])
def test_an_unknown_receiver_is_named_with_the_known_ones(more: tuple[str, ...]) -> None:
    done = run("deliveries", "--receiver", "nobody", *more)
    assert done.exit_code == 2
    assert "no receiver is called 'nobody'; there are: desk, newsroom, quiet" in done.stderr
    assert "settled yet" not in done.output


def test_a_receiver_of_the_rules_has_nothing_yet() -> None:
    done = run("deliveries", "--receiver", "quiet")
    assert (done.exit_code, done.output) == (0, "no alert has been settled yet for quiet\n")


def test_an_unknown_alert_is_named() -> None:
    done = run("deliveries", "--alert", "xxx")
    assert done.exit_code == 1
    assert "the ledger has no alert with the id 'xxx'" in done.stderr
    assert "newsroom" in run("deliveries", "--alert", "a1").output


def test_an_alert_that_did_not_go_there_says_where_it_went() -> None:
    done = run("deliveries", "--alert", "a1", "--receiver", "desk")
    assert done.exit_code == 2
    assert "alert a1 has no row at 'desk'; it has at: newsroom" in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("option", "known"), [("--step", ("tag", "decide", "notify")), ("--topic", ("articles", "sightings", "deliveries"))]
)
@pytest.mark.parametrize("verb", [("list",), ("replay",), ("export", "-")])
def test_a_step_or_topic_that_no_letter_has_is_refused(
    option: str, known: tuple[str, ...], verb: tuple[str, ...]
) -> None:
    done = run("deadletters", *verb, option, "nonsense")
    assert done.exit_code == 2
    assert "'nonsense' is not one of" in done.stderr
    assert all(name in done.stderr for name in known)
