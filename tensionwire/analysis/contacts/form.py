"""Which form a contact has: meeting, visit, call, negotiation or conference."""

import re

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.where import where
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.offices import SENT
from tensionwire.contracts.tagged import Form

FORMS: tuple[Form, ...] = ("negotiation", "conference", "meeting")  # of a word of several forms the first
NEAR = 15  # tokens in which a word of calling makes a call
IN_PERSON = frozenset(
    {"encounter", "meet", "receive", "summon", "parley", "summit"}
)  # groups of words that no telephone serves
CALLED = frozenset("called calls rang".split())  # also names, opinions, and a stop at a house
NO_CALL = frozenset("at on for off the a an it him her them in out".split())
SPOKE = frozenset("spoke spoken".split())  # where no place is said: over the phone
SPEECHES = frozenset("at before in of out".split())  # behind these it is a speech
# What people talk through, as the words begin.
MEDIA = ("video", "handy", "hotline", "bildschirm", "fernmündlich", "zugeschaltet", "zusammenschalt", "dreierschalte")
# Behind these a gathering is where two met, not what they held.
MARGINS = frozenset(
    "rande rand beginn auftakt margins sidelines fringes margin ahead vor before after nach anlass vorfeld".split()
)
MARGIN = 5  # tokens
OF_TWO = re.compile(r"\s(?:(?:between|zwischen|with|mit)\b|(?:of|der)\s(?:the\s)?(?:two|beiden)\b)")
GROUPS = re.compile(
    r"\b(?:G7|G8|G20|Quad|BRICS|Apec|APEC|Nato|NATO|Asean|ASEAN|EU|Group of (?:Seven|20)|Arab League|Arabischen Liga)\b"
)
GATHERED = re.compile(
    r"gather|meeting|treffen|tagung|runde|retreat|zusammenk|tagen|tagt|get-together|session|sitzung|attend|teiln"
)
THE_CALL = re.compile(
    r"(?:(?:in|bei|während|nach|during|after) )?(?:de[mrs]|das|the|their)(?: \w+)? "
    r"(?:\w*telefon(?:at|gespräch)s?|videogespräch|anruf|videoschalte|(?:phone |telephone |video )?call)\b"
    r"(?! (?:for|to|on)\b)",  # their call for a ceasefire
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\btelefonier|\b(?:Telefon|Video)(?:at|gespräch|schalte|konferenz|anruf)|\bAnruf\b"
    r"|\b(?:by|over the|via) (?:phone|video)\b|\b(?:phone|telephone|video)[ -](?:call|talks|conversation)"
    r"|\b(?:hold|holds|held|in|on|a) call\b|\bphones?\b"
)
# For what they met: `trafen sich zu einer weiteren Verhandlungsrunde`, `met for peace talks`.
NEGOTIATING = re.compile(
    r"\b(?:[Zz]u|[Zz]ur|[Ff]or) (?:[\w-]+ ){0,3}?"
    r"(?:\w*[Vv]erhandlung\w*|\w*(?:[Ff]riedens|[Aa]tom|[Hh]andels)gespräche\w*|negotiations"
    r"|(?:peace|nuclear|truce|ceasefire|trade) talks|round of (?:\w+ )?talks)\b"
)
THE_MEETING = re.compile(r"\b(?:[Dd]as|[Dd]em|[Tt]he|[Tt]heir) (?:Treffen|meeting)\b")
BEHIND, LEAD = 2, 3  # sentences behind one that may name the call; sentences that the title sums up
TALKED = frozenset({"talk", "discussion", "silent"})  # groups of words that leave open how
TALK_NOUN = re.compile(
    r"talks|gespräche|round|runde|session|sitzung|beratung|consultation|konsultation|discussions|dialog"
)
ROUND = re.compile(
    r"\b(?:technical|technische[nr]?) \w+"
    r"|\b(?:weitere|weiteren|nächste|nächsten|further|follow-up|next|another) (?:Runde|round)\b",
    re.IGNORECASE,
)


def form_of(scene: Scene, candidate: Candidate) -> Form:
    """A call, where a word of the clause says so; a conference, where a group of states gathers; else by the word."""
    word = candidate.word
    if candidate.journey:
        return "visit"
    if _called(scene, word) or _spoke(scene, candidate):
        return "call"
    if (
        word.group in TALKED
        and where(scene, candidate, "meeting") is None
        and (_call_behind(scene) or _titled(scene, candidate))
    ):
        return "call"
    said: Form = next((f for f in FORMS if f in word.forms), "meeting")
    if said == "conference" and (_in_margins(scene, word) or _of_two(scene, word)):
        return "meeting"
    if said == "meeting" and _of_group(scene, word):
        return "conference"
    gathers = word.group == "discussion" or word.text.endswith(" zusammen")  # kamen zu einer weiteren Runde zusammen
    if said == "meeting" and gathers and ROUND.search(_text(scene, word, 60, 60)):
        return "negotiation"
    if said == "meeting" and word.group == "meet" and NEGOTIATING.search(_text(scene, word, 80, 80)):
        return "negotiation"
    if said == "meeting" and TALK_NOUN.search(word.text) and all(map(_without_name, candidate[:2])):
        return "negotiation"
    return said


def _without_name(mention: Mention) -> bool:
    """True for delegations and states: what officials talk about who are not worth a name is negotiated."""
    return mention.name is None and (mention.role is None or mention.role in SENT)


def _called(scene: Scene, word: ContactWord) -> bool:
    """True where the word, or another in its clause, is one of calling, or goes on with the call told before."""
    if word.group in IN_PERSON:
        return False
    at = scene.at(word.start)
    for other in scene.words:
        place = scene.at(other.start)
        if "call" not in other.forms or abs(place - at) > NEAR or scene.clauses[place] != scene.clauses[at]:
            continue
        following = scene.lower[place + 1 : place + 2]
        if other.text in CALLED and (other is not word or not NO_CALL.isdisjoint(following)):
            continue
        return True
    media = scene.once("media", lambda: [place for place, w in enumerate(scene.lower) if w.startswith(MEDIA)])
    if any(scene.clauses[place] == scene.clauses[at] for place in media):
        return True
    return word.group == "talk" and _call_before(scene)


def _spoke(scene: Scene, candidate: Candidate) -> bool:
    """True for `spoke with` without a place: how announcements and the press call a phone call."""
    word = candidate.word
    if word.text not in SPOKE or where(scene, candidate, "meeting") is not None:
        return False
    following = scene.at(word.start) + 1
    return SPEECHES.isdisjoint(scene.lower[following : following + 1])


def _call_before(scene: Scene) -> bool:
    """True where the sentence before, of the same paragraph, tells of a call."""
    draft, place = scene.draft, scene.sentence.place
    if place == 0:
        return False
    before = draft.sentences[place - 1]
    if "\n" in draft.text[before.end : scene.sentence.start]:
        return False
    return any(m.kind == "contact" and m.value == "call" for h in draft.hits_of(before) for m in h.meanings)


def _call_behind(scene: Scene) -> bool:
    """True where one of the sentences that follow calls it so: `Das Telefonat dauerte eine Stunde.`"""
    draft = scene.draft
    for start, end, _ in draft.sentences[scene.sentence.place + 1 :][:BEHIND]:
        if "\n\n" in draft.text[scene.sentence.end : start]:
            return False
        if THE_CALL.match(draft.text, start, end):
            return True
    return False


def _titled(scene: Scene, candidate: Candidate) -> bool:
    """True for the lead of an article whose title tells of a call of the two: `Merz telefoniert mit Putin`."""
    draft = scene.draft
    if scene.sentence.place >= LEAD or TITLE.search(draft.title or "") is None:
        return False
    behind = draft.sentences[scene.sentence.place + 1 :][:BEHIND]
    if any(THE_MEETING.search(draft.text, start, end) for start, end, _ in behind):
        return False
    return all(m.name is not None and m.name.split()[-1] in draft.title_words for m in candidate[:2])


def _in_margins(scene: Scene, word: ContactWord) -> bool:
    at = scene.at(word.start)
    return not MARGINS.isdisjoint(scene.lower[max(0, at - MARGIN) : at])


def _of_two(scene: Scene, word: ContactWord) -> bool:
    """True for a summit between two, which is a meeting."""
    return OF_TWO.match(scene.draft.text, word.end) is not None and not GROUPS.search(_text(scene, word, 30, 0))


def _of_group(scene: Scene, word: ContactWord) -> bool:
    """True where a group of states gathers: "gathering of NATO foreign ministers", "Außenministertreffen der Asean"."""
    if not GATHERED.search(word.text) or _in_margins(scene, word):
        return False
    return GROUPS.search(_text(scene, word, 12, 30)) is not None


def _text(scene: Scene, word: ContactWord, before: int, after: int) -> str:
    """The text around a word, inside its sentence."""
    start = max(scene.sentence.start, word.start - before)
    return scene.draft.text[start : min(scene.sentence.end, word.end + after)]
