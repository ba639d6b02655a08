"""Pairs that were told as one contact become one entry: three who met together, and delegations of one state."""

from collections import defaultdict

from tensionwire.analysis.contacts.entry import Told

REPEATED = frozenset({"mit", "with", "von", "by", "bei", "to"})


def put_together(pairs: list[Told]) -> list[Told]:
    """Entries of two sides or more, in the order of their first pairs."""
    found: list[Told] = []
    alike: dict[tuple[object, ...], list[Told]] = defaultdict(list)  # told by the same word, with the same findings
    beside: dict[int, list[Told]] = defaultdict(list)  # told in the same sentence
    for pair in pairs:
        beside[pair.scene.sentence.place].append(pair)
    for pair in pairs:
        place = pair.scene.sentence.place
        known = alike[place, pair.word.start, pair.journey, pair.form, pair.status]
        home = next((t for t in known if _together(t, pair, beside[place])), None)
        if home is None:
            found.append(pair)
            known.append(pair)
        else:
            home.members.update({k: m for k, m in pair.members.items() if k not in home.members})
    return found


def _together(told: Told, pair: Told, pairs: list[Told]) -> bool:
    """True where a pair belongs to an entry of the same word: everybody met everybody. `pairs`: of the sentence."""
    fresh = [m for m in pair.members.values() if m.key not in told.keys]
    if len(fresh) != 1:
        return not fresh
    newcomer = fresh[0]
    met = {k for p in pairs if newcomer.key in p.keys and p.journey == pair.journey for k in p.keys}
    allies = [m for m in told.members.values() if m.affiliation == newcomer.affiliation]
    if any(m.key not in met for m in told.members.values() if m.affiliation != newcomer.affiliation):
        return False
    if pair.journey and not newcomer.personal:
        return False
    return not allies or _one_delegation(pair, newcomer.begin, [m.begin for m in allies])


def _one_delegation(pair: Told, begin: int, others: list[int]) -> bool:
    """True where allies are named in one breath: `mit A und B`, not `mit A und mit B`."""
    low, high = (pair.scene.at(place) for place in sorted((begin, min(others, key=lambda o: abs(o - begin)))))
    between = pair.scene.lower[low:high]
    return REPEATED.isdisjoint(between[1:]) and high - low <= 14
