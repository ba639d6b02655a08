"""Pairs that were told as one contact become one entry: three who met together, and delegations of one state."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.named_before import talked_on
from tensionwire.analysis.contacts.togetherness import newcomers, signs
from tensionwire.analysis.contacts.turns import one_after_another
from tensionwire.lexicon.weights import Putting

# Whether a pair belongs to an entry of the same word; the pairs of the sentence.
Belongs = Callable[[Told, Told, Sequence[Told]], bool]


def put_together(pairs: list[Told], belongs: Belongs) -> list[Told]:
    """Entries of two sides or more, in the order of their first pairs."""
    found: list[Told] = []
    alike: dict[tuple[object, ...], list[Told]] = defaultdict(list)  # told by the same word, with the same findings
    beside: dict[int, list[Told]] = defaultdict(list)  # told in the same sentence
    for pair in pairs:
        beside[pair.scene.sentence.place].append(pair)
    for pair in pairs:
        place = pair.scene.sentence.place
        known = alike[place, pair.word.start, pair.journey, pair.form, pair.status]
        home = next((t for t in known if _together(t, pair, beside[place], belongs)), None)
        if home is None:
            _all_who_talked(pair)
            found.append(pair)
            known.append(pair)
        else:
            home.members.update({k: m for k, m in pair.members.items() if k not in home.members})
    return found


def _together(told: Told, pair: Told, pairs: Sequence[Told], belongs: Belongs) -> bool:
    """True where a pair belongs to an entry: all of it are there, or the one who is new was at the same contact."""
    fresh = newcomers(told, pair)
    if not fresh:
        return True
    return len(fresh) == 1 and not one_after_another(told, pair, fresh[0]) and belongs(told, pair, pairs)


def _all_who_talked(pair: Told) -> None:
    """The next round of three is one of three, though each pair is weighed alone."""
    members = list(pair.members.values())
    if all(map(talked_on, members)):
        others = [m for m in pair.scene.mentions if talked_on(m) and m.how == members[0].how]
        pair.members.update({m.key: m for m in others if m.key not in pair.members})


def belonging(putting: Putting) -> Belongs:
    """Decides by the learned weights."""

    def belongs(told: Told, pair: Told, pairs: Sequence[Told]) -> bool:
        [newcomer] = newcomers(told, pair)
        return sum(putting.together.of(signs(told, pair, newcomer, pairs))) > putting.together_threshold

    return belongs
