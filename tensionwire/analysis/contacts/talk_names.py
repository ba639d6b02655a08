"""The names of the features of talks.py, by what they depend on."""

from collections.abc import Iterator


def words(g: str, bare: str) -> tuple[str, ...]:
    """The contact word and its group."""
    return "talk", f"g={g}", f"w={bare}"


def leads(g: str, o: str, q: str, p: str) -> tuple[str, ...]:
    """How the sides and the word follow each other, and on what the sides hang."""
    return f"g+o={g},{o}", f"g+o+p={g},{o},{p}", f"o+p+q={o},{q},{p}"


def kinds(first: str, last: str, g: str, o: str) -> tuple[str, ...]:
    """How the sides are said."""
    return f"k={first}+{last}", f"k+g={first}+{last},{g}", f"k+o={first}+{last},{o}"


def hangs(q: str, p: str, o: str) -> tuple[str, ...]:
    """On what each side hangs."""
    return f"p1={q}", f"p2={p}", f"p2+o={p},{o}"


def clauses(apart: tuple[int, int, int], g: str) -> tuple[str, ...]:
    """How many clauses lie between."""
    clause = "".join(map(str, apart))
    return f"cl={clause}", f"cl+g={clause},{g}"


def ranks(first: str, last: str) -> tuple[str, ...]:
    """Of what rank the sides are."""
    return (f"r={first}+{last}",)


def distances(first: int, last: int, o: str) -> tuple[str, ...]:
    """How far the sides stand from the word."""
    return f"dF={first},{o}", f"dL={last},{o}"


def lists(first: bool, together: bool, titled: bool | None, titled_last: bool | None) -> tuple[str, ...]:
    """Whether the sides are listed, and whether the title has them."""
    return f"list={first},{together}", f"titled={titled},{titled_last}"


def company(outside: int, o: str, g: str, q: str) -> tuple[str, ...]:
    """Both are listed together."""
    return f"together,{o},{g}", f"together,outside={outside},{o}", f"together,{q},{o}"


def same_office(g: str) -> tuple[str, ...]:
    """Both hold the same office."""
    return "same office", f"same office,{g}"


def related(one: str, two: str, o: str, g: str) -> tuple[str, ...]:
    """How the clauses of the sides stand to that of the word."""
    return f"tie={one},{two}", f"tie={one},{two},{o}", f"tie={one},{two},{g}"


def places(one: int, two: int, people: int, sides: int, g: str) -> tuple[str, ...]:
    """Which place the sides have among the people of the word's clause, and how many these are."""
    return f"place={one},{two},of={people}", f"sides={sides},{g}"


def between(others: int, same: int, quote: bool, speech: bool, about: bool, strong: int, o: str) -> Iterator[str]:
    """Who and what stands between both."""
    yield f"others={others}"
    yield f"same={same}"
    if quote:
        yield "quote between"
    if speech:
        yield f"speech between,{o}"
    if about:
        yield "about before last"
    yield f"words between={strong}"


def arguments(one: str, two: str, o: str, g: str) -> tuple[str, ...]:
    """Who else stands between the sides and the word."""
    return f"args={one},{two},{o}", f"args={one},{two},{g}"


def turns(first: bool, last: bool, o: str) -> Iterator[str]:
    """Whether the sentence goes on with something else between a side and the word."""
    if first:
        yield f"F turns,{o}"
    if last:
        yield f"L turns,{o}"


def complete(first: bool, last: bool) -> tuple[str, ...]:
    """The word has both its sides behind it: whether these are they."""
    return (f"complete,{first},{last}",)


def borne(bearer: str, other: str) -> tuple[str, ...]:
    """Whether the pronoun of the word's clause means the first side, and how the clause of the other stands to it."""
    return f"borne={bearer}", f"borne={bearer},{other}"


def speech(side: str, said: tuple[str, ...]) -> list[str]:
    """Whether a side speaks, or owns somebody."""
    return [f"{side} {one}" for one in said]


def reports(side: str, relation: str, inside: bool, others: int) -> tuple[str, ...]:
    """A side speaks: how its clause stands to that of the word, and whom that one names."""
    return f"{side} reports={relation}", f"{side} reports={relation},{inside},{others}"


def on(side: str, lead: str, kind: str, stem: str, g: str) -> Iterator[str]:
    """On what the preposition hangs behind which a side stands."""
    yield f"{side} on={lead},{kind}"
    yield f"{side} on={kind},{g}"
    if stem:
        yield f"on={stem}"
        yield f"on={stem},{lead}"


def said(word: str) -> tuple[str, ...]:
    """A word behind the first side, where no contact word tells what both did."""
    return (f"silent,said={word}",)


def state(doubled: bool, genitive: bool) -> Iterator[str]:
    """A state is a side: whether an official of it is said too, and whether it stands in the genitive."""
    yield f"state doubled={doubled}"
    if genitive:
        yield "state genitive"


def hyphened(g: str, compound: bool) -> tuple[str, ...]:
    """Both are joined by a hyphen: `U.S.-Iran talks`."""
    return "hyphened", f"hyphened={compound},{g}"


def nations(g: str, q: str, p: str, listed: bool, same: bool, near: bool, people: int, elsewhere: int) -> Iterator[str]:
    """Both sides are states or organisations: how the word joins them, and whether people are said beside them.

    `elsewhere`: words of sport, weather or culture in the article, 2 for more. There nations play against each other.
    """
    yield f"nations={g}"
    yield f"nations,elsewhere={elsewhere}"
    yield f"nations={g},{listed},{same}"
    yield f"nations={q},{p},{listed}"
    yield f"nations near={near},{same},{g}"
    yield f"nations,people={min(2, people)}"
    if listed and same:
        yield f"nations,{q},{g}"


def unsaid(outer: int, g: str, people: int, o: str, lead: str) -> tuple[str, ...]:
    """A side goes without saying."""
    return f"unsaid {outer}", f"unsaid,{g}", f"unsaid,people={people}", f"unsaid,{o},{lead}"


# The lists of hints that tell of people in one place, or on one line.
COMPANY = frozenset(
    "time wait keep hear brief room table meal gesture line apart work host mediate offer arrive leave stay "
    "send".split()
)


def hints(lists: tuple[str, ...], silent: bool, unsaid: bool) -> Iterator[str]:
    """At what the words of the sentence hint, by the lists in which they stand."""
    word = "silent" if silent else "word"
    if silent and COMPANY.isdisjoint(lists):
        yield "no hint of company"
        yield f"no hint of company,unsaid={unsaid}"
    for name in lists:
        yield f"hint={name},{word}"
        yield f"hint={name},{word},unsaid={unsaid}"
