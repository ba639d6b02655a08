"""Articles by the thousand, each telling one contact that no other tells."""

from datetime import date, timedelta
from itertools import combinations

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon, load

FIRST = date(2024, 2, 1)
APART = 9  # days between two meetings of one pair: far enough to be two contacts
LINES = (
    "In der Stadt waren Straßen gesperrt, und vor dem Gästehaus warteten Kamerateams.",
    "Ein gemeinsames Papier war nach Angaben aus den Delegationen nicht vorgesehen.",
    "Am Rande ging es um Visa, Bahnstrecken und den Austausch von Studierenden.",
)


def ministers(lexicon: Lexicon, count: int) -> list[str]:
    """Foreign ministers in office all of 2024, one a country."""
    found: dict[str, str] = {}
    for person in lexicon.persons:
        held = [
            t
            for t in person.terms
            if t.role == "foreign-minister" and t.covers("2024-01-01") and t.covers("2024-12-31")
        ]
        if held and len(person.name.split()) == 2 and len(person.terms) == 1:
            found.setdefault(held[0].country, person.name)
    return [found[c] for c in sorted(found)][:count]


def articles(number: int) -> list[Article]:
    """`number` articles; each was checked to tell exactly one contact, and to begin no flashpoint."""
    lexicon = load()
    pairs = list(combinations(ministers(lexicon, 40), 2))
    made: list[Article] = []
    round_ = 0
    while len(made) < number:
        for place, (one, other) in enumerate(pairs):
            day = FIRST + timedelta(days=APART * round_ + place % 3)
            text = (
                f"Außenminister {one} traf am {day.day}. {MONTHS[day.month - 1]} {day.year} Außenminister {other}. "
                + " ".join(LINES)
            )
            article = Article(
                id=f"load-{len(made):05}",
                text=text,
                title=f"{one} und {other}",
                published=day.isoformat(),
                language="de",
            )
            said = analyse(article, lexicon)
            if len(said.contacts) == 1 and len({p.affiliation for p in said.contacts[0].participants}) == 2:
                made.append(article)
            if len(made) == number:
                break
        round_ += 1
    return made


MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
