"""Who is named only to say whose somebody is: Trump in `Trump's envoy`, Putin in `ein Berater von Wladimir Putin`."""

import re
from itertools import takewhile

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.sides import POSSESSIVE
from tensionwire.analysis.contacts.views import OWNED
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.speech import SPEECH

OWNING = frozenset("s'’")
OWNS = re.compile(r"(?:s|'s|’s|'|’) ")
# `ein Treffen Putins mit Trump`: Putin owns no Trump.
APART = re.compile(r"(?<!-)\b(?:mit|with|bei|und|and|in|an|zu|to|vor|nach|für|for|am|im|at|on)\b(?!-)")
NEAR_WORDS = 3  # tokens from a pronoun to the office
NEAR = 12  # code points behind the genitive in which an office or a name begins
FAR = 48  # and in which a name of the same state does: `Trump's son-in-law Jared Kushner`
MARK = re.compile(r"[,;:.()–—\"“”„«»]")
# Whoever somebody else has, besides the offices of the lexicon.
RELATED = re.compile(
    r"(?:\w*(?:berater|vertrauter?|mitarbeiter|sohn|tochter|bruder|schwester|gesandte|sprecher|stabschef|bürochef"
    r"|diplomat|unterhändler|emissär|stellvertreter|vize|regierung)(?:in|innen|n|s|r|en|e)?"
    r"|advis[eo]rs?|aides?|ally|allies|confidants?|envoys?|emissar(?:y|ies)|spokes(?:man|woman|person)|son|daughter"
    r"|brother|sister|son-in-law|deputy|deputies|representatives?|negotiators?|assistants?|diplomats?"
    r"|administration|government|cabinet)$",
    re.IGNORECASE,
)
# Who says what somebody will do: `Selenskyjs Sprecher bestätigte ein Treffen mit Trump`.
SPEAKER = re.compile(
    r"(?:(?:Regierungs|Präsidial|Presse|Chef)?[Ss]precher(?:in|s|n)?|[Ss]pokes(?:man|woman|person|men|people))\b"
)
# Behind these stands for whom somebody acts, with up to two words of an office between.
THROUGH = re.compile(
    r"\b(?:(?:[Aa]uf (?:Anweisung|Geheiß|Anordnung|Weisung)|[Ii]m (?:Auftrag|Namen)) (?:von|des|der|seines|ihres)"
    r"|[Oo]n (?:the )?(?:behalf|orders?|instructions?) of)"
    r"(?: the| dem)?(?: [\w’'-]+){0,2} ?$"
)
SAYS_NEAR = 4  # tokens from a speaker and the name to the verb of saying
# `der Außenminister von Kim`, `an adviser to President Putin`.
OF = {"de": frozenset({"von"}), "en": frozenset({"of", "to", "for"})}
ADVISING = re.compile(r"(?:advis[eo]r|aide|ally|assistant|deputy|envoy|emissary|representative|spokes\w+)s?$")
OFFICE_OF = frozenset(
    "der die dem den ein eine einem einen einer".split()
)  # before an office that has not the genitive of the name
ARTICLES = OFFICE_OF | frozenset("des eines keine kein keinem keinen".split())
BEFORE = 48  # code points before a name in which this stands
# By whom it is done stands in German as whose it is: `wurde der Außenminister von Kim empfangen`, `ließ sich von Kim`.
DONE_BY = frozenset(
    "wird werden werde wurde wurden worden lässt lassen ließ ließen liess liessen bekam bekamen bekommt".split()
)


def is_owner(scene: Scene, mention: Mention) -> bool:
    """True for who only says whose somebody is, and is no side."""
    if not mention.name or mention.kind == "unsaid":
        return False
    if mention.kind == "pronoun":
        return _has_an_office(scene, mention)
    if any(m.kind == "delegation" and m.begin == mention.start < m.start for m in scene.mentions):
        return True  # Trump officials, Modis Regierung
    return (
        _before_what_is_owned(scene, mention) or _behind_the_holder(scene, mention) or _lets_others_act(scene, mention)
    )


def _lets_others_act(scene: Scene, mention: Mention) -> bool:
    """`auf Anweisung von Erdogan`, `on behalf of President Putin`: another one goes."""
    text = scene.draft.text
    return THROUGH.search(text, max(scene.sentence.start, mention.begin - BEFORE), mention.begin) is not None


def _has_an_office(scene: Scene, pronoun: Mention) -> bool:
    """`his foreign minister`, `sein Gesandter`: whoever `his` means only has him; `his counterpart` meets him."""
    place = scene.at(pronoun.start)
    if scene.lower[place] not in POSSESSIVE:
        return False
    for word in range(place + 1, min(place + 1 + NEAR_WORDS, len(scene.lower))):
        if not scene.lower[word][0].isalnum():
            return False
        hit = scene.hit_over(scene.starts[word])
        if RELATED.match(scene.lower[word]) or (hit is not None and "office" in hit.kinds):
            return True
        if hit is not None and not hit.kinds.isdisjoint(("contact", "reference", "person")):
            return False
    return False


def _before_what_is_owned(scene: Scene, mention: Mention) -> bool:
    """`Trumps Sondergesandter`, `Trump's son-in-law Jared Kushner`."""
    text = scene.draft.text
    end = _bare_end(scene, mention)
    owned = OWNS.match(text, end) if text[end : end + 1] in OWNING else None
    if owned is None:
        return False
    people = [(m.begin if m.begin >= mention.end else m.start, m) for m in scene.mentions if m.personal]
    behind = [(at, m) for at, m in people if m.key != mention.key and at >= owned.end()]
    offices = [h.start for h in scene.hits if "office" in h.kinds]
    if scene.draft.language == "en" and scene.words[0].group == "call":
        return not any(0 <= w.start - owned.end() < OWNED for w in scene.words)  # called Lula's courts a disgrace
    if SPEAKER.match(text, owned.end()):
        return not _speaks(scene, scene.at(mention.begin), scene.at(owned.end()))
    near = [at for at, _ in behind] + offices
    if any(0 <= at - owned.end() < NEAR and not APART.search(text, owned.end(), at) for at in near):
        return True
    return any(
        m.name is not None
        and m.affiliation == mention.affiliation
        and at - owned.end() < FAR
        and not APART.search(text, owned.end(), at)
        and not MARK.search(text, owned.end(), at)
        and not any(owned.end() <= w.start < at for w in scene.words)
        for at, m in behind
    )


def _speaks(scene: Scene, first: int, last: int) -> bool:
    """True where somebody's speaker, said from one token to another, tells what that one does, and does nothing."""
    before = scene.lower[max(0, first - SAYS_NEAR) : first]
    behind = takewhile(lambda word: word not in ".;:", scene.lower[last + 1 : last + 1 + SAYS_NEAR])
    return not (SPEECH.isdisjoint(before) and SPEECH.isdisjoint(behind))


def _behind_the_holder(scene: Scene, mention: Mention) -> bool:
    """`ein Berater von Erdogan`, `an adviser to Putin`, `ein Berater Erdogans`."""
    text, german = scene.draft.text, scene.draft.language == "de"
    start = max(scene.sentence.start, mention.begin - BEFORE)
    words = text[start : mention.begin].split()
    if not words:
        return False
    if words[-1] in OF[scene.draft.language] and len(words) > 1:
        holder = words[-2]
        if SPEAKER.match(holder):
            place = scene.at(text.rfind(holder, start, mention.begin))
            return not _speaks(scene, place, scene.at(mention.end - 1))
        if words[-1] in ("to", "for"):
            return ADVISING.match(holder.lower()) is not None
        at = text.rfind(holder, start, mention.begin)
        if not _holds(scene, at, holder):
            return False
        return not german or DONE_BY.isdisjoint([scene.lower[p] for p in scene.owner[scene.at(at)].places])
    end = _bare_end(scene, mention)
    if not german or text[end : end + 1] != "s" or text[end + 1 : end + 2].isalpha():
        return False
    if mention.begin < mention.start:
        return words[-1] in OFFICE_OF  # `der Außenminister Trumps`; but `Außenminister Lawrows Reise`
    return RELATED.match(words[-1]) is not None or _thing(scene, start, mention, words)


def _thing(scene: Scene, start: int, mention: Mention, words: list[str]) -> bool:
    """True behind a German noun with its article that tells of no contact: `der Anwalt Trumps`."""
    if len(words) < 2 or words[-2].lower() not in ARTICLES or not words[-1][0].isupper():
        return False
    return scene.hit_over(scene.draft.text.rfind(words[-1], start, mention.begin)) is None


def _bare_end(scene: Scene, mention: Mention) -> int:
    """Where the name ends without the German genitive: full names are found with it, family names without."""
    inflected = mention.kind == "name" and scene.draft.text[mention.end - 1] == "s"
    return mention.end - (inflected and not (mention.name or "s").endswith("s"))


def _holds(scene: Scene, place: int, word: str) -> bool:
    """True for an office, or another word for somebody who is somebody's."""
    if RELATED.match(word):
        return True
    hit = scene.hit_over(place)
    return hit is not None and "office" in hit.kinds
