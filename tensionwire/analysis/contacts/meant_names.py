"""The names of the features of unsaid.py and meant.py, by what they depend on."""


def setting(local: str, home: str, hangs: str) -> tuple[str, ...]:
    """Which of both sides is at home in the sentence, and where the article is set."""
    return f"meant,local={local}", f"meant,home={home}", f"meant,home={home},{hangs}"


def focus(rank: int, how: str, other: int) -> tuple[str, ...]:
    """How often the article names both."""
    return f"meant,focus={rank}", f"meant,focus={rank},{how[:4]}", f"meant,focus={rank},other={other}"


def fresh(new: bool, hangs: str, rank: int) -> tuple[str, ...]:
    """Whether the other one is named for the first time."""
    return f"meant,fresh={new},{hangs}", f"meant,fresh={new},focus={rank}"


def standing(titled: bool | None, other_titled: bool | None, rank: str, other: str, before: bool) -> tuple[str, ...]:
    """Who stands in the title, and of what rank both are."""
    return f"meant,titled={titled},{other_titled}", f"meant,ranks={rank},{other}", f"meant,before worded={before}"


def why(how: str, outer: int, subject: bool, hangs: str) -> tuple[str, ...]:
    """Why somebody may be meant."""
    return (
        f"meant,how={how}",
        f"meant,how={how},{outer},subject={subject}",
        f"meant,how={how},hangs={hangs}",
        f"meant,hangs={hangs},subject={subject}",
    )


def sentence(people: int, hangs: str, pronouns: bool, fits: bool, resolved: bool, subject: bool) -> tuple[str, ...]:
    """Whom the sentence says."""
    return (
        f"meant,people={people},hangs={hangs}",
        f"meant,pronoun={pronouns},{fits}",
        f"meant,clash={pronouns and not fits}",
        f"meant,resolved={resolved}",
        f"meant,subject here={subject}",
    )


def rivals(rank: int, many: int, how: str, ally: bool, others: int) -> tuple[str, ...]:
    """Who else may be meant."""
    return f"bears,rank={rank},of={many}", f"bears,rank={rank},{how}", f"bears,ally={ally},others={others}"


def trips(trip: str, hosted: bool, travellers: int) -> tuple[str, ...]:
    """Who travelled where."""
    return f"bears,trip={trip}", f"bears,trip={trip},hosted={hosted},travellers={travellers}"


def opening(paragraph: bool, outer: int, word: str) -> tuple[str, ...]:
    """How the sentence begins."""
    return f"bears,paragraph={paragraph},{outer}", f"bears,opening={word}"


def goes_on(more: bool, others: int, trip: str) -> tuple[str, ...]:
    """Whether the sentence goes on with what was told."""
    return f"bears,more={more},others={others}", f"bears,more={more},trip={trip}"


def met(before: bool, latest: bool, same_role: bool, others: int) -> tuple[str, ...]:
    """Whether both were told of together, and hold the same office."""
    return f"bears,met={before}", f"bears,met={before},latest={latest}", f"bears,role={same_role},others={others}"
