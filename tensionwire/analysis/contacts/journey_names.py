"""The names of the features of journeys.py, by what they depend on."""


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


def speech(said: tuple[str, ...]) -> list[str]:
    """Whether the traveller speaks, or owns somebody."""
    return [f"v:P {one}" for one in said]
