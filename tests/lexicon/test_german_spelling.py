"""Names from other scripts, as German papers print them."""

import pytest

from tensionwire.lexicon.german_spelling import german_spelling


@pytest.mark.parametrize(
    ("english", "german"),
    [("Nikol Pashinyan", "Nikol Paschinjan"), ("Ilham Aliyev", "Ilham Alijew"), ("Ararat Mirzoyan", "Ararat Mirsojan")],
)
def test_spelling(english: str, german: str) -> None:
    assert german_spelling(english) == german
