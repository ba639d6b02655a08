"""Names that the list does not have: of whom the text says an office, a rank, or whose deputy they are."""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.bearers import no_name, states_said, take, without_genitive
from tensionwire.analysis.entities.offices import WIDE, Office, owners_of_apposed
from tensionwire.analysis.entities.roll import Roll, Who
from tensionwire.analysis.entities.shape import (
    ADDRESS,
    HONOUR,
    LONGEST,
    NAME,
    NOT_NAMES,
    WORD,
    feminine,
)
from tensionwire.analysis.entities.trail import Trail

# What stands before a name and is no part of it.
RANK = (
    r"(?:(?:Lieutenant |Major |Brigadier |Colonel |Rear |Vice )?(?:General|Admiral)|(?:General|Brigade|Konter|Vize)"
    r"(?:leutnant|major|oberst|general|admiral)|Brigadier|Feldmarschall|Field Marshal"
    r"|(?:(?:Lt|Maj|Brig)\. )?(?:Gen|Adm)\.)"
)
COURTESY = (
    rf"(?:(?:{HONOUR}|{'|'.join(ADDRESS)}|Prof|Shri|Smt|Hon|the Hon|the Rt Hon|Rt Hon|Lord|Sir|Dame|Graf"
    rf"|Mullah|Maulawi|Mawlawi|Colonel|Oberst|{RANK})\.? )"
)
HONOURED = re.compile(rf"{HONOUR} ")
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
FARTHEST = 3000  # code points in which the state stands that a counterpart is of
BEFORE = re.compile(
    rf"({NAME})(?: (?:ab|an|auf|aus|bei|ein|gegenüber|mit|vor|wieder|zu|zusammen))?(?:, | \(| – | - )"
    r"(?:the |a |an |der |die |dem |den |des |ein |eine |einem |his |her |sein |seine )?$"
)
# What the office is for, or whose it is, stands before the name: `Sonderbeauftragter für die Inselstaaten, Qian Bo,`,
# `der Außenminister Pakistans, Shah Mehmood Qureshi,`.
FOR = r"(?:für|for|in|to|at|of|des|der|bei|beim|zu|zum|zur|im|von|vom|on)"
INSERTED = re.compile(
    rf"(?:(?: {WORD}s| de[rs] {WORD})? {FOR} [^,.;:!?\n()\"“„»«]{{2,50}}| {WORD}s), {COURTESY}?({NAME})(?=,| \()"
)
OF_A_STATE = re.compile(r" (?:of|to)(?: the)? ")
STATES = frozenset({"adjective", "country"})
OWNERS = frozenset({"country", "demonym"})  # kinds of words behind which stands who is of a state
OWNED = re.compile(r"(?:'s|’s|s|'|’) (?:[a-zäöüß-]+ )?$")


def names_by_office(draft: Draft, roll: Roll, said: list[Office]) -> set[int]:
    """People found by their office, named behind it or before it. Returns the starts of the offices so taken."""
    taken: set[int] = set()
    text = draft.text
    homes = {end: who.country for end, who in roll.by_end().items()}
    owners = owners_of_apposed(draft, said)
    for office in said:
        owned = None if office.sure else OWNED.search(text, max(0, office.start - LONGEST), office.start)
        if owned is not None and (country := homes.get(owned.start())) is not None:
            office = office._replace(country=country)  # Haradinaj's trade minister, Endrit Shala
        title = text[office.start : office.end]
        after = AFTER.match(text, office.end)
        if after and text.startswith(", ", office.end) and office.end in owners:
            after = None  # des US-Präsidenten, Steve Witkoff
        after = after or _behind_its_state(draft, office)
        if after and (after.start(1) in roll.taken or _named_behind(draft, roll, office, after)):
            taken.add(office.start)
            if _plural(draft, title):
                _others(draft, roll, office, after)
            continue
        inserted = INSERTED.match(text, office.end)
        if inserted and (inserted.start(1) in roll.taken or " " in inserted.group(1)):
            clear = not any(office.end < at < inserted.start(1) for at in roll.taken)
            if clear and (
                inserted.start(1) in roll.taken or take(draft, roll, office, inserted.group(1), inserted.start(1))
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
            elif " " in name and take(draft, roll, office, name, at):
                taken.add(office.start)
    return taken


def _behind_its_state(draft: Draft, office: Office) -> re.Match[str] | None:
    """The name behind `Ambassador of Japan`, without a comma."""
    state = OF_A_STATE.match(draft.text, office.end) if office.sure else None
    hit = draft.hit_at(state.end()) if state else None
    if hit is None or "country" not in hit.kinds:
        return None
    name = AFTER.match(draft.text, hit.end)
    return name if name is not None and draft.text[hit.end] == " " and " " in name[1] else None


def _named_before(draft: Draft, roll: Roll, said: str, at: int) -> tuple[str, str | None]:
    """A name without the words before it that are none, and the state that they tell: `Franzose Sébastien Lecornu`."""
    home: str | None = None
    honour = HONOURED.match(draft.text, at) or HONOURED.match(draft.text, max(0, at - len("H.")))
    if honour is not None and at < honour.end() < at + len(said):
        said, at = said[honour.end() - at :], honour.end()
    while " " in said and at not in roll.taken:
        first, rest = said.split(" ", 1)
        hit = draft.lexicon.whole(first)
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
    return (not apposed or " " in after[1]) and take(draft, roll, office, after[1], after.start(1))


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
                take(draft, roll, office, after.group(1), after.start(1))


def names_by_rank(draft: Draft, roll: Roll) -> None:
    """Soldiers whom the list does not have, of the state said last before."""
    first = _first_of(RANKS, draft.text) - LONGEST_RANK
    for found in _unnamed(draft, roll, RANKED.finditer(draft.text, max(0, first)), 1):
        state = _other_state(draft, None, found.start(), WIDE)
        if state is not None and draft.lexicon.origins.is_forename(found[1].split()[0]):
            office = Office(found.start(), found.start(1) - 1, "military-chief", state, found.start(), False)
            take(draft, roll, office, found[1], found.start(1))


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
            take(draft, roll, office, found[3], found.start(3))


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
        name, man = without_genitive(found[1]), found.start() in people
        known = origins.is_forename(name.split()[0]) if man else origins.is_persons(name)
        if " " in name and known and not no_name(draft, name):
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
    said = states_said(draft)
    for place in range(bisect.bisect_right(said, (at, "")) - 1, -1, -1):
        end, state = said[place]
        if end < at - reach:
            return None
        if state != country:
            return state
    return None


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
            if not take(draft, roll, other, more.group(1), more.start(1)):
                return
        elif (
            one
            and not office.sure
            and one.person is None
            and one.country == roll.people[roll.taken[more.start(1)]].country
        ):
            one.country = _spoken_of(draft, one.country)
        end = more.end(1)


def _spoken_of(draft: Draft, but: str | None) -> str | None:
    """The state that the article speaks of most, leaving one out: whose the second of two ministers is."""
    counts = draft.once("states spoken of", lambda: Counter(state for _, state in states_said(draft)))
    return next((state for state, _ in counts.most_common(2) if state != but), None)
