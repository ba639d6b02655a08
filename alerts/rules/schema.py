"""The JSON Schema of a rules file, for editors: `python -m alerts.rules.schema > docs/rules.schema.json`."""

import json

import msgspec

from alerts.rules.model import File

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> str:
    """The schema (2020-12) as text. Unknown keys are refused, as the loader does."""
    found = {"$schema": DIALECT, "title": "Tensionwire rules"} | msgspec.json.schema(File)
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema(), end="")
