"""Features of where in the article a sentence stands, and of how much the article says of both sides.

What a sentence leaves open is mostly settled around it: an article about two states tells of contacts between these,
one that has no word of contact tells of none, and who was told of a sentence ago is still meant.
"""

from tensionwire.analysis.contacts import context_names as names
from tensionwire.analysis.contacts.prominence import Prominence, prominence
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.views import Seen
from tensionwire.lexicon.scale import Sign

QUARTERS = 4
PART, LONG = 6, 3  # sentences of a part of an article; so many parts are long
FIRST = 3  # sentences told apart from those behind
MOST_OFFICIALS, MOST_SIDES, MOST_RANKS, MOST_TIMES = 5, 3, 3, 4


def of_talks(scene: Scene, first: Seen, last: Seen, silent: bool) -> list[Sign]:
    """All features that hold of two who may have talked with each other."""
    article, place = prominence(scene.draft), scene.sentence.place
    unsaid = "F" if first.unsaid else "L" if last.unsaid else "none"
    sides, at = min(MOST_SIDES, len(scene.sides)), min(FIRST, place)
    found: list[Sign] = [
        (names.day, scene.dated, at, sides, silent, unsaid),
        (names.quarter, *_quarter(scene), silent, unsaid),
        (names.behind, scene.before_worded, silent, unsaid),
        (names.named, _named(article, first, place), _named(article, last, place), silent),
        (names.officials, min(MOST_OFFICIALS, len(scene.focus)), at, silent),
        (names.ranks, _rank(article, first), _rank(article, last), silent, unsaid),
        (names.contacts, article.contacts, silent, unsaid),
        (names.size, *article.size, silent),
    ]
    if unsaid == "none":
        story = scene.story
        one, other = first.key in story.latest, last.key in story.latest
        found.append((names.told, story.together(first.key, last.key), one, other, silent))
    return found


def of_journeys(scene: Scene, person: Seen, goal: Seen) -> list[Sign]:
    """All features that hold of somebody who may have gone to a state."""
    article, place = prominence(scene.draft), scene.sentence.place
    state, lead, kind = goal.mention.affiliation, goal.lead, goal.mention.kind
    times = min(MOST_TIMES, len(article.places.get(person.key, ())))
    return [
        (names.journey_day, scene.dated, min(FIRST, place), kind == "there", person.unsaid),
        (names.hosts, min(2, article.officials.get(state, 0)), lead, kind, min(MOST_SIDES, len(scene.sides))),
        (names.journey_ranks, _rank(article, goal), _rank(article, person), kind),
        (names.journeys, article.visits, article.contacts, lead),
        (names.traveller, times, person.unsaid),
        (names.tension, scene.tension),
    ]


def _quarter(scene: Scene) -> tuple[int, int]:
    """In which quarter of the article the sentence stands, and how long the article is."""
    number = len(scene.draft.sentences)
    return scene.sentence.place * QUARTERS // number, min(LONG, number // PART)


def _named(article: Prominence, side: Seen, place: int) -> str:
    return "unsaid" if side.unsaid else article.named(side.key, place)


def _rank(article: Prominence, side: Seen) -> int:
    return min(MOST_RANKS, article.ranks.get(side.mention.affiliation, MOST_RANKS))
