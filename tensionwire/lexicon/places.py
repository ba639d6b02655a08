"""In which state a place lies: seats of power, cities and the states themselves, in both languages."""

import csv
import functools
from pathlib import Path

from tensionwire.lexicon.files import limited

DATA = Path(__file__).with_name("data")
COLUMNS = ("names_en", "names_de", "seats", "cities", "names")


@functools.cache
def places() -> dict[str, str]:
    """Code by place, the place in lower case. A name that two states share is left out."""
    found: dict[str, set[str]] = {}
    for file in ("countries.csv", "cities.csv"):
        with (DATA / file).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                names = "|".join([row.get(column) or "" for column in COLUMNS])
                for name in filter(None, names.split("|")):
                    found.setdefault(limited(name)[0].lower(), set()).add(row["code"])
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
