"""Who does what a contact word tells: whose talks they are, the subject of its clause, of whom a relative clause is."""

import re

from tensionwire.analysis.contacts.bound import NOMINATIVE, TWO, bare_in, bindings_of, stands_behind
from tensionwire.analysis.contacts.hanging import FREE
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.grammar.clauses import Clause

RELATIVE = frozenset("der die who which".split())
WHO_NEAR = 3  # tokens in which a relative clause says whose deed it tells
OWN = frozenset("his her sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres".split())
GENITIVE = re.compile(r"(?:['’]s?|s) (?:[a-zäöüß][\w-]* ){0,2}$")  # Putin's first, Putins
OWNED = 32  # code points before a noun in which this stands
OWN_NEAR = 3  # tokens from a possessive to its noun


def owner_of(scene: Scene, word: int) -> str | None:
    """The key of who has a contact: `his talks with Xi`, `Putin's talks with Xi`, `das Telefonat Putins mit Trump`."""
    return scene.once(("owner", word), lambda: _find_owner(scene, word))


def _find_owner(scene: Scene, word: int) -> str | None:
    place = scene.at(word)
    for at in range(place - 1, max(-1, place - 1 - OWN_NEAR), -1):
        if scene.lower[at] in OWN:
            start = scene.starts[at]
            meant = next((m.key for m in scene.mentions if m.start == start and m.kind == "pronoun"), None)
            here = any(p.key == meant and p.mention.kind != "pronoun" for p in scene.people)
            return antecedent(scene, word) or (meant if here else _subject(scene, at))
        if not scene.tokens[at][0].islower():
            break
    owned = GENITIVE.search(scene.draft.text, max(scene.sentence.start, word - OWNED), word)
    if owned is not None:
        return next((m.key for m in scene.mentions if m.personal and abs(m.end - owned.start()) <= 1), None)
    if scene.draft.language == "de" and scene.tokens[place][0].isupper():
        noun = next((w for w in scene.words if w.start == word), None)
        if noun is not None:
            return next((m.key for m in scene.mentions if m.personal and stands_behind(scene, noun, m)), None)
    return None


def _subject(scene: Scene, own: int) -> str | None:
    """Whom a possessive means that nobody else is known for: the first who hangs on nothing, before it or behind."""
    woman = scene.lower[own][:3] in ("her", "ihr")
    free = [p for p in scene.people if p.lead in FREE and p.mention.name and p.mention.feminine == woman]
    return next((p.key for p in free), None)


def has_a_subject(scene: Scene, clause: Clause, word: int, free: Mention) -> bool:
    """True where the clause of a verb names who does it, who is somebody else."""
    bare = [p for p in bare_in(scene, clause, bindings_of(scene)) if p.mention.kind != "pronoun"]
    return bool(bare) and all(p.key != free.key for p in bare) and any(p.at < scene.at(word) for p in bare)


def meant_by_pronoun(scene: Scene, clause: Clause) -> str | None:
    """Whom the pronoun of a clause means that has no other subject: the first of the sentence who hangs on nothing."""
    at = next((place for place in clause.places if scene.lower[place] in NOMINATIVE), None)
    if at is None:
        return None
    woman = NOMINATIVE[scene.lower[at]]
    free = (p for p in scene.people if p.lead in FREE and p.mention.name and scene.owner[p.at] is not clause)
    return next((p.key for p in free if p.mention.feminine == woman), None)


def first_word(scene: Scene, clause: Clause) -> int:
    """The token with which a clause begins, behind its comma."""
    first = clause.places[0]
    return first + (scene.lower[first] == ",")


def antecedent(scene: Scene, word: int) -> str | None:
    """The key of who does what a relative clause tells: `met Macron, who then called Trump`."""
    place = scene.at(word)
    clause = scene.owner[place]
    first = first_word(scene, clause)
    opening = scene.lower[first : first + WHO_NEAR]
    if not opening or opening[0] not in RELATIVE or "," in scene.lower[first:place]:
        return None
    if not NOMINATIVE.keys().isdisjoint(opening):
        return None  # whom he called
    before = [m for m in scene.mentions if m.personal and scene.at(m.end - 1) in (first - 1, first - TWO)]
    return before[-1].key if before else None
