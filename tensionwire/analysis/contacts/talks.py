"""Features of two people, or two states, who may have talked with each other."""

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.meant import bearing
from tensionwire.analysis.contacts.order import clauses, order
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.speech import QUOTES, SPEECH
from tensionwire.analysis.contacts.unsaid import meant
from tensionwire.analysis.contacts.views import Seen, Tie, Worded

ABOUT = frozenset("über about wegen gegen against für for on".split())
NOUNS = frozenset({"encounter", "discussion", "callnoun", "parley", "summit"})
TOGETHER = 14  # tokens in which both stand who are listed together


def talk(scene: Scene, candidate: Candidate) -> list[str]:
    """The names of all features that hold."""
    one, other, word = scene.seen(candidate.one), scene.seen(candidate.other), scene.worded(candidate.word)
    first, last = (one, other) if one.mention.begin <= other.mention.begin else (other, one)
    o, g, q, p = order(first, last, word), word.word.group, first.lead, last.lead
    kinds, clause = f"{first.kind}+{last.kind}", clauses(scene, first, last, word)
    ties = first.tie(word), last.tie(word)
    together = last.listed and last.begins - scene.at(first.mention.end) <= TOGETHER
    found = [
        "talk",
        f"g={g}",
        f"w={word.bare}",
        f"g+o={g},{o}",
        f"g+o+p={g},{o},{p}",
        f"o+p+q={o},{q},{p}",
        f"k={kinds}",
        f"k+g={kinds},{g}",
        f"k+o={kinds},{o}",
        f"p1={q}",
        f"p2={p}",
        f"p2+o={p},{o}",
        f"cl={clause}",
        f"cl+g={clause},{g}",
        f"r={first.rank}+{last.rank}",
        f"dF={ties[0].far},{o}",
        f"dL={ties[1].far},{o}",
        f"list={first.listed},{together}",
        f"titled={first.titled},{last.titled}",
    ]
    if together:
        outside = len(scene.sides - {first.mention.affiliation, last.mention.affiliation})
        found += (f"together,{o},{g}", f"together,outside={min(2, outside)},{o}", f"together,{q},{o}")
    if first.mention.role and first.mention.role == last.mention.role:
        found += ("same office", f"same office,{g}")
    found += _related(first, last, ties, word, o)
    if first.mention.kind != "unsaid" and last.mention.kind != "unsaid":
        found += _between(scene, first, last, o)
    found += _arguments(first, last, ties, word, o)
    found += word.around
    found += [f"F {said}" for said in first.speech]
    found += [f"L {said}" for said in last.speech]
    if not (first.personal and last.personal):
        found += _doubled(scene, first, last)
    for mine, yours in ((first, last), (last, first)):
        if mine.mention.kind == "unsaid":
            found += (
                f"unsaid {min(3, mine.mention.outer)}",
                f"unsaid,{g}",
                f"unsaid,people={min(3, len(scene.sides))}",
                f"unsaid,{o},{yours.lead}",
            )
            found += meant(scene, mine, yours)
            found += bearing(scene, mine.mention, yours.mention)
    return found


def _related(first: Seen, last: Seen, ties: tuple[Tie, Tie], word: Worded, o: str) -> tuple[str, ...]:
    """How both stand to the clause of the contact word, and whether one is the first there: its subject, as a rule."""
    one, two = ties[0].relation, ties[1].relation
    inside, group = word.inside, word.word.group
    places = min(3, inside.get(first.key, 9)), min(3, inside.get(last.key, 9))
    return (
        f"tie={one},{two}",
        f"tie={one},{two},{o}",
        f"tie={one},{two},{group}",
        f"place={places[0]},{places[1]},of={min(4, len(inside))}",
        f"sides={min(3, word.sides)},{group}",
    )


def _between(scene: Scene, first: Seen, last: Seen, o: str) -> list[str]:
    """Who and what stands between both."""
    low, high = first.mention.end, last.mention.begin
    pair = (first.mention.affiliation, last.mention.affiliation)
    same = others = 0
    for person in scene.people:
        if low <= person.mention.start < high:
            if person.mention.affiliation in pair:
                same += 1
            else:
                others += 1
    words = scene.lower[scene.at(low) : last.begins]
    found = [f"others={min(2, others)}", f"same={min(2, same)}"]
    if not QUOTES.isdisjoint(words):
        found.append("quote between")
    if not SPEECH.isdisjoint(words):
        found.append(f"speech between,{o}")
    if not ABOUT.isdisjoint(words[-4:]):
        found.append("about before last")
    strong = sum(low <= w.start < high and w.group in STRONG for w in scene.words)
    found.append(f"words between={min(2, strong)}")
    return found


def _arguments(first: Seen, last: Seen, ties: tuple[Tie, Tie], word: Worded, o: str) -> list[str]:
    """Whether both are the nearest to the contact word on their sides, and whether it has its two sides elsewhere."""
    one, two = (_nearer(mine, tie, first, last) for mine, tie in zip((first, last), ties, strict=True))
    group = word.word.group
    found = [f"args={one},{two},{o}", f"args={one},{two},{group}"]
    if ties[0].turns:
        found.append(f"F turns,{o}")
    if ties[1].turns:
        found.append(f"L turns,{o}")
    if group in NOUNS and (complete := word.complete):
        found.append(f"complete,{first.key in complete},{last.key in complete}")
    return found


def _nearer(mine: Seen, tie: Tie, first: Seen, last: Seen) -> str:
    """How many others stand nearer to the contact word on its side, 2 for more; `s`: one of the same state."""
    if mine.unsaid:
        return "u"
    if not tie.between:
        return "0"
    between = [p for p in tie.between if p.key not in (first.key, last.key)]
    alike = any(p.mention.affiliation == mine.mention.affiliation for p in between)
    return f"{min(2, len({p.key for p in between}))}{'s' if alike else ''}"


def _doubled(scene: Scene, first: Seen, last: Seen) -> list[str]:
    """A state stands for a side where none of its officials does."""
    found = []
    for seen in (first, last):
        if not seen.personal:
            here = any(m.affiliation == seen.mention.affiliation and m.personal for m in scene.mentions)
            found.append(f"state doubled={here}")
            if seen.genitive:
                found.append("state genitive")
    return found
