"""Where a contact lies: the city or seat that its clause names."""

import re

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import Scene

TOWARDS = re.compile(r"\b(?:nach|in|to|in die|at|into|through|im|im|bei|near)\W+(?:\w+\W+)?$", re.IGNORECASE)


def where(scene: Scene, candidate: Candidate) -> str | None:
    """The city or seat that follows `in` or `nach` in the sentence."""
    taken = {m.start for m in (candidate.one, candidate.other) if m.name}
    for hit in scene.hits:
        if hit.start in taken or hit.kinds.isdisjoint({"seat", "city"}):
            continue
        if TOWARDS.search(scene.draft.text[max(0, hit.start - 8) : hit.start]):
            return scene.draft.text[hit.start : hit.end]
    return None
