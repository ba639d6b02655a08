"""Who has no part in what a contact word tells, though the sentence names him.

Whoever is bound to one word has no part in what another one tells: `after meeting Merz, Zelensky flew to Paris for
talks with Macron` tells of no meeting of Merz and Macron.
"""

from tensionwire.analysis.contacts.around import HARDLY, STRONG
from tensionwire.analysis.contacts.bound import BARE, CALLED, TWO, WEAK, Bound, bindings_of
from tensionwire.analysis.contacts.doers import (
    RELATIVE,
    antecedent,
    first_word,
    has_a_subject,
    meant_by_pronoun,
    owner_of,
)
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.views import Seen
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.grammar.clauses import Clause

TO = frozenset({"to", "zu"})


def word_of(scene: Scene, one: Mention, other: Mention) -> int:
    """Where the contact word begins to which one of two is bound, -1 where neither is."""
    bindings = bindings_of(scene)
    mine, yours = bindings.get(one.start), bindings.get(other.start)
    if mine is None or (yours is not None and yours.closed and not mine.closed):
        mine = yours
    return mine.word if mine is not None else -1


def parted(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for two whom the sentence binds to different contact words, or of whom one is in a closed phrase."""
    bindings = bindings_of(scene)
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
        who = antecedent(scene, bound.word) or meant_by_pronoun(scene, clause)
        return free.key != who if who is not None else has_a_subject(scene, clause, bound.word, free)
    owner = owner_of(scene, bound.word)
    return owner is not None and free.key != owner


def stays_out(scene: Scene, person: Mention, word: ContactWord) -> bool:
    """True for who is in the phrase of another noun than the word of a journey: `after talks with Merz he flew`."""
    bound = bindings_of(scene).get(person.start)
    if bound is None or bound.word == word.start:
        return False
    if bound.closed:
        return True
    clause = scene.owner[scene.at(word.start)]
    return scene.owner[scene.at(person.start)] is not clause and has_a_subject(scene, clause, word.start, person)


def outside(scene: Scene, mention: Mention) -> bool:
    """True for a state in a clause without a word of contact, where each such word has two other sides in its own.

    `Weeks after Israel attacked, the Europeans sat down with the Iranians`.
    """
    if mention.personal:
        return False
    return scene.once(("outside", mention.start, mention.affiliation), lambda: _outside(scene, mention))


def _outside(scene: Scene, mention: Mention) -> bool:
    words = [w for w in scene.words if w.group not in WEAK and w.text not in HARDLY]
    clauses = {scene.owner[scene.at(w.start)] for w in words}
    if not words or scene.owner[scene.at(mention.start)] in clauses:
        return False
    sides: dict[Clause, set[str]] = {clause: set() for clause in clauses}
    for other in scene.mentions:
        if other.kind != "unsaid" and other.affiliation != mention.affiliation:
            clause = scene.owner[scene.at(other.start)]
            if clause in sides:
                sides[clause].add(other.affiliation)
    return all(len(found) >= TWO for found in sides.values())


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
    bound = bindings_of(scene).get(mention.start)
    if bound is not None:
        return bound.how if bound.word == word.start else "elsewhere"
    if owner_of(scene, word.start) == mention.key:
        return "owner"
    clause = scene.owner[scene.at(word.start)]
    if scene.owner[seen.at] is not clause:
        return "outside"
    bare = next((p for p in scene.people if scene.owner[p.at] is clause and p.lead in BARE), None)
    return "subject" if bare is not None and bare.list_at == seen.list_at else "inside"


def _whole(scene: Scene, word: int) -> set[str]:
    """The keys of both sides in the phrase of a noun, and of who is with them."""
    bindings = bindings_of(scene)
    return {m.key for m in scene.mentions if (b := bindings.get(m.start)) is not None and b.word == word}


def _goes_on(scene: Scene, one: Mention, bound: Bound) -> bool:
    """True where the word to which the other one is bound tells what `one` did: `met Macron, who then called Trump`."""
    first = first_word(scene, scene.owner[scene.at(bound.word)])
    behind = scene.at(one.end)
    if behind <= first <= behind + 1 and scene.lower[first] in RELATIVE:
        return True
    place = scene.at(bound.word)
    return scene.lower[place - 1] in TO and scene.at(one.end - 1) < place and scene.at(one.end) >= place - TWO
