"""The learned weights: one JSON file, made by `python -m training`."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from tensionwire.lexicon.files import LexiconError
from tensionwire.lexicon.model import Weights


class Model(NamedTuple):
    """What features weigh: for a contact, for a visit, and for each status. A sum above the threshold is a contact."""

    contact: Weights
    status: Weights
    threshold: float
    visit_threshold: float


def read_model(file: Path) -> Model:
    """Read the weights. Raises LexiconError."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Model)
    except msgspec.DecodeError as error:
        raise LexiconError(file, 1, f"holds no weights: {error}") from error
