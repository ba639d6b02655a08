"""The names of the features of togetherness.py, by what they depend on.

`kind`: an `ally` is of the state of somebody in the entry, a `third` is of none; a `v` before it is for visits.
"""


def pair(kind: str, met: bool, form: str, status: str, many: int) -> tuple[str, ...]:
    """Whether the newcomer met all others of the entry; how many these are, and what is told of both."""
    return kind, f"{kind} met={met}", f"{kind} form={form}", f"{kind} status={status}", f"{kind} many={many}"


def word(text: str) -> tuple[str, ...]:
    """The contact word."""
    return (f"word={text}",)


def mark(kind: str, text: str) -> tuple[str, ...]:
    """A mark or `and` between the newcomer and the nearest of the entry."""
    return (f"{kind} mark={text}",)


def order(text: str) -> tuple[str, ...]:
    """A word of order between them: first, then."""
    return (f"between={text}",)


def repeated(kind: str, preposition: str) -> tuple[str, ...]:
    """A preposition between them: with A and with B."""
    return f"{kind} repeated", f"repeated={preposition}"


def date(kind: str) -> tuple[str, ...]:
    """A date between them."""
    return (f"{kind} date",)


def apart(kind: str, text: str) -> tuple[str, ...]:
    """A word of the sentence that tells contacts apart."""
    return f"{kind} apart", f"{kind} has={text}"


def together(kind: str, text: str) -> tuple[str, ...]:
    """A word of the sentence that puts people together."""
    return (f"{kind} has={text}",)


def listed(kind: str, sides: int, said: str, met_by: str) -> tuple[str, ...]:
    """The newcomer is listed with the nearest of the entry: of how many sides the list is, and how they are said."""
    return f"{kind} listed={sides}", f"{kind} listed={sides},{said}", f"{kind} listed={sides},{met_by}"


def kinds(kind: str, near: str, new: str) -> tuple[str, ...]:
    """How the newcomer and the nearest of the entry are said."""
    return f"kinds={near},{new},{kind}", f"{kind} kind={new}"


def shared(kind: str, said: str, place: str) -> tuple[str, ...]:
    """How the one is said who met both, and where."""
    return f"{kind} shared={said}", f"{kind} shared={place}"
