"""Whom an office without a name, a people, a counterpart, a host or "the two" means: of those who fit, the nearest."""

import bisect
import re
from collections.abc import Callable

from tensionwire.analysis.draft import THREE, Draft, Mention, Sentence
from tensionwire.analysis.entities.antecedents import Antecedents
from tensionwire.analysis.entities.blocs import Blocs
from tensionwire.analysis.entities.counterparts import Counterparts
from tensionwire.analysis.entities.demonstratives import Demonstratives
from tensionwire.analysis.entities.governments import state_led
from tensionwire.analysis.entities.groups import OF_BOTH, Groups
from tensionwire.analysis.entities.hosts import Hosts
from tensionwire.analysis.entities.names import BORN
from tensionwire.analysis.entities.offices import LONGEST_OWN, OF_A_STATE, OWN, Office, plural, scene_of, states_after
from tensionwire.analysis.entities.pairs import Pairs
from tensionwire.analysis.entities.peoples import Peoples
from tensionwire.analysis.entities.pronouns import Pronouns
from tensionwire.analysis.entities.roll import Roll, Who, compatible
from tensionwire.analysis.entities.salience import WITH, Salience
from tensionwire.analysis.entities.shape import formerly, held
from tensionwire.analysis.entities.speakers import Speakers
from tensionwire.analysis.entities.vague import ROLES, Vague
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon.compiled import Hit

DEFINITE = re.compile(
    r"\b(?:der|die|dem|den|des|the|dieser|diesem|jener|sein|seine[mnrs]?|ihr|ihre[mnrs]?|his|her|its|their|zum|beim|vom|The|Der|Die|Dem|Den|Sein|Ihr|His|Her)\s(?:\w+\s)?$"
)
# Where there is such an office: a chancellor is of Germany or Austria.
WHERE = {
    "kanzler": frozenset({"DEU", "AUT"}),
    "kanzlerin": frozenset({"DEU", "AUT"}),
    "chancellor": frozenset({"DEU", "AUT"}),
    "emir": frozenset({"QAT", "KWT"}),
    "sultan": frozenset({"OMN", "BRN"}),
    "pope": frozenset({"VAT"}),
    "papst": frozenset({"VAT"}),
    "pontiff": frozenset({"VAT"}),
    "kaiser": frozenset({"JPN"}),
    "emperor": frozenset({"JPN"}),
    "secretary of state": frozenset({"USA", "VAT"}),
}
Same = Callable[[Role | None, Role | None], bool]  # whether an office can be the one that is wanted
ADJECTIVAL = frozenset({"adjective", "country"})
PEOPLES = frozenset({"adjective", "demonym"})  # kinds of words for people of a state
REFERRING = ADJECTIVAL | PEOPLES | {"office", "reference"}
LATE = frozenset({"both", "counterpart", "minister"})  # whom they mean depends on all others of the sentence
# An adjective or a state, and its noun: `US officials`, `iranische hohe Vertreter`, `Sudan's army`.
BESIDE = re.compile(r"(?:['’]s)?[ -](?:\w+ ){0,2}")
E3 = "GBR"  # for whom the three stand; the entry names all of them
JOINED = re.compile(r"(?:['’]s)?(?:,| and| und|, and| sowie) (?:\w+ )?")


class References:
    """Resolves the references of one article."""

    def __init__(self, draft: Draft, roll: Roll, offices: list[Office], taken: set[int]) -> None:
        self.draft, self.roll = draft, roll
        self.salience = Salience(draft, roll)
        self.trail, self.pairs = self.salience.trail, Pairs(self.salience)
        self.home = scene_of(draft)
        self.antecedents = Antecedents(draft, self.salience)
        self.pronouns = Pronouns(self.salience, self.pairs, self.antecedents)
        self.speakers = Speakers(self.salience)
        self.demonstratives = Demonstratives(self.salience)
        self.counterparts = Counterparts(draft, self.salience)
        self.vague = Vague(draft, self.salience, self.antecedents)
        self.hosts = Hosts(draft, self.salience, self.antecedents)
        self.peoples = Peoples(draft, self.salience, self.antecedents)
        self.groups = Groups(draft, self.salience, self.pairs)
        self.blocs = Blocs(draft, self.salience)
        self.offices = {o.start: o for o in offices if o.start not in taken}
        self.starts = [h.start for h in draft.hits]
        self.parts: set[int] = set()  # where states stand that only say whose an office is

    def resolve(self) -> list[Mention]:
        """The mentions that are no names, in text order."""
        for sentence in self.draft.sentences:
            adjective: tuple[Hit, str] | None = None
            groups: list[tuple[Hit | Office, tuple[Hit, str] | None]] = []  # seen once all others of the sentence are
            owned: list[tuple[Office, int]] = []  # `his foreign minister`, with where the pronoun begins
            for hit in self.draft.hits_of(sentence):
                kinds = hit.kinds
                if kinds.isdisjoint(REFERRING):
                    continue
                if hit.start in self.offices:
                    own = self._possessive(self.offices[hit.start])
                    if own >= 0:
                        owned.append((self.offices[hit.start], own))
                    elif not self._office(self.offices[hit.start], sentence):
                        groups.append((self.offices[hit.start], None))
                elif "reference" in kinds:
                    if any(m.value in LATE and m.kind == "reference" for m in hit.meanings):
                        groups.append((hit, adjective))
                    else:
                        self._reference(hit, sentence, adjective)
                elif hit.start not in self.roll.taken and not kinds.isdisjoint(PEOPLES):
                    self.peoples.resolve(hit, sentence)
                if not kinds.isdisjoint(ADJECTIVAL):
                    adjective = hit, next(m.value for m in hit.meanings if m.kind in ADJECTIVAL)
            since = self.salience.since(sentence)
            referred = bool(self.salience.found) and self.salience.found[-1].start >= since
            # Else a pronoun can mean nobody.
            if referred or sentence.place == 0 or self.trail.anybody(since, sentence.start):
                self.pronouns.resolve(sentence)
            self.speakers.resolve(sentence)
            self.demonstratives.resolve(sentence)
            for office, own in owned:
                office = self._of_the_owner(office, own, sentence)
                if not self._office(office, sentence):
                    groups.append((office, None))
            for group, beside in groups:
                if group.start in self.groups.done:
                    continue
                if isinstance(group, Office):
                    self._several(group, sentence)
                elif any(m.value == "both" for m in group.meanings):
                    self.groups.two(group, sentence, self.offices)
                else:
                    self._reference(group, sentence, beside)
        return self.salience.found

    def _office(self, office: Office, sentence: Sentence) -> bool:
        """`der Außenminister`, `the Turkish president`: whoever of the article holds it. False if it means several."""
        office = self._of_the_named(office)
        country = office.country if office.sure else None
        states = self._behind(office.start, office.end) if country is not None and office.begin == office.start else []
        if plural(self.draft, office, len(states)) or OF_BOTH.match(self.draft.text, office.end):
            return False

        since = self.salience.since(sentence)
        past = formerly(self.draft.text[max(0, office.begin - LONGEST_OWN) : office.begin])
        woman = self.draft.text[office.start : office.end].endswith("in") and self.draft.language == "de"
        word = self.draft.text[office.start : office.end]
        of = next((states for said, states in WHERE.items() if word.lower().endswith(said)), None)
        others = self._opposite(office, sentence) if country is None else frozenset()
        born = word.removesuffix("en").removesuffix("'s")
        who = self._prince(born) if born in BORN else None
        # The chancellor is no king, where there is a chancellor, and the president nobody who was one once.
        for same, once in WAYS if who is None else ():

            def fits(other: Who, same: Same = same, once: bool = once) -> bool:
                if (other.former and not once) or (past and not (other.former or held(other.person, office.role))):
                    return False
                right = same(other.role, office.role) and (country is None or other.country == country)
                here = other.country not in others and (of is None or other.country in of)
                return right and here and (other.feminine or not woman)

            who = (
                self.antecedents.who("office", sentence, office.start, fits)
                if country is None
                else self.trail.before(office.start, since, fits)
            )
            if who is None:
                holders = [w for w in self.roll.people.values() if fits(w)]
                who = holders[0] if holders and (country is not None or len(holders) == 1) else None
            if who is not None:
                break
        before = self.draft.text[max(0, office.start - 24) : office.start]
        if who is not None and country is None and self.draft.language == "de" and not DEFINITE.search(before):
            who = None
        if who is None and past:
            return True  # a former one of whom no more is said is no side
        self.salience.add(office.start, office.end, who, "office", country, office.role, office.begin)
        for state in self._coordinated(office.begin) if country is not None and office.begin < office.start else ():
            other = next(
                (w for w in self.roll.people.values() if w.country == state and compatible(w.role, office.role)), None
            )
            self.salience.add(office.start, office.end, other, "office", state, office.role, office.begin)
        return True

    def _possessive(self, office: Office) -> int:
        """Where the pronoun begins that says whose an office is, -1 where none does."""
        first = max(0, office.begin - LONGEST_OWN)
        own = OWN.search(self.draft.text, first, office.begin) if not office.sure else None
        return own.start() if own else -1

    def _of_the_named(self, office: Office) -> Office:
        """`Putins Außenminister`, `Trump's negotiators` are of the state of who is named."""
        led = None if office.sure else state_led(self.draft, self.roll, office)
        return office._replace(country=led[0], begin=led[1], sure=True) if led is not None else office

    def _of_the_owner(self, office: Office, own: int, sentence: Sentence) -> Office:
        """`his foreign minister` is of the state of whoever `his` means, `Japan said its minister` of the one named."""
        found = self.salience.found
        meant = next((m.affiliation for m in reversed(found) if m.start == own and m.kind == "pronoun"), None)
        if meant is None and not self.draft.text.startswith(OF_A_STATE, own):
            owner = self.trail.before(own, sentence.start, lambda who: who.role is not None)
            meant = owner.country if owner is not None else None
        if meant is None:
            named = [h for h in self.draft.hits_of(sentence) if h.end <= own and "country" in h.kinds]
            meant = next((m.value for h in named[-1:] for m in h.meanings if m.kind == "country"), None)
        return office._replace(country=meant, sure=True) if meant else office

    def _opposite(self, office: Office, sentence: Sentence) -> frozenset[str | None]:
        """The states of whoever is named before `mit dem Präsidenten`, `by the premier`: he is of another."""
        if not WITH.search(self.draft.text, max(sentence.start, office.begin - 24), office.begin):
            return frozenset()
        return frozenset(w.country for _, w in self.trail.of(sentence.start, office.begin))

    def _prince(self, word: str) -> Who | None:
        """Whom the article calls a prince by name."""
        text = self.draft.text
        for who in self.roll.people.values():
            if any(word in text[max(0, s.start - len(word) - 1) : s.end] for s in who.spans):
                return who
        return None

    def _coordinated(self, begin: int) -> list[str]:
        """The states joined to the adjective at `begin`: `Russian and Ukrainian negotiators` are of two."""
        found: list[str] = []
        for hit in reversed(self.draft.hits[: bisect.bisect_left(self.draft.hits, begin, key=lambda h: h.start)]):
            if not JOINED.fullmatch(self.draft.text[hit.end : begin]):
                break
            state = next((m.value for m in hit.meanings if m.kind in ADJECTIVAL), None)
            if state is None:
                break
            self.parts.add(hit.start)
            found.append(state)
            begin = hit.start
        return found

    def _behind(self, start: int, end: int) -> list[str]:
        """The states behind an office or a group; they are no sides of their own then."""
        first = bisect.bisect_left(self.starts, start)
        hits = self.draft.hits[first : bisect.bisect_left(self.starts, end + 120, lo=first)]
        states = states_after(self.draft, hits, 0) if hits and hits[0].start == start else []
        self.parts.update(hit.start for hit, _ in states)
        return [state for _, state in states]

    def _several(self, office: Office, sentence: Sentence) -> None:
        """`die Außenminister Polens und Litauens`, `the two presidents`."""
        states = self._behind(office.start, office.end)
        if not states:
            office = self._of_the_named(office)
        if len(states) < 2 and office.sure and office.country:
            for country in [office.country, *self._coordinated(office.begin)]:
                self.salience.add(office.start, office.end, None, "office", country, office.role, office.begin)
            return
        self.groups.several(office, sentence, states)

    def _reference(self, hit: Hit, sentence: Sentence, adjective: tuple[Hit, str] | None) -> None:
        value = next(m.value for m in hit.meanings if m.kind == "reference")
        near = adjective[1] if adjective and BESIDE.fullmatch(self.draft.text[adjective[0].end : hit.start]) else None
        begin = adjective[0].start if near and adjective else hit.start
        if value == "counterpart":
            states = [near, *self._coordinated(begin)] if near else self._behind(hit.start, hit.end)
            self.counterparts.resolve(hit, sentence, states, begin)
        elif value == "three":
            self._group(hit, sentence, 3, lambda _: True)
        elif value == "guests":
            self._group(hit, sentence, 3, lambda w: w.country != self.home)
        elif value in ("host", "guest"):
            self.hosts.resolve(
                hit, sentence, value == "host", near or next(iter(self._behind(hit.start, hit.end)), None)
            )
        elif value == "minister" and self._several_ministers(hit, begin):
            self.groups.ministers(hit, sentence)
        elif value in ROLES:
            self.vague.resolve(value, hit, sentence, near, begin)
        elif value == "ministry":
            state = near or next(iter(self._behind(hit.start, hit.end)), self.home)
            self.salience.add(hit.start, hit.end, None, "seat", state, None, begin)
        elif value == "delegation":
            states = [near, *self._coordinated(begin)] if near else self._behind(hit.start, hit.end)
            if not states and OF_BOTH.match(self.draft.text, hit.end):  # Vertreter beider Länder
                states = self.pairs.states(sentence, hit.start)
            if not states and (led := state_led(self.draft, self.roll, hit)):
                states, begin = [led[0]], led[1]
            for country in states:
                self.salience.add(hit.start, hit.end, None, "delegation", country, None, begin)
        elif value == "bloc":
            office = self.blocs.resolve(hit, self.offices)
            if office is not None:
                self.groups.done.add(office)
                self.parts.add(hit.start)
                if office > hit.start:
                    del self.offices[office]
        elif value == "e3":
            self.salience.found.append(Mention(hit.start, hit.end, E3, kind="delegation", how=THREE))

    def _several_ministers(self, hit: Hit, begin: int) -> bool:
        """True for `die Minister`, not for `die Ministerin`."""
        text = self.draft.text
        return text.endswith("die ", 0, begin) and not text.endswith("in", 0, hit.end)

    def _group(self, hit: Hit, sentence: Sentence, most: int, fits: Callable[[Who], bool]) -> None:
        """The last `most` of different states who were spoken of before."""
        if most > 2 and not DEFINITE.search(self.draft.text[max(0, hit.start - 24) : hit.start + 5]):
            return
        inside = {w.name for _, w in self.trail.of(sentence.start, hit.start)} if most > 2 else set()
        found: list[Who] = []
        for _ in range(most):
            seen = {w.country for w in found}
            who = self.trail.before(
                hit.start,
                self.salience.since(sentence),
                _outside(seen, lambda w: w.role is not None and w.name not in inside and fits(w)),
            )
            if who is None:
                break
            found.append(who)
        if len(found) > 1 or (found and most > 2):
            for who in reversed(found):
                self.salience.add(hit.start, hit.end, who, "both")


def _outside(states: set[str | None], fits: Callable[[Who], bool]) -> Callable[[Who], bool]:
    """Whom `fits` accepts, unless of one of `states`."""
    return lambda who: who.country not in states and fits(who)


def _equal(role: Role | None, wanted: Role | None) -> bool:
    return role == wanted


# How somebody can hold the office that is wanted, and whether who held it once can.
WAYS: tuple[tuple[Same, bool], ...] = ((_equal, False), (compatible, False), (_equal, True), (compatible, True))
