"""Our own labelled sentences and articles: a rule that breaks is seen at once.

What is not found yet stands in not_yet.txt, one sentence a line: it must fail, so that the list stays true.
`python -m tests.analysis.test_own` writes the list anew.
"""

from pathlib import Path
from typing import Any

import pytest

from tensionwire.analysis import analyse
from tensionwire.lexicon import load
from training.gold import Labelled, read
from training.measure import agrees, measure
from training.samples import article_of

HERE = Path(__file__).parent
NOT_YET = HERE / "not_yet.txt"
SENTENCES = read(HERE / "sentences")
LEXICON = load()
LENGTH = 100  # code points that name a sentence in the list


def name(row: dict[str, Any]) -> str:
    return str(row["text"]).replace("\n", " ")[:LENGTH].strip()


def right(labelled: Labelled) -> bool:
    """True where each wanted contact is found with its status, and nothing else."""
    row, labels = labelled
    free = [c for c in analyse(article_of(row), LEXICON).contacts if not c.background]
    for label in labels["contacts"]:
        extra = bool(label.get("background") or label.get("optional"))
        hit = next((c for c in free if agrees(label, c) and (extra or c.status == label["status"])), None)
        if hit is not None:
            free.remove(hit)
        elif not extra:
            return False
    return not free


KNOWN = frozenset(NOT_YET.read_text(encoding="utf-8").splitlines()) if NOT_YET.exists() else frozenset()


@pytest.mark.parametrize("labelled", SENTENCES, ids=lambda found: found[1]["id"])
def test_sentence(labelled: Labelled) -> None:
    row = labelled[0]
    assert right(labelled) == (name(row) not in KNOWN), f"{row.get('about')}: {row['text']}"


def test_most_sentences_are_understood() -> None:
    assert len(SENTENCES) > 400
    assert len(KNOWN) < len(SENTENCES) / 4


@pytest.mark.parametrize(("language", "least"), [("de", 0.70), ("en", 0.66)])
def test_articles(language: str, least: float) -> None:
    """The weights have learned from these articles, so this shows a break, not how good they are on others."""
    files = sorted((HERE / "articles").glob(f"{language}-*.yaml"))[::3]  # a break shows in a third of them
    articles = [found for file in files for found in read(file)]
    found = measure(articles, LEXICON)
    assert found.f1 > least
    assert found.precision > least
    assert found.status / found.right > 0.82


if __name__ == "__main__":
    failing = sorted({name(labelled[0]) for labelled in SENTENCES if not right(labelled)})
    NOT_YET.write_text("\n".join(failing) + "\n", encoding="utf-8")
    print(f"{len(failing)} of {len(SENTENCES)} sentences are not understood yet: {NOT_YET}")
