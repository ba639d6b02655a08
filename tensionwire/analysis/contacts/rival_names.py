"""The names of the features of rivals.py, by what they depend on. `t`: talks, `v`: visits; steps are numbers."""


def itself(kind: str, step: int, said: str) -> tuple[str, ...]:
    """How well the pair fits by itself, and how both are said."""
    return kind, f"{kind} step={step}", f"{kind} said={said}", f"{kind} said={said},{step}"


def gaps(kind: str, one: int, other: int, said: str, said_too: str) -> tuple[str, ...]:
    """How far it lies above the best rival of each side."""
    low, high = sorted((one, other))
    return f"{kind} gaps={low},{high}", f"{kind} gap={one},{said}", f"{kind} gap too={other},{said_too}"


def rivals(kind: str, one: int, alike: bool, other: int, alike_too: bool) -> tuple[str, ...]:
    """How well the best rivals fit, and whether they are of the same state."""
    return (f"{kind} rivals={one}{'s' if alike else ''},{other}{'s' if alike_too else ''}",)


def star(kind: str, above: int, step: int) -> tuple[str, ...]:
    """How well somebody else fits both."""
    return (f"{kind} star={above},{step}",)


def mates(kind: str, best: int, number: int, step: int) -> tuple[str, ...]:
    """How well the best of those fits who are listed with a side, and how many there are."""
    return (f"{kind} mates={number}", f"{kind} mate={best}", f"{kind} mate={best},{step}") if number else ()


def rank(kind: str, rank: int, pairs: int) -> tuple[str, ...]:
    """Its rank among the pairs of the sentence."""
    return f"{kind} rank={rank}", f"{kind} pairs={pairs},rank={min(2, rank)}"


def elsewhere(kind: str, best: int, said: str, step: int, times: int) -> tuple[str, ...]:
    """How well other sentences tell the same pair, and how often."""
    return (
        f"{kind} elsewhere={best}",
        f"{kind} elsewhere={best},{said}",
        f"{kind} elsewhere={best},{step}",
        f"{kind} times={times}",
    )


def states(kind: str, best: int) -> tuple[str, ...]:
    """How well other sentences tell any pair of the same states."""
    return (f"{kind} states={best}",)


def word(kind: str, group: str, step: int, gap: int) -> tuple[str, ...]:
    """The contact word's group."""
    return f"{kind} {group},{step}", f"{kind} {group},gap={gap}"


def worded(kind: str, silent: bool, pair: int, states: int, any_pair: int) -> tuple[str, ...]:
    """How well the pair fits where a word of contact tells it, so any two of its states, and any two of the article.

    Where no word tells them, the tellings of a quarrel would else confirm each other.
    """
    how = "silent" if silent else "word"
    return (
        f"{kind} {how},pair worded={pair}",
        f"{kind} {how},states worded={states}",
        f"{kind} {how},any worded={any_pair}",
    )


def trip(met: int, elsewhere: int, back: int, step: int, said: str) -> tuple[str, ...]:
    """How well the traveller fits as one who met somebody of the goal, went elsewhere, or was visited from there."""
    return (
        f"v met={met}",
        f"v met={met},{step}",
        f"v met={met},{said}",
        f"v other goal={elsewhere}",
        f"v other goal={elsewhere},{step}",
        f"v back={back}",
        f"v back={back},{step}",
    )


def beside(best: int, step: int) -> tuple[str, ...]:
    """How well another goal fits that is named in one breath."""
    return f"v beside={best}", f"v beside={best},{step}"


def guest(trip: int, said: str, step: int) -> tuple[str, ...]:
    """How well one of them fits as one who went to the other's state."""
    return f"t guest={trip}", f"t guest={trip},{said}", f"t guest={trip},{step}"


def article(kind: str, rank: int, length: int, step: int, said: str) -> tuple[str, ...]:
    """Its rank among the pairs of the article, and how long that is: pages tell few contacts, and these often."""
    return (
        f"{kind} article rank={rank}",
        f"{kind} article rank={rank},{step}",
        f"{kind} article rank={rank},length={length}",
        f"{kind} length={length}",
        f"{kind} length={length},{step}",
        f"{kind} length={length},{said}",
    )
