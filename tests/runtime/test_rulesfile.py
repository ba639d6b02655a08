"""A rules file is swapped while the service runs; a bad one changes nothing."""

from pathlib import Path

import pytest

from alerts.rules import RulesError
from tensionwire.runtime import telemetry
from tensionwire.runtime.rulesfile import RulesFile, read_rules
from tests.rules import rule

GOOD = "receivers:\n  - name: desk\n    console: {}\nroute:\n  receivers: [desk]\n"


def test_a_change_is_swapped_in_and_a_bad_file_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(GOOD)
    running = RulesFile(file)
    first = running.rules
    assert running.look() is False
    file.write_text(GOOD.replace("desk", "night"))
    assert running.look() is True
    assert [r.name for r in running.rules.receivers] == ["night"]
    assert running.rules.hash != first.hash
    assert [s.labels["hash"] for m in telemetry.RULES.collect() for s in m.samples].count(running.rules.hash) == 1
    assert first.hash not in [s.labels["hash"] for m in telemetry.RULES.collect() for s in m.samples]
    kept = running.rules
    file.write_text(GOOD.replace("console", "konsole"))
    error = running.look()
    assert isinstance(error, RulesError)
    assert str(error).startswith(f"{file}:3: `konsole` is not known here")
    assert running.look() is False  # told once
    file.unlink()
    assert isinstance(running.look(), RulesError)
    assert running.rules is kept
    file.write_text(GOOD)
    assert running.look() is True


@rule("A14")
def test_a_bad_file_at_the_start_is_fatal(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="cannot be read"):
        RulesFile(tmp_path / "none.yaml")


def test_no_path_takes_the_shipped_rules() -> None:
    assert read_rules("").receiver("console") is not None
