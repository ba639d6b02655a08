"""Step 6: who is in contact with whom: two sides and a contact word in a sentence, then one entry a contact."""

import bisect
import re
from datetime import date

from tensionwire.analysis.codes import cameo, plover
from tensionwire.analysis.dates import resolve, year_of
from tensionwire.analysis.draft import Draft, Mention, Sentence
from tensionwire.analysis.pairs import pairs
from tensionwire.analysis.status import ContactWord, status_of
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.tagged import Contact, DateWindow, Evidence, Form, Participant, Status
from tensionwire.lexicon.compiled import Hit

LEAD = 700  # code points in which a contact is what the article is about
BACKGROUND_DAYS = 60
DATE_MARGIN = 16  # code points around a name of the calendar in which the rest of its date stands
NEAR_STATE = 80  # code points between a contact word and a state that stands for a side
WITH = re.compile(r"\b(?:mit|with)\b")
PRONOUN = re.compile(
    r"\b(?:[Ee]r|[Ss]ie|ihn|ihm|ihr|[Hh]e|[Ss]he|him|her|his|sein\w{0,2}|ihre[nmrs]?"
    r"|Gast|Gastgeber(?:in)?|Besucher(?:in)?|visitor|host|guest)\b"
)
ANY = re.compile(r"\b(?:mit|with|bei|by|von|and|und|for|für|den|to)\b")
BOTH = re.compile(r"\b(?:[Dd]ie beiden|[Bb]eide|[Tt]he two|[Tt]he pair|[Bb]oth)\b")
REACH_BACK = 3  # sentences in which the one stands whom a pronoun means
TOWARDS = re.compile(r"\b(?:nach|in|to|in die|at|into|through)\W+(?:\w+\W+)?$", re.IGNORECASE)
SIDES = frozenset({"country", "adjective", "seat", "organisation"})
FINALITY: dict[Status, int] = {"held": 3, "cancelled": 2, "planned": 1, "possible": 0}
# Of several contact words in a sentence the most telling says the form.
FORMS: tuple[Form, ...] = ("call", "meeting", "negotiation", "conference", "visit")


def contacts(draft: Draft) -> None:
    """Find the contacts of each sentence, and join those that tell the same one."""
    found: list[Contact] = []
    starts = [m.start for m in draft.mentions]
    hit_starts = [h.start for h in draft.hits]
    for sentence in draft.sentences:
        hits = draft.hits[bisect.bisect_left(hit_starts, sentence.start) : bisect.bisect_left(hit_starts, sentence.end)]
        words = _words(hits)
        if not words:
            continue
        mentions = draft.mentions[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
        mentions = _with_antecedent(draft, sentence, mentions)
        for contact in _in_sentence(draft, sentence, hits, words, mentions):
            _join(found, contact)
    titled = _titled(draft) if found else set()
    for contact in found:
        early = contact.evidence[0].start < LEAD or contact.evidence[0].start < len(draft.text) // 4
        contact.headline = not contact.background and (early or titled >= {p.affiliation for p in contact.participants})
    draft.contacts = found


def _with_antecedent(draft: Draft, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Where a sentence names one side or none and refers back: whom the sentences before it were about."""
    sides = {m.affiliation for m in mentions if m.name or m.role}
    if len(sides) > 1 or sentence.place == 0:
        return mentions
    within = (draft.text, sentence.start, sentence.end)
    both = BOTH.search(*within) if not sides else None
    # "talks with Qin Gang followed": the other side goes without saying
    referring = both or PRONOUN.search(*within) or (ANY.search(*within) if sides else None)
    if referring is None:
        return mentions
    wanted = 2 if both else 1
    stand_ins: dict[str, Mention] = {}
    for before in reversed(draft.sentences[max(0, sentence.place - REACH_BACK) : sentence.place]):
        first = bisect.bisect_left(draft.mentions, before.start, key=lambda m: m.start)
        last = bisect.bisect_left(draft.mentions, before.end, key=lambda m: m.start)
        for m in draft.mentions[first:last]:
            if m.name and m.role and m.affiliation not in sides and len(stand_ins) < wanted:
                stand_ins.setdefault(m.affiliation, m._replace(start=referring.start(), end=referring.end()))
    if len(stand_ins) < wanted:
        return mentions
    return sorted([*mentions, *stand_ins.values()], key=lambda m: m.start)


def _words(hits: list[Hit]) -> list[ContactWord]:
    return [
        ContactWord(h.start, h.end, m.value, m.detail)  # type: ignore[arg-type]
        for h in hits
        if "contact" in h.kinds
        for m in h.meanings
        if m.kind == "contact"
    ]


def _in_sentence(
    draft: Draft, sentence: Sentence, hits: list[Hit], words: list[ContactWord], mentions: list[Mention]
) -> list[Contact]:
    people = [m for m in mentions if m.name or m.role]
    people = [m for m in people if m.role != "spokesperson"]
    joint = WITH.search(draft.text, sentence.start, sentence.end) is not None
    talks = [w for w in words if w.form != "visit" and (w.strength != "with" or joint)]
    told = [_contact(draft, sentence, hits, word, sides) for word, sides in _sides(draft.text, people, talks)]
    if talks and not told:
        word = min(talks, key=lambda w: FORMS.index(w.form))
        # who is only meant ("he") meets no bare state
        spoken = [m for m in people if draft.text[m.start : m.start + 1].isupper() and m.end - m.start > len("Sie")]
        pair = _with_state(word, spoken, mentions)
        told += [_contact(draft, sentence, hits, word, pair)] if pair else []
    journey = next((w for w in words if w.form == "visit"), None)
    visit = _visit(draft, journey, people, mentions) if journey else None
    if journey and visit:
        told.append(_contact(draft, sentence, hits, journey, visit))
    elif journey and not told:  # a host and a guest, both named
        told += [_contact(draft, sentence, hits, w, sides) for w, sides in _sides(draft.text, people, [journey])]
    return told


def _sides(text: str, people: list[Mention], words: list[ContactWord]) -> list[tuple[ContactWord, list[Mention]]]:
    """The pairs of a sentence, those of the same two states put together as delegations."""
    delegations: dict[frozenset[str], tuple[ContactWord, dict[str, Mention]]] = {}
    for pair in pairs(text, people, words) if words else ():
        dyad = frozenset((pair.one.affiliation, pair.other.affiliation))
        _, members = delegations.setdefault(dyad, (pair.word, {}))
        for m in (pair.one, pair.other):
            members.setdefault(m.name or f"{m.affiliation}:{m.role}", m)
    told = []
    for word, members in delegations.values():
        named = {m.affiliation for m in members.values() if m.name}
        kept = [m for m in members.values() if m.name or m.affiliation not in named]
        told.append((word, sorted(kept, key=lambda m: m.start)))
    return told


def _with_state(word: ContactWord, people: list[Mention], mentions: list[Mention]) -> list[Mention] | None:
    """A named person and the state nearest to the word: a state stands for a side only opposite a person."""
    named = [m for m in people if m.name and m.role]
    if not named:
        return None
    first = min(named, key=lambda m: (abs(m.start - word.start), m.start))
    states = [m for m in mentions if not m.name and not m.role and m.affiliation != first.affiliation]
    near = [m for m in states if abs(m.start - word.start) < NEAR_STATE]
    return [first, min(near, key=lambda m: abs(m.start - word.start))] if near else None


def _visit(draft: Draft, word: ContactWord, people: list[Mention], mentions: list[Mention]) -> list[Mention] | None:
    """A traveller, and the state or capital that the journey goes to."""
    travellers = [m for m in people if m.name]
    if not travellers:
        return None
    traveller = min(travellers, key=lambda m: (abs(m.start - word.start), m.start))
    goals = [
        m
        for m in mentions
        if not m.name
        and not m.role
        and m.affiliation != traveller.affiliation
        and len(m.affiliation) == 3
        and (TOWARDS.search(draft.text[max(0, m.start - 16) : m.start]) or _follows_verb(word, m))
    ]
    if not goals:
        return None
    goal = min(goals, key=lambda m: (abs(m.start - word.end), m.start))
    return [traveller, goal]


def _follows_verb(word: ContactWord, mention: Mention) -> bool:
    return word.strength == "held" and 0 <= mention.start - word.end <= 3


def _contact(draft: Draft, sentence: Sentence, hits: list[Hit], word: ContactWord, pair: list[Mention]) -> Contact:
    quote = draft.text[sentence.start : sentence.end]
    status = status_of(hits, word)
    when = _date(draft, sentence, hits, status)
    participants = [
        Participant(affiliation=m.affiliation, name=m.name, role=m.role)
        for m in {m.name or f"{m.affiliation}:{m.role}": m for m in pair}.values()
    ]
    sides = ";".join(sorted(f"{p.affiliation}/{p.name or p.role or ''}" for p in participants))
    named = sum(1 for m in pair if m.name)
    return Contact(
        id=stable_id(draft.id, draft.version or 0, sides, word.form, word.start),
        participants=participants,
        form=word.form,
        status=status,
        place=_place(draft, hits, pair),
        date=when,
        background=_past(when, draft.day),
        plover=plover(word.form, status),
        cameo=cameo(word.form, status),
        confidence=round(min(0.95, 0.4 + 0.2 * named + 0.15 * (word.strength == "held")), 2),
        evidence=[Evidence(sentence.start, sentence.end, quote)],
    )


def _date(draft: Draft, sentence: Sentence, hits: list[Hit], status: Status) -> DateWindow | None:
    """The date that stands around the names of the calendar, else a bare year."""
    named = [h for h in hits if "date" in h.kinds]
    if named:
        around = draft.text[
            max(sentence.start, named[0].start - DATE_MARGIN) : min(sentence.end, named[-1].end + DATE_MARGIN)
        ]
        if (found := resolve(around, draft.day, status)) is not None:
            return found
    return year_of(draft.text[sentence.start : sentence.end])


def _place(draft: Draft, hits: list[Hit], pair: list[Mention]) -> str | None:
    """The capital that follows `in` or `nach` in the sentence."""
    taken = {m.start for m in pair if m.name}
    for hit in hits:
        if hit.start in taken or "seat" not in hit.kinds:
            continue
        if TOWARDS.search(draft.text[max(0, hit.start - 8) : hit.start]):
            return draft.text[hit.start : hit.end]
    return None


def _past(when: DateWindow | None, day: str | None) -> bool:
    """History: more than 60 days before the article."""
    if when is None or day is None:
        return False
    end = date.fromisoformat(when.end or when.start)
    return (date.fromisoformat(day) - end).days > BACKGROUND_DAYS


def _join(found: list[Contact], contact: Contact) -> None:
    """Add a contact, or add its evidence to the one it tells again; the most final status stays."""
    for known in found:
        if _same(known, contact):
            known.evidence.append(contact.evidence[0])
            if FINALITY[contact.status] > FINALITY[known.status]:
                known.status, known.plover, known.cameo = contact.status, contact.plover, contact.cameo
            known.date = known.date or contact.date
            known.place = known.place or contact.place
            known.background = known.background and contact.background
            return
    found.append(contact)


def _same(one: Contact, other: Contact) -> bool:
    if (one.form == "visit") != (other.form == "visit") or (one.form == "call") != (other.form == "call"):
        return False
    if {p.affiliation for p in one.participants} != {p.affiliation for p in other.participants}:
        return False
    names, others = ({p.name for p in c.participants if p.name} for c in (one, other))
    if names and others and not names & others:
        return False
    if one.background != other.background:
        return False
    if one.date and other.date and (one.date.precision, other.date.precision) == ("day", "day"):
        return one.date.start == other.date.start
    return True


def _titled(draft: Draft) -> set[str]:
    """The affiliations that the title names, by state or by official."""
    title = draft.title or ""
    named = {m.affiliation for m in draft.mentions if m.name and m.name.split()[-1] in title}
    return named | {m.value for h in draft.title_hits for m in h.meanings if m.kind in SIDES}
