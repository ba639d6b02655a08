"""How near a date or a place stands to the word of a contact."""

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import Scene

CLAUSE = 30  # tokens that something in another clause counts as farther away
ASIDE = 25  # and something in a relative clause that is not the contact's
INSERTED = 10  # and something between commas
SHORT = 4  # tokens between commas that are no clause of their own
MARKS = {",": 6, "und": 4, "and": 4, ";": 10}  # and something with these between it and the contact word
RELATIVE = frozenset(
    "der die das dem den deren dessen who whom whose which that welche welcher welches wo where nachdem bevor after "
    "before".split()
)


def distance(scene: Scene, candidate: Candidate, start: int, end: int) -> int:
    """How far text[start:end] lies from the contact word, in tokens; farther in another clause, or behind marks."""
    first, last = scene.at(start), scene.at(end - 1)
    word = scene.at(candidate.word.start)
    left, right = (last + 1, word) if last < word else (word + 1, first)
    far = max(0, right - left) + sum(MARKS.get(w, 0) for w in scene.lower[left:right])
    if scene.owner[first] is not scene.owner[word]:
        far += CLAUSE
    return far + _aside(scene, first, word)


def _aside(scene: Scene, place: int, word: int) -> int:
    """How much farther a token counts that stands between commas, apart from the contact word."""
    lower = scene.lower
    start = end = place
    while start > 0 and lower[start] not in (",", ";", "–", "—", ":"):
        start -= 1
    while end < len(lower) and lower[end] not in (",", ";", "–", "—"):
        end += 1
    if lower[start] != "," or start <= word < end:
        return 0
    if not RELATIVE.isdisjoint(lower[start + 1 : start + 3]):
        return ASIDE
    return INSERTED if end - start > SHORT and end < len(lower) else 0
