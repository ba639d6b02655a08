"""How much an article says of each side, and of contacts at all: worked out once an article."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import NamedTuple

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.draft import Draft

WORDS = (1, 2, 3, 6)  # of contact, between which articles are told apart
SENTENCES, MENTIONS = (4, 8, 14, 22), (8, 16, 30, 50)  # likewise
LONG_AGO = 3  # sentences


class Prominence(NamedTuple):
    """What the whole article says.

    `places`: the sentences that name somebody or refer to them, by key. `ranks`: of states and organisations by how
    often they, their people and their places are said, 0 for the most; of equals the one said first. `officials`: how
    many of each have a name. `contacts`, `visits`: how many words may tell of either, in steps. `size`: how many
    sentences it has, and how often it says anybody, in steps.
    """

    places: dict[str, list[int]]
    ranks: dict[str, int]
    officials: dict[str, int]
    contacts: int
    visits: int
    size: tuple[int, int]

    def named(self, key: str, place: int) -> str:
        """How many sentences ago somebody was said, 3 for more, 0 for never yet; `+`: the text comes back to them."""
        places = self.places.get(key, [])
        before = bisect_left(places, place)
        ago = min(LONG_AGO, place - places[before - 1]) if before else 0
        return f"{ago}{'+' if places and places[-1] > place else ''}"


def prominence(draft: Draft) -> Prominence:
    """How much the article says of each side. Needs its sentences, hits and mentions."""
    return draft.once("prominence", lambda: _prominence(draft))


def _prominence(draft: Draft) -> Prominence:
    places: dict[str, list[int]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for mention in draft.mentions:
        place = max(0, draft.place_at(mention.start))
        known = places[mention.key]
        if not known or known[-1] != place:
            known.append(place)
        if mention.name:
            names[mention.affiliation].add(mention.name)
    said = Counter([m.affiliation for m in draft.mentions]).most_common()
    told = [[m for m in hit.meanings if m.kind == "contact"] for hit in draft.hits if "contact" in hit.kinds]
    return Prominence(
        places=dict(places),
        ranks={side: rank for rank, (side, _) in enumerate(said)},
        officials={side: len(known) for side, known in names.items()},
        contacts=bisect_right(WORDS, len([1 for meanings in told if meanings[0].detail in STRONG])),
        visits=bisect_right(WORDS, len([1 for meanings in told if any(m.value == "visit" for m in meanings)])),
        size=(bisect_right(SENTENCES, len(draft.sentences)), bisect_right(MENTIONS, len(draft.mentions))),
    )
