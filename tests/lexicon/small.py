"""A shipped lexicon with few officials, so that what compiles it many times stays fast."""

import importlib
import shutil
from pathlib import Path

import pytest

from tensionwire.lexicon.load import DATA

LINES = 400  # of officials.csv


def ship_few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the shipped files with few officials in `folder`, and let the lexicon take them for the shipped ones."""
    shutil.copytree(DATA, folder)
    (folder / "bare.yaml").unlink()  # it names officials who are not among the first
    (folder / "nationals.csv").unlink()
    (folder / "sentences.yaml").unlink()
    lines = (DATA / "officials.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "officials.csv").write_text("".join(lines[:LINES]), encoding="utf-8")
    monkeypatch.setattr(importlib.import_module("tensionwire.lexicon.load"), "DATA", folder)
    return folder
