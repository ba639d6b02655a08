"""On which word a mention hangs: a preposition, a mark, the verb before it, or the mention it is listed with."""

from typing import TYPE_CHECKING, NamedTuple

from tensionwire.analysis.draft import Mention
from tensionwire.analysis.speech import SPEECH

if TYPE_CHECKING:
    from tensionwire.analysis.contacts.scene import Scene

PREPOSITIONS = frozenset(
    "mit und and with von by bei zu to nach in im ins für for an am at auf aus from über about zwischen between gegen "
    "against gegenüber seit vor nebst samt sowie neben alongside beside unter during nach of zum zur beim vom durch "
    "wegen as oder or into through via without ohne statt like wie als than toward towards on over after before "
    "around".split()
)
# `laut Uschakow`, `nach Angaben des Sprechers`, `according to Rubio`: whoever hangs on these only says so.
SOURCE = frozenset(
    "laut zufolge gemäß citing quoting according angaben worten darstellung aussage aussagen auskunft ansicht lesart "
    "einschätzung informationen".split()
)
COORDINATION = frozenset("und and sowie & nebst plus".split())
SKIPPED = frozenset(
    "der die das dem den des ein eine einen einem einer eines the a an his her its their sein seine seinen seinem "
    "seiner ihr ihre ihren ihrem ihrer new neue neuen neuer neuem mr mrs ms herr herrn frau president general dr "
    "former frühere früheren ehemaligen then damaligen künftigen chinas auch also both erneut zudem later "
    "erste ersten erster first paramilitary rival rebel ruling militant islamist so-called breakaway separatist".split()
)
TITLES = frozenset({"office", "adjective", "country", "demonym", "reference"})  # kinds of words before a name
ENDINGS = ("en", "er", "em", "es", "e", "ish", "an", "ese")  # of adjectives
CIRCUMSTANCES = frozenset({"seat", "city", "date"})  # kinds of words that say where or when
CIRCUMSTANTIAL = frozenset("in im am an on at".split())  # prepositions before them
INSIDE = frozenset({"in", "im"})
LONGEST_PHRASE = 4  # tokens from such a word back to its preposition
FROM = frozenset({"of", "from", "aus", "von"})
BETWEEN = FROM | frozenset({",", "the", "his", "her", "der", "die", "dem", "den", "as", "well"})  # in a list of names
NEAR = 3  # code points from a mention to what joins it
VERBAL = frozenset({"contact", "status"})
SHORTEST = 4  # letters; a longer word may be an adjective
LONGEST = 14  # tokens looked at
THEN = frozenset(
    "erst zuerst dann danach später zuvor auch ebenfalls anschließend zudem erneut telefonisch persönlich direkt first "
    "then later earlier also again separately directly together both either jointly".split()
)  # between a preposition and what it hangs on
STEM = 7  # code points by which words are known alike
MOST_BETWEEN = 2  # phrases of place or time between a preposition and what it hangs on
FREE = frozenset({"^", "v", "w", ","})  # leads on which a subject hangs
LONGEST_LIST = 60  # tokens in which a list of names goes on


class Lead(NamedTuple):
    """The word on which a mention hangs, its token (-1: none), and the first mention of the list in which it stands.

    The word is a preposition, `,`, `^` at the beginning of the sentence, `v` behind a word in small letters (as a rule
    a verb), `laut` for whoever is only quoted, else `w`.
    """

    word: str
    place: int
    head: Mention | None


def lead_in(scene: "Scene", mention: Mention, begins: int) -> Lead:
    """On what a mention hangs that begins at a token."""
    place, steps = begins, 0
    head: Mention | None = None
    lower, tokens = scene.lower, scene.tokens
    while place > 0 and steps < LONGEST:
        place -= 1
        steps += 1
        word = lower[place]
        also = _as_well(lower, place)
        if word in COORDINATION or also or (word == "," and head is not None):
            before = _mention_ending_near(scene, also or place, mention.personal)
            if before is None or (word == "," and _quoted(scene, before)):
                return Lead("," if word == "," else "und", place, head)
            head = before
            place, steps = scene.at(before.begin), 0
            continue
        if word == ",":
            before = _mention_ending_near(scene, place, mention.personal)
            if before and before.personal and mention.personal and _listed(scene, place) and not _quoted(scene, before):
                head = before
                place, steps = scene.at(before.begin), 0
                continue
            if place and _office_ends(scene, place):
                continue
            return Lead(",", place, head)
        if word in SOURCE or (word in PREPOSITIONS and place and lower[place - 1] in SOURCE):
            return Lead("laut", place, head)
        if word in PREPOSITIONS:
            if word in INSIDE and mention.personal and head is not None and not head.personal:
                return Lead("und", place, None)  # `in Berlin and Barrot`: he is not in a list with a town
            return Lead(word, place, head or _before_and(scene, place, word, mention.personal))
        if (inserted := _where_or_when(scene, place)) is not None:
            place = inserted  # `traf am Montag in Astana Präsident Tokajew`
            continue
        small = tokens[place][:1].islower()
        if word in SKIPPED or _before_name(scene, place, word, small):
            continue
        return Lead("v" if small else "w", place, head)
    return Lead("^", -1, head)


def _before_and(scene: "Scene", place: int, preposition: str, personal: bool) -> Mention | None:
    """The first of a list whose preposition is said again: `mit Macron und mit Starmer`, `mit A, danach mit B`."""
    joint = place - 1
    if joint > 1 and scene.lower[joint] in THEN:
        joint -= 1
    elif joint < 1 or scene.lower[joint] not in COORDINATION:
        return None
    before = _mention_ending_near(scene, joint, personal)
    if before is None or before.personal != personal:
        return None
    seen = scene.seen(before)
    return (seen.head or before) if seen.lead == preposition else None


class On(NamedTuple):
    """What a preposition hangs on behind which somebody is said: `pressure on Lukashenko`, `talks with Modi`.

    `kind`: `contact`, `name`, `mark`, the first list of words in which it stands (lexicon/data/hints.yaml), or `word`.
    `stem`: how it begins, of a contact word its group; `start` in the text; the `word` itself, where it is another.
    """

    kind: str
    stem: str
    start: int
    word: str = ""


NOTHING = On("", "", -1)


def on_what(scene: "Scene", lead: Lead) -> On:
    """On what a lead hangs that is a preposition; NOTHING for another."""
    place = lead.place - 1
    if place < 0 or lead.word not in PREPOSITIONS:
        return NOTHING
    for _ in range(MOST_BETWEEN):
        inserted = _where_or_when(scene, place)
        if inserted is None or inserted < 1:
            break
        place = inserted - 1  # `talks in Rome on Monday with Modi`
    while place > 0 and scene.lower[place] in THEN:
        place -= 1
    word, start = scene.lower[place], scene.starts[place]
    if not word[0].isalnum():
        return On("mark", "", start)
    over = scene.hit_over(start)
    if over is not None and "contact" in over.kinds:
        return On("contact", next(m.detail for m in over.meanings if m.kind == "contact"), over.start)
    if over is not None and not over.kinds.isdisjoint(("person", "country", "organisation", "office")):
        return On("name", "", start)
    lists = scene.draft.lexicon.hints.get(word)
    return On(min(lists) if lists else "word", word[:STEM], start, word)


def _as_well(lower: list[str], place: int) -> int:
    """Where `as well as` begins that ends at a token, 0 where it does not."""
    return place - 2 if lower[place] == "as" and lower[max(0, place - 2) : place] == ["as", "well"] else 0


def _where_or_when(scene: "Scene", place: int) -> int | None:
    """Where a phrase begins that ends at a token and only says where or when: `in Astana`, `am 3. Mai`."""
    over = scene.hit_over(scene.starts[place])
    if over is None or over.kinds.isdisjoint(CIRCUMSTANCES):
        return None
    first = max(0, place - LONGEST_PHRASE)
    return next((p for p in range(place - 1, first - 1, -1) if scene.lower[p] in CIRCUMSTANTIAL), None)


def _before_name(scene: "Scene", place: int, word: str, small: bool) -> bool:
    """True for a word of a title, or an adjective, which stands between a name and what it hangs on."""
    over = scene.hit_over(scene.starts[place])
    if over is not None and not over.kinds.isdisjoint(TITLES):
        return True
    if not (small and len(word) > SHORTEST and word.endswith(ENDINGS)):
        return False
    return word not in SPEECH if over is None else over.kinds.isdisjoint(VERBAL)


def _office_ends(scene: "Scene", place: int) -> bool:
    start = scene.starts[place]
    return any("office" in h.kinds and 0 <= start - h.end <= 1 for h in scene.hits)


def _mention_ending_near(scene: "Scene", place: int, personal: bool) -> Mention | None:
    """The mention that ends right before a token; somebody where his state ends there: `Hasan of Malaysia`."""
    start = scene.starts[place]
    best = None
    for mention in scene.mentions:
        if mention.end <= start and start - mention.end <= NEAR and mention.kind != "unsaid":
            best = mention
    if best is None or best.personal or not personal:
        return best
    of = scene.at(best.start) - 1
    if of < 1 or scene.lower[of] not in FROM:
        return best
    behind = [m for m in scene.mentions if m.personal and 0 <= scene.starts[of] - m.end <= NEAR and m.kind != "unsaid"]
    return behind[-1] if behind else best


def _quoted(scene: "Scene", mention: Mention) -> bool:
    """True for who only says so, and is in no list: `according to Lavrov, Trump and Carney met`."""
    return scene.seen(mention).lead == "laut"


def _listed(scene: "Scene", place: int) -> bool:
    """True where a comma stands in a list of names that ends with `und`."""
    lower = scene.lower
    if not COORDINATION.isdisjoint(lower[place + 1 : place + LONGEST]):
        return True
    for behind in range(place + 1, min(len(lower), place + LONGEST_LIST)):
        word = lower[behind]
        if word in COORDINATION or _as_well(lower, behind):
            return True
        if word in BETWEEN or scene.tokens[behind][0].isupper():
            continue
        over = scene.hit_over(scene.starts[behind])
        if over is None or over.kinds.isdisjoint(TITLES):
            return False
    return False
