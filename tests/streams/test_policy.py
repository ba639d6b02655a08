"""A decide worker takes changed rules over between two batches."""

import os
import signal
import time
from pathlib import Path

import pytest

from alerts import Policy
from streams import policy
from streams.policy import LivePolicy
from tensionwire.runtime import telemetry
from tensionwire.runtime.rulesfile import RulesFile
from tests.rules import rule

RULES = "receivers: [{name: desk, console: {}}]\nroute: {receivers: [desk]}\nseverity: {cancelled: %s}\n"


@rule("A14")
def test_rules_are_swapped_on_change_and_a_bad_file_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(RULES % 1)
    live = LivePolicy(RulesFile(file), lambda rules: Policy(severity=rules.severity, rules=rules.hash))
    before = signal.getsignal(signal.SIGHUP)
    live.listen()
    try:
        assert live.now().severity.cancelled == 1
        file.write_text(RULES % 3)
        assert live.now().severity.cancelled == 1  # looked at a moment ago
        os.kill(os.getpid(), signal.SIGHUP)
        time.sleep(0.05)
        assert live.now().severity.cancelled == 3
        refused = telemetry.RULES_REFUSED._value.get()
        file.write_text(RULES % "many")
        monkeypatch.setattr(policy, "LOOK_EVERY", 0.0)
        os.kill(os.getpid(), signal.SIGHUP)
        time.sleep(0.05)
        assert live.now().severity.cancelled == 3
        assert telemetry.RULES_REFUSED._value.get() == refused + 1
    finally:
        signal.signal(signal.SIGHUP, before)
