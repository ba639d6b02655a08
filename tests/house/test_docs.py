"""What the docs name exists, and what exists is in the docs."""

import json
import re
from pathlib import Path

import pytest
import yaml
from prometheus_client.metrics import MetricWrapperBase

from tensionwire.cli.main import VERBS
from tensionwire.contracts.topics import TOPICS
from tensionwire.runtime import telemetry
from tensionwire.runtime.settings import DESCRIPTIONS, Settings

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _first_column(page: str) -> set[str]:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE))


def _metric_names() -> set[str]:
    metrics = [m for m in vars(telemetry).values() if isinstance(m, MetricWrapperBase)]
    # a counter's sample is named _total, which the library adds by itself
    return {m._name + ("_total" if m._type == "counter" else "") for m in metrics}


def test_settings() -> None:
    assert set(DESCRIPTIONS) == set(Settings.__struct_fields__)
    assert _first_column("settings.md") == {f"TENSIONWIRE_{name.upper()}" for name in DESCRIPTIONS}


def test_metrics() -> None:
    assert _first_column("metrics.md") == _metric_names()
    for name in _metric_names():
        assert name.startswith("tensionwire_")
        assert not re.search(r"milli|_ms(_|$)|_minutes", name)


def test_topics() -> None:
    named = _first_column("topics.md")
    assert {t.name for t in TOPICS} <= named
    text = (REFERENCE / "topics.md").read_text(encoding="utf-8")
    for topic in TOPICS:
        row = re.search(rf"^\| `{re.escape(topic.name)}` \|[^|]*\| (\d+) \| ([^|]*) \|", text, flags=re.MULTILINE)
        assert row
        assert int(row[1]) == topic.partitions
        kept = f"{topic.until or topic.retention_ms // 86_400_000} days"
        if topic.compacted:
            kept = f"{kept if topic.until else 'for ever'}, compacted"
        assert row[2] == kept


def test_commands() -> None:
    assert _first_column("commands.md") == {f"tensionwire {verb}" for verb in VERBS}


def test_rules_and_panels() -> None:
    text = (REFERENCE / "operations.md").read_text(encoding="utf-8")
    groups = [g for f in (ROOT / "ops/prometheus/rules").glob("*.yml") for g in yaml.safe_load(f.read_text())["groups"]]
    rules = {rule.get("alert") or rule["record"] for group in groups for rule in group["rules"]}
    assert _first_column("operations.md") == rules
    boards = [json.loads(f.read_text(encoding="utf-8")) for f in (ROOT / "ops/grafana/dashboards").glob("*.json")]
    for board in boards:
        section = text.split(f"## Dashboard: {board['title'].split(': ')[1]}\n", 1)[1].split("\n## ")[0]
        named = dict(re.findall(r"^\| (?!panel|---)([^|]+) \| ([^|]+) \|$", section, flags=re.MULTILINE))
        assert named == {p["title"]: p["description"] for p in board["panels"] if p["type"] != "row"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    variables = {f"TENSIONWIRE_{n.upper()}" for n in DESCRIPTIONS} | {"TENSIONWIRE_LOCAL_DIR"}
    for variable in set(re.findall(r"\bTENSIONWIRE_[A-Z_]*[A-Z]\b", text)) - {"TENSIONWIRE_X", "TENSIONWIRE_X_FILE"}:
        assert variable in variables or variable.removesuffix("_FILE") in variables or "SECRET" in variable, variable
    for verb in re.findall(r"`(?:[^`\n]* )?tensionwire ([a-z]+)", text):
        assert verb in VERBS, f"{page.name} names `tensionwire {verb}`"
    for metric in re.findall(r"\btensionwire_[a-z_]+", text):
        base = re.sub(r"_(bucket|sum|count)$", "", metric)
        assert base in _metric_names() or metric in _metric_names(), metric
    for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text):
        assert (page.parent / link).exists(), f"{page.name} links to {link}"
