"""Step 5: who is named. Full names, then offices with a surname, then bare surnames; offices and states as sides."""

import re
from collections import defaultdict
from collections.abc import Iterable

from tensionwire.analysis.draft import Draft, Mention
from tensionwire.contracts.tagged import Entity, Role, Span
from tensionwire.lexicon import Person

CAPITALISED = re.compile(r"[A-ZÄÖÜÀ-ÖØ-Þ][\w’'-]+")
PART = re.compile(r"[\w’'-]")
NEAR = 40  # code points between an adjective or state and the office that belongs to it
# One to three capitalised words, none longer than any name.
NAME_WORD = r"[A-ZÄÖÜÀ-ÖØ-Þ][\w’'-]{1,40}"
NAME_AFTER = re.compile(rf"(?:,? )((?:{NAME_WORD} ){{1,2}}{NAME_WORD}|{NAME_WORD})")
BOUNDARY = re.compile(r"[.;:!?\n,]")
# What tells whose an office is, and the offices themselves.
TELLING = frozenset({"country", "adjective", "seat", "organisation", "office"})
# Offices that refer back to somebody when they stand alone ("der Außenminister", "the chancellor").
REFERRING: frozenset[Role] = frozenset(
    {"foreign-minister", "defence-minister", "finance-minister", "head-of-government", "national-security-adviser"}
)
FORMER = frozenset("Ex ex Alt ehemalige ehemaligen ehemaliger früherer frühere früheren former".split())
BEFORE_NAME = 40  # code points in which "the former minister" stands


class _Roll:
    """The people of one article: who was found, where, in which office."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.people: dict[str, tuple[Person | None, str | None, Role | None]] = {}
        self.spans: dict[str, list[Span]] = defaultdict(list)
        self.by_surname: dict[str, str] = {}
        self.taken: set[int] = set()

    def add(
        self, name: str, start: int, end: int, person: Person | None, country: str | None, role: Role | None
    ) -> None:
        known = self.people.get(name)
        if known is None or (known[2] is None and role is not None):
            self.people[name] = (person, country or (known[1] if known else None), role)
        self.spans[name].append(Span(start, end))
        self.taken.add(start)
        surname = person.surname() if person else name.split()[-1]
        self.by_surname.setdefault(surname, name)
        for alias in person.aliases if person and known is None else ():  # Selenskyj, Zelensky
            family = alias.split()[-1] if surname != name.split()[0] else alias.split()[0]
            if len(family) > 3:
                self.by_surname.setdefault(family, name)
        if country:
            self.draft.mentions.append(Mention(start, end, country, name, self.people[name][2]))


def entities(draft: Draft) -> None:
    """Fill `draft.entities` and `draft.mentions` (in text order)."""
    roll = _Roll(draft)
    offices = _offices(draft)
    _full_names(draft, roll, offices)
    _offices_with_names(draft, roll, offices)
    _bare_surnames(draft, roll)
    _resolve_offices(draft, roll)
    _places(draft, roll)
    for name, (person, country, role) in roll.people.items():
        wikidata = person.wikidata_id or None if person else None
        spans = sorted(roll.spans[name], key=lambda s: s.start)
        draft.entities.append(
            Entity(kind="person", name=name, wikidata_id=wikidata, affiliation=country, role=role, spans=spans)
        )
    draft.mentions.sort(key=lambda m: (m.start, -m.end))
    draft.entities.sort(key=lambda e: (e.spans[0].start, e.name))


def _offices(draft: Draft) -> list[tuple[int, int, Role, str | None]]:
    """Each office with the state it belongs to: the adjective, state or seat that stands just before it."""
    found: list[tuple[int, int, Role, str | None]] = []
    before: tuple[int, str] | None = None
    for hit in draft.hits:
        if hit.kinds.isdisjoint(TELLING):
            continue
        said = [m for m in hit.meanings if m.kind == "office"]
        if any(m.detail for m in said):  # a title that names its state says more than the bare office in it
            said = [m for m in said if m.detail]
        for meaning in (*(m for m in hit.meanings if m.kind != "office"), *said):
            if meaning.kind in ("country", "adjective", "seat", "organisation"):
                before = (hit.end, meaning.value)
            elif meaning.kind == "office" and meaning.detail:
                found.append((hit.start, hit.end, meaning.value, meaning.detail))  # type: ignore[arg-type]
            elif meaning.kind == "office":
                near = before is not None and 0 <= hit.start - before[0] <= NEAR
                same = near and before is not None and not BOUNDARY.search(draft.text, before[0], hit.start)
                country = before[1] if same and before is not None else _state_after(draft, hit.end)
                found.append((hit.start, hit.end, meaning.value, country))  # type: ignore[arg-type]
    return found


def _state_after(draft: Draft, end: int) -> str | None:
    """`der Präsident der Ukraine`, `the president of Ukraine`."""
    tail = draft.text[end : end + 16]
    link = re.match(r"(?: der| des| von| of(?: the)?| for) ", tail)
    if not link:
        return None
    at = end + link.end()
    for hit in draft.lexicon.find(draft.text[at : at + 40]):
        values = [m.value for m in hit.meanings if m.kind in ("country", "organisation")]
        return values[0] if hit.start == 0 and values else None
    return None


def _office_before(offices: list[tuple[int, int, Role, str | None]], start: int) -> tuple[Role, str | None] | None:
    for _, end, role, country in offices:
        if 0 < start - end <= 2:
            return role, country
    return None


def _full_names(draft: Draft, roll: _Roll, offices: list[tuple[int, int, Role, str | None]]) -> None:
    for hit in draft.hits:
        if "person" not in hit.kinds:
            continue
        people = [draft.lexicon.persons[m.place] for m in hit.meanings if m.kind == "person"]
        said = _office_before(offices, hit.start)
        best = max(people, key=lambda p: (p.term_on(draft.day) is not None, len(p.terms)))
        term = best.term_on(draft.day)
        former = _former(draft.text[max(0, hit.start - BEFORE_NAME) : hit.start])
        # what the text says about somebody beats the list
        role = said[0] if said and not former else term.role if term and not former else None
        country = (term or best.terms[-1]).country if best.terms else None
        roll.add(best.name, hit.start, hit.end, best, country, role)


def _former(before: str) -> bool:
    """`der frühere Außenminister`, `former president`, `Ex-Kanzler`: in the two words before a name."""
    return any(word.split("-", 1)[0] in FORMER for word in before.split()[-2:])


def _offices_with_names(draft: Draft, roll: _Roll, offices: list[tuple[int, int, Role, str | None]]) -> None:
    for start, end, role, country in offices:
        after = NAME_AFTER.match(draft.text, end)
        if after and after.start(1) in roll.taken:
            continue
        if after and (found := _named(draft, roll, after.group(1), role, country)):
            name, person, home = found
            length = len(after.group(1)) if person is None else _said_length(after.group(1), person)
            roll.add(name, after.start(1), after.start(1) + length, person, home, role)
        elif country or role in REFERRING:
            draft.mentions.append(Mention(start, end, country or "", None, role))


def _resolve_offices(draft: Draft, roll: _Roll) -> None:
    """An office without a name means the one person of this article who holds it; without a state it needs one."""
    resolved: list[Mention] = []
    for mention in draft.mentions:
        if mention.name or not mention.role:
            resolved.append(mention)
            continue
        holders = [
            (name, country)
            for name, (_, country, role) in roll.people.items()
            if role == mention.role and country and mention.affiliation in ("", country)
        ]
        if len(holders) == 1:
            name, country = holders[0]
            resolved.append(mention._replace(name=name, affiliation=country))
            roll.spans[name].append(Span(mention.start, mention.end))
        elif mention.affiliation:
            resolved.append(mention)
    draft.mentions = resolved


def _named(
    draft: Draft, roll: _Roll, said: str, role: Role, country: str | None
) -> tuple[str, Person | None, str | None] | None:
    """Who is meant by an office and a name: somebody of this article, an official of the list, or a new name."""
    for word in (said.split()[-1], said.split()[0]):
        bare = word.removesuffix("s")
        for surname in (word, bare):
            if surname in roll.by_surname:
                name = roll.by_surname[surname]
                person, home, _ = roll.people[name]
                return name, person, home
    words = said.split()
    for surname in dict.fromkeys((words[0], words[0].removesuffix("s"))):
        held = [p for p in draft.lexicon.by_surname(surname) if _fits(p, role, country, draft.day)]
        if len(held) == 1:
            return held[0].name, held[0], country or (held[0].term_on(draft.day) or held[0].terms[-1]).country
    if len(words) > 1 and country and len(words[-1]) > 1:
        return said, None, country
    return None


def _fits(person: Person, role: Role, country: str | None, day: str | None) -> bool:
    return any(
        t.role == role and (country is None or t.country == country) and (day is None or t.covers(day))
        for t in person.terms
    )


def _said_length(said: str, person: Person) -> int:
    """How many of the words that follow an office are the person's name."""
    words = said.split()
    known = set(person.name.split())
    count = 0
    for word in words:
        if word not in known and word.removesuffix("s") not in known:
            break
        count += 1
    return len(" ".join(words[: max(1, count)]))


def _bare_surnames(draft: Draft, roll: _Roll) -> None:
    if not roll.by_surname:
        return
    covered = [(s.start, s.end) for spans in roll.spans.values() for s in spans]
    inside = {i for start, end in covered for i in range(start, end)}
    for token in _tokens_of(draft.text, roll.by_surname):
        if token.start() in inside:
            continue
        word = token.group().removesuffix("’s").removesuffix("'s")
        surname = word if word in roll.by_surname else word.removesuffix("s")
        if surname in roll.by_surname and len(surname) > 1 and not _in_clutter(draft, token.start()):
            name = roll.by_surname[surname]
            person, country, role = roll.people[name]
            roll.add(name, token.start(), token.start() + len(surname), person, country, role)


def _tokens_of(text: str, surnames: Iterable[str]) -> list[re.Match[str]]:
    """The capitalised words that begin with one of `surnames`, in text order: most words of a text need no look."""
    places: set[int] = set()
    for surname in surnames:
        at = text.find(surname)
        while at >= 0:
            places.add(at)
            at = text.find(surname, at + 1)
    found = (CAPITALISED.match(text, at) for at in sorted(places) if not at or not PART.match(text[at - 1]))
    return [token for token in found if token]


def _in_clutter(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.clutter)


def _places(draft: Draft, roll: _Roll) -> None:
    """States, organisations and capitals: entities, and sides where a contact names no person."""
    spans: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for hit in draft.hits:
        if hit.kinds.isdisjoint(TELLING):
            continue
        for meaning in hit.meanings:
            if meaning.kind not in ("country", "organisation", "seat", "adjective"):
                continue
            kind = {"country": "country", "organisation": "organisation", "seat": "place"}.get(meaning.kind)
            if kind:
                name = meaning.value if kind != "place" else draft.text[hit.start : hit.end]
                spans[kind, name, meaning.value].append(Span(hit.start, hit.end))
            if meaning.kind != "adjective" and hit.start not in roll.taken:
                draft.mentions.append(Mention(hit.start, hit.end, meaning.value))
    for (kind, name, code), found in spans.items():
        draft.entities.append(Entity(kind=kind, name=name, affiliation=code, spans=found))  # type: ignore[arg-type]
