"""From each file of the lexicon to its forms: one function a file."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, get_args

from tensionwire.contracts.tagged import Form, Role
from tensionwire.lexicon.files import LexiconError, rows_of, tree_of, words_of
from tensionwire.lexicon.german_spelling import TRANSCRIBED, german_spelling
from tensionwire.lexicon.model import Meaning, Person, Term

OFFICIALS = ("wikidata_id", "name", "country", "office", "role", "start", "end", "aliases")
COUNTRIES = ("code", "names_en", "names_de", "adjectives_en", "adjectives_de", "seats")
ORGANISATIONS = ("code", "names")

TITLES = ("form", "country", "role")

ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em", "")
NOUN_ENDINGS = ("", "s", "es", "n", "en", "in", "innen")


class Entry(NamedTuple):
    """A form and one of its meanings. `prefix`: it also begins longer words (Taiwanfrage)."""

    form: str
    meaning: Meaning
    prefix: bool = False


Entries = list[Entry]


def officials(file: Path) -> list[Person]:
    """The persons of officials.csv, the terms of one person together."""
    terms: dict[str, list[Term]] = defaultdict(list)
    names: dict[str, tuple[str, str, set[str]]] = {}
    for line, row in rows_of(file, OFFICIALS):
        if row["role"] not in get_args(Role):
            raise LexiconError(file, line, f"unknown role {row['role']!r}; known: {', '.join(get_args(Role))}")
        if not row["name"].strip() or not row["country"].strip():
            raise LexiconError(file, line, "needs a name and a country")
        key = row["wikidata_id"] or f"{row['name']}|{row['country']}"
        terms[key].append(Term(row["country"], row["role"], row["start"], row["end"]))  # type: ignore[arg-type]
        known = names.setdefault(key, (row["name"], row["wikidata_id"], set()))
        known[2].update(a for a in row["aliases"].split("|") if a)
        if row["name"] != known[0]:
            known[2].add(row["name"])
        if row["country"] in TRANSCRIBED and (respelt := german_spelling(row["name"])) != known[0]:
            known[2].add(respelt)
    return [Person(name, wid, tuple(terms[key]), tuple(sorted(also))) for key, (name, wid, also) in names.items()]


def persons(found: list[Person]) -> Entries:
    """Full names of two words or more, and their genitives."""
    entries: Entries = []
    for index, person in enumerate(found):
        for name in (person.name, *person.aliases):
            if " " in name:
                meaning = Meaning("person", person.name, place=index)
                entries += [Entry(name, meaning)]
                if not name.endswith(("s", "x", "z", "ß")):
                    entries += [Entry(name + "s", meaning)]
    return entries


LEADING = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
SHORTEST = 4  # letters of a family name that may stand for its bearer without more


def leading_surnames(found: list[Person]) -> Entries:
    """The family names of those who lead a state: said alone they mean them (Putin, Macron)."""
    entries: Entries = []
    for person in found:
        if any(t.role in LEADING for t in person.terms):
            for surname in {person.surname(), *(a.split()[-1] for a in person.aliases if person.surname() == person.name.split()[-1])}:
                if len(surname) >= SHORTEST and surname[0].isupper():
                    entries += [Entry(form, Meaning("surname", surname)) for form in _with_genitive(surname)]
    return entries


def countries(file: Path) -> Entries:
    """Names with their genitives, adjectives with their endings, capitals and seats of power."""
    entries: Entries = []
    for _, row in rows_of(file, COUNTRIES):
        code = row["code"]
        for name in {*row["names_en"].split("|"), *row["names_de"].split("|")} - {""}:
            entries += [Entry(form, Meaning("country", code)) for form in _with_genitive(name)]
        for word in row["adjectives_en"].split("|"):
            entries += [Entry(word, Meaning("adjective", code))] if word else []
        for stem in row["adjectives_de"].split("|"):
            endings = ADJECTIVE_ENDINGS if stem[:1].islower() or stem.startswith("US-") else ("",)
            entries += [Entry(stem + e, Meaning("adjective", code)) for e in endings] if stem else []
        for seat in row["seats"].split("|"):
            entries += [Entry(form, Meaning("seat", code)) for form in _with_genitive(seat)] if seat else []
    return entries


def organisations(file: Path) -> Entries:
    """Organisations under their usual names."""
    rows = ((row["code"], name) for _, row in rows_of(file, ORGANISATIONS) for name in row["names"].split("|"))
    return [Entry(form, Meaning("organisation", code)) for code, name in rows for form in _with_genitive(name)]


def offices(file: Path) -> Entries:
    """Words for offices, German nouns in all their endings."""
    data, lines = tree_of(file)
    entries: Entries = []
    for role, languages in data.items():
        if role not in get_args(Role):
            raise LexiconError(file, lines[role], f"unknown role {role!r}; known: {', '.join(get_args(Role))}")
        if not isinstance(languages, dict) or not languages.keys() <= {"de", "en"}:
            raise LexiconError(file, lines[role], "needs `{de: [...], en: [...]}`")
        for word in words_of(file, lines[role], languages.get("de")):
            entries += [Entry(word + e, Meaning("office", role)) for e in NOUN_ENDINGS]
        for word in words_of(file, lines[role], languages.get("en")):
            entries += [Entry(word, Meaning("office", role))]
    return entries


def titles(file: Path) -> Entries:
    """Offices that say whose they are: Kremlchef."""
    entries: Entries = []
    for line, row in rows_of(file, TITLES):
        if row["role"] not in get_args(Role):
            raise LexiconError(file, line, f"unknown role {row['role']!r}; known: {', '.join(get_args(Role))}")
        entries += [Entry(row["form"], Meaning("office", row["role"], row["country"]))]
    return entries


def contacts(file: Path) -> Entries:
    """Contact words by form and by what they are."""
    data, lines = tree_of(file)
    entries: Entries = []
    for form, groups in data.items():
        if form not in get_args(Form):
            raise LexiconError(file, lines[form], f"unknown form {form!r}; known: {', '.join(get_args(Form))}")
        if not isinstance(groups, dict) or not groups.keys() <= GROUPS:
            raise LexiconError(file, lines[form], f"needs lists under some of {', '.join(sorted(GROUPS))}")
        for group, words in groups.items():
            for word in words_of(file, lines[form], words):
                entries += [Entry(w, Meaning("contact", form, group)) for w in _both_cases(word)]
    return entries


# What a contact word is: verbs of meeting, receiving, talking, being together, calling, travelling, negotiating; nouns.
GROUPS = frozenset(
    "meet receive talk joint encounter discussion call callnoun travel journey negotiate parley summit".split()
)
# Families of words that say whether a contact took place.
CUES = ("cancelled", "negation", "unclear", "possible", "offer", "demand", "planned", "future", "ahead", "past", "report", "condition")


def statuses(file: Path) -> Entries:
    """Status cues by family."""
    data, lines = tree_of(file)
    entries: Entries = []
    for family, words in data.items():
        if family not in CUES:
            raise LexiconError(file, lines[family], f"unknown family {family!r}; known: {', '.join(CUES)}")
        for word in words_of(file, lines[family], words):
            entries += [Entry(w, Meaning("status", family)) for w in _both_cases(word)]
    return entries


def flashpoints(file: Path) -> Entries:
    """Topics by words, by prefixes of compounds, and the words that only look like them."""
    data, lines = tree_of(file)
    entries: Entries = []
    for topic, lists in data.items():
        if not isinstance(lists, dict) or not lists.keys() <= {"words", "prefixes", "not"}:
            raise LexiconError(file, lines[topic], "needs lists under `words`, `prefixes` or `not`")
        for word in words_of(file, lines[topic], lists.get("words")):
            entries += [Entry(w, Meaning("topic", topic)) for w in _with_genitive(word)]
        for word in words_of(file, lines[topic], lists.get("prefixes")):
            entries += [Entry(word, Meaning("topic", topic), prefix=True)]
        for word in words_of(file, lines[topic], lists.get("not")):
            entries += [Entry(word, Meaning("ignore", topic))]
    return entries


def tension(file: Path) -> Entries:
    """Tension words by family, with weights; `ignore` lists words that only look like them."""
    data, lines = tree_of(file)
    entries: Entries = [Entry(w, Meaning("ignore", "tension")) for w in words_of(file, 1, data.pop("ignore", None))]
    for direction, families in data.items():
        if direction not in ("escalation", "easing") or not isinstance(families, dict):
            raise LexiconError(file, lines[direction], "must be `escalation`, `easing` or `ignore`")
        for family, lists in families.items():
            if not isinstance(lists, dict) or not isinstance(lists.get("weight"), int | float):
                raise LexiconError(file, lines[direction], f"the family {family} needs a number as `weight`")
            meaning = Meaning("tension", direction, family, weight=float(lists["weight"]))
            for key, prefix in (("stems", True), ("words", False)):
                for word in words_of(file, lines[direction], lists.get(key)):
                    entries += [Entry(w, meaning, prefix) for w in _both_cases(word)]
    return entries


REFERENCES = ("counterpart", "host", "guest", "both", "delegation", "minister")


def references(file: Path) -> Entries:
    """Words that mean somebody named elsewhere; the given names of women are kept as a kind of their own."""
    data, lines = tree_of(file)
    entries: Entries = []
    for key, words in data.items():
        if key not in (*REFERENCES, "feminine"):
            raise LexiconError(file, lines[key], f"unknown list {key!r}; known: {', '.join(REFERENCES)}, feminine")
        if key != "feminine":
            for word in words_of(file, lines[key], words):
                entries += [Entry(w, Meaning("reference", key)) for w in _both_cases(word)]
    return entries


FILES: dict[str, Callable[[Path], Entries]] = {
    "countries.csv": countries,
    "organisations.csv": organisations,
    "titles.csv": titles,
    "offices.yaml": offices,
    "contacts.yaml": contacts,
    "status.yaml": statuses,
    "flashpoints.yaml": flashpoints,
    "tension.yaml": tension,
    "references.yaml": references,
}


def _with_genitive(name: str) -> list[str]:
    return [name] if name.endswith(("s", "x", "z", "S")) or name.isupper() else [name, name + "s"]


def _both_cases(word: str) -> list[str]:
    return [word, word[0].upper() + word[1:]] if word[0].islower() else [word]
