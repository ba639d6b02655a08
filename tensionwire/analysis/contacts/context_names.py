"""The names of the features of context.py, by what they depend on.

`silent` says that no word of contact tells both, `unsaid` which side goes without saying: the first (F), the last (L).
"""

from collections.abc import Iterator


def day(dated: bool, at: int, sides: int, silent: bool, unsaid: str) -> tuple[str, ...]:
    """Whether the sentence has a date, where it stands, and of how many states its people are."""
    return (
        f"day={dated},{unsaid}",
        f"day={dated},{unsaid},{silent}",
        f"day={dated},sides={sides},{silent}",
        f"day={dated},at={at}",
        f"at={at},sides={sides}",
        f"at={at},{unsaid},{silent}",
    )


def quarter(part: int, length: int, silent: bool, unsaid: str) -> tuple[str, ...]:
    """In which quarter of the article it stands."""
    return f"quarter={part}", f"quarter={part},long={length}", f"quarter={part},{unsaid},{silent}"


def behind(worded: bool, silent: bool, unsaid: str) -> tuple[str, ...]:
    """Whether the sentence before has a word of contact."""
    return (f"behind={worded},{unsaid},{silent}",)


def named(one: str, other: str, silent: bool) -> tuple[str, ...]:
    """How many sentences ago both were named, 0 for never yet; `+`: the text comes back to them."""
    return f"named={one},{other}", f"F named={one},{silent}", f"L named={other},{silent}"


def officials(number: int, at: int, silent: bool) -> tuple[str, ...]:
    """How many officials the article names."""
    return f"officials={number},{silent}", f"officials={number},at={at}"


def ranks(one: int, other: int, silent: bool, unsaid: str) -> tuple[str, ...]:
    """Which place both states have among those that the article says, 0 for the one said most."""
    return f"said={one},{other},{silent}", f"said={one},{other},{unsaid}"


def contacts(number: int, silent: bool, unsaid: str) -> tuple[str, ...]:
    """How many words of the article hardly tell anything but a contact."""
    return f"contacts={number},{silent}", f"contacts={number},{unsaid}"


def size(sentences: int, said: int, silent: bool) -> tuple[str, ...]:
    """How long the article is, and how often it says anybody."""
    return f"long={sentences},{said}", f"long={sentences},{silent}", f"says={said},{silent}"


def told(together: bool, one: bool, other: bool, silent: bool) -> tuple[str, ...]:
    """Whether both stood together in a sentence of a contact before, and in the last one."""
    return f"told={together},{silent}", f"told={together},last={one},{other}", f"told last={one},{other},{silent}"


def journey_day(dated: bool, at: int, there: bool, unsaid: bool) -> tuple[str, ...]:
    """Whether the sentence has a date, and where it stands; whether goal or traveller go without saying."""
    return (
        f"v:day={dated},at={at}",
        f"v:day={dated},there={there}",
        f"v:day={dated},unsaid={unsaid}",
        f"v:at={at},there={there}",
        f"v:at={at},unsaid={unsaid}",
    )


def hosts(number: int, p: str, kind: str, sides: int) -> tuple[str, ...]:
    """How many officials of the goal the article names, and of how many states the people of the sentence are."""
    return (
        f"v:hosts={number}",
        f"v:hosts={number},{p}",
        f"v:hosts={number},{kind}",
        f"v:hosts={number},sides={sides}",
    )


def journey_ranks(goal: int, home: int, kind: str) -> tuple[str, ...]:
    """Which place goal and home have among the states that the article says."""
    return f"v:said={goal},{home}", f"v:said={goal},{kind}"


def journeys(visits: int, contacts: int, p: str) -> tuple[str, ...]:
    """How many words of the article tell of journeys, and of contacts."""
    return f"v:journeys={visits}", f"v:journeys={visits},{contacts}", f"v:journeys={visits},{p}"


def traveller(times: int, unsaid: bool) -> tuple[str, ...]:
    """In how many sentences the article speaks of the traveller."""
    return (f"v:times={times},{unsaid}",)


def tension(families: tuple[str, ...]) -> Iterator[str]:
    """The families of tension in the sentence."""
    return (f"v:tense={family}" for family in families)
