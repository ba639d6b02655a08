"""The search for contacts: the pairs of each sentence, scored; one a real contact; put together as they were told."""

import math
from collections import defaultdict
from datetime import date

from tensionwire.analysis.contacts.anchor import anchor
from tensionwire.analysis.contacts.around import HARDLY, STRONG
from tensionwire.analysis.contacts.candidates import Candidate, nearest
from tensionwire.analysis.contacts.company import belonging, put_together
from tensionwire.analysis.contacts.entry import Told, entry
from tensionwire.analysis.contacts.joining import choosing, join
from tensionwire.analysis.contacts.rivals import Scored
from tensionwire.analysis.contacts.sameness import apart
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.scoring import weighed
from tensionwire.analysis.contacts.turns import only_in_turn
from tensionwire.analysis.draft import Draft, Mention
from tensionwire.contracts.tagged import Contact

LEAD = 700  # code points in which a contact is what the article is about
OLDER = 7  # days

SETTLED = frozenset({"agreed", "accepted"})  # families of cues
MEANT = frozenset({"unsaid", "there", "pronoun"})

Slot = tuple[int, str, bool]  # where and who somebody is opposite whom one is meant, and whether on a journey


def contacts(draft: Draft) -> None:
    """Find the contacts of each sentence, and join those that tell the same one."""
    putting = draft.lexicon.putting
    joined = join(pairs_told(draft), choosing(putting))
    draft.contacts = [entry(draft, t) for t in put_together(joined, belonging(putting))]
    mark_headlines(draft)


def pairs_told(draft: Draft) -> list[Told]:
    """The pairs that the sentences tell to be in contact, in text order."""
    return [pair for scene, found in weighed(draft) for pair in told_in(scene, found)]


def mark_headlines(draft: Draft) -> None:
    """Mark what the article is about: the first contact, and those it begins with that are no older news."""
    news = [contact for contact in draft.contacts if not contact.background]
    lead = max(LEAD, len(draft.text) // 4)
    for contact in news:
        contact.headline = contact is news[0] or (contact.evidence[0].start < lead and not _older(contact, draft.day))


def _older(contact: Contact, day: str | None) -> bool:
    """True for what lies more than a week back."""
    if contact.date is None or day is None:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(contact.date.start)).days > OLDER


def told_in(scene: Scene, found: list[Scored]) -> list[Told]:
    """The pairs of a sentence that are told to be in contact, the best first."""
    told: list[Told] = []
    seen: dict[tuple[bool, frozenset[str]], Told] = {}
    found = _best_meant([(score, candidate) for score, candidate in found if score >= 0])
    for score, candidate in sorted(found, key=lambda x: (-x[0], x[1].one.start, x[1].other.start)):
        pair = (candidate.one, candidate.other)
        key = (candidate.journey, frozenset(m.key for m in pair))
        known = seen.get(key)
        if known is None and any(_doubles(t, pair, candidate.journey) or _reverses(t, candidate) for t in told):
            continue
        new = candidate if known is None else _by_another_word(known.candidate, candidate, scene)
        if new is None:
            continue
        one = Told(scene, new, {m.key: m for m in pair}, 1 / (1 + math.exp(-score)))
        if _adds(one, told, known is None):
            seen.setdefault(key, one)
            told.append(one.remembered())
    sides: dict[tuple[int, bool], set[str]] = defaultdict(set)
    for one in told:
        sides[one.word.start, one.journey].update([m.affiliation for m in one.members.values()])
    for one in told:
        one.around = len(sides[one.word.start, one.journey])
    return told + [next_time for one in told if (next_time := _agreed(one))]


def _adds(one: Told, told: list[Told], first: bool) -> bool:
    """True for the `first` telling of two who met each other, and for a further one of another day."""
    if first:
        return not only_in_turn(one, [t for t in told if t.word is one.word and t.journey == one.journey])
    return all(_at_other_time(t, one) for t in told if t.keys == one.keys)


def _by_another_word(known: Candidate, one: Candidate, scene: Scene) -> Candidate | None:
    """The same two, where another clause mentions one of them again and has a contact word of its own."""
    said = {known.one.start, known.other.start}
    fresh = [m for m in (one.one, one.other) if m.start not in said and not scene.seen(m).unsaid]
    if not fresh or one.journey or known.word.group == "silent":
        return None
    owner = scene.owner
    clause = owner[scene.at(max(m.start for m in fresh))]
    if owner[scene.at(known.word.start)] is clause:
        return None
    words = [w for w in scene.words if owner[scene.at(w.start)] is clause and w.group in STRONG]
    if not words:
        return None
    again = one._replace(word=nearest(scene, words, one.one, one.other))
    return again if anchor(scene, again, owner).word is again.word else None  # else another word tells the status


def _agreed(known: Told) -> Told | None:
    """What two who were in contact agreed on there: `telefonierten und vereinbarten ein Treffen im Juni`."""
    scene, word = known.scene, known.word
    if known.journey or known.status != "held" or word.group == "silent":
        return None
    since = scene.at(word.end)
    agreed = [place for place, family, _ in scene.cues if family in SETTLED and place >= since]
    if not agreed:
        return None
    later = [w for w in scene.words if scene.at(w.end - 1) > agreed[0] and w.start > word.start and _meets(w)]
    if not later or any(p.mention.start > word.end and p.key not in known.keys for p in scene.people):
        return None
    two = [
        Mention(m.start, m.end, m.affiliation, m.name, m.role, "both", m.outer, m.feminine)
        for m in (known.candidate.one, known.candidate.other)
    ]  # nobody is said beside that word: both are meant
    again = Candidate(two[0], two[1], later[0], False)
    one = Told(scene, again, {m.key: m for m in two}, known.confidence)
    if one.place == known.place:
        one.place = None  # where they agreed on it
    return one if one.status == "planned" else None


def _meets(word: ContactWord) -> bool:
    """True for a word that tells of a meeting or a call, whatever else."""
    return word.group in STRONG and word.group != "journey" and word.text not in HARDLY


def _at_other_time(known: Told, one: Told) -> bool:
    """True where two tellings of a sentence cannot be one contact, since their days differ."""
    return apart(known.date, one.date).startswith(("after", "before"))


def _best_meant(found: list[Scored]) -> list[Scored]:
    """Of all who may be meant without being said, or by a pronoun, opposite one mention only the best stays."""
    best: dict[Slot, float] = {}
    slots = [_slots(candidate) for _, candidate in found]
    for (score, _), mine in zip(found, slots, strict=True):
        for slot in mine:
            best[slot] = max(best.get(slot, score), score)
    return [
        (score, candidate)
        for (score, candidate), mine in zip(found, slots, strict=True)
        if all(best[slot] <= score for slot in mine)
    ]


def _slots(candidate: Candidate) -> list[Slot]:
    """The mentions opposite which somebody is meant."""
    one, other, _, journey = candidate[:4]
    found = [(other.start, other.key, journey)] if one.kind in MEANT else []
    return [*found, (one.start, one.key, journey)] if other.kind in MEANT else found


def _doubles(told: Told, pair: tuple[Mention, Mention], journey: bool) -> bool:
    """True where a bare state or unnamed office only repeats somebody of that state in the same sentence."""
    if told.journey != journey or {m.affiliation for m in pair} != {m.affiliation for m in told.members.values()}:
        return False
    return any(not m.name for m in pair) and all(m.key in told.members or not m.name for m in pair)


def _reverses(told: Told, candidate: Candidate) -> bool:
    """True for a journey told by the same word as one the other way: of guest and host only one travels."""
    if not (told.journey and candidate.journey and told.word == candidate.word):
        return False
    pair = (candidate.one, candidate.other)
    there = {m.affiliation: m.personal for m in told.members.values()}
    return all(there.get(m.affiliation) == (not m.personal) for m in pair)
