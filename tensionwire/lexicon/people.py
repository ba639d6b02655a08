"""From officials.csv to people: the terms of one person together, with all names that he or she goes by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from tensionwire.contracts.tagged import Role
from tensionwire.lexicon.files import LexiconError, rows_of, tree_of, words_of
from tensionwire.lexicon.model import Entry, Meaning, Person, Term
from tensionwire.lexicon.names import bare_names, plain, spellings

OFFICIALS = ("wikidata_id", "name", "country", "office", "role", "start", "end", "aliases", "called")
NATIONALS = ("name", "organisation", "state")
SHORTEST_SINGLE = 6  # letters of a name of one word that is found by itself (Naruhito, Sugiono)

Row = dict[str, str]


def officials(files: Sequence[Path], homes: Mapping[tuple[str, str], Sequence[str]]) -> list[Person]:
    """The persons of the files of officials, those of a later file joined to the earlier ones. Raises LexiconError.

    `homes`: of which states they are (see `nationals`).

    Rows are one person's where the Wikidata id is the same; a row without one belongs to who has its name and country,
    or its name and no id either.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    known: dict[tuple[str, str], str] = {}
    for file in files:
        for row in _checked(file):
            key = row["wikidata_id"] or known.get((row["name"], row["country"]), row["name"])
            known.setdefault((row["name"], row["country"]), key)
            rows[key].append(row)
    return [_person(found, homes) for found in rows.values()]


def nationals(files: Sequence[Path]) -> dict[tuple[str, str], list[str]]:
    """The states whose nationals officials of organisations are, by name and organisation. Raises LexiconError."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in files:
        for line, row in rows_of(file, NATIONALS):
            if not all(row.values()):
                raise LexiconError(file, line, "needs a name, an organisation and a state")
            found[row["name"], row["organisation"]].append(row["state"])
    return found


def persons(found: Sequence[Person]) -> list[Entry]:
    """Full names of two words or more, long names of one word, and their genitives."""
    entries: list[Entry] = []
    for index, person in enumerate(found):
        meaning = Meaning("person", person.name, place=index)
        for name in (person.name, *person.aliases):
            if " " in name or len(name) >= SHORTEST_SINGLE:
                entries.append(Entry(name, meaning))
                if not name.endswith(("s", "x", "z", "ß", ".")):
                    entries.append(Entry(name + "s", meaning))
    return entries


LEADING = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
SHORTEST_SURNAME = 4  # letters of a family name that may stand for its bearer without more


def leading_surnames(found: Sequence[Person]) -> list[Entry]:
    """The family names of those who lead a state: said alone they may mean them, where nobody else fits."""
    words = {
        word
        for person in found
        if any(term.role in LEADING for term in person.terms)
        for word in person.called
        if len(word) >= SHORTEST_SURNAME and word[0].isupper()
    }
    return [Entry(w, Meaning("surname", w)) for word in sorted(words) for w in (word, word + "s")]


def bare(file: Path, found: Sequence[Person]) -> list[Entry]:
    """Surnames that mean one person even where no full name stands. Raises LexiconError."""
    places = {person.name: index for index, person in enumerate(found)}
    data, lines = tree_of(file)
    entries: list[Entry] = []
    for name, words in data.items():
        if name not in places:
            raise LexiconError(file, lines[name], f"{name!r} is the name of nobody in officials.csv")
        for word in words_of(file, lines[name], words):
            meaning = Meaning("surname", name, place=places[name])
            entries += [
                Entry(form, meaning) for form in (word, *([] if word.endswith(("s", "x", "z")) else [word + "s"]))
            ]
    return entries


def _checked(file: Path) -> Iterator[Row]:
    for line, row in rows_of(file, OFFICIALS, optional=("called",)):
        if row["role"] not in get_args(Role):
            raise LexiconError(file, line, f"unknown role {row['role']!r}; known: {', '.join(get_args(Role))}")
        if not row["name"].strip() or not row["country"].strip():
            raise LexiconError(file, line, "needs a name and a country")
        if row["end"] and row["end"] < row["start"][: len(row["end"])]:
            raise LexiconError(file, line, f"ends ({row['end']}) before it begins ({row['start']})")
        yield row


def _person(rows: list[Row], homes: Mapping[tuple[str, str], Sequence[str]]) -> Person:
    name = rows[0]["name"]
    terms = tuple(Term(r["country"], r["role"], r["start"], r["end"]) for r in rows)  # type: ignore[arg-type]
    countries = [term.country for term in terms]
    given = dict.fromkeys(alias for row in rows for alias in (row["name"], *row["aliases"].split("|")) if alias)
    given.pop(name, None)
    aliases = dict.fromkeys(form for said in (name, *given) for form in (said, *spellings(said, countries)))
    aliases.pop(name)
    called = dict.fromkeys(word for row in rows for word in row["called"].split("|") if word)
    if not called:
        called = dict.fromkeys(bare_names((name, *aliases), countries[0]))
    called |= dict.fromkeys(plain(word) for word in list(called))
    wikidata = next((r["wikidata_id"] for r in rows if r["wikidata_id"]), "")
    home = dict.fromkeys(state for row in rows for state in homes.get((row["name"], row["country"]), ()))
    return Person(name, wikidata, terms, tuple(aliases), tuple(called), tuple(home))
