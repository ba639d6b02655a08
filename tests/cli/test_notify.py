"""`tensionwire notify test`: does it arrive there, and if not, why."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tensionwire.cli.main import cli
from tests.edge.receiver import Receiver


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["notify", "test", *arguments], catch_exceptions=False)


@pytest.fixture(autouse=True)
def rules(receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENSIONWIRE_RULES", str(receiver.rules(tmp_path)))
    monkeypatch.setenv("TEST_SECRET", receiver.secret)


def test_a_marked_test_arrives(receiver: Receiver) -> None:
    said = run("hook")
    assert (said.exit_code, "hook (webhook) took the test after" in said.output) == (0, True)
    [call] = receiver.calls
    assert call.data["type"] == "test"
    assert call.id.startswith("test-")


def test_a_refusal_is_said_and_what_an_alert_would_meet(receiver: Receiver) -> None:
    receiver.answer = lambda n: (503 if n == 0 else 404, {}, 0.0)
    said = run("hook")
    assert (said.exit_code, "http-503; an alert would be tried again" in said.output) == (1, True)
    assert "http-404; an alert would be a dead letter" in run("hook").output


def test_who_is_unknown_and_what_cannot_be_opened_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("nobody")
    assert (said.exit_code, "the rules name: hook" in said.output) == (1, True)
    monkeypatch.delenv("TEST_SECRET")
    said = run("hook")
    assert (said.exit_code, "TEST_SECRET is not set" in said.output) == (78, True)
