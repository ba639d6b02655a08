"""From each file of the lexicon to its forms: one function a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

from tensionwire.contracts.tagged import Form, Role
from tensionwire.lexicon.files import LexiconError, limited, rows_of, tree_of, words_of
from tensionwire.lexicon.inflection import (
    adjective,
    alone,
    both_cases,
    demonym,
    english,
    english_deputies,
    german,
    german_deputies,
    with_genitive,
)
from tensionwire.lexicon.model import Entry, Kind, Meaning

COUNTRIES = (
    *("code", "names_en", "names_de", "adjectives_en", "adjectives_de", "seats"),
    *("demonyms_en", "demonyms_de", "cities"),  # may be left out
)
ORGANISATIONS = ("code", "names", "party")
CITIES = ("code", "names")
BLOCS = ("names", "members")
FEWEST = 2  # states of a bloc

TOPIC_LISTS = {"words", "prefixes", "with", "beside", "not", "once"}
TITLES = ("form", "country", "role")


Entries = list[Entry]


def country_rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a countries.csv, with its columns all."""
    return (row for _, row in rows_of(file, COUNTRIES, optional=COUNTRIES[6:]))


def organisation_rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of an organisations.csv, with its columns all."""
    return (row for _, row in rows_of(file, ORGANISATIONS, optional=ORGANISATIONS[2:]))


def countries(file: Path) -> Entries:
    """Names with their genitives, adjectives with their endings, the people, seats of power, other places."""
    entries: Entries = []
    for row in country_rows(file):
        for column, (kind, inflected) in COLUMNS.items():
            for said in filter(None, row[column].split("|")):
                word, language = limited(said)
                entries += [Entry(f, Meaning(kind, row["code"]), language=language) for f in inflected(word)]
    return entries


def organisations(file: Path) -> Entries:
    """Organisations under their usual names; armed groups and the like are parties: they meet officials themselves."""
    return [
        Entry(form, Meaning("organisation", row["code"], "party" if row["party"] else ""))
        for row in organisation_rows(file)
        for name in row["names"].split("|")
        for form in with_genitive(name)
    ]


def cities(file: Path) -> Entries:
    """Cities, islands and regions, each by all its names, with the state in which it lies."""
    entries: Entries = []
    for line, row in rows_of(file, CITIES):
        for said in row["names"].split("|"):
            word, language = limited(said.strip())
            if not word:
                raise LexiconError(file, line, "needs a name, and one between any two `|`")
            entries += [Entry(f, Meaning("city", row["code"]), language=language) for f in with_genitive(word)]
    return entries


def offices(file: Path) -> Entries:
    """Words for offices in all their forms, ministers also with their deputies."""
    data, lines = tree_of(file)
    entries: Entries = []
    for role, languages in data.items():
        if role not in get_args(Role):
            raise LexiconError(file, lines[role], f"unknown role {role!r}; known: {', '.join(get_args(Role))}")
        if not isinstance(languages, dict) or not languages.keys() <= {"de", "en"}:
            raise LexiconError(file, lines[role], "needs `{de: [...], en: [...]}`")
        for language, inflected, deputies in (("de", german, german_deputies), ("en", english, english_deputies)):
            for word in words_of(file, lines[role], languages.get(language)):
                entries += [Entry(form, Meaning("office", role)) for form in inflected(word)]
                entries += [Entry(form, Meaning("office", "deputy-minister")) for form in deputies(word)]
    return entries


def titles(file: Path) -> Entries:
    """Offices that say whose they are: Kremlchef."""
    entries: Entries = []
    for line, row in rows_of(file, TITLES):
        if row["role"] not in get_args(Role):
            raise LexiconError(file, line, f"unknown role {row['role']!r}; known: {', '.join(get_args(Role))}")
        meaning = Meaning("office", row["role"], row["country"])
        entries += [Entry(form, meaning) for form in german(row["form"])]
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
            for word, language in map(limited, words_of(file, lines[form], words)):
                meaning = Meaning("contact", form, group)
                entries += [Entry(w, meaning, language=language) for w in both_cases(word)]
    return entries


# What a contact word is: verbs of meeting, receiving, talking, being together, calling, travelling, negotiating; nouns;
# `transit` only hints at a journey.
GROUPS = frozenset(
    "meet receive summon talk joint encounter discussion call callnoun travel journey transit negotiate parley "
    "summit".split()
)
# Families of words that say whether a contact took place.
CUES = (
    "cancelled", "negation", "unclear", "possible", "offer", "demand", "accepted", "agreed", "planned", "announced",
    "ahead", "past", "happened", "report", "condition",
)  # fmt: skip


def statuses(file: Path) -> Entries:
    """Status cues by family."""
    data, lines = tree_of(file)
    entries: Entries = []
    for family, words in data.items():
        if family not in CUES:
            raise LexiconError(file, lines[family], f"unknown family {family!r}; known: {', '.join(CUES)}")
        for word, language in map(limited, words_of(file, lines[family], words)):
            entries += [Entry(w, Meaning("status", family), language=language) for w in both_cases(word)]
    return entries


def flashpoints(file: Path) -> Entries:
    """Topics by words and beginnings of compounds, helping words, and what only looks like it."""
    data, lines = tree_of(file)
    entries: Entries = [Entry(w, Meaning("elsewhere", "")) for w in words_of(file, 1, data.pop("elsewhere", None))]
    for topic, lists in data.items():
        if not isinstance(lists, dict) or not lists.keys() <= TOPIC_LISTS:
            raise LexiconError(file, lines[topic], f"needs lists under {', '.join(sorted(TOPIC_LISTS))}")
        once, beside = lists.get("once", False), lists.get("beside") or {}
        if not isinstance(once, bool) or not isinstance(beside, dict) or not beside.keys() <= data.keys():
            raise LexiconError(file, lines[topic], "`once` is true or false, `beside` lists words by another topic")
        meaning = Meaning("topic", topic, detail="once" if once else "")
        said = [(word, meaning, False) for word in words_of(file, lines[topic], lists.get("words"))]
        said += [(word, meaning, True) for word in words_of(file, lines[topic], lists.get("prefixes"))]
        for other, words in ({topic: lists.get("with")} | beside).items():
            helping = Meaning("beside", topic, detail=other, weight=float(once))
            said += [(word, helping, False) for word in words_of(file, lines[topic], words)]
        for marked, meant, prefix in said:
            word, language = limited(marked)
            forms = [word] if prefix else with_genitive(word)
            entries += [Entry(form, meant, prefix, language) for form in forms]
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
                for word, language in map(limited, words_of(file, lines[direction], lists.get(key))):
                    entries += [Entry(w, meaning, prefix, language) for w in both_cases(word)]
    return entries


REFERENCES = (
    "counterpart",
    "host",
    "guest",
    "guests",
    "both",
    "three",
    "delegation",
    "e3",
    "minister",
    "diplomat",
    "politician",
    "ministry",
)


def references(file: Path) -> Entries:
    """Words that mean somebody named elsewhere; the given names of women are kept as a kind of their own."""
    data, lines = tree_of(file)
    entries: Entries = []
    for key, words in data.items():
        if key not in (*REFERENCES, "feminine"):
            raise LexiconError(file, lines[key], f"unknown list {key!r}; known: {', '.join(REFERENCES)}, feminine")
        if key != "feminine":
            for word in words_of(file, lines[key], words):
                entries += [Entry(w, Meaning("reference", key)) for w in both_cases(word)]
    return entries


def blocs(file: Path) -> Entries:
    """States that are said together: beside an office they mean who holds it in each of them."""
    entries: Entries = []
    for line, row in rows_of(file, BLOCS):
        if len(row["members"].split("|")) < FEWEST:
            raise LexiconError(file, line, "needs the codes of two states or more as members: EST|LVA|LTU")
        meaning = Meaning("reference", "bloc", row["members"])
        for word, language in map(limited, row["names"].split("|")):
            entries.append(Entry(word, meaning, language=language))
    return entries


# What a column of countries.csv says, and the forms of its words.
COLUMNS: dict[str, tuple[Kind, Callable[[str], list[str]]]] = {
    "names_en": ("country", with_genitive),
    "names_de": ("country", with_genitive),
    "adjectives_en": ("adjective", alone),
    "adjectives_de": ("adjective", adjective),
    "seats": ("seat", with_genitive),
    "demonyms_en": ("demonym", alone),
    "demonyms_de": ("demonym", demonym),
    "cities": ("city", with_genitive),
}


def homonyms(file: Path) -> Entries:
    """What only looks like a finding, in groups of any name."""
    data, lines = tree_of(file)
    words = (word for group, said in data.items() for word in words_of(file, lines[group], said))
    return [Entry(form, Meaning("ignore", "homonym")) for word in words for form in with_genitive(word)]


FILES: dict[str, Callable[[Path], Entries]] = {
    "countries.csv": countries,
    "cities.csv": cities,
    "organisations.csv": organisations,
    "titles.csv": titles,
    "offices.yaml": offices,
    "contacts.yaml": contacts,
    "status.yaml": statuses,
    "flashpoints.yaml": flashpoints,
    "tension.yaml": tension,
    "references.yaml": references,
    "blocs.csv": blocs,
    "homonyms.yaml": homonyms,
}
