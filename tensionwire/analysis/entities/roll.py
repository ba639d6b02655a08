"""The people of one article: who was found, where, in which office."""

from dataclasses import dataclass, field

from tensionwire.contracts.tagged import Role, Span
from tensionwire.lexicon import Person
from tensionwire.lexicon.names import FAMILY_FIRST

TOP: frozenset[Role] = frozenset({"head-of-state", "head-of-government", "monarch", "party-leader"})
MINISTERS: frozenset[Role] = frozenset(
    {"foreign-minister", "defence-minister", "finance-minister", "interior-minister", "other-minister"}
)
GIVEN_NAME_USED = frozenset({"THA", "ETH", "ERI", "ISL", "MMR", "IDN", "LAO", "MNG"})  # called by their first name
DIPLOMATS: frozenset[Role] = frozenset({"foreign-minister", "top-diplomat", "national-security-adviser"})
# Whose people the leaders of an armed group are.
GROUP_OF = {
    "TALIBAN": "AFG",
    "HAMAS": "PSE",
    "HEZBOLLAH": "LBN",
    "HOUTHI": "YEM",
    "RSF": "SDN",
    "M23": "COD",
    "TPLF": "ETH",
}
FORMER = frozenset(
    "Ex ex Alt Altkanzler ehemalige ehemaligen ehemaliger früherer frühere früheren einstige einstigen einstiger "
    "former ex-president ex-chancellor ousted late then".split()
)


@dataclass
class Who:
    """A person of this article. `country` and `role` are None where nothing tells them.

    `spelled` are full names in spellings that the list does not have.
    """

    name: str
    person: Person | None
    country: str | None
    role: Role | None
    feminine: bool
    spans: list[Span] = field(default_factory=list)
    former: bool = False
    spelled: set[str] = field(default_factory=set)

    def comes_from(self, state: str) -> bool:
        """True for a national of a state, whoever he speaks for now: the Swede of the United Nations."""
        person = self.person
        return person is not None and (state in person.home or any(t.country == state for t in person.terms))

    def printed(self, text: str) -> str:
        """The name as the text prints it in full, else as the list has it."""
        if self.person is None:
            return self.name
        full = [text[s.start : s.end] for s in self.spans]
        best = max(
            (f for f in full if " " in f and f[0].isupper() and f.split()[0] in self.forenames()),
            key=len,
            default=self.name,
        )
        return (
            best.removesuffix("s")
            if best.endswith("s")
            and not self.name.endswith("s")
            and (best[:-1] == self.name or best[:-1] in self.person.aliases)
            else best
        )

    def forenames(self) -> set[str]:
        """The first words of all spellings of the name."""
        return {form.split()[0] for form in [self.name, *(self.person.aliases if self.person else ()), *self.spelled]}


@dataclass
class Roll:
    """Everybody named in the article, by name, and by the family names they can be called by."""

    people: dict[str, Who] = field(default_factory=dict)
    by_surname: dict[str, str] = field(default_factory=dict)
    taken: dict[int, str] = field(default_factory=dict)  # where a name begins, whose it is

    def add(self, who: Who, start: int, end: int) -> Who:
        """One more mention of `who`; what is said of somebody first stays, what was unknown is filled in."""
        known = self.people.setdefault(who.name, who)
        if known.role is None and who.role is not None:
            known.role, known.country = who.role, who.country or known.country
        known.country = known.country or who.country
        known.feminine = known.feminine or who.feminine
        known.spans.append(Span(start, end))
        self.taken[start] = known.name
        if known is who:
            for surname in surnames(who):
                self.by_surname.setdefault(surname, who.name)
        return known

    def named_behind(self, text: str, end: int) -> bool:
        """True where a name begins right behind a word, or behind a comma after it: that says who is meant."""
        return end + 1 in self.taken or (end + 2 in self.taken and text[end] in ",(")

    def by_end(self) -> dict[int, Who]:
        """Where a name ends, whose it is."""
        return {span.end: who for who in self.people.values() for span in who.spans}

    def covered(self, length: int) -> bytearray:
        """For each code point of a text of that length, 1 where somebody is named."""
        found = bytearray(length)
        for who in self.people.values():
            for span in who.spans:
                found[span.start : span.end] = b"\1" * (span.end - span.start)
        return found


def surnames(who: Who) -> list[str]:
    """The names that `who` can be called by in the rest of the article."""
    if who.person is not None:
        return [s for s in who.person.called if len(s) > 1]
    words = who.name.split()
    found = [words[-1], *([words[0]] if who.country in GIVEN_NAME_USED | FAMILY_FIRST else [])]
    lower = [i for i, w in enumerate(words) if w[0].islower() and i]
    if lower:  # von der Leyen, bin Farhan
        found.append(" ".join(words[lower[0] :]))
    if words[-1].lower().startswith(("al-", "el-", "as-", "ad-", "ar-")):
        found.append(words[-1].split("-", 1)[1])
    return [s for s in dict.fromkeys(found) if len(s) > 1 and s[-1:].isalpha()]


def compatible(role: Role | None, wanted: Role | None) -> bool:
    """True where an office said alone can mean somebody in `role`."""
    if wanted is None or role is None:
        return False
    if role == wanted:
        return True
    if wanted in TOP:
        return role in TOP
    return wanted in DIPLOMATS and role in DIPLOMATS and wanted != "national-security-adviser"
