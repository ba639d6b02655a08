"""Names in a text: full names of the list, names behind or before an office, bare family names."""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.offices import Office
from tensionwire.analysis.entities.roll import FORMER, TOP, Roll, Who, compatible
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon import Person, Term
from tensionwire.lexicon.compiled import Hit
from tensionwire.lexicon.model import RANK, Meaning

CAPITAL = "A-ZÄÖÜÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŅŌŐŘŚŞŠŤŪŮŰŹŻŽ"
WORD = rf"(?:[{CAPITAL}][\w’'-]{{1,40}}|[{CAPITAL}]\.|[{CAPITAL}](?= [{CAPITAL}]))"
PARTICLE = r"(?:al-|el-|as-|ben|bin|bint|ibn|de|da|do|dos|del|di|van|von|der|den|ter|af|av|ould|ag|al|el|as|la|le)"
NAME = rf"{WORD}(?: (?:{PARTICLE} ){{0,2}}(?:{PARTICLE})?{WORD}){{0,3}}"
AFTER = re.compile(rf"(?:,? |, (?:the )?)({NAME})")
ALSO = re.compile(rf"(?:,| und| and| sowie|, and) ({NAME})")
BEFORE = re.compile(
    rf"({NAME})(?:, | \(| – | - )(?:the |a |an |der |die |dem |den |des |ein |eine |einem |his |her |sein |seine )?$"
)
# `Sonderbeauftragter für die Inselstaaten, Qian Bo,`: what the office is for stands before the name
FOR = r"(?:für|for|in|to|at|of|des|der|bei|beim|zu|zum|zur|im|von|vom|on)"
INSERTED = re.compile(rf" {FOR} [^,.;:!?\n()\"“„»«]{{2,50}}, ({NAME})(?=,| \()")
GIVEN_BEHIND = re.compile(rf"[{CAPITAL}]\w+-[a-z]\w+")  # Kim Hong-kyun
CAPITALISED = re.compile(rf"[{CAPITAL}][\w’'-]+")
PART = re.compile(r"[\w’'-]")
BEFORE_NAME = 40  # code points in which "the former minister" stands
LONGEST = 60  # code points of a name with its particles
FORENAME = re.compile(rf"[{CAPITAL}][\w’'-]* $")
# Offices after which one word is a whole name: König Charles, Papst Leo.
STATES = frozenset({"adjective", "country"})
CROWNED: frozenset[Role] = frozenset({"monarch"})
FOLLOWING = re.compile(r" ([\w’'-]+)\b")
OWNED = re.compile(r"(?:'s|’s|s|'|’) (?:[a-zäöüß-]+ )?$")
PART_OF_NAME = re.compile(rf" (?:{PARTICLE}|[{CAPITAL}][a-z])")
COURTESY = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Herr|Frau|Sir|Dr|General|Prinz|Prince|Scheich|Sheikh|Graf)\.? )$")


def former(before: str) -> bool:
    """`der frühere Außenminister`, `former president`, `Ex-Kanzler`: in the three words before a name."""
    return any(word.split("-", 1)[0] in FORMER for word in before.split()[-3:])


def feminine(draft: Draft, name: str, said: str) -> bool:
    """True where a woman's given name or office says so."""
    return name.split()[0] in draft.lexicon.feminine or said.rstrip().endswith(("in", "Frau", "Mrs", "Ms", "woman"))


def full_names(draft: Draft, roll: Roll, said: list[Office]) -> None:
    """People of the list, by name and surname."""
    behind = {o.end: o for o in said}
    for hit in draft.hits:
        if "person" not in hit.kinds:
            continue
        people = [draft.lexicon.persons[m.place] for m in hit.meanings if m.kind == "person"]
        office = behind.get(hit.start - 1) or behind.get(hit.start - 2)
        best = people[0] if len(people) == 1 else max(people, key=lambda p: _likely(p, draft.day, office))
        term = best.term_on(draft.day)
        before = draft.text[max(0, hit.start - BEFORE_NAME) : hit.start]
        past = former(before)
        last = term or _last(best, draft.day)
        role = _role(office, last.role if last else None, past, draft.lexicon.states)
        country = last.country if last else best.terms[-1].country if best.terms else office.country if office else None
        if (
            office
            and office.sure
            and office.country
            and office.country not in draft.lexicon.states
            and office.role == "org-head"
        ):
            country = office.country
        word = draft.text[office.start : office.end] if office else ""
        who = Who(best.name, best, country, role, feminine(draft, best.name, word), former=past or not (term or office))
        roll.add(who, hit.start, _whole(draft.text, hit.end, best))


def _whole(text: str, end: int, person: Person) -> int:
    """Where the name ends: `Sheikh Tamim` is known, `Sheikh Tamim bin Hamad Al Thani` goes on."""
    more = {word for form in (person.name, *person.aliases) for word in form.split()}
    while (following := FOLLOWING.match(text, end)) and following.group(1) in more:
        end = following.end()
    return end


def _role(office: Office | None, listed: Role | None, past: bool, states: frozenset[str]) -> Role | None:
    """What the text says about somebody beats the list, unless the list says the same more exactly."""
    if office is None or past or (listed is not None and compatible(listed, office.role)):
        return listed or (office.role if office else None)
    return "org-head" if office.role in TOP and office.country and office.country not in states else office.role


def _last(person: Person, day: str | None) -> Term | None:
    """The office somebody left last before `day`; None for who had none yet."""
    held = [t for t in person.terms if day is None or t.start[:10] <= day]
    return max(held, key=lambda t: (t.end or "9999", -RANK[t.role]), default=None)


def _likely(person: Person, day: str | None, office: Office | None) -> tuple[bool, bool, str]:
    """Of several people of one name: whom the office fits, who is in office, whose last office is the latest."""
    fits = office is not None and any(t.role == office.role for t in person.terms)
    return fits, person.term_on(day) is not None, max((t.end or "9999" for t in person.terms), default="")


def names_by_office(draft: Draft, roll: Roll, said: list[Office]) -> set[int]:
    """People found by their office, named behind it or before it. Returns the starts of the offices so taken."""
    taken: set[int] = set()
    text = draft.text
    ends = {span.end: who.country for who in roll.people.values() for span in who.spans}
    for office in said:
        owned = None if office.sure else OWNED.search(text, max(0, office.start - LONGEST), office.start)
        if owned is not None and (country := ends.get(owned.start())) is not None:
            office = office._replace(country=country)  # Haradinaj's trade minister, Endrit Shala
        title = text[office.start : office.end]
        start = _name_start(roll, office.end, text)
        if start is not None:
            taken.add(office.start)
            continue
        after = AFTER.match(text, office.end)
        if (
            after
            and not text[office.end : office.end + 2].startswith(", ")
            and _take(draft, roll, office, after.group(1), after.start(1))
        ):
            taken.add(office.start)
            if _plural(title):
                _others(draft, roll, office, after.end(1))
            continue
        apposed = after and text[office.end : office.end + 2] == ", " and " " in after.group(1)
        if apposed and after and _take(draft, roll, office, after.group(1), after.start(1)):
            taken.add(office.start)
            continue
        inserted = INSERTED.match(text, office.end)
        if inserted and (inserted.start(1) in roll.taken or " " in inserted.group(1)):
            clear = not any(office.end < at < inserted.start(1) for at in roll.taken)
            if clear and (
                inserted.start(1) in roll.taken or _take(draft, roll, office, inserted.group(1), inserted.start(1))
            ):
                taken.add(office.start)
                continue
        window = max(0, office.begin - LONGEST - 12)
        before = BEFORE.search(text[window : office.begin])
        if before and "\n" not in before.group(0):
            at = window + before.start(1)
            known = roll.taken.get(at)
            if known is not None:  # Wang Yi, China's top diplomat
                who = roll.people[known]
                if not who.former or who.role is None:
                    who.role, who.former = who.role or office.role, False
                taken.add(office.start)
            elif " " in before.group(1) and _take(draft, roll, office, before.group(1), at):
                taken.add(office.start)
    return taken


def names_by_counterpart(draft: Draft, roll: Roll) -> None:
    """`sein mongolischer Amtskollege Uchnaagiin Chürelsüch`: the office of who was named last, in the state said."""
    adjective: tuple[int, int, str] | None = None
    if not any("reference" in hit.kinds for hit in draft.hits):
        return
    for hit in draft.hits:
        if not hit.kinds.isdisjoint(STATES):
            said = next(m.value for m in hit.meanings if m.kind in STATES)
            adjective = (hit.start, hit.end, said)
        elif "reference" in hit.kinds and any(m.value == "counterpart" for m in hit.meanings):
            after = AFTER.match(draft.text, hit.end)
            if after is None or after.start(1) in roll.taken:
                continue
            before = [
                (span.start, who)
                for who in roll.people.values()
                if who.role
                for span in who.spans
                if span.start < hit.start
            ]
            of = max(before, key=lambda b: b[0])[1] if before else None
            if of is None or of.role is None:
                continue
            near = adjective if adjective and 0 < hit.start - adjective[1] <= 12 else None
            country = near[2] if near else _other_state(draft, of.country, hit.start)
            if country is not None:
                office = Office(hit.start, hit.end, of.role, country, near[0] if near else hit.start, near is not None)
                _take(draft, roll, office, after.group(1), after.start(1))


def _other_state(draft: Draft, country: str | None, at: int) -> str | None:
    """The state spoken of last before `at` that is not `country`."""
    found = None
    for hit in draft.hits:
        if hit.start >= at:
            break
        state = next((m.value for m in hit.meanings if m.kind in ("country", "adjective", "seat", "demonym")), None)
        found = state if state not in (None, country) else found
    return found


def _name_start(roll: Roll, end: int, text: str) -> int | None:
    for gap in (1, 2):
        if end + gap in roll.taken and text[end : end + gap] in (" ", ", "):
            return end + gap
    return None


def _plural(title: str) -> bool:
    return title.endswith(
        ("ers", "nts", "fs", "ries", "Außenminister", "minister", "Präsidenten", "ten", "berater", "chiefs", "er")
    )


def _others(draft: Draft, roll: Roll, office: Office, end: int) -> None:
    """`die Außenminister A, B und C`."""
    for _ in range(6):
        more = ALSO.match(draft.text, end)
        if more is None:
            return
        if more.start(1) not in roll.taken:
            other = office._replace(country=_spoken_of(draft, office.country), sure=False)
            if not _take(draft, roll, other, more.group(1), more.start(1)):
                return
        end = more.end(1)


def _spoken_of(draft: Draft, but: str | None) -> str | None:
    """The state that the article speaks of most, leaving one out: whose the second of two ministers is."""
    counts: Counter[str] = Counter()
    for hit in draft.hits:
        counts.update(sorted({m.value for m in hit.meanings if m.kind in SPOKEN_OF and m.value != but}))
    return counts.most_common(1)[0][0] if counts else None


def _take(draft: Draft, roll: Roll, office: Office, said: str, start: int) -> bool:
    """Whom an office and a name mean: somebody of this article, an official of the list, or a new name."""
    words = said.split()
    for word in (words[-1], words[0]):
        bare = word.removesuffix("'s").removesuffix("’s")
        for surname in (bare, bare.removesuffix("s")):
            if (
                surname in roll.by_surname
                and len(words) <= 2
                and not (word == words[0] and _another(draft, roll.people[roll.by_surname[surname]], words))
            ):
                who = roll.people[roll.by_surname[surname]]
                at = start + said.index(word)
                if who.role is None and not who.former:
                    who.role = office.role
                roll.add(who, at, at + len(surname))
                return True
    known = _of_list(draft, office, words)
    if known is not None:
        person, surname = known
        term = person.term_on(draft.day) or _last(person, draft.day) or person.terms[-1]
        at = start + said.index(surname)
        who = Who(
            person.name,
            person,
            (office.country if office.sure else None) or term.country,
            office.role,
            feminine(draft, person.name, draft.text[office.start : office.end]),
        )
        roll.add(who, at, at + len(surname))
        return True
    if (
        draft.language == "de"
        and len([w for w in words if w[0].isupper()]) > 2
        and not any(w[0].islower() for w in words)
    ):
        words = words[:2]
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    if _no_name(draft, name) or (" " not in name and office.role not in CROWNED):
        return False
    if office.country is None and office.role in ("other", "spokesperson"):
        return False
    past = former(draft.text[max(0, office.start - 24) : office.start])
    who = Who(
        name,
        None,
        office.country,
        None if past else office.role,
        feminine(draft, name, draft.text[office.start : office.end]),
        former=past,
    )
    roll.add(who, start, start + len(name))
    return True


def _another(draft: Draft, who: Who, words: list[str]) -> bool:
    """True for Zhang Maoming, where Zhang Hanhui is known: a given name behind the family name is another one's."""
    return _given_to_another(draft, who.name, who.person.aliases if who.person else (), words)


def _given_to_another(draft: Draft, name: str, aliases: Iterable[str], words: list[str]) -> bool:
    given = words[1].removesuffix("'s").removesuffix("’s") if len(words) > 1 else ""
    if not given or any(given in known for known in [name, *aliases]):
        return False
    whole = any(h.start == 0 and h.end == len(given) and "surname" not in h.kinds for h in draft.lexicon.find(given))
    return (draft.language == "en" and not whole) or bool(GIVEN_BEHIND.fullmatch(given))


def _of_list(draft: Draft, office: Office, words: list[str]) -> tuple[Person, str] | None:
    """The official of that family name who holds that office on the day."""
    for word in dict.fromkeys((words[0], words[-1])):
        for surname in dict.fromkeys((word.removesuffix("'s").removesuffix("’s"), word.removesuffix("s"))):
            held = [p for p in draft.lexicon.by_surname(surname) if _fits(p, office, draft.day)]
            if len(held) != 1 or (len(words) > 1 and word != words[0]):
                continue
            if len(words) == 1 or not _given_to_another(draft, held[0].name, held[0].aliases, words):
                return held[0], surname
    return None


def _fits(person: Person, office: Office, day: str | None) -> bool:
    country = office.country if office.sure else None
    return any(
        t.role == office.role and (country is None or t.country == country) and (day is None or t.covers(day))
        for t in person.terms
    )


def _no_name(draft: Draft, name: str) -> bool:
    """True where the words are states, offices, days or organisations rather than somebody's name."""
    for hit in draft.lexicon.find(name):
        if not hit.kinds.isdisjoint(
            {"country", "organisation", "office", "adjective", "date", "contact", "reference", "seat"}
        ):
            return True
    return name.split()[0] in NOT_NAMES


NOT_NAMES = frozenset("The Der Die Das Ein Eine In On At Mr Mrs Ms Am Im Auch But And Und For Für Bei Mit With".split())


def prominent(draft: Draft, roll: Roll, said: list[Office]) -> None:
    """Family names said without more: of people known by them alone, of who leads a state that the text speaks of."""
    strangers: set[str] = set()
    bare_ones = [h for h in draft.hits if "surname" in h.kinds and h.start not in roll.taken]
    if not bare_ones:
        return
    states = {
        m.value for h in draft.hits if not h.kinds.isdisjoint(SPOKEN_OF) for m in h.meanings if m.kind in SPOKEN_OF
    }
    ends = {h.end for h in draft.hits for m in h.meanings if m.kind in NO_FORENAMES or _known_alone(m)}
    told = _beside_contact_words(draft, bare_ones)
    for hit in bare_ones:
        if hit.start in roll.taken:
            continue
        word = draft.text[hit.start : hit.end]
        bare = word if word in roll.by_surname else word.removesuffix("s")
        if bare in roll.by_surname or bare in strangers:
            continue
        before = draft.text[max(0, hit.start - 24) : hit.start]
        beside = hit.start - 1 in ends  # `empfing Trump Merz`, `traf in Washington Trump`
        if FORENAME.search(before) and not (beside or COURTESY.search(before) or _ends_office(said, hit.start)):
            strangers.add(bare)  # Michael Mason is not the president of Barbados
            continue
        known = next((m.place for m in hit.meanings if _known_alone(m)), -1)
        held = [draft.lexicon.persons[known]] if known >= 0 else _leading(draft, bare, states)
        if not held and hit.start in told:
            held = _leading(draft, bare, POWERS)
        if len(held) == 1 and (term := held[0].term_on(draft.day) or _last(held[0], draft.day)):
            who = Who(held[0].name, held[0], term.country, term.role, feminine(draft, held[0].name, ""))
            roll.add(who, hit.start, hit.start + len(bare))


def _known_alone(meaning: Meaning) -> bool:
    """True for a family name that needs no other: Putin, Trump (bare.yaml)."""
    return meaning.kind == "surname" and meaning.place >= 0


def _beside_contact_words(draft: Draft, bare_ones: list[Hit]) -> set[int]:
    """Where bare names stand alone in sentences with a word of contact: whoever leads a power may be meant there."""
    worded = {draft.place_at(h.start) for h in draft.hits if "contact" in h.kinds}
    return {
        h.start for h in bare_ones if draft.place_at(h.start) in worded and not PART_OF_NAME.match(draft.text, h.end)
    }


def _leading(draft: Draft, surname: str, states: AbstractSet[str]) -> list[Person]:
    """Who of that family name leads one of `states` on the day."""
    found = []
    for person in draft.lexicon.by_surname(surname):
        term = person.term_on(draft.day)
        if term is not None and term.role in LEADING and term.country in states:
            found.append(person)
    return found


SPOKEN_OF = frozenset({"country", "adjective", "seat", "demonym"})
# Whose leaders texts call by the family name alone, where no word says the state: the G20 and parties to great wars.
POWERS = frozenset(
    "ARG AUS BRA CAN CHN DEU ESP FRA GBR IDN IND IRN ISR ITA JPN MEX POL RUS SAU TUR UKR USA ZAF EU NATO UN".split()
)
NO_FORENAMES = frozenset({"person", "seat", "city"})
LEADING: frozenset[Role] = frozenset({"head-of-state", "head-of-government", "foreign-minister"})


def _ends_office(said: list[Office], start: int) -> bool:
    return any(o.end == start - 1 for o in said)


def bare_surnames(draft: Draft, roll: Roll, alone: bool = False) -> None:
    """Everybody of the roll again, by family name; `alone`: only where no other name may follow it."""
    places = _places(draft.text, roll.by_surname)
    if not places:
        return
    covered = bytearray(len(draft.text))  # 1 where somebody is named already
    for who in roll.people.values():
        for span in who.spans:
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for at, surname in places:
        if covered[at] or _in_clutter(draft, at):
            continue
        if alone and CAPITALISED.match(draft.text, at + len(surname) + 1):
            continue
        given = GIVEN_BEHIND.match(draft.text, at + len(surname) + 1)
        if (
            given
            and draft.text[at + len(surname)] == " "
            and not roll.people[roll.by_surname[surname]].name.endswith(given.group())
        ):
            continue
        who = roll.people[roll.by_surname[surname]]
        roll.add(who, at, at + len(surname))
        covered[at : at + len(surname)] = b"\1" * len(surname)


def _places(text: str, surnames: Iterable[str]) -> list[tuple[int, str]]:
    """Where one of `surnames` stands as a word, its genitive too; the longest first at each place."""
    found: dict[int, str] = {}
    for surname in surnames:
        at = text.find(surname)
        while at >= 0:
            end = at + len(surname)
            tail = text[end : end + 2]
            whole = (
                not tail or not PART.match(tail[0]) or tail[0] in "’'-" or (tail[0] == "s" and not tail[1:].isalpha())
            )
            if whole and (not at or not PART.match(text[at - 1])) and len(surname) > len(found.get(at, "")):
                found[at] = surname
            at = text.find(surname, end)
    return sorted(found.items())


def _in_clutter(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.clutter)
