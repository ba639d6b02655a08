"""Whether a contact took place, is planned, possible or cancelled: what its clause says, weighed by learning."""

from collections.abc import Sequence

from tensionwire.analysis.contacts import status_names as names
from tensionwire.analysis.contacts.anchor import Anchor, anchor
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.reading import Said, ahead_of_it, called_off, reading
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.surroundings import surroundings
from tensionwire.analysis.contacts.telling import telling
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.scale import Sign, names_of
from tensionwire.lexicon.weights import STATUSES

OUTRIGHT = 3.0  # log-odds of what is said outright
AHEAD = 1.5  # log-odds of what something else is told to have come before
DENIALS = frozenset({"nicht", "nie", "niemals"})


def status(scene: Scene, candidate: Candidate) -> tuple[Status, float]:
    """The status of a candidate, and how sure it is (see `status_of`)."""
    word = anchor(scene, candidate, scene.owner)
    scale = scene.draft.lexicon.model.cue_scale

    def work() -> tuple[Status, float]:
        said = telling(scene, word)
        known = scale.of(_signs(scene, word, said, candidate.journey))
        return status_of(known, _denied(scene, word), called_off(said), ahead_of_it(said))

    # All that is told of a status hangs on this: three who met have one word, and three pairs.
    return scene.once(("status", word.word.start, word.word.group, word.first, candidate.journey), work)


def cues(scene: Scene, candidate: Candidate) -> list[str]:
    """The features of a candidate's status, by readable names."""
    word = anchor(scene, candidate, scene.owner)
    return names_of(_signs(scene, word, telling(scene, word), candidate.journey))


def _signs(scene: Scene, word: Anchor, s: Said, journey: bool) -> list[Sign]:
    rule, read = reading(s)
    found: list[Sign] = [
        (names.word, s.group, s.role, s.form, s.tense),
        (names.date, s.date, s.tense, s.form),
        (names.rule, rule, s.date, read, s.role),
    ]
    if journey:
        found.append((names.visit,))
    if s.chain != "none":
        found.append((names.chain, s.chain, s.form))
    if s.opener:
        found.append((names.opener, s.opener, s.tense))
    if s.above_tense:
        found.append((names.above, s.above_tense, s.opener, s.above))
    if s.negated:
        found.append((names.negated, s.form, s.tense))
    if s.question:
        found.append((names.question,))
    if s.split:
        found.append((names.split, s.split, s.negated))
    if s.role == "noun":
        found.append((names.phrase, s.phrase.preposition, s.phrase.determiner, s.phrase.attributes, s.phrase.head))
    if s.verbs:
        found.append((names.verbs, s.verbs, s.role))
    if s.cues:
        found.append((names.said, tuple(words for _, words in s.cues)))
    found += [(names.cue, family, s.role, s.negated, s.tense) for family in sorted(s.families)]
    if s.preceding:
        found.append((names.before, tuple(sorted(s.preceding)), read, s.tense))
    if s.elsewhere or s.following:
        found.append((names.elsewhere, tuple(sorted(s.elsewhere)), tuple(sorted(s.following))))
    return found + surroundings(scene, scene.owner[word.first], s.tense, s.date)


def _denied(scene: Scene, word: Anchor) -> bool:
    """True for a German verb that is denied itself: "hat ihn am Dienstag nicht getroffen", "traf Macron nicht".

    "Traf ihn nicht in Bonn, sondern in Köln" denies the place alone.
    """
    if word.role != "verb" or scene.draft.language != "de":
        return False
    lower, places = scene.lower, [p for p in scene.owner[word.first].places if scene.lower[p][0].isalnum()]
    return any(
        lower[p] in DENIALS and (p == places[-1] or places[at + 1] == word.first) and p != word.first
        for at, p in enumerate(places)
    )


def status_of(
    known: Sequence[tuple[float, ...]], denied: bool = False, off: bool = False, ahead: bool = False
) -> tuple[Status, float]:
    """The status for which the weights of all cues sum highest, and how far it stands above the next.

    What is `denied` has not been held, whatever a date or a company beside it speak for; what is `off` is cancelled;
    what lies `ahead` of something told is likelier planned than the tense of that tells.
    """
    sums = [sum(weigh) for weigh in zip(*known, strict=True)] if known else [0.0] * len(STATUSES)
    if denied:
        held = STATUSES.index("held")
        sums[held] = min(sums) - 1.0
    if off:
        sums[STATUSES.index("cancelled")] = max(sums) + OUTRIGHT
    if ahead:
        sums[STATUSES.index("planned")] += AHEAD
    ranked = sorted(sums, reverse=True)
    return STATUSES[sums.index(ranked[0])], ranked[0] - ranked[1]
