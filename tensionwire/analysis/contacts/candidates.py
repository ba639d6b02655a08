"""Every pair of a sentence that could be in contact, with the contact word that could join them."""

import bisect
from collections.abc import Iterator
from itertools import takewhile
from math import inf
from typing import NamedTuple

from tensionwire.analysis.contacts.around import HARDLY, STRONG
from tensionwire.analysis.contacts.goals import goals, main_states
from tensionwire.analysis.contacts.meant import Story
from tensionwire.analysis.contacts.named_before import nation, unsaid
from tensionwire.analysis.contacts.owners import is_owner
from tensionwire.analysis.contacts.parting import outside, parted, stays_out, word_of
from tensionwire.analysis.contacts.scene import ContactWord, Scene, Setting, silent
from tensionwire.analysis.contacts.sides import (
    TOWARDS,
    WITH,
    accredited,
    acts,
    both_met,
    brokers,
    brought_together,
    happens_in,
    is_where,
    of_the_two,
    one_side,
    only_has_a_thing,
    only_reports,
    only_since,
    said,
    same_words,
    speaks_of,
    stands_aside,
    talked_with,
    talks_there,
    tells,
    topic,
)
from tensionwire.analysis.contacts.split import joined
from tensionwire.analysis.contacts.staying import with_somebody
from tensionwire.analysis.dateline import REACH, is_dateline
from tensionwire.analysis.draft import BLOC, MATE, Draft, Mention
from tensionwire.lexicon.compiled import Hit

MOST_MENTIONS = 14  # of one sentence: pairs grow with the square
WITH_BEHIND = (" with ", " mit ")
BETWEEN = (" between ", " zwischen ")  # behind a noun that has both its sides behind it
ARGUMENTS = 100.0  # code points from it that count as one
DONE_BY = (" by ", " von ", " durch ")  # talks mediated by Oman
TRAVEL = frozenset({"travel", "journey", "transit"})  # groups of words that tell of no talks
SUMMONED = frozenset({"ambassador", "top-diplomat"})  # by a ministry that nobody is named of
DATELINE = 60  # code points in which the city stands where the article is set
GOING_TO = frozenset({"nach", "to"})
MOST_TRAVELLERS = 4  # who may have gone to where the sentence does not say
MAIN = 3  # whom the article is about
# Of several contact words the more telling one counts as nearer.
GROUPS = (
    "call callnoun encounter meet parley negotiate receive summon discussion journey talk summit travel joint transit "
    "silent"
)
HARD = 60.0  # code points that a word counts as farther away which mostly tells something else
WEAKNESS = {group: 6.0 * rank + (0 if group in STRONG else 30) for rank, group in enumerate(GROUPS.split())}


class Candidate(NamedTuple):
    """Two mentions of different sides and the contact word between them; `journey` where a person goes to a state.

    `lists`: where the list of names begins in which each of them stands, -1 for who is not said.
    """

    one: Mention
    other: Mention
    word: ContactWord
    journey: bool
    lists: tuple[int, int] = (-1, -1)


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
        scene.mentions = scene.mentions + unsaid(draft, scene, starts, main)
        if draft.language == "de":
            scene.words = joined(scene)
            scene.words = with_somebody(scene)
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


def candidates(scene: Scene) -> Iterator[Candidate]:
    """The candidates of a sentence."""
    for found in _pairs(scene):
        yield found._replace(lists=(scene.seen(found.one).list_at, scene.seen(found.other).list_at))


def _pairs(scene: Scene) -> Iterator[Candidate]:
    """The pairs of different sides, each with the contact word that lies best, and the journeys.

    Who is not said meets somebody who is, no bare state; two who are not said meet where nobody is; a bare state meets
    another.
    """
    if len({m.affiliation for m in (*scene.mentions, *scene.goals)}) < 2:
        return
    talks = [w for w in scene.words if not w.groups <= TRAVEL]
    summons = [w for w in scene.words if w.group == "summon"]
    summoner = next((m for m in scene.mentions if summons and acts(scene, m)), None)
    journeys = [w for w in scene.words if "visit" in w.forms]
    talks = talks or [silent(scene.sentence)]  # who travels may meet somebody there without a word of it
    spoken, wordless = talks[0].group != "silent", scene.words[0].group == "silent"
    nobody = not scene.people and any(w.group in STRONG or w.group == "summit" for w in scene.words)
    parties = scene.draft.lexicon.parties
    free = [
        m
        for m in scene.mentions
        if not (m.role == "spokesperson" or is_owner(scene, m) or only_since(scene, m) or stands_aside(scene, m))
    ]
    brokering = [m for m in free if brokers(scene, m)]
    if brokering and brought_together(free, brokering):
        free = [m for m in free if m not in brokering]
    free = [m for m in free if not only_has_a_thing(scene, m)]
    mentions = [(m, m.personal) for m in free]
    for index, (one, personal) in enumerate(mentions):
        for other, also in mentions[index + 1 :]:
            if one.affiliation == other.affiliation or same_words(one, other) or one_side(scene, one, other):
                continue
            if MATE in (one.how, other.how) and one.start != other.start:
                continue
            if (brokering and one in brokering and other in brokering) or both_met(scene, one, other):
                continue
            if one.kind == "unsaid" and other.kind == "unsaid" and not nobody:
                continue  # one of two is said, where anybody is
            if nation(one) != nation(other):
                continue  # a state that is not said talks with another one
            if (one.kind == "both") != (other.kind == "both") and (
                tells(scene, one, other) or of_the_two(scene, one, other)
            ):
                continue
            divided = parted(scene, one, other) or outside(scene, one) or outside(scene, other)
            if not divided and (
                personal == also
                or "delegation" in (one.kind, other.kind)  # Modi's government and Pakistan
                or talked_with(scene, other if personal else one)
                or not parties.isdisjoint((one.affiliation, other.affiliation))
            ):
                met = spoken or (said(scene, one) and said(scene, other))
                if (
                    met
                    and not (is_where(scene, one) or is_where(scene, other))
                    and "city" not in (one.kind, other.kind)
                    and not (topic(scene, one) or topic(scene, other))
                ):
                    word = nearest(scene, talks, one, other)
                    if wordless and (speaks_of(scene, one, other) or speaks_of(scene, other, one)):
                        continue
                    if not (only_reports(scene, one, other, word, free) or only_reports(scene, other, one, word, free)):
                        yield Candidate(one, other, word, False)
            if personal == also:
                continue
            person, goal = (one, other) if personal else (other, one)
            if nation(person) or person.how == MATE or person.how.startswith(BLOC):
                continue
            if person.kind != "unsaid" and (there := talks_there(scene, person, goal, talks)) is not None:
                yield Candidate(one, other, there, False)
            if goal is summoner and person.role in SUMMONED and person.kind != "unsaid":
                yield Candidate(one, other, nearest(scene, summons, one, other), False)
            if goal.affiliation not in scene.draft.lexicon.states or happens_in(scene, goal):
                continue
            if accredited(scene, person, goal):
                continue
            if journeys:
                word = nearest(scene, journeys, one, other)
                if not stays_out(scene, person, word):
                    yield Candidate(person, goal, word, True)
            elif person.kind != "unsaid" and scene.lead_in(goal)[0] in TOWARDS:
                yield Candidate(person, goal, silent(scene.sentence), True)
    if scene.goals and not _says_where_to(scene):
        yield from _journeys_there(scene, [m for m, personal in mentions if personal], journeys)


def _says_where_to(scene: Scene) -> bool:
    """True where the sentence names a goal itself: `flies on to Chisinau`."""
    return any(not m.personal and scene.lead_in(m)[0] in GOING_TO for m in scene.mentions)


def _journeys_there(scene: Scene, people: list[Mention], journeys: list[ContactWord]) -> Iterator[Candidate]:
    """Journeys to where the sentence does not say: of those whom it names, else of who may be meant."""
    named = {m.affiliation for m in scene.mentions if not m.personal}
    goals = [goal for goal in scene.goals if goal.affiliation not in named]
    named_here = [m for m in people if m.kind != "unsaid"]
    if not named_here and all(w.group == "transit" for w in journeys):
        return
    people = named_here or people
    for person in list({m.key: m for m in reversed(people)}.values())[-MOST_TRAVELLERS:]:
        word = nearest(scene, journeys, person, person)
        for goal in goals:
            if goal.affiliation != person.affiliation:
                yield Candidate(person, goal, word, True)


def nearest(scene: Scene, words: list[ContactWord], one: Mention, other: Mention) -> ContactWord:
    """The word that lies best: between both or near one of them, a telling one before a weak one.

    `was received by Xi and held talks with Wang`: a word with its side behind it joins no two before it.
    """
    if len(words) == 1:
        return words[0]
    bound = word_of(scene, one, other)
    own_word = next((w for w in words if w.start == bound), None)
    if own_word is not None:
        return own_word
    first, last = (one, other) if one.start <= other.start else (other, one)
    best, nearest = words[0], inf
    own = [s.on.start for s in (scene.seen(one), scene.seen(other)) if s.lead in WITH and s.on.kind == "contact"]
    for word in words:
        start, end = word.start, word.end
        if first.end <= start and end <= last.start:
            gap = min(start - first.end, last.start - end) / 2
        else:
            gap = float(
                min(abs(start - last.end), abs(first.start - end), abs(start - first.end), abs(last.start - end))
            )
        if word.group == "negotiate" and scene.draft.text.startswith(DONE_BY, end):
            gap += HARD
        far = gap + WEAKNESS[word.group] + HARD * (word.text in HARDLY)
        if start in own:
            far -= HARD  # before the planned meeting with Macron he called Trump
        if end <= first.begin and scene.draft.text.startswith(BETWEEN, end):
            far = gap / ARGUMENTS
        if last.end <= start and scene.draft.text.startswith(WITH_BEHIND, end):
            far += HARD
        if far < nearest:
            best, nearest = word, far
    return best
