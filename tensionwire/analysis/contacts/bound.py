"""To which contact word a sentence binds somebody: `talks with Putin`, `called Zelensky`, `the Trump-Putin call`."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from tensionwire.analysis.contacts.around import HARDLY
from tensionwire.analysis.contacts.gapping import apart
from tensionwire.analysis.contacts.hanging import FREE, lead_in
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.views import Seen
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.places import HYPHENS
from tensionwire.analysis.grammar.clauses import Clause

WITH = frozenset({"with", "mit"})
BY = frozenset({"by", "von"})  # received by Xi, von Xi empfangen
DONE_TO = frozenset({"receive", "summon", "call", "meet"})  # groups of words
PASSIVE = frozenset("wurde wurden wird werden worden war waren was were be been being".split())
NOMINATIVE = {"er": False, "he": False, "sie": True, "she": True}  # pronouns, and whether of a woman
AT = frozenset({"bei", "to", "zu"})  # a visit to Modi, Besuch bei Erdogan
OF_BOTH = frozenset({"between", "zwischen", "of", "von"})
NOUNS = frozenset({"encounter", "discussion", "callnoun", "parley", "summit", "journey"})  # groups of words
CALLED = frozenset({"called"})  # hardly a contact, but with somebody for its object
WEAK = frozenset({"silent", "transit", "travel"})
MANNERS = ("by ", "over the", "on the", "per ", "in person", "face to")
SUBJECTS = frozenset("er wir ich".split())
BARE = FREE | {"und"}  # on what hangs who hangs on no preposition
WHOM = frozenset({"whom", "dem", "den"})
# Before `meeting` where it is a verb.
VERBAL = frozenset("before after while when by without is are was were be been am".split())
OF_THE = frozenset({" des ", " seines ", " ihres "})
DYAD = 14  # code points behind `Rubio-Lavrov` in which the word begins
TWO = 2


class Bound(NamedTuple):
    """The start of the contact `word`, and `how` somebody is bound to it: with, at, object, both.

    `closed`: the phrase of a noun holds who is bound to it. `whole`: it holds both sides.
    """

    word: int
    how: str
    closed: bool
    whole: bool = False


def bindings_of(scene: Scene) -> dict[int, Bound]:
    """By where each mention begins."""
    return scene.once("bound", lambda: _find(scene))


def _find(scene: Scene) -> dict[int, Bound]:
    words = {w.start: w for w in scene.words if w.group != "silent"}
    if not words or (len(words) < TWO and len({m.affiliation for m in scene.mentions}) <= TWO):
        return {}  # there is nobody to keep apart
    found: dict[int, Bound] = {}
    said = [m for m in scene.mentions if m.kind != "unsaid"]
    for mention in said:
        if (bound := _by_preposition(scene, scene.seen(mention), words)) is not None:
            found[mention.start] = bound
    found |= _dyads(scene, said, words)
    found |= _owned(scene, said, words)
    found |= _objects(scene, words, found)
    return found


def _by_preposition(scene: Scene, seen: Seen, words: dict[int, ContactWord]) -> Bound | None:
    """`talks with Putin`, `telefonierte Putin mit Modi`, `das Treffen von Putin und Xi`."""
    word = words.get(seen.on.start) if seen.on.kind == "contact" else None
    if seen.lead in WITH:
        if word is not None:
            return Bound(word.start, "with", is_noun(scene, word))
        verb = _verb_of(scene, scene.owner[seen.at], words)
        return Bound(verb.start, "with", False) if verb is not None else None
    if seen.lead in BY and (word is None or not is_noun(scene, word)):
        verb = _verb_of(scene, scene.owner[seen.at], words) if word is None else word
        if verb is not None and verb.group in DONE_TO and _passive(scene, verb):
            return Bound(verb.start, "object", False)
    if word is None:
        return None
    if seen.lead in AT and seen.personal:
        return Bound(word.start, "at", is_noun(scene, word))
    if seen.lead in OF_BOTH and is_noun(scene, word) and len(_listed(scene, seen)) >= TWO:
        return Bound(word.start, "both", True, True)
    return None


def _passive(scene: Scene, verb: ContactWord) -> bool:
    clause = scene.owner[scene.at(verb.start)]
    return not PASSIVE.isdisjoint(scene.lower[place] for place in clause.places)


def _listed(scene: Scene, seen: Seen) -> set[str]:
    """The sides of the list in which somebody stands."""
    return {m.affiliation for m in scene.mentions if scene.seen(m).list_at == seen.list_at and m.kind != "unsaid"}


def _dyads(scene: Scene, said: list[Mention], words: dict[int, ContactWord]) -> dict[int, Bound]:
    """`the Rubio-Lavrov encounter`."""
    text, found = scene.draft.text, {}
    for one, other in pairwise(said):
        if other.start - one.end != 1 or text[one.end] not in HYPHENS:
            continue
        word = next((w for w in words.values() if 0 <= w.start - other.end <= DYAD), None)
        if word is not None and is_noun(scene, word):
            found[one.start] = found[other.start] = Bound(word.start, "both", True, True)
    return found


def _owned(scene: Scene, said: list[Mention], words: dict[int, ContactWord]) -> dict[int, Bound]:
    """`das Telefonat Putins mit Trump`: whoever has it stands behind it, and the other side behind him."""
    if scene.draft.language != "de":
        return {}
    found = {}
    for word in words.values():
        owner = next((m for m in said if m.personal and stands_behind(scene, word, m)), None)
        if owner is None or not is_noun(scene, word):
            continue
        found[owner.start] = Bound(word.start, "owner", True)
        for mention in said:
            seen = scene.seen(mention)
            if seen.lead in WITH and owner.begin <= seen.on.start <= owner.end:
                found[mention.start] = Bound(word.start, "with", True)
    return found


def _objects(scene: Scene, words: dict[int, ContactWord], known: dict[int, Bound]) -> dict[int, Bound]:
    """Whom a verb has for its object: `called Zelensky`, `empfing Putin Modi`, `wo er Macron traf`."""
    found: dict[int, Bound] = {}
    german = scene.draft.language == "de"
    for verb in words.values():
        if not is_verb(scene, verb):
            continue
        clause = scene.owner[scene.at(verb.start)]
        bare = bare_in(scene, clause, known)
        if german:
            lists = list(dict.fromkeys(p.list_at for p in bare))
            objects = lists if bare and _says_who(scene, clause) else lists[1:]
        else:
            last = scene.at(verb.end - 1)
            whom = [p for p in bare if p.lead == "v" and lead_in(scene, p.mention, p.begins).place == last]
            more = [p for p in bare if p.lead == "und" and any(apart(scene, w.mention, p.mention) for w in whom)]
            objects = [p.list_at for p in whom + more]
        found |= {
            p.mention.start: Bound(verb.start, "object", False)
            for p in bare
            if p.list_at in objects and p.kind != "pronoun"
        }
    return found | _whom(scene, words)


def bare_in(scene: Scene, clause: Clause, known: Mapping[int, Bound]) -> list[Seen]:
    """The people of a clause who hang on no preposition, and on no contact word yet: its subject, its objects."""
    return [p for p in scene.people if scene.owner[p.at] is clause and p.lead in BARE and p.mention.start not in known]


def _says_who(scene: Scene, clause: Clause) -> bool:
    """True for a German clause with a pronoun for its subject, also a relative one: `der Macron empfing`."""
    if clause.opener == "relative" and "der" in [scene.lower[place] for place in clause.places[:TWO]]:
        return True
    return scene.once(
        ("says who", clause.places[0]), lambda: any(scene.lower[place] in SUBJECTS for place in clause.places)
    )


def _whom(scene: Scene, words: dict[int, ContactWord]) -> dict[int, Bound]:
    """Whom a relative clause says that somebody met: `Fiala, whom he called`, `Macron, mit dem er sprach`."""
    found: dict[int, Bound] = {}
    for verb in words.values():
        clause = scene.owner[scene.at(verb.start)]
        said = [scene.lower[p] for p in clause.places[:3]]
        if not is_verb(scene, verb) or WHOM.isdisjoint(said) or NOMINATIVE.keys().isdisjoint(said):
            continue
        first = clause.places[0]
        before = [m for m in scene.mentions if m.personal and first - TWO < scene.at(m.end - 1) <= first]
        found |= {m.start: Bound(verb.start, "object", False) for m in before[-1:]}
    return found


def _verb_of(scene: Scene, clause: Clause, words: dict[int, ContactWord]) -> ContactWord | None:
    """The one verb of contact of a clause."""
    verbs = [w for w in words.values() if scene.owner[scene.at(w.start)] is clause and is_verb(scene, w)]
    return verbs[0] if len(verbs) == 1 else None


def is_verb(scene: Scene, word: ContactWord) -> bool:
    """True for a verb that tells of a contact and little else: no `by phone`, no `told`."""
    if word.group in WEAK or word.text.startswith(MANNERS) or word.text in HARDLY - CALLED:
        return False
    return not is_noun(scene, word)


def is_noun(scene: Scene, word: ContactWord) -> bool:
    """True for a contact word that is a noun: `talks`, `das Treffen`, `a meeting`; not `by phone`, `before meeting`."""
    return scene.once(("noun", word.start), lambda: _is_noun(scene, word))


def _is_noun(scene: Scene, word: ContactWord) -> bool:
    if word.text.startswith(MANNERS):
        return False
    place = scene.at(word.start)
    if scene.draft.language == "de":
        return place > 0 and scene.tokens[place][0].isupper()
    first = word.text.split(maxsplit=1)[0]
    if first.endswith("ing"):
        return first == "meeting" and place > 0 and scene.lower[place - 1] not in VERBAL
    return word.group in NOUNS


def stands_behind(scene: Scene, word: ContactWord, owner: Mention) -> bool:
    """True for who stands behind a German noun in the genitive: `Telefonat Putins`, `Gespräch des Emirs Tamim`."""
    if owner.begin == word.end + 1:
        return in_genitive(scene, owner)
    return scene.draft.text[word.end : owner.begin] in OF_THE


def in_genitive(scene: Scene, mention: Mention) -> bool:
    """True for a German name in the genitive; the hit has it within, or ends before."""
    text = scene.draft.text
    inside = mention.name is not None and text[mention.end - 1] == "s" and not mention.name.endswith("s")
    return inside or text[mention.end : mention.end + 2] in ("s ", "s,", "s.")
