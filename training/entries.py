"""From labelled articles to samples of putting together: which sentences tell one contact, and who met together.

The quotes of the labels say which sentence tells which contact. What they leave open is no sample: a sentence that
fits several labels and is quoted by none, a pair that fits none.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from tensionwire.analysis.contacts import sameness, togetherness
from tensionwire.analysis.contacts.company import put_together
from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.joining import join
from tensionwire.analysis.contacts.step import pairs_told
from tensionwire.analysis.draft import Draft
from tensionwire.lexicon.scale import names_of
from training.samples import fits, quoted, shares


class Decision(NamedTuple):
    """Two that could be one: the features, and whether they are."""

    found: list[str]
    one: bool


class Decided(NamedTuple):
    """The decisions of an article: on sentences of one contact, and on people who met together."""

    same: list[Decision]
    together: list[Decision]


def decided(draft: Draft, labels: dict[str, Any]) -> Decided:
    """The samples of an article, by the pairs that the weights of its lexicon find in it."""
    contacts = list(labels.get("contacts") or [])
    places = [quoted(draft, c.get("quote") or "") for c in contacts]
    labelled = Labelled(contacts, places)
    all_told = pairs_told(draft)
    label_of = {id(pair): labelled.of(pair) for pair in all_told}  # as the sentence tells it, before any is joined
    found = Decided([], [])

    def choose(entries: Sequence[Told], one: Told) -> Told | None:
        label = label_of[id(one)]
        if label is None:
            latest = max(entries, key=lambda e: sameness.last_of(e).scene.sentence.place)
            if not labelled.quotes(one):
                found.same.append(Decision(names_of(sameness.signs(latest, one, entries)), True))
            return latest
        known = [(entry, label_of[id(entry)]) for entry in entries]
        found.same.extend(
            Decision(names_of(sameness.signs(entry, one, entries)), other == label)
            for entry, other in known
            if other is not None
        )
        return next((entry for entry, other in known if other == label), None)

    def belongs(told: Told, pair: Told, pairs: Sequence[Told]) -> bool:
        [newcomer] = togetherness.newcomers(told, pair)
        together = labelled.together(told, pair)
        if together is not None:
            signs = togetherness.signs(told, pair, newcomer, pairs)
            found.together.append(Decision(names_of(signs), together))
        return bool(together)

    put_together(join(all_told, choose), belongs)
    return found


class Labelled:
    """The labels of an article, and the places of the sentences that they quote."""

    def __init__(self, contacts: list[dict[str, Any]], places: list[int | None]) -> None:
        self.contacts, self.places = contacts, places

    def of(self, told: Told) -> int | None:
        """The label that a sentence tells, None where that is open."""
        fitting = [i for i, contact in enumerate(self.contacts) if fits(contact, told.candidate)]
        here = [i for i in fitting if self._quotes(i, told)]
        if len(here) > 1:
            alike = [i for i in here if self.contacts[i]["status"] == told.status] or here
            here = [i for i in alike if (self.contacts[i]["form"] == "call") == (told.form == "call")]
            return here[0] if len(here) == 1 else None
        found = here or fitting
        return found[0] if len(found) == 1 else None

    def quotes(self, told: Told) -> bool:
        """True where a label of these two quotes the sentence."""
        return any(self._quotes(i, told) for i in self._fitting(told))

    def together(self, told: Told, pair: Told) -> bool | None:
        """Whether two pairs of a sentence are one contact; None where one of both is none, or nobody knows."""
        one, other = self._all_of(told), self._all_of(pair)
        here = [{i for i in found if self._quotes(i, told)} for found in (self._fitting(told), self._fitting(pair))]
        if one & other and not (all(here) and not here[0] & here[1]):
            return True
        return False if self._fitting(told) and self._fitting(pair) else None

    def _fitting(self, told: Told) -> set[int]:
        return {i for i, contact in enumerate(self.contacts) if fits(contact, told.candidate)}

    def _all_of(self, told: Told) -> set[int]:
        """The labels that a pair fits, or of which both are parties."""
        return self._fitting(told) | {i for i, c in enumerate(self.contacts) if shares(c, told.candidate)}

    def _quotes(self, label: int, told: Told) -> bool:
        return self.places[label] == told.scene.sentence.place or not self.contacts[label].get("quote")
