"""What the tests of the analysis share."""

import pytest

from tensionwire.lexicon import Lexicon, load


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load()
