"""Prometheus' rules: promtool checks them and runs their tests; every rule has a test, every metric in them exists."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import generate_latest

from tests.ops.test_dashboards import GIVEN, METRIC, metrics

PROMETHEUS = Path(__file__).resolve().parents[2] / "ops" / "prometheus"
RULES = sorted((PROMETHEUS / "rules").glob("*.yml"))
TESTS = sorted((PROMETHEUS / "tests").glob("*.yml"))
promtool = pytest.mark.skipif(
    shutil.which("promtool") is None,
    reason="promtool is not installed: on Debian or Ubuntu, apt-get install prometheus",
)


def run(*command: str, given: bytes | None = None) -> None:
    done = subprocess.run(["promtool", *command], cwd=PROMETHEUS, input=given, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


def rules() -> list[dict[str, Any]]:
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in RULES]
    return [rule for file in files for group in file["groups"] for rule in group["rules"]]


@promtool
def test_the_rules_pass_their_own_tests() -> None:
    run("check", "rules", *map(str, RULES))
    run("test", "rules", *map(str, TESTS))


@promtool
@pytest.mark.parametrize("name", ["prometheus.yml", "local.yml"])
def test_the_configuration_is_one(name: str) -> None:
    run("check", "config", name)


@promtool
def test_our_metrics_keep_the_naming_rules() -> None:
    ours = [line for line in generate_latest().splitlines(keepends=True) if b"tensionwire" in line]
    run("check", "metrics", given=b"".join(ours))


def test_every_alert_rule_has_a_test_in_which_it_fires_and_says_what_to_do() -> None:
    cases = [case for file in TESTS for case in yaml.safe_load(file.read_text(encoding="utf-8"))["tests"]]
    tried = [check for case in cases for check in case.get("alert_rule_test", [])]
    fired = {check["alertname"] for check in tried if check.get("exp_alerts")}
    named = {rule["alert"] for rule in rules() if "alert" in rule}
    assert fired == named
    for rule in rules():
        if "alert" in rule:
            assert rule["labels"]["severity"] in ("warning", "critical")
            assert rule["annotations"].keys() == {"summary", "description"}


def test_every_metric_in_a_rule_exists() -> None:
    recorded = {rule["record"] for rule in rules() if "record" in rule}
    for rule in rules():
        for name in set(METRIC.findall(rule["expr"])) - GIVEN:
            assert name in metrics(), name
        for name in re.findall(r"tensionwire:[a-z0-9_:]+", rule["expr"]):
            assert name in recorded, name
