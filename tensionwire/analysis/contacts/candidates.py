"""Every pair of a sentence that could be in contact, with the contact word that could join them."""

import bisect
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from tensionwire.analysis.contacts.around import STRONG
from tensionwire.analysis.contacts.goals import goals, main_states
from tensionwire.analysis.contacts.meant import Story
from tensionwire.analysis.contacts.owners import is_owner
from tensionwire.analysis.contacts.scene import ContactWord, Scene, Setting, silent
from tensionwire.analysis.contacts.split import joined
from tensionwire.analysis.dateline import REACH, is_dateline
from tensionwire.analysis.draft import THREE, Draft, Mention, Sentence
from tensionwire.lexicon.compiled import Hit

MOST_MENTIONS = 14  # of one sentence: pairs grow with the square
TRAVEL = frozenset({"travel", "journey", "transit"})  # groups of words that tell of no talks
SAID = frozenset({"name", "surname", "people", "office", "counterpart", "host", "both"})
SEVERAL = frozenset({"both", "office", "delegation"})  # words that mean several: `Russian and Ukrainian negotiators`
POSSESSIVE = ("sein", "ihr", "his", "her")
ABOUT = frozenset({"über", "about"})
ACTING = frozenset("^ v w , in im von vom by of".split())  # on what a state hangs that acts
SUMMONED_TO = frozenset("ins zum to into".split())  # `ins Auswärtige Amt einbestellt`
SUMMONED = frozenset({"ambassador", "top-diplomat"})  # by a ministry that nobody is named of
TOWARDS = frozenset("nach in im to into at ins".split())
DATELINE = 60  # code points in which the city stands where the article is set
MOST_TRAVELLERS = 4  # who may have gone to where the sentence does not say
MAIN = 3  # whom the article is about
MOST_UNSAID = 4  # who may be meant in one sentence
REACH_BACK = 2  # sentences in which the one stands who is meant without being said
HANGS = re.compile(r"\b(?:mit|with|von|by|bei|an|to|und|and|gegenüber|über|about|zwischen|for|für)\s(?:\w+\s){0,3}$")
# Of several contact words the more telling one counts as nearer.
GROUPS = (
    "call callnoun encounter meet parley negotiate receive summon discussion journey talk summit travel joint transit "
    "silent"
)
WEAKNESS = {group: 6.0 * rank + (0 if group in STRONG else 30) for rank, group in enumerate(GROUPS.split())}


class Candidate(NamedTuple):
    """Two mentions of different sides and the contact word between them; `journey` where a person goes to a state."""

    one: Mention
    other: Mention
    word: ContactWord
    journey: bool


def scenes(draft: Draft) -> Iterator[Scene]:
    """The sentences that may tell a contact, with their mentions and those that go without saying.

    A sentence has a contact word, or names officials of two sides.
    """
    starts = [m.start for m in draft.mentions]
    focus = _focus(draft)
    main = [next(m for m in draft.mentions if m.name == name) for name in list(focus)[:MAIN]]
    dateline = _dateline(draft)
    home, often = dateline.affiliation if dateline else None, main_states(draft)
    setting = Setting(home, focus, Story())
    before_worded = False
    for sentence in draft.sentences:
        hits = draft.hits_of(sentence)
        told = [h for h in hits if "contact" in h.kinds]
        earlier, before_worded = before_worded, any(not _hints(h) for h in told)
        first = bisect.bisect_left(starts, sentence.start)
        mentions = draft.mentions[first : bisect.bisect_left(starts, sentence.end, lo=first)]
        if not told and not _company(mentions) and not (earlier and any(m.personal and m.name for m in mentions)):
            continue
        scene = Scene(draft, sentence, hits, mentions[:MOST_MENTIONS], setting, earlier)
        scene.mentions = scene.mentions + _unsaid(draft, scene, starts, main)
        if draft.language == "de":
            scene.words = joined(scene)
        if any("visit" in w.forms for w in scene.words):
            scene.goals = goals(draft, sentence, starts, home, often)
        scene.words = scene.words or [silent(sentence)]
        yield scene
        setting.story.add(scene)


def _hints(hit: Hit) -> bool:
    """True for a word that only hints at a journey: `plane`."""
    return all(m.detail == "transit" for m in hit.meanings if m.kind == "contact")


def _company(mentions: list[Mention]) -> bool:
    """True where officials of two sides stand together, or somebody and a state where they could be."""
    if len(mentions) < 2:
        return False
    sides = {m.affiliation for m in mentions if m.personal}
    return len(sides) > 1 or bool(sides and {m.affiliation for m in mentions} - sides)


def _dateline(draft: Draft) -> Mention | None:
    """The state or city of the dateline; without one the first that stands where datelines do."""
    near = takewhile(lambda m: m.start < REACH, draft.mentions)
    places = [m for m in near if not m.personal and m.affiliation in draft.lexicon.states]
    dated = next((m for m in places if is_dateline(draft.text, m.start, m.end)), None)
    return dated or next((m for m in places if m.start < DATELINE), None)


def _focus(draft: Draft) -> dict[str, int]:
    """The officials of the article by how often it names them, the first named first among equals."""
    counts: dict[str, int] = {}
    for mention in draft.mentions:
        if mention.name and mention.role:
            counts[mention.name] = counts.get(mention.name, 0) + 1
    return {name: rank for rank, name in enumerate(sorted(counts, key=lambda n: -counts[n]))}


def _unsaid(draft: Draft, scene: Scene, starts: list[int], main: list[Mention]) -> list[Mention]:
    """Who may be meant without being said: officials of the sentences before, and those the article is about.

    Candidates like any other, at the beginning of the sentence; `outer` tells how far back they were named.
    """
    here = {m.key for m in scene.mentions}
    found: dict[str, Mention] = {}
    at, place = scene.sentence.start, scene.sentence.place
    for before in reversed(draft.sentences[max(0, place - REACH_BACK) : place]):
        first, last = bisect.bisect_left(starts, before.start), bisect.bisect_left(starts, before.end)
        named = [m for m in draft.mentions[first:last] if m.name and m.role and m.name not in here and m.kind != "both"]
        if not named:
            continue
        free = next((m for m in named if not _hangs(draft, before, m)), None)
        if free is not None:
            found.setdefault(free.key, _meant(free, at, place - before.place, "subject"))
        if named[-1].key not in found:
            found[named[-1].key] = _meant(named[-1], at, place - before.place, "last")
    for rank, mention in enumerate(main):
        if mention.name in here or place == 0:
            continue
        known = found.get(mention.key)
        if known is None:
            found[mention.key] = _meant(mention, at, 3, f"main{rank}")
        else:
            found[mention.key] = known.because(f"{known.how}+main{rank}")
    return list(found.values())[:MOST_UNSAID]


def _hangs(draft: Draft, sentence: Sentence, mention: Mention) -> bool:
    """True for who hangs on a preposition, or stands behind `und`."""
    return HANGS.search(draft.text[max(sentence.start, mention.begin - 24) : mention.begin]) is not None


def _meant(mention: Mention, at: int, outer: int, how: str) -> Mention:
    """Somebody named before, as one who is not said here."""
    return Mention(at, at, mention.affiliation, mention.name, mention.role, "unsaid", outer, mention.feminine, how)


def candidates(scene: Scene) -> Iterator[Candidate]:
    """The pairs of different sides, each with the contact word that lies best, and the journeys.

    Who is not said meets somebody who is, no bare state; two who are not said meet where nobody is; a bare state meets
    another.
    """
    if len({m.affiliation for m in (*scene.mentions, *scene.goals)}) < 2:
        return
    talks = [w for w in scene.words if not w.groups <= TRAVEL]
    summons = [w for w in scene.words if w.group == "summon"]
    summoner = next((m for m in scene.mentions if summons and _acts(scene, m)), None)
    journeys = [w for w in scene.words if "visit" in w.forms]
    talks = talks or [silent(scene.sentence)]  # who travels may meet somebody there without a word of it
    spoken = talks[0].group != "silent"
    nobody = not scene.people and any(w.group in STRONG or w.group == "summit" for w in scene.words)
    parties = scene.draft.lexicon.parties
    mentions = [(m, m.personal) for m in scene.mentions if m.role != "spokesperson" and not is_owner(scene, m)]
    for index, (one, personal) in enumerate(mentions):
        for other, also in mentions[index + 1 :]:
            if one.affiliation == other.affiliation or _same_words(one, other):
                continue
            if one.kind == "unsaid" and other.kind == "unsaid" and not nobody:
                continue  # one of two is said, where anybody is
            if (
                personal == also
                or THREE in (one.how, other.how)
                or not parties.isdisjoint((one.affiliation, other.affiliation))
            ):
                met = spoken or (_said(scene, one) and _said(scene, other))
                if met and "city" not in (one.kind, other.kind) and not (_topic(scene, one) or _topic(scene, other)):
                    yield Candidate(one, other, nearest(talks, one, other), False)
                if personal == also:
                    continue
            person, goal = (one, other) if personal else (other, one)
            if goal is summoner and person.role in SUMMONED and person.kind != "unsaid":
                yield Candidate(one, other, nearest(summons, one, other), False)
            if goal.affiliation not in scene.draft.lexicon.states:
                continue
            if journeys:
                yield Candidate(person, goal, nearest(journeys, one, other), True)
            elif person.kind != "unsaid" and scene.lead_in(goal)[0] in TOWARDS:
                yield Candidate(person, goal, silent(scene.sentence), True)
    if scene.goals:
        yield from _journeys_there(scene, [m for m, personal in mentions if personal], journeys)


def _journeys_there(scene: Scene, people: list[Mention], journeys: list[ContactWord]) -> Iterator[Candidate]:
    """Journeys to where the sentence does not say: of those whom it names, else of who may be meant."""
    named = {m.affiliation for m in scene.mentions if not m.personal}
    goals = [goal for goal in scene.goals if goal.affiliation not in named]
    said = [m for m in people if m.kind != "unsaid"]
    if not said and all(w.group == "transit" for w in journeys):
        return
    people = said or people
    for person in list({m.key: m for m in reversed(people)}.values())[-MOST_TRAVELLERS:]:
        word = nearest(journeys, person, person)
        for goal in goals:
            if goal.affiliation != person.affiliation:
                yield Candidate(person, goal, word, True)


def _same_words(one: Mention, other: Mention) -> bool:
    """True for two readings of the same words, of which only one can be meant."""
    return one.start == other.start and one.kind not in SEVERAL and "unsaid" not in (one.kind, other.kind)


def _acts(scene: Scene, mention: Mention) -> bool:
    """True for a state, or its ministry, that does something there, or where it is done: no topic of it."""
    lead = scene.seen(mention).lead
    if mention.kind == "seat" and lead in SUMMONED_TO:
        return True
    return not mention.personal and mention.kind != "city" and lead in ACTING


def _topic(scene: Scene, mention: Mention) -> bool:
    """True for one that was talked about: `sprachen über Putin`, `talked about Trump`."""
    return scene.seen(mention).lead in ABOUT


def _said(scene: Scene, mention: Mention) -> bool:
    """True for who can be in contact without a word of contact: somebody named or pointed at, nobody's possession."""
    if mention.kind == "unsaid":
        return True
    if mention.kind == "both" and not mention.name:
        return False  # `Beide Seiten rechnen mit einem harten Winter`: a bare state, as any other
    if mention.kind == "pronoun":
        return not scene.draft.text[mention.start : mention.end].lower().startswith(POSSESSIVE)
    return mention.kind in SAID


def nearest(words: list[ContactWord], one: Mention, other: Mention) -> ContactWord:
    """The word that lies best: between both or near one of them, a telling one before a weak one."""
    if len(words) == 1:
        return words[0]
    first, last = (one, other) if one.start <= other.start else (other, one)
    best, nearest = words[0], -1.0
    for word in words:
        start, end = word.start, word.end
        if first.end <= start and end <= last.start:
            gap = min(start - first.end, last.start - end) / 2
        else:
            gap = float(
                min(abs(start - last.end), abs(first.start - end), abs(start - first.end), abs(last.start - end))
            )
        far = gap + WEAKNESS[word.group]
        if nearest < 0 or far < nearest:
            best, nearest = word, far
    return best
