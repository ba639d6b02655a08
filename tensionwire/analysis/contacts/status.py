"""Whether a contact took place, is planned, possible or cancelled: what its clause says, weighed by learning."""

import re
from datetime import date

from tensionwire.analysis.contacts.brackets import bracket
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.clauses import DETERMINERS, Clause, clauses_of
from tensionwire.analysis.contacts.reading import Said, reading
from tensionwire.analysis.contacts.scene import SPEECH, ContactWord, Scene
from tensionwire.analysis.contacts.verbs import EITHER, ENGLISH_AUXILIARIES, GERMAN_AUXILIARIES, english_form, german_form
from tensionwire.analysis.dates import resolve
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon.model import Weights

STATUSES: tuple[Status, ...] = ("held", "planned", "possible", "cancelled")
NOUNS = frozenset({"encounter", "discussion", "callnoun", "journey", "parley", "summit"})
ADVERBS = frozenset("also not never then again twice once still yet just even already soon later only first both all jointly each reportedly formally".split())
NEGATIONS = frozenset("nicht kein keine keinen keinem keiner keinerlei nie niemals weder not no never neither nor nobody nothing nichts niemand".split())


def cues(scene: Scene, candidate: Candidate) -> list[str]:
    """The features of a candidate's status, by readable names."""
    lower = scene.lower
    german = scene.draft.language == "de"
    owner = clauses_of(scene.tokens, lower, german)
    word, at = _anchor(scene, candidate, owner)
    silent = word.group == "silent"
    last = at if silent else scene.at(word.end - 1)
    while at < last and lower[at] in (GERMAN_AUXILIARIES if german else ENGLISH_AUXILIARIES):
        at += 1  # was received
    clause = owner[at]
    families = _families(scene)
    role = "silent" if silent else _role(scene, word, at, german)
    found = ["bias", f"group={word.group}", f"role={role}"]
    if candidate.journey:
        found.append("visit")
    tense = clause.tense
    form = role
    chain = "none"
    if role == "verb":
        form = _form(lower, at, clause, german)
        if not german:
            chain = _chain(lower, at)
            found += [f"chain={chain}", f"chain={chain},{form}"]
    when = _when(scene, owner, clause)
    found += [f"form={form}", f"tense={tense}", f"tense={tense},{form}", f"when={when}", f"when={when},{tense}", f"when={when},{form},{tense}"]
    found += [f"verb={code},{role}" for code in dict.fromkeys(clause.verbs.values())]
    if clause.opener:
        found += [f"opener={clause.opener}", f"opener={clause.opener},{tense}"]
    if lower[-1] == "?":
        found.append("question")
    families = [f for f in families if not _of_another(scene.tokens, lower, f[0], at, german)]
    here = _cues(families, owner, clause)
    if word.text.startswith(("expected", "due")):
        here.append(("planned", word.text))
    negated = _negated(lower, clause)
    for family, said in here:
        found += [f"cue={family}", f"cue={family},{role}", f"said={said}", f"cue={family},negated={negated}"]
    named = {family for family, _ in here}
    split = bracket(lower, clause.places) if german else ""
    if split:
        named.add(split)
        found += [f"bracket={split}", f"bracket={split},{negated}", f"cue={split}", f"cue={split},{role}"]
    if negated:
        found += ["negated", f"negated,{form}", f"negated,{tense}"]
    found += [f"tense={tense},{family}" for family in named]
    above_families: list[str] = []
    above_negated = False
    if clause.parent is not None:
        above = clause.parent
        above_families = [family for family, _ in _cues(families, owner, above)]
        above_negated = _negated(lower, above)
        found += [f"above={above.tense},{clause.opener}"]
        found += [f"above={family},{clause.opener}" for family in above_families]
    planning = {p for p, family, _ in families if family in ("planned", "offer", "possible", "cancelled", "unclear", "accepted")}
    perfect = german and any(lower[p] not in DETERMINERS and german_form(lower[p]) == "participle" and p not in planning and scene.tokens[p][0].islower() for p in clause.places)
    preposition = "none"
    if role == "noun":
        preposition, phrase = _phrase(scene.tokens, lower, at, families)
        found += phrase
    following = sorted(_after(scene))
    words = {said for _, said in here}
    if german and split == "cancelled" and "aus" in lower:
        words.add("split out")
    said_here = Said(
        role=role, form=form, tense=tense, auxiliaries=frozenset(clause.auxiliaries), chain=chain, families=frozenset(named), words=frozenset(words),
        negated=negated, opener=clause.opener, above=frozenset(above_families), above_negated=above_negated,
        conditional=any(c.opener == "if" for c in owner), question=lower[-1] == "?",
        without=_without(lower, at, clause, form), preposition=preposition, perfect=perfect,
        own=frozenset(family for p, family, _ in families if at <= p <= last),
        elsewhere=frozenset({*(family for p, family, _ in families if owner[p] is not clause), *following}), date=when,
    )  # fmt: skip
    rule, read = reading(said_here)
    found += [f"rule={rule}", f"reading={read}", f"reading={read},{role}", f"rule={rule},{when}"]
    found += [f"elsewhere={family}" for p, family, _ in families if owner[p] is not clause]
    after = {family for p, family, _ in families if last < p <= last + 4 and owner[p] is clause}
    found += [f"after={family}" for family in after]
    if at + 1 < len(lower):
        found.append(f"last={lower[at][-2:]},{word.group}")
    found.append(f"w={word.text}")
    found += [f"next={family}" for family in following]
    return list(dict.fromkeys(found))


VAGUE = frozenset({"unsaid", "unsaid goal", "pronoun", "both"})
HARDLY = frozenset("told agreed signed pressed assured called hieß hiess bat versicherte vereinbarte vereinbarten".split())  # contact words that mostly mean something else


def _negated(lower: list[str], clause: Clause) -> bool:
    """True where a negation stands in the clause that is not "not only", "no later than" or "but not"."""
    return any(
        lower[p] in NEGATIONS and lower[p + 1 : p + 2] not in (["only"], ["nur"], ["zuletzt"], ["later"], ["least"], ["mehr"], ["merely"], ["just"]) and lower[p - 1] not in ("but", "aber")
        for p in clause.places
    )


def _without(lower: list[str], at: int, clause: Clause, form: str) -> bool:
    """True for "without meeting" and "ohne ... getroffen zu haben"."""
    if "without" in lower[max(0, at - 3) : at]:
        return form in ("ing", "past")
    return form in ("participle", "to infinitive", "infinitive") and any(lower[p] == "ohne" for p in clause.places if p < at) and any(lower[p] == "zu" for p in clause.places)


def _anchor(scene: Scene, candidate: Candidate, owner: list[Clause]) -> tuple[ContactWord, int]:
    """The contact word that decides and its place: of several the one in the clause of the side named last."""
    word = candidate.word
    named = [m for m in (candidate.one, candidate.other) if m.kind not in VAGUE]
    later = max(named, key=lambda m: m.start, default=candidate.other)
    there = scene.at(later.start)
    if word.group == "silent":
        return word, there
    at = scene.at(word.start)
    clause = owner[there]
    if owner[at] is clause or not named or clause.opener not in ("", owner[at].opener) or any(scene.lower[p] in SPEECH for p in clause.verbs):
        return word, at
    fitting = [
        w
        for w in scene.words
        if owner[scene.at(w.start)] is clause and w.text not in HARDLY and ("visit" in w.forms if candidate.journey else w.groups != {"journey"})
    ]
    if fitting:
        word = min(fitting, key=lambda w: abs(w.start - later.start))
        at = scene.at(word.start)
    return word, at


def _role(scene: Scene, word: ContactWord, at: int, german: bool) -> str:
    """A verb, a noun, or a manner ("by phone", "face to face") that leaves the verb to another word.

    Nouns by their group; German ones by their capital, English ones in -ing by what stands before.
    """
    if word.text.startswith(MANNERS):
        return "manner"
    if word.group in NOUNS:
        return "noun"
    if german:
        return "noun" if at > 0 and scene.tokens[at][0].isupper() else "verb"
    return "noun" if scene.lower[at].endswith("ing") and any(w in DETERMINERS for w in scene.lower[max(0, at - 3) : at]) else "verb"


MANNERS = (
    "by ", "over the", "on the", "per ", "am ", "zum ", "zu ", "face to", "in person", "together", "unter ", "telefonisch", "fernm", "video", "zuges",
    "expected in", "due in", "side by", "gemeinsam", "nebeneinander", "seite an", "an eine",
)  # fmt: skip


def _form(lower: list[str], at: int, clause: Clause, german: bool) -> str:
    """How the contact word is inflected, as its clause shows."""
    word = lower[at]
    if not german:
        form = english_form(word)
        return "to infinitive" if form == "infinitive" and at and lower[at - 1] == "to" else form
    form = german_form(word)
    if at and lower[at - 1] == "zu" and form == "infinitive":
        return "to infinitive"
    if word in EITHER and not {"haben", "worden", "wurde", "hat", "hatte", "habe"} & set(clause.auxiliaries):
        form = "infinitive"
    if not clause.auxiliaries and (form == "infinitive" or at in clause.verbs and form == "participle"):
        return "present"
    return form


def _chain(lower: list[str], at: int) -> str:
    """The auxiliaries before an English verb, with the word that governs its infinitive: "was due to"."""
    said: list[str] = []
    place = at - 1
    while place >= 0 and len(said) < 5:
        word = lower[place]
        code = ENGLISH_AUXILIARIES.get(word)
        if code is not None:
            said.append(code)
        elif word == "to":
            said.append("to")
            if place and lower[place - 1] not in ENGLISH_AUXILIARIES:
                place -= 1
                said.append(lower[place])
        elif word not in ADVERBS and not word.endswith("ly"):
            break
        place -= 1
    return " ".join(reversed(said)) or "none"


def _families(scene: Scene) -> list[tuple[int, str, str]]:
    """The cues of the sentence: position, family, words."""
    text = scene.draft.text
    return [
        (scene.at(hit.start), meaning.value, text[hit.start : hit.end].lower())
        for hit in scene.hits
        if "status" in hit.kinds
        for meaning in hit.meanings
        if meaning.kind == "status"
    ]


ATTRIBUTES = re.compile(r"(?:mögl|gepl|vorgeseh|angekünd|anberaum|angesetz|bevorsteh|etwaig|wahrschein|erbet|angestreb)\w*(?:e|en|er|es|em)$|(?:possible|potential|planned|proposed|upcoming)$")


def _of_another(tokens: list[str], lower: list[str], place: int, at: int, german: bool) -> bool:
    """True for the attribute of a noun that is not the contact word: "über einen möglichen Einsatz"."""
    if not ATTRIBUTES.match(lower[place]) or place + 1 >= len(lower):
        return False
    if german:
        return tokens[place + 1][0].isupper() and place + 1 != at and lower[place - 1] != "zu"
    return lower[place - 1] in DETERMINERS and not place < at <= place + 3


def _cues(families: list[tuple[int, str, str]], owner: list[Clause], clause: Clause) -> list[tuple[str, str]]:
    return [(family, said) for place, family, said in families if owner[place] is clause]


PREPOSITIONS = frozenset(
    "nach bei vor für zu mit über um an auf von während seit ohne statt zum zur beim vom im in am after before during at for to of about on ahead following "
    "without instead by from since until over".split()
)


def _phrase(tokens: list[str], lower: list[str], at: int, families: list[tuple[int, str, str]]) -> tuple[str, list[str]]:
    """What stands before a noun: its determiner and preposition, cues between, and the cue on which it hangs."""
    found = []
    place = at - 1
    steps = 0
    while place >= 0 and steps < 7 and lower[place] not in DETERMINERS and lower[place] not in PREPOSITIONS and lower[place][0].isalpha():
        place -= 1
        steps += 1
    if any(tokens[p][0].isupper() for p in range(place + 1, at)) and any(place < p < at for p, _, _ in families):
        return "none", [f"adjective={family}" for p, family, _ in families if place < p < at]  # eine in Port Sudan geplante Begegnung
    determiner = lower[place] if place >= 0 and lower[place] in DETERMINERS else "none"
    head = place - 1 if determiner != "none" else place
    preposition = lower[head] if head >= 0 and lower[head] in PREPOSITIONS else determiner if determiner in PREPOSITIONS else "none"
    found += [f"prep={preposition}", f"det={determiner}"]
    found += [f"adjective={family}" for p, family, _ in families if place < p < at]
    if preposition != "none":
        start = head if head != place or determiner == "none" else place
        found += [f"head={family},{preposition}" for p, family, _ in families if start - 3 <= p < start]
    return preposition, found


CALENDAR = re.compile(r"\b(?:kommende|nächste|next|coming|tomorrow|morgen|demnächst|bald|soon|in den nächsten|in the coming)\w*", re.IGNORECASE)


def _when(scene: Scene, owner: list[Clause], clause: Clause) -> str:
    """How the date of the clause lies to that of the article."""
    day = scene.draft.day
    named = [h for h in scene.hits if "date" in h.kinds]
    mine = [h for h in named if owner[scene.at(h.start)] is clause]
    named = mine or named
    if not named or day is None:
        return "none"
    text = scene.draft.text[max(scene.sentence.start, named[0].start - 16) : min(scene.sentence.end, named[-1].end + 16)]
    back, ahead = resolve(text, day, "held"), resolve(text, day, "planned")
    if back is None or ahead is None:
        return "none"
    today = date.fromisoformat(day)
    gap = (date.fromisoformat(back.start) - today).days
    if back != ahead:
        return "today" if gap == 0 else "weekday back" if gap > -3 else "weekday ahead" if gap < -4 else "weekday"
    return "later" if gap > 0 else "today" if gap == 0 else "past"


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
