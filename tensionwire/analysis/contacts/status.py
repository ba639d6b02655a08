"""Whether a contact took place, is planned, possible or cancelled: cues around its word, weighed by learning."""

from datetime import date

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.dates import resolve
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.model import Weights

STATUSES: tuple[Status, ...] = ("held", "planned", "possible", "cancelled")
NEAR = 5  # tokens


def cues(scene: Scene, candidate: Candidate) -> list[str]:
    """The features of a candidate's status."""
    word = candidate.word
    at = scene.at(word.start)
    clauses = scene.clauses
    mine = clauses[at]
    found = ["bias", f"g={word.group}", f"w={word.text}", f"last={word.text[-2:]},{word.group}"]
    for hit in scene.hits:
        if "status" not in hit.kinds:
            continue
        place = scene.at(hit.start)
        here = clauses[place] == mine
        side = "before" if hit.start < word.start else "after" if hit.start >= word.end else "in"
        near = abs(place - at) <= NEAR
        said = scene.draft.text[hit.start : hit.end].lower()
        for meaning in hit.meanings:
            if meaning.kind == "status":
                found += [f"c={meaning.value},{here}", f"c={meaning.value},{here},{side}"]
                if near:
                    found.append(f"n={meaning.value}")
        found.append(f"s={said},{here}")
    if candidate.journey:
        found.append("visit")
    verbs = [scene.lower[place] for place in range(max(0, at - 12), min(len(clauses), at + 12)) if clauses[place] == mine]
    found += [f"v={v}" for v in verbs if v in AUXILIARIES]
    if word.text in INFINITIVES and not any(v in AUXILIARIES for v in verbs):
        found.append("infinitive alone")
    found.append(f"when={_when(scene)}")
    found += [f"next={f}" for f in _after(scene)]
    return list(dict.fromkeys(found))


AUXILIARIES = frozenset(
    "wird werden werde will wollen wolle soll sollen solle sollte könnte könnten kann können würde würden wäre hätte hätten hat haben hatte hatten ist "
    "war waren wurde wurden worden möchte muss müssen dürfte to will would could may might can should shall is are was were had has have been be".split()
)
INFINITIVES = frozenset("treffen empfangen besuchen sprechen reisen telefonieren beraten meet host receive visit travel".split())


def _when(scene: Scene) -> str:
    """Whether the date that the sentence names lies before or after the article's."""
    named = [h for h in scene.hits if "date" in h.kinds]
    day = scene.draft.day
    if not named or day is None:
        return "none"
    text = scene.draft.text[max(scene.sentence.start, named[0].start - 16) : min(scene.sentence.end, named[-1].end + 16)]
    window = resolve(text, day, "held")
    if window is None:
        return "none"
    gap = (date.fromisoformat(window.start) - date.fromisoformat(day)).days
    return "later" if gap > 0 else "same" if gap == 0 else "week" if gap > -8 else "before"


def _after(scene: Scene) -> set[str]:
    """The families of cues in the sentence that follows: "Eine Bestätigung gab es nicht"."""
    place = scene.sentence.place + 1
    sentences = scene.draft.sentences
    if place >= len(sentences):
        return set()
    following = sentences[place]
    return {
        m.value
        for h in scene.draft.hits
        if following.start <= h.start < following.end and "status" in h.kinds
        for m in h.meanings
        if m.kind == "status" and m.value in ("cancelled", "unclear", "possible", "negation")
    }


def status_of(found: list[str], weights: Weights) -> tuple[Status, float]:
    """The status whose weights sum highest, and how far it stands above the next."""
    sums = [sum(weights.get(f"{status}|{cue}", 0.0) for cue in found) for status in STATUSES]
    ranked = sorted(sums, reverse=True)
    return STATUSES[sums.index(ranked[0])], ranked[0] - ranked[1]
