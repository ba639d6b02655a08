"""Loading the lexicon: the shipped files, and the user's words over them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tensionwire.lexicon import cache
from tensionwire.lexicon.automaton import build, kind, restore
from tensionwire.lexicon.calendar import date_entries, dates_in_phrases
from tensionwire.lexicon.compiled import Beside, Lexicon
from tensionwire.lexicon.files import LexiconError, limited, tree_of, words_of
from tensionwire.lexicon.hints import HINTS, Hints, read_hints
from tensionwire.lexicon.learned import read_learned
from tensionwire.lexicon.model import Dirt, Entry, Person
from tensionwire.lexicon.people import bare, leading_surnames, nationals, officials, persons
from tensionwire.lexicon.sections import FILES, country_rows, organisation_rows
from tensionwire.lexicon.tables import tables

DATA = Path(__file__).with_name("data")
HIDING = frozenset({"status", "tension", "topic"})  # kinds of words whose longer forms hide others
# Groups of contact words, and words, that tell of no contact inside of others: `prisoner exchange`, `fighter jet`.
BY_THEMSELVES = frozenset({"transit", "joint", "exchange", "exchanges"})
# The files of a folder that count. What else lies there is nobody's.
KNOWN = frozenset({"officials.csv", "nationals.csv", "bare.yaml", "dirt.yaml", "sentences.yaml", HINTS, *FILES})


def load(overlay: Path | None = None) -> Lexicon:
    """The shipped lexicon with the files of `overlay` (same names and columns) added to it. Raises LexiconError.

    A file of the overlay adds forms; a person of the same Wikidata id, or name and country, gets the further terms.
    Compiled once: what was compiled from the same files by the same code is kept on disk (see cache.py).
    """
    folders = folders_of(overlay)
    hash_ = _hash(files(folders))
    key = hash_ + _hash(sorted(Path(__file__).parent.glob("*.py")), kind())
    beside = Beside(_feminine(folders), _hints(folders), read_learned(DATA))
    compiled = cache.kept(key)
    if compiled is not None and compiled.automaton:
        return Lexicon(compiled.tables, restore(compiled.automaton), hash_, beside)
    made, forms = tables(*read(folders))
    find, automaton = build(forms)
    if automaton:
        cache.keep(key, cache.Compiled(made, automaton))
    return Lexicon(made, find, hash_, beside)


def files(folders: Sequence[Path]) -> list[Path]:
    """The files whose words count, in their order. The sentences that test them are not among them."""
    return [f for folder in folders for f in sorted(folder.iterdir()) if f.name in KNOWN and f.name != "sentences.yaml"]


def folders_of(overlay: Path | None) -> list[Path]:
    """The shipped folder, and the user's over it. Raises LexiconError where that is none."""
    if overlay is not None and not overlay.is_dir():
        raise LexiconError(overlay, 0, "is no folder: TENSIONWIRE_LEXICON_DIR must name one")
    return [DATA, *([overlay] if overlay else [])]


def stamp(overlay: Path | None) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of the lexicon is edited, made or removed. Raises LexiconError."""
    return tuple((str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files(folders_of(overlay)))


def read(folders: Sequence[Path]) -> tuple[list[Entry], list[Person], Dirt]:
    """All that the files of these folders say, a later folder over an earlier one. Raises LexiconError."""

    def named(name: str) -> list[Path]:
        return [folder / name for folder in folders if (folder / name).exists()]

    words = [entry for name, section in FILES.items() for file in named(name) for entry in section(file)]
    people = officials(named("officials.csv"), nationals(named("nationals.csv")))
    entries = persons(people)
    for file in named("bare.yaml"):
        entries += bare(file, people)
    entries += words
    entries += date_entries()
    entries += leading_surnames(people) + _inside(entries) + dates_in_phrases(entries)
    return entries, people, _dirt(named("dirt.yaml"))


def _inside(entries: Sequence[Entry]) -> list[Entry]:
    """What a longer form hides: `to meet`, `no meeting` and `climate talks` name a contact beside what else they say.

    The longest match must not hide the contact, nor the status (`auf unbestimmte Zeit verschoben`).
    """
    contacts, statuses = _by_form(entries, "contact"), _by_form(entries, "status")
    found: dict[Entry, None] = {}
    for phrase in entries:
        kind = phrase.meaning.kind
        if kind not in HIDING or " " not in phrase.form:
            continue
        # `peace talks` is a contact already, and has its form
        inner = [] if phrase.form in contacts else _ending(phrase.form, contacts)
        if kind != "status":
            inner = [c for c in inner if not BY_THEMSELVES.intersection((c.meaning.detail, c.form))]
            negation = [s for s in statuses.get(phrase.form.split(" ", 1)[0], ()) if s.meaning.value == "negation"]
            inner += (kind == "tension" and _ending(phrase.form, statuses)) or negation  # no `Georgian Dream`
        found |= dict.fromkeys(entry._replace(form=phrase.form) for entry in inner)
    return list(found)


def _by_form(entries: Sequence[Entry], kind: str) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.meaning.kind == kind:
            found.setdefault(entry.form, []).append(entry)
    return found


def _ending(phrase: str, known: Mapping[str, list[Entry]]) -> list[Entry]:
    """Those of the longest known form in which a phrase ends."""
    rest = phrase
    while " " in rest:
        rest = rest.split(" ", 1)[1]
        if rest in known:
            return list(known[rest])
    return []


def _hash(content: Iterable[Path], beside: str = "") -> str:
    digest = hashlib.sha256(beside.encode())
    for file in content:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def names() -> dict[str, tuple[str, str]]:
    """The first English and German name of each state and organisation, by code."""
    found = {
        row["code"]: _first(row["names_en"] or row["cities"], row["names_de"] or row["cities"])
        for row in country_rows(DATA / "countries.csv")
    }
    for row in organisation_rows(DATA / "organisations.csv"):
        found[row["code"]] = _first(row["names"], row["names"])
    return found


def _first(english: str, german: str) -> tuple[str, str]:
    return limited(english.split("|")[0])[0], limited(german.split("|")[0])[0]


def _feminine(folders: Sequence[Path]) -> frozenset[str]:
    found: list[str] = []
    for file in (folder / "references.yaml" for folder in folders):
        if file.exists():
            data, lines = tree_of(file)
            found += words_of(file, lines.get("feminine", 1), data.get("feminine"))
    return frozenset(found)


def _hints(folders: Sequence[Path]) -> Hints:
    return read_hints(folder / HINTS for folder in folders if (folder / HINTS).exists())


def _dirt(sources: Sequence[Path]) -> Dirt:
    found: dict[str, list[str]] = {name: [] for name in Dirt._fields}
    for file in sources:
        data, lines = tree_of(file)
        for key, words in data.items():
            if key not in found:
                raise LexiconError(file, lines[key], f"unknown list {key!r}; known: {', '.join(found)}")
            said = words_of(file, lines[key], words)
            found[key] += said if key == "agencies" else [word.lower() for word in said]
    return Dirt(
        frozenset(found["lines"]),
        tuple(found["begins"]),
        tuple(found["ends"]),
        tuple(found["holds"]),
        frozenset(found["heads"]),
        tuple(found["agencies"]),
    )
