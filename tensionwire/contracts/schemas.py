"""JSON Schemas of what travels, one file a topic: `python -m tensionwire.contracts.schemas` writes them."""

import json
from pathlib import Path
from typing import Any

import msgspec

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.article import Article
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.record import Record
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.silence import Silence
from tensionwire.contracts.tagged import TaggedArticle

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = Path("docs") / "schemas"

# topic: the type of its values. `dead-letters` carries whatever came.
MODELS: dict[str, Any] = {
    "articles": Article,
    "articles.tagged": TaggedArticle,
    "sightings": Sighting,
    "contacts": Record,
    "alerts": Alert,
    "deliveries": Delivery,
    "silences": Silence,
}


def schema(topic: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a value on `topic`. Unknown fields are allowed: a reader ignores them."""
    return {"$schema": DIALECT, "title": f"A value on the topic {topic}"} | msgspec.json.schema(MODELS[topic])


def files() -> dict[str, str]:
    """File name to content, for every topic."""
    return {f"{topic}.json": json.dumps(schema(topic), indent=2, ensure_ascii=False) + "\n" for topic in MODELS}


def main() -> None:
    """Write the schemas into docs/schemas of the current folder."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
