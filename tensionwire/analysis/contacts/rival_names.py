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
