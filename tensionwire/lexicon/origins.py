"""Of which state somebody is likely to be by the name: as those of the list who share a part of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from tensionwire.lexicon.model import Person
from tensionwire.lexicon.names import TITLES, plain

FEWEST = 2  # people who share a part of a name before it says anything
ENDING = 4  # last letters of a family name that tell of a language: -yan, -enko, -ović
UNSEEN = 0.02  # the share of a state none of whose people has a part of the name
CLEAR = 4.0  # how many times likelier than the next one


class Origins:
    """How many people of each state have a part of a name.

    A naive Bayes classifier over forenames, family names and their endings, with every state as likely as any other.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._shared: dict[str, Counter[str]] = defaultdict(Counter)
        for person in people:
            states = {term.country for term in person.terms}
            for part in {part for name in (person.name, *person.aliases) for part in _parts(name)}:
                self._shared[part].update(states)

    def of(self, name: str, among: Collection[str]) -> str | None:
        """Which of the states `among` the bearer of a name is of; None where the name does not say."""
        told = [shared for part in _parts(name) if (shared := self._shared.get(part)) and shared.total() >= FEWEST]
        if not told or not among:
            return None
        odds = dict.fromkeys(sorted(among), 1.0)
        for shared in told:
            for state in odds:
                odds[state] *= shared[state] / shared.total() + UNSEEN
        ranked = sorted(odds, key=lambda state: -odds[state])
        if all(shared[ranked[0]] == 0 for shared in told):
            return None
        return ranked[0] if len(ranked) == 1 or odds[ranked[0]] >= CLEAR * odds[ranked[1]] else None

    def is_forename(self, word: str) -> bool:
        """True where several people of the list begin with this word."""
        return self._borne(f"{plain(word).lower()}-")

    def is_persons(self, name: str) -> bool:
        """True where names of the list begin and end like this one: Louis Vuitton is a house, Li Auto a firm."""
        words = plain(name).lower().split()
        return self._borne(f"{words[0]}-") and self._borne(f"-{words[-1]}")

    def _borne(self, part: str) -> bool:
        shared = self._shared.get(part)
        return shared is not None and shared.total() >= FEWEST


def _parts(name: str) -> Iterator[str]:
    words = [w.lower() for w in plain(name).split() if len(w) > 1 and w[0].isalpha() and w not in TITLES]
    if len(words) < 2:
        return
    yield f"{words[0]}-"
    yield f"-{words[-1]}"
    if len(words[-1]) > ENDING:
        yield f"…{words[-1][-ENDING:]}"
