"""The names of the features of sameness.py, by what they depend on. `t`: talks, `v`: visits; steps are numbers.

`step` is how far a sentence lies behind the one told last, `days` how the dates lie to each other, `silent` says that
the sentence has no word of contact, `alike` that both have one status.
"""


def status(kind: str, known: str, new: str, days: str, silent: bool, sure: int, step: int) -> tuple[str, ...]:
    """The status of the entry and of the sentence, and what they mean with all else."""
    both = f"{kind} status={known},{new}"
    return both, f"{both},{days}", f"{both},{silent}", f"{both} sure={sure}", f"{both} step={step}", f"{kind} {days}"


def form(kind: str, known: str, new: str, alike: bool, step: int) -> tuple[str, ...]:
    """Both forms."""
    both = f"{kind} form={known},{new}"
    return both, f"{both},{alike}", f"{both},{step}"


def group(kind: str, group: str, alike: bool, step: int) -> tuple[str, ...]:
    """The contact word of the sentence."""
    return f"{kind} group={group},{alike}", f"{kind} group={group} step={step}"


def said(kind: str, said: str, step: int, silent: bool) -> tuple[str, ...]:
    """How the sentence says both sides."""
    return f"{kind} said={said}", f"{kind} said={said},{step}", f"{kind} said={said},{silent}"


def far(kind: str, step: int, paragraph: bool, silent: bool) -> tuple[str, ...]:
    """How far it lies behind the sentence told last."""
    return f"{kind} far={step},{paragraph}", f"{kind} far={step} silent={silent}"


def around(kind: str, known: int, new: int, step: int, alike: bool, silent: bool) -> tuple[str, ...]:
    """Of how many states both sentences tell by the same word: of talks of three, or of two."""
    both = f"{kind} around={known},{new}"
    return both, f"{both},{alike}", f"{both} step={step}", f"{both} silent={silent}"


def sides(kind: str, sides: str, alike: bool) -> tuple[str, ...]:
    """Whether the sides are the same, or one stands for the other."""
    return f"{kind} sides={sides}", f"{kind} sides={sides},{alike}"


def another(kind: str, word: str, alike: bool) -> tuple[str, ...]:
    """A word such as `another`."""
    return f"{kind} another={word}", f"{kind} another={word},{alike}"


def fits(kind: str, confidence: int, silent: bool) -> tuple[str, ...]:
    """How well the pair fits its sentence."""
    return (f"{kind} fits={confidence},{silent}",)


def entries(kind: str, many: int, latest: bool) -> tuple[str, ...]:
    """How many entries of these two there are, and whether this is the one told last."""
    return (f"{kind} entries={many},{latest}",)


def when(kind: str, new: str, known: str, alike: bool) -> tuple[str, ...]:
    """How far both lie before the article, or behind it."""
    return (
        f"{kind} when={new}",
        f"{kind} when={new},{alike}",
        f"{kind} when={new}|{known}",
        f"{kind} known when={known},{alike}",
    )


def place(kind: str, places: str, alike: bool, days: str) -> tuple[str, ...]:
    """Whether both lie in one place."""
    return f"{kind} {places}", f"{kind} {places},{alike}", f"{kind} {places},{days}"


def word(kind: str, same: str, article: str, group: str, alike: bool) -> tuple[str, ...]:
    """Whether one word tells both, and what stands before it."""
    return (
        f"{kind} word={same},{alike}",
        f"{kind} article={article},{group}",
        f"{kind} article={article},{same},{alike}",
    )


def tense(kind: str, tense: str, new: str, known: str) -> tuple[str, ...]:
    """The tense of the clause."""
    return f"{kind} tense={tense},{new}", f"{kind} tense={tense},{new},{known}"


def length(kind: str, length: int, told: int, alike: bool) -> tuple[str, ...]:
    """How long the article is, and how many sentences have gone on with the entry."""
    return f"{kind} long={length}", f"{kind} long={length},{alike}", f"{kind} told={told},{alike}"
