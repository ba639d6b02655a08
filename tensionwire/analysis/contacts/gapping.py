"""Two whom one verb has for objects, each with a place or a day of his own: `met Macron in Paris and Meloni in Rome`.

The second verb is left out (gapping in grammar), so these are two contacts.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from tensionwire.analysis.contacts.hanging import CIRCUMSTANTIAL, COORDINATION
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Mention
from tensionwire.lexicon.compiled import Hit

PLACES = frozenset({"seat", "city", "country"})  # kinds of words that say where
JOINED = frozenset({"mit", "with"})  # before somebody, behind his place
MOST = 2  # circumstances in a row: `in Moscow on Monday`


class Circumstance(NamedTuple):
    """Where a place or a day stands: behind whom it belongs to, or before."""

    side: Literal["behind", "before"]
    kind: Literal["place", "day"]


def apart(scene: Scene, one: Mention, other: Mention) -> bool:
    """True where each of two has a place or a day of his own, and `and` stands between them."""
    first, second = sorted((one, other), key=lambda m: m.begin)
    if COORDINATION.isdisjoint(scene.lower[scene.at(first.end) : scene.at(second.begin)]):
        return False
    text, yours = scene.draft.text, _around(scene, second)
    return any(
        text[mine.start : mine.end] != text[yours[where].start : yours[where].end]
        for where, mine in _around(scene, first).items()
        if where in yours
    )


def own(scene: Scene, one: Mention, other: Mention, kind: Literal["place", "day"]) -> Hit | None:
    """The place or the day of the contact of two, where the sentence goes on to another who has one of his own."""
    met = max(one, other, key=lambda m: m.begin)
    if not met.personal or not (around := _around(scene, met)):
        return None
    rest = [p.mention for p in scene.people if p.mention.key not in (one.key, other.key)]
    if not scene.once(("gapped", met.start), lambda: any(apart(scene, met, m) for m in rest)):
        return None
    return around.get(Circumstance("behind", kind)) or around.get(Circumstance("before", kind))


def _around(scene: Scene, who: Mention) -> Mapping[Circumstance, Hit]:
    return scene.once(("around", who.start), lambda: _before(scene, who) | _behind(scene, who))


def _behind(scene: Scene, who: Mention) -> dict[Circumstance, Hit]:
    found: dict[Circumstance, Hit] = {}
    place = scene.at(who.end - 1) + 1
    for _ in range(MOST):
        if place + 1 >= len(scene.lower) or scene.lower[place] not in CIRCUMSTANTIAL:
            break
        hit = scene.hit_over(scene.starts[place + 1])
        if hit is None or (kind := _kind(hit)) is None:
            break
        found.setdefault(Circumstance("behind", kind), hit)
        place = scene.at(hit.end - 1) + 1
    return found


def _before(scene: Scene, who: Mention) -> dict[Circumstance, Hit]:
    found: dict[Circumstance, Hit] = {}
    place = scene.at(who.begin) - 1
    if place > 0 and scene.lower[place] in JOINED:
        place -= 1
    for _ in range(MOST):
        hit = scene.hit_over(scene.starts[place]) if place > 0 else None
        if hit is None or (kind := _kind(hit)) is None:
            break
        first = scene.at(hit.start) - 1
        if first < 0 or scene.lower[first] not in CIRCUMSTANTIAL:
            break
        found.setdefault(Circumstance("before", kind), hit)
        place = first - 1
    return found


def _kind(hit: Hit) -> Literal["place", "day"] | None:
    if "date" in hit.kinds:
        return "day"
    return None if PLACES.isdisjoint(hit.kinds) else "place"
