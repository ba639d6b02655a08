"""How well the contacts of articles are found: precision, recall, status."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tensionwire.analysis import analyse
from tensionwire.analysis.draft import Mention
from tensionwire.contracts.tagged import Contact
from tensionwire.lexicon import Lexicon
from training.counts import Counts
from training.gold import Labelled
from training.names import fills
from training.samples import article_of


@dataclass
class Measured(Counts):
    """Counts over articles, and statuses right of those contacts that were found rightly."""

    status: int = 0

    def add(self, labels: list[dict[str, Any]], contacts: list[Contact]) -> None:
        """Count one article: each label takes one contact. Background and optional ones are neither.

        A contact beyond is false, even where it tells a label once more: somebody would be alerted twice.
        """
        taken: list[tuple[dict[str, Any], Contact]] = []
        free = [c for c in contacts if not c.background]
        for label in sorted(labels, key=lambda x: bool(x.get("background") or x.get("optional"))):
            extra = bool(label.get("background") or label.get("optional"))
            fitting = sorted((c for c in free if agrees(label, c)), key=lambda c: c.status != label["status"])
            if not fitting:
                self.wanted += not extra
                continue
            free.remove(fitting[0])
            taken.append((label, fitting[0]))
            if not extra:
                self.wanted += 1
                self.right += 1
                self.found += 1
                self.status += fitting[0].status == label["status"]
        self.found += sum(1 for c in free if not _excused(c, labels, taken))


def agrees(label: dict[str, Any], contact: Contact) -> bool:
    """True where two participants of different sides fill the two sides of a label, and both or neither are visits."""
    if (label["form"] == "visit") != (contact.form == "visit"):
        return False
    one, two = label["sides"]
    sides = _mentions(contact)
    return any(fills(one, a) and fills(two, b) for a in sides for b in sides if a.affiliation != b.affiliation)


def _excused(contact: Contact, labels: list[dict[str, Any]], taken: list[tuple[dict[str, Any], Contact]]) -> bool:
    """True where it tells in other pairs what a label of many tells, or a visit that a labelled meeting implies."""
    for label, other in taken:
        several = any(len(_names(side)) > 1 for side in label["sides"])
        if several and agrees(label, contact) and contact.status == other.status and _named(contact) != _named(other):
            return True
    for label in labels:
        parties = label.get("parties") or []
        if parties and all(fills(parties, m) for m in _mentions(contact)):
            return True
        if contact.form == "visit" and agrees({**label, "form": "visit"}, contact):
            return True
    return False


def _names(side: list[str]) -> list[str]:
    return [filler for filler in side if ":" not in filler]


def _named(contact: Contact) -> set[str | None]:
    return {p.name for p in contact.participants}


def _mentions(contact: Contact) -> list[Mention]:
    return [Mention(0, 0, p.affiliation, p.name, p.role) for p in contact.participants]


def measure(labelled: Iterable[Labelled], lexicon: Lexicon) -> Measured:
    """Analyse and count."""
    total = Measured()
    for row, labels in labelled:
        total.add(list(labels.get("contacts") or []), analyse(article_of(row), lexicon).contacts)
    return total
