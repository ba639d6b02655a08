"""Labelled articles: YAML files of the repo (tests/analysis/articles), or pairs of JSON Lines files elsewhere."""

import json
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with libyaml
Labelled = tuple[dict[str, Any], dict[str, Any]]  # the article, its labels


def read(path: Path) -> list[Labelled]:
    """The labelled articles of a folder or file of YAML, or of NAME.articles.jsonl with NAME.gold.jsonl beside it."""
    if path.is_dir():
        return [pair for file in sorted(path.glob("*.yaml")) for pair in read(file)]
    if path.suffix == ".yaml":
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER) or []  # noqa: S506
        return [
            _sentence(row, f"{path.stem}-{place}") if "id" not in row else (row, row) for place, row in enumerate(rows)
        ]
    gold = path.with_name(path.name.replace(".articles.", ".gold."))
    labels = {row["id"]: _with_people(row) for row in map(json.loads, filter(str.strip, gold.open(encoding="utf-8")))}
    articles = map(json.loads, filter(str.strip, path.open(encoding="utf-8")))
    return [(a, labels[a["id"]]) for a in articles if a["id"] in labels]


def _with_people(labels: dict[str, Any]) -> dict[str, Any]:
    """The labels with people as objects: some files have their names alone, and by name `roles: [country, role]`."""
    roles = labels.get("roles")
    if not roles:
        return labels
    people = [{"name": name, "country": roles[name][0], "role": roles[name][1]} for name in roles]
    return {**labels, "people": people}


def _sentence(row: dict[str, Any], name: str) -> Labelled:
    """A labelled sentence as an article: each contact may stand in any sentence of it."""
    contacts = [{"form": "meeting", "headline": True, **c} for c in row.get("contacts") or []]
    return {**row, "id": name}, {"id": name, "contacts": contacts, "people": [], "flashpoints": []}
