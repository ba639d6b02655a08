"""Whether a sentence tells two contacts one after the other: by words of order, or each by a word of its own."""

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.draft import Mention

# Between two who were met, the second was met later.
THEN = frozenset(
    "then dann danach anschließend anschliessend daraufhin später hernach darauf zuvor davor schließlich "
    "schliesslich afterwards afterward later subsequently followed finally earlier".split()
)
# Wherever it stands, they were met one by one.
SINGLY = frozenset(
    "nacheinander hintereinander separately separate getrennt getrennte getrennten einzeln individually "
    "successively consecutively".split()
)
WEAK = frozenset({"silent", "travel", "journey", "transit"})  # groups of words that tell no talks


def one_after_another(told: Told, pair: Told, newcomer: Mention) -> bool:
    """True where the newcomer of a pair was met at another time than those of the entry."""
    scene = pair.scene
    shared = next(m for m in pair.members.values() if m.key in told.keys)
    rest = [m for m in told.members.values() if m.key != shared.key] or [shared]
    near = min(rest, key=lambda m: abs(m.begin - newcomer.begin))
    low, high = sorted((near.begin, newcomer.begin))
    between = scene.lower[scene.at(low) : scene.at(high)]
    if not THEN.isdisjoint(between):
        return True
    if not SINGLY.isdisjoint(scene.held):
        return True
    return _by_own_words(pair, near, newcomer)


def _by_own_words(pair: Told, near: Mention, newcomer: Mention) -> bool:
    """`war von A empfangen worden und hatte sich mit B beraten`: a contact word in the clause of each."""
    scene, owner = pair.scene, pair.scene.owner
    one, other = owner[scene.at(near.start)], owner[scene.at(newcomer.start)]
    if one is other:
        return False
    words = {owner[scene.at(w.start)] for w in scene.words if w.group not in WEAK}
    return one in words and other in words
