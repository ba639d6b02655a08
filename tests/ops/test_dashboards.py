"""Dashboards ask for metrics that exist, and every panel says what it shows and in which unit."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.metrics import MetricWrapperBase

from tensionwire.runtime import telemetry

OPS = Path(__file__).resolve().parents[2] / "ops"
DASHBOARDS = sorted((OPS / "grafana" / "dashboards").glob("*.json"))
# prometheus-client's own, and Prometheus' own
GIVEN = {"up", "process_cpu_seconds_total", "process_resident_memory_bytes"}
RULES = yaml.safe_load((OPS / "prometheus" / "rules" / "recording.yml").read_text(encoding="utf-8"))
RECORDED = {rule["record"] for group in RULES["groups"] for rule in group["rules"]}
METRIC = re.compile(r"(?:tensionwire|process)_[a-z_]+|\bup\b")


def metrics() -> dict[str, tuple[str, set[str]]]:
    """Name of each series to its kind and its labels."""
    found: dict[str, tuple[str, set[str]]] = {}
    for metric in vars(telemetry).values():
        if isinstance(metric, MetricWrapperBase):
            labels = set(metric._labelnames)
            if metric._type == "counter":
                found[metric._name + "_total"] = ("counter", labels)
            elif metric._type == "histogram":
                found[metric._name + "_bucket"] = ("histogram", labels | {"le"})
            else:
                found[metric._name] = (str(metric._type), labels)
    return found


def panels() -> list[Any]:
    cases = []
    for file in DASHBOARDS:
        for panel in json.loads(file.read_text(encoding="utf-8"))["panels"]:
            if panel["type"] != "row":
                cases.append(pytest.param(panel, id=f"{file.stem}: {panel['title']}"))
    return cases


@pytest.mark.parametrize("panel", panels())
def test_panel(panel: dict[str, Any]) -> None:
    assert panel["description"].endswith(".")
    assert panel["fieldConfig"]["defaults"]["unit"]
    assert panel["targets"]
    known = metrics()
    for target in panel["targets"]:
        expression = target["expr"]
        named = METRIC.findall(expression)
        recorded = re.findall(r"tensionwire:[a-z0-9_:]+", expression)
        assert named or recorded
        assert set(recorded) <= RECORDED
        for name in named:
            assert name in known or name in GIVEN, name
            if name in known:
                kind, labels = known[name]
                rated = re.search(rf"(rate|increase)\({name}(\{{|\[)", expression)
                assert bool(rated) == (kind in ("counter", "histogram")), expression
                asked = {label.strip() for by in re.findall(r"by \(([^)]*)\)", expression) for label in by.split(",")}
                assert asked <= labels, expression
        legend = set(re.findall(r"\{\{(\w+)\}\}", target["legendFormat"]))
        assert legend <= set(re.findall(r"\w+", "".join(re.findall(r"by \(([^)]*)\)", expression))))


def test_the_files_are_what_the_code_makes() -> None:
    command = [sys.executable, "-c", "import make, json; print(json.dumps(make.files()))"]
    made = subprocess.run(command, cwd=OPS / "grafana", capture_output=True, text=True, check=True).stdout
    assert json.loads(made) == {f.name: f.read_text(encoding="utf-8") for f in DASHBOARDS}


def test_every_metric_is_on_a_dashboard() -> None:
    asked = " ".join(t["expr"] for case in panels() for t in case.values[0]["targets"])
    assert {name for name in metrics() if name not in asked} == set()


def test_ids_and_places_do_not_collide() -> None:
    for file in DASHBOARDS:
        board = json.loads(file.read_text(encoding="utf-8"))
        ids = [p["id"] for p in board["panels"]]
        assert len(set(ids)) == len(ids)
        cells = [
            (x, y)
            for p in board["panels"]
            for x in range(p["gridPos"]["x"], p["gridPos"]["x"] + p["gridPos"]["w"])
            for y in range(p["gridPos"]["y"], p["gridPos"]["y"] + p["gridPos"]["h"])
        ]
        assert len(set(cells)) == len(cells)
        assert max(x for x, _ in cells) < 24


def test_the_data_source_of_the_panels_is_provisioned() -> None:
    source = yaml.safe_load((OPS / "grafana/provisioning/datasources/prometheus.yml").read_text(encoding="utf-8"))
    known = {d["uid"] for d in source["datasources"]}
    for case in panels():
        for target in case.values[0]["targets"]:
            assert target["datasource"]["uid"] in known
