"""Whether a contact took place, is planned, possible or cancelled: what its clause says, weighed by learning."""

from tensionwire.analysis.contacts.anchor import Anchor, anchor
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.reading import reading
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.telling import telling
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.weights import STATUSES, Cues


def status(scene: Scene, candidate: Candidate) -> tuple[Status, float]:
    """The status of a candidate, and how sure it is (see `status_of`)."""
    word = anchor(scene, candidate, scene.owner)
    # All that is told of a status hangs on this: three who met have one word, and three pairs.
    key = ("status", word.word.start, word.word.group, word.first, candidate.journey)
    weights = scene.draft.lexicon.model.cues
    return scene.once(key, lambda: status_of(_cues(scene, word, candidate.journey), weights))


def cues(scene: Scene, candidate: Candidate) -> list[str]:
    """The features of a candidate's status, by readable names."""
    return _cues(scene, anchor(scene, candidate, scene.owner), candidate.journey)


def _cues(scene: Scene, word: Anchor, journey: bool) -> list[str]:
    s = telling(scene, word)
    rule, read = reading(s)
    found = [
        "bias", f"group={s.group}", f"role={s.role}", f"form={s.form}", f"tense={s.tense}", f"tense={s.tense},{s.form}",
        f"date={s.date}", f"date={s.date},{s.tense}", f"date={s.date},{s.form},{s.tense}",
        f"rule={rule}", f"rule={rule},{s.date}", f"reading={read}", f"reading={read},{s.role}",
    ]  # fmt: skip
    if journey:
        found.append("visit")
    if s.chain != "none":
        found += [f"chain={s.chain}", f"chain={s.chain},{s.form}"]
    if s.opener:
        found += [f"opener={s.opener}", f"opener={s.opener},{s.tense}"]
    if s.above_tense:
        found += [f"above={s.above_tense},{s.opener}", *(f"above={family},{s.opener}" for family in s.above)]
    if s.negated:
        found += ["negated", f"negated,{s.form}", f"negated,{s.tense}"]
    if s.question:
        found.append("question")
    if s.split:
        found += [f"split={s.split}", f"split={s.split},{s.negated}"]
    if s.role == "noun":
        found += [f"prep={s.phrase.preposition}", f"det={s.phrase.determiner}"]
        found += [f"attribute={family}" for family in s.phrase.attributes]
        found += [f"head={family},{s.phrase.preposition}" for family in s.phrase.head]
    found += [f"verb={code},{s.role}" for code in s.verbs]
    found += [f"said={words}" for _, words in s.cues]
    for family in sorted(s.families):
        found += [f"cue={family}", f"cue={family},{s.role}", f"cue={family},{s.negated}", f"cue={family},{s.tense}"]
    found += [f"elsewhere={family}" for family in sorted(s.elsewhere)]
    found += [f"next={family}" for family in sorted(s.following)]
    return list(dict.fromkeys(found))


def status_of(found: list[str], weights: Cues) -> tuple[Status, float]:
    """The status whose weights sum highest, and how far it stands above the next."""
    known = [weights[cue] for cue in found if cue in weights]
    sums = [sum(weigh) for weigh in zip(*known, strict=True)] if known else [0.0] * len(STATUSES)
    ranked = sorted(sums, reverse=True)
    return STATUSES[sums.index(ranked[0])], ranked[0] - ranked[1]
