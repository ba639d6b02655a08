"""What speaks for a topic and against it, by readable names: what the weights are learned for."""

from typing import Final

from tensionwire.analysis.flashpoints.scene import LEAD_SENTENCES, Topic, TopicScene

ALWAYS: Final = "always"  # the bias: what a topic weighs of which nothing else is known
LONG_LIST, SHORT_LIST = 4, 3  # states in one sentence
LATE = 0.6  # of the sentences, behind which a topic is no subject but a remark
CROWD = 3  # topics in one sentence; two of them often belong together: Iran and its nuclear programme
STRONG = 2  # sentences that name a topic which is more than mentioned


def _upto(name: str, *steps: int) -> list[tuple[str, ...]]:
    """For each number from 0 the names of the steps that it reaches: `named>=1`, `named>=2`."""
    return [tuple(f"{name}>={step}" for step in steps if step <= n) for n in range(steps[-1] + 1)]


PLAIN: Final = _upto("named", 1, 2, 3, 4)
ASIDE: Final = _upto("aside", 1, 2, 3)
HELPED: Final = _upto("helped", 1, 2, 3)
HELPS: Final = _upto("helps", 1, 2, 3, 4)
BY_PEOPLE: Final = _upto("people", 1, 2, 3, 5)
ALONE: Final = _upto("people alone", 1, 2)
BESIDE: Final = _upto("beside", 1, 2, 3)
HELP_STAKED: Final = _upto("helped staked", 1, 2)
FORMS: Final = _upto("forms", 2, 3, 4)
STAKED: Final = _upto("staked", 1, 2, 3)
QUIET: Final = _upto("quiet named", 2, 3, 4)
QUIET_STAKED: Final = _upto("quiet staked", 1, 2)
PARTY: Final = _upto("party", 1, 2, 4)
SHARES: Final = (0.06, 0.1, 0.15, 0.2, 0.3, 0.45)  # of the sentences
BY_SHARE: Final = [tuple(f"share>={share}" for share in SHARES[:n]) for n in range(len(SHARES) + 1)]


def signals(scene: TopicScene, name: str, topic: Topic) -> list[str]:
    """The names of all that the article says for or against the topic of that name.

    `named` counts sentences that name it, `aside` those that only say whose or where, `helped` those that only have a
    helping word, `people` those about somebody of its state; `helps` and `forms` count distinct words. `staked` ones
    also speak of conflict. `with russia`: the other topic is named too.
    """
    named, plain = topic.named, topic.plain
    helped = topic.helped - named
    staked = len(named & scene.stakes)
    share = len(named | helped | topic.people) / scene.sentences
    found = [ALWAYS]
    found += _at(PLAIN, len(plain))
    found += _at(ASIDE, len(named) - len(plain))
    found += _at(HELPED, len(helped))
    found += _at(HELP_STAKED, len(helped & scene.stakes))
    found += _at(HELPS, len(topic.helps))
    found += _at(BY_PEOPLE, len(topic.people))
    found += _at(ALONE, len(topic.people - named))
    found += _at(FORMS, len({word.lower() for word in topic.words}))
    found += _at(STAKED, staked)
    found += BY_SHARE[len([1 for step in SHARES if share >= step])]
    found += _of_page(scene, topic, staked)
    if topic.beside:
        found += _beside(scene, topic)
    if named:
        found += _of_places(scene, named)
    found += _at(PARTY, topic.party)
    if topic.headline:
        found.append("party headline")
    if topic.once:
        found.append("once")
    found += [f"with {other}" for other in scene.named if other != name]
    return found


def _at(names: list[tuple[str, ...]], number: int) -> tuple[str, ...]:
    return names[min(number, len(names) - 1)]


def _of_page(scene: TopicScene, topic: Topic, staked: int) -> list[str]:
    """Which page the article is of, and whether the title speaks of the topic: on that of sport this says little."""
    found: list[str] = []
    page = "calm page " if scene.elsewhere and not staked else ""
    if page:
        found.append("calm page")
        if len(topic.named) >= STRONG:
            found.append("calm page wide")
    if topic.titled:
        found.append(f"{page}title")
    if topic.title_helped:
        found.append(f"{page}title helped")
    if not scene.contact:
        found.append("no contact")
    if not scene.official:
        found.append("no official")
    if not scene.stakes:
        found.append("no stakes")
    if scene.quiet:
        found.append("quiet")
        if topic.titled:
            found.append("quiet title")
        found += _at(QUIET, len(topic.named))
        found += _at(QUIET_STAKED, staked)
    return found


def _beside(scene: TopicScene, topic: Topic) -> list[str]:
    """What words say that speak of the topic only beside another one, where that one is known at all."""
    found: list[str] = []
    for name, places in topic.beside.items():
        other = scene.topics.get(name)
        if other is None or not (other.named or other.people) or places <= topic.named:
            continue
        found += _at(BESIDE, len(places - topic.named))
        if len(other.named) >= STRONG or other.titled:
            found.append("beside strong")
        if not places.isdisjoint(other.named | other.helped | other.people):
            found.append("beside here")
        if other.titled or 0 in other.named:
            found.append("beside first")
    return found


def _of_places(scene: TopicScene, named: set[int]) -> list[str]:
    """Where the sentences stand that name the topic, and whether they only count states up."""
    found: list[str] = []
    if 0 in named:
        found.append("first")
    if min(named) < LEAD_SENTENCES:
        found.append("lead")
    found += _told(scene, named)
    fewest = min([len(scene.states.get(place, ())) for place in named])
    if fewest >= LONG_LIST:
        found.append("listed")
    elif fewest >= SHORT_LIST:
        found.append("listed 3")
    return found


def _told(scene: TopicScene, named: set[int]) -> list[str]:
    """Whether what names the topic also tells a contact, lists what was talked about, or lists crises."""
    found: list[str] = []
    if min(named) > LATE * scene.sentences:
        found.append("late")
    if not named.isdisjoint(scene.told):
        found.append("in contact")
    if not named.isdisjoint(scene.agenda):
        found.append("agenda")
    crowd = min([scene.crowds[place] for place in named])
    if crowd >= CROWD:
        found.append("crowd")
    if len(named) == 1:
        found += [f"only {sign}" for sign in found]
        if min(named) < LEAD_SENTENCES:
            found.append("only lead")
    return found
