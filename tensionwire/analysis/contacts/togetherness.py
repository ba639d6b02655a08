"""Whether two pairs of one contact word were one contact: three at a table, or one after the other.

`sprach mit A und B` is one contact, `sprach erst mit A, dann mit B` are two; a call to two states mostly are two as
well. What speaks for either is weighed by learning.
"""

from collections.abc import Iterable, Sequence

from tensionwire.analysis.contacts import company_names as names
from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.draft import Mention
from tensionwire.lexicon.scale import Sign

REPEATED = frozenset({"mit", "with", "von", "by", "bei", "to"})
MARKS = frozenset({",", ";", ":", "(", "und", "and", "oder", "or", "as"})
APART = frozenset(
    "then dann danach anschließend anschliessend später later separately separate getrennt getrennte einzeln "
    "nacheinander each apiece jeweils zunächst erst zuerst first afterwards afterward followed before nach sowie both "
    "beide beiden either another also auch ferner außerdem zudem zuvor earlier sowohl respectively while während "
    "hingegen dagegen one turn turns having eigens well".split()
)
TOGETHER = frozenset(
    "together zusammen gemeinsam gemeinsame jointly trilateral three dritt dreiertreffen dreierrunde flanked begleitet "
    "alongside accompanied seite with mit conference group quad g7 runde summit gipfel tisch table".split()
)
MANY = 4  # in an entry


def signs(told: Told, pair: Told, newcomer: Mention, pairs: Iterable[Told]) -> list[Sign]:
    """What speaks for and against the newcomer of a pair belonging to an entry. `pairs`: of the sentence."""
    scene = pair.scene
    shared, near = beside(told, pair, newcomer)
    allies = any(m.affiliation == newcomer.affiliation for m in told.members.values())
    kind = ("v" if pair.journey else "") + ("ally" if allies else "third")
    low, high = sorted((near.begin, newcomer.begin))
    first, last, place = scene.at(low), scene.at(high), scene.at(shared.begin)
    where = "before" if place < first else "after" if place > last else "between"
    found: list[Sign] = [
        (names.pair, kind, met_all(told, pair, newcomer, pairs), pair.form, pair.status, min(MANY, len(told.members))),
        (names.word, pair.word.text),
        (names.kinds, kind, near.kind, newcomer.kind),
        (names.shared, kind, shared.kind, where),
    ]
    listed = scene.seen(newcomer).list_at
    if scene.seen(near).list_at == listed:
        mates = len({p.mention.affiliation for p in scene.people if p.list_at == listed})
        found.append((names.listed, kind, min(MANY, mates), near.kind, shared.kind))
    between = scene.lower[first:last]
    found += [(names.repeated, kind, w) for w in sorted(REPEATED.intersection(between[1:]))]
    found += [(names.mark, kind, w) for w in sorted(MARKS.intersection(between))]
    found += [(names.order, w) for w in sorted(APART.intersection(between))]
    if any("date" in h.kinds and low < h.start < high for h in scene.hits):
        found.append((names.date, kind))
    found += [(names.apart, kind, w) for w in sorted(APART & scene.held)]
    found += [(names.together, kind, w) for w in sorted(TOGETHER & scene.held)]
    return found


def beside(told: Told, pair: Told, newcomer: Mention) -> tuple[Mention, Mention]:
    """Whom the newcomer of a pair met, who is of the entry; and of the others of it the one who stands nearest."""
    shared = next(m for m in pair.members.values() if m.key in told.keys)
    rest = [m for m in told.members.values() if m.key != shared.key] or [shared]
    return shared, min(rest, key=lambda m: abs(m.begin - newcomer.begin))


def met_all(told: Told, pair: Told, newcomer: Mention, pairs: Iterable[Told]) -> bool:
    """True where the newcomer is in a pair with everybody of the entry who is of another side."""
    met = {k for p in pairs if newcomer.key in p.keys and p.journey == pair.journey for k in p.keys}
    return all(m.key in met for m in told.members.values() if m.affiliation != newcomer.affiliation)


def newcomers(told: Told, pair: Told) -> Sequence[Mention]:
    """Who of a pair is not in an entry."""
    return [m for m in pair.members.values() if m.key not in told.members]
