"""The search for contacts: candidates of each sentence, scored, put together as told, joined over the article."""

import math

from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.entry import Told, entry
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.contacts.joining import join
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Draft

LEAD = 700  # code points in which a contact is what the article is about
SUPPORT = 0.6


def contacts(draft: Draft) -> None:
    """Find the contacts of each sentence, and join those that tell the same one."""
    told: list[Told] = []
    for scene in scenes(draft):
        told += told_in(scene)
    draft.contacts = [entry(draft, t) for t in join(draft, told)]
    titled = {m.value for h in draft.title_hits for m in h.meanings if m.kind in ("country", "adjective", "seat")}
    for contact in draft.contacts:
        early = contact.evidence[0].start < max(LEAD, len(draft.text) // 4)
        contact.headline = not contact.background and (
            early or (bool(titled) and titled >= {p.affiliation for p in contact.participants})
        )


def told_in(scene: Scene) -> list[Told]:
    """The contacts of a sentence: pairs over the threshold, those of one word and one company put together."""
    model = scene.draft.lexicon.model
    scored: list[tuple[float, Candidate]] = []
    for candidate in candidates(scene):
        score = sum(model.contact.get(f, 0.0) for f in features(scene, candidate))
        scored.append((score - (model.visit_threshold if candidate.journey else model.threshold), candidate))
    return put_together(scene, scored)


def put_together(scene: Scene, scored: list[tuple[float, Candidate]]) -> list[Told]:
    """From scored pairs (0 is the threshold) to contacts of two sides or more."""
    scored = _best_meant(scored)
    score_of = {(c.journey, frozenset((c.one.key, c.other.key))): s for s, c in scored}
    told: list[Told] = []
    for score, candidate in sorted(scored, key=lambda x: (-x[0], x[1].one.start, x[1].other.start)):
        if score < 0:
            break
        pair = [candidate.one, candidate.other]
        keys = {m.key for m in pair}
        if any(keys <= t.keys and t.journey == candidate.journey for t in told):
            continue
        home = next((t for t in told if t.journey == candidate.journey and t.word.start == candidate.word.start and _fits(t, pair, candidate.journey, score_of)), None)
        if home is not None:
            home.members.update({m.key: m for m in pair if m.key not in home.members})
        elif not any(_subsumed(t, pair, candidate.journey) for t in told):
            told.append(Told(scene, candidate, {m.key: m for m in pair}, 1 / (1 + math.exp(-score))))
    return told


def _best_meant(scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Of all who may be meant without being said, or by a pronoun, opposite one mention only the best stays."""
    best: dict[tuple[int, str, bool], float] = {}
    for score, candidate in scored:
        for slot in _slots(candidate):
            best[slot] = max(best.get(slot, -99.0), score)
    return [(s, c) for s, c in scored if all(best[slot] <= s for slot in _slots(c))]


def _slots(candidate: Candidate) -> list[tuple[int, str, bool]]:
    """The mentions opposite which somebody is meant."""
    pairs = ((candidate.one, candidate.other), (candidate.other, candidate.one))
    return [(opposite.start, opposite.key, candidate.journey) for meant, opposite in pairs if meant.kind in ("unsaid", "pronoun")]


def _fits(told: Told, pair: list, journey: bool, score_of: dict) -> bool:  # type: ignore[type-arg]
    """True where a pair shares one member with a contact and the newcomer could meet all others there."""
    fresh = [m for m in pair if m.key not in told.members]
    if len(fresh) != 1:
        return False
    newcomer = fresh[0]
    if journey:
        return newcomer.personal and newcomer.affiliation in {m.affiliation for m in told.members.values() if m.personal}
    others = [m for m in told.members.values() if m.affiliation != newcomer.affiliation]
    return all(score_of.get((False, frozenset((newcomer.key, m.key))), -9.0) >= -SUPPORT for m in others)


def _subsumed(told: Told, pair: list, journey: bool) -> bool:  # type: ignore[type-arg]
    """True where a bare state or unnamed office doubles somebody of that state in the same sentence."""
    if told.journey != journey:
        return False
    sides = {m.affiliation for m in told.members.values()}
    return {m.affiliation for m in pair} <= sides and any(not m.name for m in pair) and all(
        m.key in told.members or not m.name for m in pair
    )
