"""Features of two people, or two states, who may have talked with each other: what they depend on (see scale.py)."""

from bisect import bisect_left

from tensionwire.analysis.contacts import talk_names as names
from tensionwire.analysis.contacts.borne import borne
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.context import of_talks
from tensionwire.analysis.contacts.meant import bearing
from tensionwire.analysis.contacts.order import clauses, order
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.unsaid import meant
from tensionwire.analysis.contacts.views import LATER, Seen, Tie, Worded
from tensionwire.analysis.entities.places import HYPHENS
from tensionwire.analysis.speech import QUOTES, SPEECH
from tensionwire.lexicon.scale import Sign

ABOUT = frozenset("über about wegen gegen against für for on".split())
VERB_NEAR, SHORTEST_VERB = 3, 3  # tokens, letters
COMPOUND = 14  # code points behind both in which the word of contact begins
TOGETHER = 14  # tokens in which both stand who are listed together


def talk(scene: Scene, candidate: Candidate) -> list[Sign]:
    """All features that hold."""
    one, other, word = scene.seen(candidate.one), scene.seen(candidate.other), scene.worded(candidate.word)
    first, last = (one, other) if one.mention.begin <= other.mention.begin else (other, one)
    o, g, q, p = order(first, last, word), word.word.group, first.lead, last.lead
    tie, tie_last = first.tie(scene, word), last.tie(scene, word)
    together = last.listed and last.begins - first.follows <= TOGETHER
    found: list[Sign] = [
        (names.words, g, word.bare),
        (names.leads, g, o, q, p),
        (names.kinds, first.kind, last.kind, g, o),
        (names.hangs, q, p, o),
        (names.clauses, clauses(first, last, word), g),
        (names.ranks, first.rank, last.rank),
        (names.distances, tie.far, tie_last.far, o),
        (names.lists, first.listed, together, first.titled, last.titled),
    ]
    if last.mention.start - first.mention.end == 1 and scene.draft.text[first.mention.end] in HYPHENS:
        found.append((names.hyphened, g, 0 <= word.word.start - last.mention.end <= COMPOUND))
    if together:
        outside = len(scene.sides - {first.mention.affiliation, last.mention.affiliation})
        found.append((names.company, min(2, outside), o, g, q))
    if first.mention.role and first.mention.role == last.mention.role:
        found.append((names.same_office, g))
    found.append((names.related, tie.relation, tie_last.relation, o, g))
    found.append(_places(first, last, word))
    if not (first.unsaid or last.unsaid):
        found.append(_between(scene, first, last, o))
    found += _arguments(first, last, tie, tie_last, word, o)
    found.append(word.around)
    found.append((names.hints, scene.hints, g == "silent", first.unsaid or last.unsaid))
    if (bearer := borne(scene, first, word)) is not None:
        found.append((names.borne, bearer, tie_last.relation))
    for which, side, how, yours in (("F", first, tie, last), ("L", last, tie_last, first)):
        if side.speech:
            found.append((names.speech, which, side.speech))
            if "speaks" in side.speech:
                others = len({p for p in word.inside if p not in (side.key, yours.key)})
                found.append((names.reports, which, how.relation, yours.key in word.inside, min(2, others)))
        if side.on.kind:
            own = side.on.start == word.word.start and g != "silent"
            found.append((names.on, which, side.lead, "own" if own else side.on.kind, side.on.stem, g))
    found += of_talks(scene, first, last, g == "silent")
    if g == "silent" and not (first.unsaid or last.unsaid):
        found += _verbs(scene, first, last)
    if not (first.personal or last.personal):
        near = last.begins - first.follows <= TOGETHER and word.at - last.follows <= TOGETHER
        same = tie.relation == tie_last.relation == "same"
        found.append(
            (names.nations, g, q, p, last.listed, same, near, len(scene.sides), min(2, len(scene.draft.elsewhere)))
        )
    if not (first.personal and last.personal):
        for side in (first, last):
            if not side.personal:
                found.append((names.state, side.mention.affiliation in scene.officials, side.genitive))
    for mine, yours in ((first, last), (last, first)):
        if mine.unsaid:
            people = min(3, len(scene.sides))
            found.append((names.unsaid, min(3, mine.mention.outer), g, people, o, yours.lead))
            found += meant(scene, mine, yours)
            found += bearing(scene, mine.mention, yours.mention)
    return found


def _verbs(scene: Scene, first: Seen, last: Seen) -> list[Sign]:
    """The words behind the first side, where no contact word tells what both did: `threatened`, `warf`."""
    begins = first.last + 1
    words = scene.lower[begins : min(begins + VERB_NEAR, last.begins)]
    return [(names.said, word) for word in words if len(word) > SHORTEST_VERB]


def _places(first: Seen, last: Seen, word: Worded) -> Sign:
    """Whether one of both is the first in the clause of the contact word: its subject, as a rule."""
    inside = word.inside
    one, two = inside.get(first.key, LATER), inside.get(last.key, LATER)
    return names.places, one, two, min(4, len(inside)), word.sides, word.word.group


def _between(scene: Scene, first: Seen, last: Seen, o: str) -> Sign:
    """Who and what stands between both."""
    low, high = first.mention.end, last.mention.begin
    one, two = first.mention.affiliation, last.mention.affiliation
    same = others = 0
    lists = (first.list_at, last.list_at)
    for person in scene.people_in(low, high):
        if person.list_at in lists and first.list_at != last.list_at:
            continue  # `met A, B and C`: nobody stands between
        if person.mention.affiliation in (one, two):
            same += 1
        else:
            others += 1
    words = scene.lower[first.follows : last.begins]
    strong = bisect_left(scene.strong, high) - bisect_left(scene.strong, low) if low < high else 0
    return (
        names.between,
        min(2, others),
        min(2, same),
        not QUOTES.isdisjoint(words),
        not SPEECH.isdisjoint(words),
        not ABOUT.isdisjoint(words[-4:]),
        min(2, strong),
        o,
    )


def _arguments(first: Seen, last: Seen, tie: Tie, tie_last: Tie, word: Worded, o: str) -> list[Sign]:
    """Whether both are the nearest to the contact word on their sides, and whether it has its two sides elsewhere."""
    one, two = _nearer(first, tie, first, last), _nearer(last, tie_last, first, last)
    group = word.word.group
    found: list[Sign] = [(names.arguments, one, two, o, group)]
    if tie.turns or tie_last.turns:
        found.append((names.turns, tie.turns, tie_last.turns, o))
    if word.complete:
        found.append((names.complete, first.key in word.complete, last.key in word.complete))
    return found


def _nearer(mine: Seen, tie: Tie, first: Seen, last: Seen) -> str:
    """How many others stand nearer to the contact word on its side, 2 for more; `s`: one of the same state."""
    if mine.unsaid:
        return "u"
    if not tie.between:
        return "0"
    between = [(key, side) for key, side in tie.between if key not in (first.key, last.key)]
    alike = mine.mention.affiliation in [side for _, side in between]
    return f"{min(2, len({key for key, _ in between}))}{'s' if alike else ''}"
