"""The names of the features of journeys.py, by what they depend on."""

from collections.abc import Iterator


def words(g: str, bare: str, only: bool, p: str) -> tuple[str, ...]:
    """The contact word and its group, and on what the goal hangs."""
    return "visit", f"v:g={g}", f"v:w={bare}", f"v:only={only}", f"v:g+p={g},{p}", f"v:w+p={bare},{p}"


def orders(o: str, p: str, lead: str) -> tuple[str, ...]:
    """How traveller, goal and word follow each other."""
    return f"v:o={o}", f"v:o+p={o},{p}", f"v:pp={lead},{o}"


def kinds(person: str, goal: str, p: str) -> tuple[str, ...]:
    """How both are said."""
    return f"v:k={person}+{goal}", f"v:k+p={goal},{p}"


def ties(apart: tuple[int, int, int], person: str, goal: str, g: str, o: str) -> tuple[str, ...]:
    """How their clauses stand to that of the word."""
    return f"v:cl={''.join(map(str, apart))}", f"v:tie={person},{goal}", f"v:tie={person},{goal},{g},{o}"


def distances(rank: str, goal: int, person: int, p: str, g: str) -> tuple[str, ...]:
    """How far both stand from the word."""
    return f"v:r={rank}", f"v:dG={goal}", f"v:dP={person}", f"v:dG+p={goal},{p},{g}"


def company(listed: bool, people: int) -> tuple[str, ...]:
    """Who else the sentence says."""
    return f"v:list={listed}", f"v:people={people}"


def pronoun(o: str) -> tuple[str, ...]:
    """The traveller is a pronoun."""
    return (f"v:pronoun,{o}",)


def others(between: int, hosts: bool, nearest: bool, traveller: bool) -> tuple[str, ...]:
    """Who else might have gone, or been gone to."""
    return f"v:between={between}", f"v:host here={hosts}", f"v:nearest={nearest}", f"v:traveller={traveller}"


def following(word: str) -> tuple[str, ...]:
    """A word behind the contact word."""
    return (f"v:next={word}",)


def borne(bearer: str) -> tuple[str, ...]:
    """Whether the pronoun of the word's clause means the traveller."""
    return (f"v:borne={bearer}",)


def speech(said: tuple[str, ...]) -> list[str]:
    """Whether the traveller speaks, or owns somebody."""
    return [f"v:P {one}" for one in said]


def on(lead: str, kind: str, stem: str) -> Iterator[str]:
    """On what the preposition hangs behind which the goal stands: `talks in Beirut`, `pressure on Moscow`."""
    yield f"v:on={lead},{kind}"
    if stem:
        yield f"v:on={kind},{stem}"
        yield f"v:on={lead},{kind},{stem}"


def setting(
    set_in: str, goal_titled: bool | None, titled: bool | None, focus: int, there: bool, unsaid: bool
) -> tuple[str, ...]:
    """Where the article is set, whom and which state its title has, how often it names the traveller."""
    said = f"{there:d}{unsaid:d}"
    return (
        f"v:set={set_in}",
        f"v:set={set_in},{said}",
        f"v:title={goal_titled},{titled}",
        f"v:title={goal_titled},{titled},{said}",
        f"v:focus={focus}",
        f"v:focus={focus},{said},{set_in}",
    )


def trips(trip: str, goal: str, person: str, more: bool) -> tuple[str, ...]:
    """Where the traveller went in the sentences before."""
    return f"v:trip={trip}", f"v:trip={trip},{goal}", f"v:trip={trip},{person}", f"v:more={more},{trip},{goal}"


def there(why: str, said: int, trip: str, set_in: str) -> tuple[str, ...]:
    """Why a state may be meant that is not said, in words joined by `+`, and how many others are."""
    alone = [f"v:there {one}" for one in why.split("+")]
    return (*alone, *(f"{one},{trip}" for one in alone), f"v:there={why}", f"v:there said={said},{set_in}")


def traveller(how: str, outer: int, fits: str, people: int, lead: str, opening: str) -> tuple[str, ...]:
    """Why a traveller may be meant who is not said."""
    return (
        f"v:meant={how}",
        f"v:meant outer={outer},{fits}",
        f"v:meant fits={fits}",
        f"v:meant people={people},{how}",
        f"v:meant goal={lead},{people}",
        f"v:meant opening={opening}",
    )


def goal(listed: bool, lead: str, kind: str) -> tuple[str, ...]:
    """The goal is one of several."""
    return f"v:goals={listed}", f"v:goals={listed},{lead}", f"v:goals={listed},{kind}"


def also(said: tuple[tuple[str, ...], bool], group: str) -> tuple[str, ...]:
    """The groups of all contact words of the sentence; an organisation stands there, which may gather its members."""
    groups, organised = said
    return (*(f"v:also={one},{group}" for one in groups), f"v:organised={organised}")


def next_to(who: str, side: str, word: str) -> tuple[str, ...]:
    """A word that stands beside the traveller, or beside the goal with its preposition."""
    return (f"v:{who}{side}{word}",)


def hints(lists: tuple[str, ...], there: bool, unsaid: bool) -> Iterator[str]:
    """At what the words of the sentence hint, by the lists in which they stand."""
    for name in lists:
        yield f"v:hint={name}"
        yield f"v:hint={name},there={there},{unsaid}"
