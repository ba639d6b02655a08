"""The offices of a text, each with the state that it belongs to."""

import re
from itertools import pairwise
from typing import NamedTuple

from tensionwire.analysis.dateline import city_of
from tensionwire.analysis.draft import Draft
from tensionwire.analysis.entities.era import day_of_offices
from tensionwire.analysis.entities.shape import NAME
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon.compiled import Hit
from tensionwire.lexicon.model import Meaning

NEAR = 36  # code points between an adjective or state and the office that belongs to it
DATELINE = 60  # code points in which the city stands where the article is set
LONGEST_LINK, NEXT = 64, 24  # code points from an office to the state behind it, and from there to the next one
WIDE = 160  # code points in which the state stands that an office without one belongs to
SENT: frozenset[Role] = frozenset({"special-envoy", "negotiator"})
OWN = re.compile(r"\b(?:[Ss]ein|[Ii]hr)e?[mnrs]? (?:\w+ )?$|\b(?:[Hh]is|[Hh]er|[Ii]ts) (?:\w+ )?$")
OF_A_STATE = ("its ", "Its ")
LONGEST_OWN = 28  # code points before an office in which the one stands whose it is
ABROAD = frozenset({"ambassador", "special-envoy", "negotiator", "spokesperson"})  # whose city is not their own state's
APPOSITION = re.compile(r", (?:the|der|die|dem|den)? ?$")
APPOSED = frozenset({",", ")"})
PLACES = frozenset({"seat", "city", "country"})
LOCATED = re.compile(r"\b(?:in|im|nach|bei|near) $", re.IGNORECASE)  # before where somebody is
BOUNDARY = re.compile(r"[.;:!?\n,()]")
VERBLIKE = re.compile(
    r"\b(?:und|and|mit|with|von|by|bei|hat|has|said|sagte|in|nach|to|dem|den|die|sind|ist|war|waren|haben|the|is|was|were|are)\b"
)
FOR_WHAT = r"(?: für (?:\w+ und )?(?:[a-zäöü]\w+ )?[A-ZÄÖÜ]\w+)"  # Vizeminister für auswärtige Angelegenheiten
LINK = re.compile(
    r"(?: (?:of|for)(?: the)? [A-Z][\w-]+(?:(?:,| and|, and)? [A-Z][\w-]+){0,3}"  # Deputy Minister of Foreign Affairs
    rf"|{FOR_WHAT})?"
    r"(?: der| des| von| aus| of(?: the)?| for| from(?: the)?)"
    r"(?: \w+|(?: [\w-]+){0,3} (?:bloc|alliance|group|union|body|organi[sz]ation|rebels|militia|movement"
    r"|[Ss]taatengemeinschaft|Staatenbund(?:es)?|Bündnis(?:ses)?|Gemeinschaft|Organisation|Rebellen|Miliz|Bewegung))? $"
)
# Between an office and a state in the genitive: `Präsident Kenias`, `Minister für auswärtige Angelegenheiten Kenias`.
STATE_OF = re.compile(rf"{FOR_WHAT}? ")
GOVERNMENT = re.compile(r" (?:Regierung|Führung|Armee|Opposition|government|army|opposition)\b")
MORE = re.compile(r"(?:,| und| and|, and| sowie)(?: der| des| von| of)?(?: the)? $")
# `die polnischen Minister`, `beider Präsidenten`, `den Ministern`; not `der polnische Minister`, `den Präsidenten`
SEVERAL = re.compile(r"\b(?:die(?: \w+en)?|(?:beiden?|beider|zwei|zweier|drei|dreier)(?: \w+)?) $", re.IGNORECASE)
GENITIVE = re.compile(r"\bder(?: \w+en)? $", re.IGNORECASE)
DATIVE = re.compile(r"\bden(?: \w+en)? $", re.IGNORECASE)
ARTICLE = re.compile(
    r"\b(?:d(?:er|ie|as|em|en|es)|ein(?:e[mnrs]?)?|sein(?:e[mnrs]?)?|ihr(?:e[mnrs]?)?|[bz]um|zur|beim|vom)(?: \w+)? $",
    re.I,
)
PLURAL = re.compile(
    r"(?:händlern?|mittlern?|gesandten|beauftragten|Emissären?|minister|ministern|ministerinnen|Präsidenten|präsidenten|chefs|diplomaten|berater|beratern|Botschafter|Kanzler)$"
)
# `Minister Jan Novak`, `minister for the Pacific, Ann Lee`: who has an office of which only this is said.
MINISTER = re.compile(
    r"(?: (?:für|for|of|in|im|des|der)\b[^,.;:!?\n()\"“„»«]{2,50},|,)? (?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Dame)\.? )?"
    rf"({NAME})"
)
WHOSE = re.compile(r" (?:des|der|of the|of|to the|to) (?:[\w.]+[ -])?")
STATES = frozenset({"country", "adjective", "seat", "organisation"})
TELLING = STATES | {"office", "person", "demonym", "city"}
OTHER_MINISTER, SENT_BY_STATE = Meaning("office", "other-minister"), Meaning("office", "special-envoy")
MINISTERS, SENDINGS = ("minister", "Minister"), ("Vertreter ", "Vertreterin ", "representative ")
CLOCKED, CLOCK = ("PM", "FM"), re.compile(r"\d\s?$")  # 3 PM, Radio 101.5 FM


class Office(NamedTuple):
    """An office said in the text. `begin` is where its state is said before it; `sure` where that is grammar."""

    start: int
    end: int
    role: Role
    country: str | None
    begin: int
    sure: bool


def owners_of_apposed(draft: Draft, said: list[Office]) -> dict[int, Office]:
    """By the end of an office that only says whose another is, that other one, which a name behind a comma holds.

    `Der Gesandte des US-Präsidenten, Steve Witkoff`: he is the envoy.
    """
    return {o.end: of for of, o in pairwise(said) if WHOSE.fullmatch(draft.text, of.end, o.start)}


def offices(draft: Draft) -> list[Office]:
    """Each office in text order, with its state: in the title itself, just before, just after, or near before."""
    found: list[Office] = []
    text = draft.text
    before: tuple[int, int, str] | None = None  # an adjective, state or seat that no office has used yet
    earlier: tuple[int, int, str] | None = None  # the one before it
    passed: list[tuple[int, str]] = []  # the states so far, and where they end
    people: list[Hit] = []  # the officials of the list so far
    hits = [
        h
        for h in draft.hits
        if (not h.kinds.isdisjoint(TELLING) and not _clocked(text, h)) or _named_minister(draft, h)
    ]
    home = scene_of(draft)
    for place, hit in enumerate(hits):
        said = [m for m in hit.meanings if m.kind == "office"] if "office" in hit.kinds else []
        if "reference" in hit.kinds and hit.kinds.isdisjoint(TELLING):
            said = [OTHER_MINISTER if text.startswith(MINISTERS, hit.start) else SENT_BY_STATE]
        own = next((m for m in said if m.detail), None)
        if own is not None:
            found.append(Office(hit.start, hit.end, own.value, own.detail, hit.start, True))  # type: ignore[arg-type]
            before = None
        elif said:
            role: Role = said[0].value  # type: ignore[assignment]
            if place and role in SENT and _sent_to(draft, hits[place - 1], hit.start):
                before = earlier
            near = before is not None and 0 <= hit.start - before[1] <= NEAR
            if before is not None and near and LOCATED.search(text, max(0, before[0] - 8), before[0]):
                near = False  # traf in Astana Präsident Putin
            if before is not None and near and not _parted(text, before[1], hit.start):
                found.append(Office(hit.start, hit.end, role, before[2], before[0], True))
                before = None
            elif (after := _state_after(draft, hits, place)) is not None:
                found.append(Office(hit.start, hit.end, role, after, hit.start, True))
            elif found and hit.start - found[-1].end <= 6 and found[-1].sure:  # president and party leader
                found.append(Office(hit.start, hit.end, role, found[-1].country, found[-1].begin, True))
            else:
                guess = _owner(draft, hit.start, people) or _guess(draft, hit.start, passed, home)
                found.append(Office(hit.start, hit.end, role, guess, hit.start, False))
        elif "person" in hit.kinds:
            before = None
            people.append(hit)
        for meaning in hit.meanings:
            if meaning.kind in STATES and not said:
                earlier = before
                before = (hit.start, hit.end, meaning.value)
                passed.append((hit.end, meaning.value))
                break
    return found


def _clocked(text: str, hit: Hit) -> bool:
    """True for PM and FM behind a number: the time, or a wavelength."""
    return text[hit.start : hit.end] in CLOCKED and CLOCK.search(text, max(0, hit.start - 2), hit.start) is not None


def _named_minister(draft: Draft, hit: Hit) -> bool:
    """True for a minister of whom the name is said, but not of what, and for a state's representative with a name."""
    if "reference" not in hit.kinds or not draft.text.startswith(MINISTERS + SENDINGS, hit.start):
        return False
    name = MINISTER.match(draft.text, hit.end)
    return name is not None and " " in name[1] and draft.lexicon.origins.is_forename(name[1].split()[0])


def _owner(draft: Draft, at: int, people: list[Hit]) -> str | None:
    """The state of whose office `sein Vizeminister`, `her envoy` is: that of the official named last."""
    own = OWN.search(draft.text, max(0, at - LONGEST_OWN), at) if people and at - people[-1].end <= WIDE else None
    if own is None or own.group().startswith(OF_A_STATE):
        return None
    person = next(m.place for m in people[-1].meanings if m.kind == "person")
    term = draft.lexicon.persons[person].term_on(day_of_offices(draft))
    return term.country if term else None


def _guess(draft: Draft, at: int, passed: list[tuple[int, str]], home: str | None) -> str | None:
    """Whose an office is that says no state: the last one of the sentence, else the one at home where it was spoken of.

    `passed` are the states before `at`, with where they end; `home` is where the article is set.
    """
    near = [(end, state) for end, state in passed if at - end <= WIDE]
    if not near:
        return home
    place = draft.place_at(at)
    begins = draft.sentences[place].start if place >= 0 else 0
    if near[-1][0] > begins or home not in {state for _, state in near}:
        return near[-1][1]
    return home


def scene_of(draft: Draft) -> str | None:
    """The state where the article is set: that of its dateline, None where it has none."""
    dated = city_of(draft)
    for hit in [dated] if dated else draft.hits[:6]:
        if hit.start > DATELINE and hit is not dated:
            return None
        for meaning in hit.meanings:
            if meaning.kind in ("seat", "city"):
                return meaning.value
    return None


def _sent_to(draft: Draft, state: Hit, at: int) -> bool:
    """True for Sudan in `Schwedens Sudan-Gesandte`, `the Sudan envoy`: where somebody is sent, not who sends them.

    An abbreviation sends: `US-Sondergesandter`, `the U.S. envoy`.
    """
    name, between = draft.text[state.start : state.end], draft.text[state.end : at]
    noun = "country" in state.kinds and "adjective" not in state.kinds and name[1:2].islower()
    return noun and (between == "-" or (between == " " and draft.language == "en"))


def _parted(text: str, start: int, end: int) -> bool:
    return BOUNDARY.search(text, start, end) is not None or VERBLIKE.search(text, start, end) is not None


def _state_after(draft: Draft, hits: list[Hit], place: int) -> str | None:
    """`der Präsident der Ukraine`, `the president of Ukraine`; as an apposition also `, the minister in Kabul,`."""
    states = states_after(draft, hits, place)
    return states[0][1] if states else _state_of_seat(draft, hits, place)


def _state_of_seat(draft: Draft, hits: list[Hit], place: int) -> str | None:
    """`, the minister in Kabul,`: an ambassador's city is not his own state's."""
    if place + 1 == len(hits):
        return None
    text, office, seat = draft.text, hits[place], hits[place + 1]
    if text[office.end : seat.start] != " in " or text[seat.end : seat.end + 1] not in APPOSED:
        return None
    if not ABROAD.isdisjoint(m.value for m in office.meanings if m.kind == "office"):
        return None
    if APPOSITION.search(text, max(0, office.start - 12), office.start) is None:
        return None
    return next((m.value for m in seat.meanings if m.kind in PLACES), None)


def states_after(draft: Draft, hits: list[Hit], place: int) -> list[tuple[Hit, str]]:
    """The states behind an office or a group: `the presidents of Serbia and Kosovo` has two."""
    found: list[tuple[Hit, str]] = []
    end, link = hits[place].end, LINK
    for following in hits[place + 1 : place + 7]:
        if following.start - end > (LONGEST_LINK if link is LINK else NEXT):
            break
        between = draft.text[end : following.start]
        ends = draft.text[following.end - 1] == "s" and "country" in following.kinds
        genitive = ends and STATE_OF.fullmatch(between) is not None
        if not link.match(between) and not genitive:
            break
        acting = "adjective" in following.kinds and GOVERNMENT.match(draft.text, following.end)
        kinds = ("country", "organisation", "seat", "adjective") if acting else ("country", "organisation", "seat")
        state = next((m.value for m in following.meanings if m.kind in kinds), None)
        if state is None:
            break
        found.append((following, state))
        end, link = acting.end() if acting else following.end, MORE
    return found


def plural(draft: Draft, office: Office, states: int = 0) -> bool:
    """True where an office is said of several: `die beiden Präsidenten`, `the foreign ministers of ...`.

    `states` counts those behind it: `der Minister Indiens und Pakistans` are two.
    """
    word = draft.text[office.start : office.end]
    if draft.language == "en":
        return word.endswith("s") and not word.endswith("ss")
    before = draft.text[max(0, office.begin - 16) : office.begin]
    bare = states > 1 and ARTICLE.search(before) is None  # Unterhändler aus Israel und der Hamas
    if bare and word.endswith(("gesandte", "beauftragte")):
        return True
    if (word.endswith(("in", "s")) and not word.endswith("chefs")) or not PLURAL.search(word):
        return False
    if SEVERAL.search(before):
        return True
    if word.endswith("ern"):
        return DATIVE.search(before) is not None
    if bare:
        return True
    return (word.endswith("en") or states > 1) and GENITIVE.search(before) is not None
