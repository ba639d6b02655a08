"""Names that the list does not have: of whom the text says an office, a rank, or whose deputy they are."""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.era import day_of_offices
from tensionwire.analysis.entities.offices import WIDE, Office
from tensionwire.analysis.entities.roll import Roll, Who
from tensionwire.analysis.entities.shape import (
    GIVEN_BEHIND,
    HONOUR,
    LONGEST,
    NAME,
    NICKNAME,
    NOT_NAMES,
    SPOKEN_OF,
    WORD,
    feminine,
    former,
    last_term,
)
from tensionwire.analysis.entities.trail import Trail
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon import Person
from tensionwire.lexicon.names import FAMILY_FIRST

# What stands before a name and is no part of it.
RANK = (
    r"(?:(?:Lieutenant |Major |Brigadier |Rear |Vice )?(?:General|Admiral)|(?:General|Brigade|Konter|Vize)"
    r"(?:leutnant|major|oberst|general|admiral)|Brigadier|Feldmarschall|Field Marshal"
    r"|(?:(?:Lt|Maj|Brig)\. )?(?:Gen|Adm)\.)"
)
COURTESY = (
    rf"(?:(?:{HONOUR}|Mr|Mrs|Ms|Dr|Prof|Shri|Smt|Hon|the Hon|the Rt Hon|Rt Hon|Lord|Sir|Dame|Herrn?|Frau|Graf"
    rf"|Mullah|Maulawi|Mawlawi|Colonel|Oberst|{RANK})\.? )"
)
HONOURED = re.compile(rf"{HONOUR} ")
CALLED = re.compile(NICKNAME)  # Juan Manuel "Juanma" Santos
AFTER = re.compile(rf"(?:,? |, (?:the )?){COURTESY}?({NAME})")
# `Ministers Ann Lee of Canada and Kenji Hara of Japan`
ALSO = re.compile(
    rf"(?: (?:of|from|aus|von)(?: the)?(?: {WORD}){{1,2}})?(?:,| und| and| sowie|, and) {COURTESY}?({NAME})"
)
# Ranks by which texts introduce soldiers: `General Wu Tianhe of the southern fleet`. An attorney general is none.
NO_SOLDIER = "".join(
    f"(?<!{word} )"
    for word in "Attorney Surgeon Governor Solicitor Inspector Consul Director Secretary Auditor Postmaster".split()
)
RANKED = re.compile(rf"\b{NO_SOLDIER}{RANK} (?:Sir )?({NAME})")
# One of these is in every rank, and few texts have any: the patterns begin with no letter to look for, and are slow.
RANKS = ("General", "Admiral", "Gen.", "Adm.", "Brigad", "Konter", "Vize", "Feldmarschall", "Field Marshal")
LONGEST_RANK = 12  # code points of a rank before those
DEPUTY = re.compile(
    r"(?:('s|’s)|\b([Hh]is|[Hh]er|[Ss]eine?[mnr]?|[Ii]hre?[mnr]?))"
    rf" (?:deputy|Stellvertreter|Stellvertreterin),? {COURTESY}?({NAME})"
)
DEPUTIES = ("deputy", "Stellvertreter")
WOMEN = frozenset("her ihr ihre ihrem ihren ihrer".split())
OF_STATE = re.compile(rf"(?:'s |’s |' |’ | )({NAME})")
BEHIND = re.compile(r" (?:of|from|aus|von)(?: the)? ")  # Trade Minister Kenji Hara of Canada
FARTHEST = 3000  # code points in which the state stands that a counterpart is of
BEFORE = re.compile(
    rf"({NAME})(?: (?:ab|an|auf|aus|bei|ein|gegenüber|mit|vor|wieder|zu|zusammen))?(?:, | \(| – | - )"
    r"(?:the |a |an |der |die |dem |den |des |ein |eine |einem |his |her |sein |seine )?$"
)
# `Sonderbeauftragter für die Inselstaaten, Qian Bo,`: what the office is for stands before the name
FOR = r"(?:für|for|in|to|at|of|des|der|bei|beim|zu|zum|zur|im|von|vom|on)"
INSERTED = re.compile(rf"(?: {WORD}s| de[rs] {WORD})? {FOR} [^,.;:!?\n()\"“„»«]{{2,50}}, {COURTESY}?({NAME})(?=,| \()")
STATES = frozenset({"adjective", "country"})
OWNERS = frozenset({"country", "demonym"})  # kinds of words behind which stands who is of a state
CROWNED: frozenset[Role] = frozenset({"monarch"})  # after which one word is a whole name: König Charles
# A Chinese given name of two syllables; German nouns of that form (Gang, Mann) have one.
SYLLABLE = r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[aeiou]|ai|ei|ao|ou|ia|ie|ua|uo|ui|iu|iao|uai)(?:ng|n)?"
PINYIN = re.compile(rf"{SYLLABLE}{SYLLABLE}", re.IGNORECASE)
NOUN = re.compile(r"(?:ung|heit|keit|schaft|tion|tät)(?:en)?$|(?:nis|nisse|nissen|ismus|würfe|würfen)$")
OWNED = re.compile(r"(?:'s|’s|s|'|’) (?:[a-zäöüß-]+ )?$")


def names_by_office(draft: Draft, roll: Roll, said: list[Office]) -> set[int]:
    """People found by their office, named behind it or before it. Returns the starts of the offices so taken."""
    taken: set[int] = set()
    text = draft.text
    homes = {end: who.country for end, who in roll.by_end().items()}
    for office in said:
        owned = None if office.sure else OWNED.search(text, max(0, office.start - LONGEST), office.start)
        if owned is not None and (country := homes.get(owned.start())) is not None:
            office = office._replace(country=country)  # Haradinaj's trade minister, Endrit Shala
        title = text[office.start : office.end]
        after = AFTER.match(text, office.end)
        if after and (after.start(1) in roll.taken or _named_behind(draft, roll, office, after)):
            taken.add(office.start)
            if _plural(draft, title):
                _others(draft, roll, office, after)
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
            name, home = _named_before(draft, roll, before[1], at)
            at += len(before[1]) - len(name)
            known = roll.taken.get(at)
            if home is not None and not office.sure:
                office = office._replace(country=home, sure=True)
            if known is not None:  # Wang Yi, China's top diplomat
                who = roll.people[known]
                if not who.former or who.role is None:
                    who.role, who.former = who.role or office.role, False
                taken.add(office.start)
            elif " " in name and _take(draft, roll, office, name, at):
                taken.add(office.start)
    return taken


def _named_before(draft: Draft, roll: Roll, said: str, at: int) -> tuple[str, str | None]:
    """A name without the words before it that are none, and the state that they tell: `Franzose Sébastien Lecornu`."""
    home: str | None = None
    honour = HONOURED.match(draft.text, at) or HONOURED.match(draft.text, max(0, at - len("H.")))
    if honour is not None and at < honour.end() < at + len(said):
        said, at = said[honour.end() - at :], honour.end()
    while " " in said and at not in roll.taken:
        first, rest = said.split(" ", 1)
        hit = next((h for h in draft.lexicon.find(first) if h.start == 0 and h.end == len(first)), None)
        at += len(first) + 1
        if at not in roll.taken and first not in NOT_NAMES and (hit is None or hit.kinds.isdisjoint(BEFORE_NAMES)):
            break
        if hit is not None:
            home = next((m.value for m in hit.meanings if m.kind == "demonym"), home)
        said = rest
    return said, home


BEFORE_NAMES = frozenset({"date", "demonym"})


def _named_behind(draft: Draft, roll: Roll, office: Office, after: re.Match[str]) -> bool:
    """True where the words behind an office are a name, now taken; behind a comma one word alone is none."""
    apposed = draft.text.startswith(", ", office.end)
    return (not apposed or " " in after[1]) and _take(draft, roll, office, after[1], after.start(1))


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


def names_by_rank(draft: Draft, roll: Roll) -> None:
    """Soldiers whom the list does not have, of the state said last before."""
    first = _first_of(RANKS, draft.text) - LONGEST_RANK
    for found in _unnamed(draft, roll, RANKED.finditer(draft.text, max(0, first)), 1):
        state = _other_state(draft, None, found.start(), WIDE)
        if state is not None and draft.lexicon.origins.is_forename(found[1].split()[0]):
            office = Office(found.start(), found.start(1) - 1, "military-chief", state, found.start(), False)
            _take(draft, roll, office, found[1], found.start(1))


def names_of_deputies(draft: Draft, roll: Roll) -> None:
    """`Saidov's deputy, Bahromjon Aloyev`, `his deputy`: of the state of the official whose deputy they are."""
    if _first_of(DEPUTIES, draft.text) == len(draft.text):
        return
    told = list(_unnamed(draft, roll, DEPUTY.finditer(draft.text), 3))
    if not told:
        return
    trail, ends = Trail(roll), roll.by_end()
    for found in told:
        fits = _woman if (found[2] or "").lower() in WOMEN else _man
        of = ends.get(found.start()) if found[1] else trail.before(found.start(), found.start() - WIDE, fits)
        if of is not None and of.role is not None and of.country is not None:
            office = Office(found.start(), found.start(3) - 1, "deputy-minister", of.country, found.start(), True)
            _take(draft, roll, office, found[3], found.start(3))


def _first_of(words: tuple[str, ...], text: str) -> int:
    """Where the first of `words` stands, the end of the text where none does."""
    return min([at for at in map(text.find, words) if at >= 0], default=len(text))


def _woman(who: Who) -> bool:
    return who.feminine


def _man(who: Who) -> bool:
    return not who.feminine


def names_of_states(draft: Draft, roll: Roll) -> None:
    """`Pakistan's Sherry Rehman`, `Belgiens Alexander De Croo`, `der Israeli Uri Resnick`: in no office said here."""
    origins, text, german = draft.lexicon.origins, draft.text, draft.language == "de"
    states = [h for h in draft.hits if not h.kinds.isdisjoint(OWNERS)]
    owned = [
        m
        for h in states
        if (m := OF_STATE.match(text, h.end))
        and (m[0][0] != " " or "demonym" in h.kinds or (german and text[h.end - 1] == "s"))
    ]
    ends = {h.end: next(m.value for m in h.meanings if m.kind in OWNERS) for h in states} if owned else {}
    people = {h.end for h in states if "demonym" in h.kinds}
    for found in _unnamed(draft, roll, owned, 1):
        name, man = _bare(found[1]), found.start() in people
        known = origins.is_forename(name.split()[0]) if man else origins.is_persons(name)
        if " " in name and known and not _no_name(draft, name):
            who = Who(name, None, ends[found.start()], None, feminine(draft, name, ""))
            roll.add(who, found.start(1), found.start(1) + len(name))


def _unnamed(draft: Draft, roll: Roll, told: Iterable[re.Match[str]], group: int) -> Iterator[re.Match[str]]:
    """Those whose name, a `group` of the match, stands where nobody is named yet."""
    covered: bytearray | None = None
    for found in told:
        covered = roll.covered(len(draft.text)) if covered is None else covered
        start, end = found.span(group)
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            yield found


def _other_state(draft: Draft, country: str | None, at: int, reach: int = FARTHEST) -> str | None:
    """The state spoken of last before `at`, in `reach` code points, that is not `country`."""
    said = _states_said(draft)
    for place in range(bisect.bisect_right(said, (at, "")) - 1, -1, -1):
        end, state = said[place]
        if end < at - reach:
            return None
        if state != country:
            return state
    return None


def _states_said(draft: Draft) -> list[tuple[int, str]]:
    """Where states are said, and which."""

    def work() -> list[tuple[int, str]]:
        found = ((h.end, next((m.value for m in h.meanings if m.kind in SPOKEN_OF), None)) for h in draft.hits)
        return sorted((end, state) for end, state in found if state is not None)

    return draft.once("states said", work)


def _plural(draft: Draft, title: str) -> bool:
    if draft.language == "en":
        return title.endswith("s")
    return title.endswith(("ers", "nts", "fs", "minister", "Präsidenten", "ten", "berater", "er"))


def _others(draft: Draft, roll: Roll, office: Office, first: re.Match[str]) -> None:
    """`die Außenminister A, B und C`: of one office, but hardly of one state."""
    end = first.end(1)
    one = roll.people.get(roll.taken.get(first.start(1), ""))
    for _ in range(6):
        more = ALSO.match(draft.text, end)
        if more is None:
            return
        if more.start(1) not in roll.taken:
            other = office._replace(country=_spoken_of(draft, one.country if one else office.country), sure=False)
            if not _take(draft, roll, other, more.group(1), more.start(1)):
                return
        elif (
            one
            and not office.sure
            and one.person is None
            and one.country == roll.people[roll.taken[more.start(1)]].country
        ):
            one.country = _spoken_of(draft, one.country)
        end = more.end(1)


def _states_begin(draft: Draft) -> dict[int, str]:
    """By where they begin, the states that are said by name."""
    return {h.start: m.value for h in draft.hits for m in h.meanings if m.kind == "country"}


def _spoken_of(draft: Draft, but: str | None) -> str | None:
    """The state that the article speaks of most, leaving one out: whose the second of two ministers is."""
    counts = draft.once("states spoken of", lambda: Counter(state for _, state in _states_said(draft)))
    return next((state for state, _ in counts.most_common(2) if state != but), None)


def _take(draft: Draft, roll: Roll, office: Office, said: str, start: int) -> bool:
    """Whom an office and a name mean: somebody of this article, an official of the list, or a new name."""
    plain = CALLED.sub("", said, count=1)
    if plain != said and _listed_without_nickname(draft, roll, office, plain, start, start + len(said)):
        return True
    words = plain.split()
    for word in (words[-1], words[0]):
        bare = _bare(word)
        for surname in (bare, bare.removesuffix("s")):
            if (
                surname in roll.by_surname
                and len(words) <= 2
                and not (word == words[0] and _another(draft, roll.people[roll.by_surname[surname]], words))
            ):
                who = roll.people[roll.by_surname[surname]]
                at = start + said.rindex(word)
                if who.role is None and not who.former:
                    who.role = office.role
                roll.add(who, at, at + len(surname))
                return True
    known = _of_list(draft, office, words)
    if known is not None:
        person, surname = known
        at = start + said.index(surname)
        roll.add(_in_office(draft, person, office), at, at + len(surname))
        return True
    name = _bare(" ".join(_without_noun(draft, words)))
    if _no_name(draft, name) or (" " not in name and office.role not in CROWNED):
        return False
    if office.country is None and office.role in ("other", "spokesperson"):
        return False
    past = former(draft.text[max(0, office.start - 24) : office.start])
    who = Who(
        name,
        None,
        office.country if office.sure else _state_of(draft, name, office, start + len(name)),
        None if past else office.role,
        feminine(draft, name, draft.text[office.start : office.end]),
        former=past,
    )
    roll.add(who, start, start + len(name) + len(said) - len(plain))
    return True


def _listed_without_nickname(draft: Draft, roll: Roll, office: Office, name: str, start: int, end: int) -> bool:
    """True where a name that stands around a nickname is one of the list, now taken: `Ferdinand "Bongbong" Marcos`."""
    for hit in draft.lexicon.find(name):
        for meaning in hit.meanings if hit.start == 0 else ():
            if meaning.kind == "person":
                roll.add(_in_office(draft, draft.lexicon.persons[meaning.place], office), start, end)
                return True
    return False


def _in_office(draft: Draft, person: Person, office: Office) -> Who:
    """An official of the list in the office that the text says."""
    day = day_of_offices(draft)
    term = person.term_on(day) or last_term(person, day) or person.terms[-1]
    country = (office.country if office.sure else None) or term.country
    woman = feminine(draft, person.name, draft.text[office.start : office.end])
    return Who(person.name, person, country, office.role, woman)


def _bare(name: str) -> str:
    """The name without the English genitive."""
    return name.removesuffix("'s").removesuffix("’s")


def _without_noun(draft: Draft, words: list[str]) -> list[str]:
    """A German name without the noun that may follow it: `warf Minister Hans Müller Versäumnisse vor`."""
    if draft.language != "de" or len(words) < 3 or words[1][0].islower() or words[2][0].islower():
        return words
    if NOUN.search(words[2]) or any(h.kinds.isdisjoint(PARTS_OF_NAMES) for h in draft.lexicon.find(words[2])):
        return words[:2]
    return words if any(w[0].islower() for w in words) else words[:3]


PARTS_OF_NAMES = frozenset({"person", "surname"})


def _state_of(draft: Draft, name: str, office: Office, end: int) -> str | None:
    """Whose an office is that no grammar says: of the state said behind the name, else as the sentence leaves it.

    Where the sentence says no state, of those that the article speaks of it is the one where such names are borne.
    """
    said = _states_said(draft)
    behind = BEHIND.match(draft.text, end)
    if behind and (state := draft.once("states begin", lambda: _states_begin(draft)).get(behind.end())):
        return state
    place = draft.place_at(office.start)
    if place >= 0:
        sentence = draft.sentences[place]
        if bisect.bisect_left(said, (sentence.start, "")) < bisect.bisect_left(said, (sentence.end + 1, "")):
            return office.country
    spoken = draft.once("states", lambda: frozenset(state for _, state in said))
    return draft.lexicon.origins.of(name, spoken) or office.country


def _another(draft: Draft, who: Who, words: list[str]) -> bool:
    """True for Zhang Maoming, where Zhang Hanhui is known: a given name behind the family name is another one's."""
    return _given_to_another(draft, who.name, who.person.aliases if who.person else (), words)


def _given_to_another(draft: Draft, name: str, aliases: Iterable[str], words: list[str]) -> bool:
    given = _bare(words[1]) if len(words) > 1 else ""
    if not given or any(given in known for known in [name, *aliases]):
        return False
    whole = any(h.start == 0 and h.end == len(given) and "surname" not in h.kinds for h in draft.lexicon.find(given))
    return not whole and (draft.language == "en" or bool(GIVEN_BEHIND.fullmatch(given) or PINYIN.fullmatch(given)))


def _of_list(draft: Draft, office: Office, words: list[str]) -> tuple[Person, str] | None:
    """The official of that family name who holds that office on the day."""
    for word in dict.fromkeys((words[0], words[-1])):
        for surname in dict.fromkeys((_bare(word), word.removesuffix("s"))):
            held = [p for p in draft.lexicon.by_surname(surname) if _fits(p, office, day_of_offices(draft))]
            if len(held) != 1 or (len(words) > 1 and word != words[0]):
                continue
            if len(words) > 1 and FAMILY_FIRST.isdisjoint(t.country for t in held[0].terms):
                continue  # a given name here, somebody's family name elsewhere
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
        if hit.kinds.isdisjoint(NO_PART_OF_NAMES):
            continue
        if hit.kinds == {"date"} and hit.start == 0 and draft.lexicon.origins.is_forename(name[: hit.end]):
            continue  # Jan is a name as well
        return True
    return name.split()[0] in NOT_NAMES


NO_PART_OF_NAMES = frozenset({"country", "organisation", "office", "adjective", "date", "contact", "reference", "seat"})
