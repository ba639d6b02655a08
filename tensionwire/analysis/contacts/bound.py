"""To which contact word a sentence binds somebody: `talks with Putin`, `called Zelensky`, `the Trump-Putin call`.

Whoever is bound to one word has no part in what another one tells: `after meeting Merz, Zelensky flew to Paris for
talks with Macron` tells of no meeting of Merz and Macron.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from tensionwire.analysis.contacts.around import HARDLY, STRONG
from tensionwire.analysis.contacts.hanging import lead_in
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.views import Seen
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.places import HYPHENS
from tensionwire.analysis.grammar.clauses import Clause

WITH = frozenset({"with", "mit"})
AT = frozenset({"bei", "to", "zu"})  # a visit to Modi, Besuch bei Erdogan
OF_BOTH = frozenset({"between", "zwischen", "of", "von"})
NOUNS = frozenset({"encounter", "discussion", "callnoun", "parley", "summit", "journey"})  # groups of words
CALLED = frozenset({"called"})  # hardly a contact, but with somebody for its object
WEAK = frozenset({"silent", "transit", "travel"})
MANNERS = ("by ", "over the", "on the", "per ", "in person", "face to")
SUBJECTS = frozenset("er wir ich".split())
BARE = frozenset({"v", "w", "^", ",", "und"})  # on what hangs who hangs on no preposition
SUBJECT_LEADS = frozenset({"^", "v", "w", ","})
RELATIVE = frozenset("der die den dem dessen deren who whom whose which".split())
OWN = frozenset("his her sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres".split())
# Before `meeting` where it is a verb.
VERBAL = frozenset("before after while when by without is are was were be been am".split())
TO = frozenset({"to", "zu"})
DYAD = 14  # code points behind `Rubio-Lavrov` in which the word begins
GENITIVE = re.compile(r"(?:['’]s?|s) (?:[a-zäöüß][\w-]* ){0,2}$")  # Putin's first, Putins
OWNED = 32  # code points before a noun in which this stands
OWN_NEAR = 3  # tokens from a possessive to its noun
TWO = 2


class Bound(NamedTuple):
    """The start of the contact `word`, and `how` somebody is bound to it: with, at, object, both.

    `closed`: the phrase of a noun holds who is bound to it. `whole`: it holds both sides.
    """

    word: int
    how: str
    closed: bool
    whole: bool = False


def word_of(scene: Scene, one: Mention, other: Mention) -> int:
    """Where the contact word begins to which one of two is bound, -1 where neither is."""
    bindings = _bindings(scene)
    mine, yours = bindings.get(one.start), bindings.get(other.start)
    if mine is None or (yours is not None and yours.closed and not mine.closed):
        mine = yours
    return mine.word if mine is not None else -1


def parted(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for two whom the sentence binds to different contact words, or of whom one is in a closed phrase."""
    bindings = _bindings(scene)
    if not bindings:
        return False
    mine, yours = bindings.get(one.start), bindings.get(other.start)
    if mine is not None and yours is not None:
        if mine.word != yours.word:
            return not (_goes_on(scene, one, yours) or _goes_on(scene, other, mine))
        # whom somebody met together
        return not mine.whole and scene.seen(one).list_at == scene.seen(other).list_at and one.kind != "both"
    bound, free = (mine, other) if mine is not None else (yours, one)
    if bound is None:
        return False
    if bound.whole:
        return free.kind != "unsaid" and free.key not in _whole(scene, bound.word)
    if free.kind == "unsaid":
        return False
    if not bound.closed:
        clause = scene.owner[scene.at(bound.word)]
        if scene.owner[scene.at(free.start)] is clause:
            return False
        who = _antecedent(scene, bound.word)
        return free.key != who if who is not None else _has_a_subject(scene, clause, bound.word, free)
    owner = _owner(scene, bound.word)
    return owner is not None and free.key != owner


def stays_out(scene: Scene, person: Mention, word: ContactWord) -> bool:
    """True for who is in the phrase of another noun than the word of a journey: `after talks with Merz he flew`."""
    bound = _bindings(scene).get(person.start)
    return bound is not None and bound.closed and bound.word != word.start


def outright(scene: Scene, one: Mention, other: Mention, word: ContactWord) -> bool:
    """True where the one does what a word tells and the other is bound to it: `Putin spoke by phone with Modi`."""
    if word.group not in STRONG or word.text in HARDLY - CALLED:
        return False
    parts = {part(scene, scene.seen(one), word), part(scene, scene.seen(other), word)}
    return bool(parts & {"subject", "owner"}) and bool(parts & {"with", "object"})


def part(scene: Scene, seen: Seen, word: ContactWord) -> str:
    """What part somebody has in the phrase or the clause of a contact word: with, at, object, both, owner, subject.

    `elsewhere` for who is bound to another word, `inside` for others in the clause, `outside` of it.
    """
    mention = seen.mention
    if seen.unsaid or word.group == "silent":
        return "none"
    bound = _bindings(scene).get(mention.start)
    if bound is not None:
        return bound.how if bound.word == word.start else "elsewhere"
    if _owner(scene, word.start) == mention.key:
        return "owner"
    clause = scene.owner[scene.at(word.start)]
    if scene.owner[seen.at] is not clause:
        return "outside"
    bare = next((p for p in scene.people if scene.owner[p.at] is clause and p.lead in BARE), None)
    return "subject" if bare is not None and bare.list_at == seen.list_at else "inside"


def _bindings(scene: Scene) -> dict[int, Bound]:
    """By where each mention begins."""
    return scene.once("bound", lambda: _find(scene))


def _find(scene: Scene) -> dict[int, Bound]:
    words = {w.start: w for w in scene.words if w.group != "silent"}
    if not words:
        return {}
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
    if word is None:
        return None
    if seen.lead in AT and seen.personal:
        return Bound(word.start, "at", is_noun(scene, word))
    if seen.lead in OF_BOTH and is_noun(scene, word) and len(_listed(scene, seen)) >= TWO:
        return Bound(word.start, "both", True, True)
    return None


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
        owner = next((m for m in said if m.begin == word.end + 1 and m.personal and _genitive(scene, m)), None)
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
        if not _is_verb(scene, verb):
            continue
        clause = scene.owner[scene.at(verb.start)]
        bare = [
            p for p in scene.people if scene.owner[p.at] is clause and p.lead in BARE and p.mention.start not in known
        ]
        if german:
            subject = any(scene.lower[place] in SUBJECTS for place in clause.places)
            lists = list(dict.fromkeys(p.list_at for p in bare))
            objects = lists if subject else lists[1:]
        else:
            last = scene.at(verb.end - 1)
            objects = [p.list_at for p in bare if p.lead == "v" and lead_in(scene, p.mention, p.begins).place == last]
        found |= {
            p.mention.start: Bound(verb.start, "object", False)
            for p in bare
            if p.list_at in objects and p.kind != "pronoun"
        }
    return found


def _verb_of(scene: Scene, clause: Clause, words: dict[int, ContactWord]) -> ContactWord | None:
    """The one verb of contact of a clause."""
    verbs = [w for w in words.values() if scene.owner[scene.at(w.start)] is clause and _is_verb(scene, w)]
    return verbs[0] if len(verbs) == 1 else None


def _is_verb(scene: Scene, word: ContactWord) -> bool:
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


def _whole(scene: Scene, word: int) -> set[str]:
    """The keys of both sides in the phrase of a noun, and of who is with them."""
    bindings = _bindings(scene)
    return {m.key for m in scene.mentions if (b := bindings.get(m.start)) is not None and b.word == word}


def _owner(scene: Scene, word: int) -> str | None:
    """The key of who has a contact: `his talks with Xi`, `Putin's talks with Xi`, `das Telefonat Putins mit Trump`."""
    return scene.once(("owner", word), lambda: _find_owner(scene, word))


def _find_owner(scene: Scene, word: int) -> str | None:
    place = scene.at(word)
    for at in range(place - 1, max(-1, place - 1 - OWN_NEAR), -1):
        if scene.lower[at] in OWN:
            start = scene.starts[at]
            meant = next((m.key for m in scene.mentions if m.start == start and m.kind == "pronoun"), None)
            here = any(p.key == meant and p.mention.kind != "pronoun" for p in scene.people)
            return _antecedent(scene, word) or (meant if here else _subject(scene, at))
        if not scene.tokens[at][0].islower():
            break
    owned = GENITIVE.search(scene.draft.text, max(scene.sentence.start, word - OWNED), word)
    if owned is not None:
        return next((m.key for m in scene.mentions if m.personal and abs(m.end - owned.start()) <= 1), None)
    if scene.draft.language == "de" and scene.tokens[place][0].isupper():
        behind = next((w.end for w in scene.words if w.start == word), word) + 1
        return next((m.key for m in scene.mentions if m.personal and m.begin == behind and _genitive(scene, m)), None)
    return None


def _subject(scene: Scene, own: int) -> str | None:
    """Whom a possessive means that nobody else is known for: the first who hangs on nothing, before it or behind."""
    woman = scene.lower[own][:3] in ("her", "ihr")
    free = [p for p in scene.people if p.lead in SUBJECT_LEADS and p.mention.name and p.mention.feminine == woman]
    return next((p.key for p in free), None)


def _genitive(scene: Scene, mention: Mention) -> bool:
    """True for a German name in the genitive; the hit has it within, or ends before."""
    text = scene.draft.text
    inside = mention.name is not None and text[mention.end - 1] == "s" and not mention.name.endswith("s")
    return inside or text[mention.end : mention.end + 2] in ("s ", "s,", "s.")


def _has_a_subject(scene: Scene, clause: Clause, word: int, free: Mention) -> bool:
    """True where the clause of a verb names who does it, who is somebody else."""
    bindings = _bindings(scene)
    bare = [
        p
        for p in scene.people
        if scene.owner[p.at] is clause
        and p.lead in BARE
        and p.mention.start not in bindings
        and p.mention.kind != "pronoun"
    ]
    return bool(bare) and all(p.key != free.key for p in bare) and any(p.at < scene.at(word) for p in bare)


def _antecedent(scene: Scene, word: int) -> str | None:
    """The key of who does what a relative clause tells: `met Macron, who then called Trump`."""
    place = scene.at(word)
    clause = scene.owner[place]
    first = clause.places[0] + (scene.lower[clause.places[0]] == ",")
    if first >= len(scene.lower) or scene.lower[first] not in RELATIVE or "," in scene.lower[first:place]:
        return None
    before = [m for m in scene.mentions if m.personal and scene.at(m.end - 1) in (first - 1, first - TWO)]
    return before[-1].key if before else None


def _goes_on(scene: Scene, one: Mention, bound: Bound) -> bool:
    """True where the word to which the other one is bound tells what `one` did: `met Macron, who then called Trump`."""
    first = scene.owner[scene.at(bound.word)].places[0]
    behind = scene.at(one.end)
    if scene.lower[first] == ",":
        first += 1
    if behind <= first <= behind + 1 and scene.lower[first] in RELATIVE:
        return True
    place = scene.at(bound.word)
    return scene.lower[place - 1] in TO and scene.at(one.end - 1) < place and scene.at(one.end) >= place - TWO
