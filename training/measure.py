"""How well the contacts of articles are found: precision, recall, status."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tensionwire.analysis import analyse
from tensionwire.analysis.draft import Mention
from tensionwire.contracts.tagged import Contact
from tensionwire.lexicon import Lexicon
from training.gold import Labelled
from training.names import fills
from training.samples import article_of


@dataclass
class Measured:
    """Counts over articles: contacts found rightly, found in all, wanted; statuses right of those found rightly."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    status: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, labels: list[dict[str, Any]], contacts: list[Contact]) -> None:
        """Count one article: each label takes one contact. Background and optional ones are neither."""
        free = [c for c in contacts if not c.background]
        for label in sorted(labels, key=lambda x: bool(x.get("background") or x.get("optional"))):
            extra = bool(label.get("background") or label.get("optional"))
            fitting = sorted((c for c in free if agrees(label, c)), key=lambda c: c.status != label["status"])
            if not fitting:
                self.wanted += not extra
                continue
            free.remove(fitting[0])
            if not extra:
                self.wanted += 1
                self.right += 1
                self.found += 1
                self.status += fitting[0].status == label["status"]
        self.found += sum(1 for c in free if not any(_party(label, c) for label in labels))


def agrees(label: dict[str, Any], contact: Contact) -> bool:
    """True where two participants of different sides fill the two sides of a label, and both or neither are visits."""
    if (label["form"] == "visit") != (contact.form == "visit"):
        return False
    one, two = label["sides"]
    sides = _mentions(contact)
    return any(fills(one, a) and fills(two, b) for a in sides for b in sides if a.affiliation != b.affiliation)


def _party(label: dict[str, Any], contact: Contact) -> bool:
    """True where a contact tells again, in other pairs, what a label of many tells."""
    return agrees(label, contact) or all(fills(label.get("parties") or [], m) for m in _mentions(contact))


def _mentions(contact: Contact) -> list[Mention]:
    return [Mention(0, 0, p.affiliation, p.name, p.role) for p in contact.participants]


def measure(labelled: Iterable[Labelled], lexicon: Lexicon) -> Measured:
    """Analyse and count."""
    total = Measured()
    for row, labels in labelled:
        total.add(list(labels.get("contacts") or []), analyse(article_of(row), lexicon).contacts)
    return total
