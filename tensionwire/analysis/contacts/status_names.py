"""The names of the cues of status.py, by what they depend on. What comes twice counts twice."""

from collections.abc import Iterable


def word(group: str, role: str, form: str, tense: str) -> tuple[str, ...]:
    """The deciding word and the tense of its clause."""
    return "bias", f"group={group}", f"role={role}", f"form={form}", f"tense={tense}", f"tense={tense},{form}"


def date(date: str, tense: str, form: str) -> tuple[str, ...]:
    """How the date lies to that of the article."""
    return f"date={date}", f"date={date},{tense}", f"date={date},{form},{tense}"


def rule(name: str, date: str, read: str, role: str) -> tuple[str, ...]:
    """What grammar alone says (reading.py)."""
    return f"rule={name}", f"rule={name},{date}", f"reading={read}", f"reading={read},{role}"


def visit() -> tuple[str, ...]:
    """It is a journey."""
    return ("visit",)


def chain(words: str, form: str) -> tuple[str, ...]:
    """The auxiliaries before an English verb."""
    return f"chain={words}", f"chain={words},{form}"


def opener(kind: str, tense: str) -> tuple[str, ...]:
    """What opens the clause."""
    return f"opener={kind}", f"opener={kind},{tense}"


def above(tense: str, opener: str, families: tuple[str, ...]) -> Iterable[str]:
    """The clause on which it hangs."""
    return dict.fromkeys((f"above={tense},{opener}", *(f"above={family},{opener}" for family in families)))


def negated(form: str, tense: str) -> Iterable[str]:
    """A negation stands in the clause."""
    return dict.fromkeys(("negated", f"negated,{form}", f"negated,{tense}"))


def question() -> tuple[str, ...]:
    """The clause asks."""
    return ("question",)


def split(verb: str, negated: bool) -> tuple[str, ...]:
    """The split verb of the clause."""
    return f"split={verb}", f"split={verb},{negated}"


def phrase(preposition: str, determiner: str, attributes: tuple[str, ...], head: tuple[str, ...]) -> Iterable[str]:
    """What stands before a contact noun."""
    found = [f"prep={preposition}", f"det={determiner}", *(f"attribute={family}" for family in attributes)]
    return dict.fromkeys(found + [f"head={family},{preposition}" for family in head])


def verbs(codes: tuple[str, ...], role: str) -> list[str]:
    """The verbs of the clause."""
    return [f"verb={code},{role}" for code in codes]


def said(words: tuple[str, ...]) -> list[str]:
    """The words of its cues."""
    return [f"said={one}" for one in dict.fromkeys(words)]


def cue(family: str, role: str, negated: bool, tense: str) -> Iterable[str]:
    """A family of cues in the clause."""
    return dict.fromkeys((f"cue={family}", f"cue={family},{role}", f"cue={family},{negated}", f"cue={family},{tense}"))


def before(families: tuple[str, ...], read: str, tense: str) -> list[str]:
    """The families of the sentence before: the journey was called off on which somebody was to be met."""
    return [f"before={f}{more}" for f in families for more in ("", f",{read}", f",{tense}")]


def elsewhere(families: tuple[str, ...], following: tuple[str, ...]) -> list[str]:
    """The families of the other clauses, and of the next sentence."""
    return [*(f"elsewhere={family}" for family in families), *(f"next={family}" for family in following)]


def within(stem: str) -> tuple[str, ...]:
    """A word of the clause."""
    return (f"in={stem}",)


def around(stem: str) -> tuple[str, ...]:
    """A word of another clause of the sentence."""
    return (f"out={stem}",)


def verb_said(verb: str) -> tuple[str, ...]:
    """A finite verb of the clause."""
    return (f"finite={verb}",)


def place(number: int, tense: str, last: bool, language: str) -> tuple[str, ...]:
    """Where in the article the sentence stands; English headlines tell in the present what was held."""
    return f"place={number}", f"place={number},{tense}", f"last={last}", f"place={number},{tense},{language}"


def title(family: str) -> tuple[str, ...]:
    """A family of cues in the title."""
    return (f"title={family}",)


def title_word(stem: str) -> tuple[str, ...]:
    """A word of the title."""
    return (f"titled={stem}",)


def tense_before(told: str, tense: str, date: str) -> tuple[str, ...]:
    """The tense of the sentence before."""
    return f"told before={told}", f"told before={told},{tense}", f"told before={told},{tense},{date}"


def reply(answer: str, side: str, worded: bool, short: bool) -> tuple[str, ...]:
    """What the sentence that follows answers: who, whether it tells of a contact itself, whether it says no more."""
    return f"reply={answer},{side},{worded}", f"reply={answer},{side},{short}"
