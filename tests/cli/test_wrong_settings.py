"""Settings that cannot be used: every command names the variable in one sentence, without a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = str(Path(__file__).resolve().parents[2] / "seeds")


def run(arguments: tuple[str, ...], **wrong: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tensionwire.cli.main", *arguments]
    return subprocess.run(command, env=os.environ | wrong, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("variable", "value", "command"),
    [
        ("TENSIONWIRE_WEB_PORT", "99999", ("web",)),
        ("TENSIONWIRE_METRICS_PORT", "-3", ("notify",)),
        ("TENSIONWIRE_MAX_AGE", "inf", ("backtest", "--summary", SEEDS)),
        ("TENSIONWIRE_MAX_AGE", "nan", ("notify",)),
        ("TENSIONWIRE_MAX_AGE", "1e30", ("explain", "x")),
        ("TENSIONWIRE_KAFKA", "foo:bar", ("topics",)),
        ("TENSIONWIRE_KAFKA", "", ("publish", SEEDS)),
    ],
)
def test_the_variable_is_named(variable: str, value: str, command: tuple[str, ...]) -> None:
    done = run(command, **{variable: value})
    assert done.returncode == 78, done.stderr
    assert done.stderr.startswith(f"tensionwire: {variable} takes ")
    assert done.stderr.count("\n") == 1


def test_doctor_names_it_among_its_findings() -> None:
    done = run(("doctor",), TENSIONWIRE_KAFKA="foo:bar")
    assert done.returncode == 1
    assert "settings         cannot be used" in done.stdout
    assert "TENSIONWIRE_KAFKA takes an address like" in done.stdout
    assert "Traceback" not in done.stderr
