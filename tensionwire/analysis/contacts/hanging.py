"""On which word a mention hangs: a preposition, a mark, the verb before it, or the mention it is listed with."""

from typing import TYPE_CHECKING

from tensionwire.analysis.contacts.speech import SPEECH
from tensionwire.analysis.draft import Mention

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
    "laut zufolge gemäß according angaben worten darstellung aussage aussagen auskunft ansicht lesart einschätzung "
    "informationen".split()
)
COORDINATION = frozenset("und and sowie & nebst plus".split())
SKIPPED = frozenset(
    "der die das dem den des ein eine einen einem einer eines the a an his her its their sein seine seinen seinem "
    "seiner ihr ihre ihren ihrem ihrer new neue neuen neuer neuem mr mrs ms herr herrn frau president general dr "
    "former frühere früheren ehemaligen then damaligen künftigen chinas auch also both erneut zudem later "
    "paramilitary rival rebel ruling militant islamist so-called breakaway separatist".split()
)
TITLES = frozenset({"office", "adjective", "country", "demonym", "reference"})  # kinds of words before a name
ENDINGS = ("en", "er", "em", "es", "e", "ish", "an", "ese")  # of adjectives
CIRCUMSTANCES = frozenset({"seat", "city", "date"})  # kinds of words that say where or when
CIRCUMSTANTIAL = frozenset("in im am an on at".split())  # prepositions before them
LONGEST_PHRASE = 4  # tokens from such a word back to its preposition
VERBAL = frozenset({"contact", "status"})
SHORTEST = 4  # letters; a longer word may be an adjective
LONGEST = 14  # tokens looked at


def lead_in(scene: "Scene", mention: Mention, begins: int) -> tuple[str, bool]:
    """The word on which a mention hangs, and whether it is coordinated with another mention.

    The word is a preposition, `,`, `^` at the beginning of the sentence, `v` behind a word in small letters (as a rule
    a verb), `laut` for whoever is only quoted, else `w`. `begins` is the token at which the mention begins.
    """
    place, steps = begins, 0
    coordinated = False
    lower, tokens = scene.lower, scene.tokens
    while place > 0 and steps < LONGEST:
        place -= 1
        steps += 1
        word = lower[place]
        if word in COORDINATION or (word == "," and coordinated):
            before = _mention_ending_near(scene, place)
            if before is None:
                return ("und" if word != "," else ","), coordinated
            coordinated = True
            place = scene.at(before.begin)
            continue
        if word == ",":
            before = _mention_ending_near(scene, place)
            if before is not None and before.personal and mention.personal and _listed(lower, place):
                coordinated = True
                place = scene.at(before.begin)
                continue
            if place and _office_ends(scene, place):
                continue
            return ",", coordinated
        if word in SOURCE or (word in PREPOSITIONS and place and lower[place - 1] in SOURCE):
            return "laut", coordinated
        if word in PREPOSITIONS:
            return word, coordinated
        if (inserted := _where_or_when(scene, place)) is not None:
            place = inserted  # `traf am Montag in Astana Präsident Tokajew`
            continue
        small = tokens[place][:1].islower()
        if word in SKIPPED or _before_name(scene, place, word, small):
            continue
        return ("v" if small else "w"), coordinated
    return "^", coordinated


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


def _mention_ending_near(scene: "Scene", place: int) -> Mention | None:
    start = scene.starts[place]
    best = None
    for mention in scene.mentions:
        if mention.end <= start and start - mention.end <= 3 and mention.kind != "unsaid":
            best = mention
    return best


def _listed(lower: list[str], place: int) -> bool:
    """True where a comma stands in a list of names that ends with `und`."""
    return not COORDINATION.isdisjoint(lower[place + 1 : place + LONGEST])
