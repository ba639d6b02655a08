"""All that is wrong with the files of a lexicon, not only the first mistake; and what looks wrong."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tensionwire.lexicon.examples import examples
from tensionwire.lexicon.files import LexiconError, place, rows_of
from tensionwire.lexicon.learned import MODEL, PUTTING, RANKING, TOPIC_MODEL
from tensionwire.lexicon.load import KNOWN, folders_of, read
from tensionwire.lexicon.people import LEADING, NATIONALS, OFFICIALS, Row, nationals
from tensionwire.lexicon.sections import BLOCS, CITIES, FILES, TITLES, country_rows, organisation_rows

DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")
SHARED = {  # where two people hold one office at a time, and why
    "AND": "two co-princes",
    "BIH": "a presidency of three",
    "BRN": "the sultan is foreign minister, and the second minister does the work",
    "CHE": "a council of seven",
    "IRN": "the supreme leader and the president",
    "LBY": "two governments",
    "MMR": "a government in exile",
    "NIC": "two co-presidents",
    "SMR": "two captains regent",
    "SOM": "Somaliland beside Somalia",
}


class Found(NamedTuple):
    """A problem. `grave`: the lexicon cannot be loaded so; else it loads, and probably does not mean that."""

    file: Path
    line: int
    problem: str
    grave: bool


def check(overlay: Path | None) -> list[Found]:
    """Everything that is wrong with the shipped files and those of `overlay`, in order of files and lines."""
    try:
        folders = folders_of(overlay)
    except LexiconError as error:
        return [_grave(error)]
    found = [problem for folder in folders for problem in (*_unknown(folder), *_unread(folder))]
    if not any(problem.grave for problem in found):
        try:
            read(folders)
        except LexiconError as error:
            found.append(_grave(error))
    if not any(problem.grave for problem in found):
        found += [*_codes(folders), *_nobody(folders), *_never_ended(folders)]
    return found


def _grave(error: LexiconError) -> Found:
    return Found(error.file, error.line, error.problem, grave=True)


def _unknown(folder: Path) -> Iterator[Found]:
    """Files that nobody reads, because their name is not one of ours."""
    for file in sorted(folder.iterdir()):
        ours = (*KNOWN, MODEL, PUTTING, RANKING, TOPIC_MODEL)
        if file.is_file() and file.name not in ours and not file.name.startswith((".", "README")):
            near = difflib.get_close_matches(file.name, KNOWN, n=1)
            meant = f"did you mean {near[0]}?" if near else f"known names: {', '.join(sorted(KNOWN))}"
            yield Found(file, 1, f"is not read: {meant}", grave=False)


def _unread(folder: Path) -> Iterator[Found]:
    """The first mistake of each file that has one."""
    for name, section in (
        *FILES.items(),
        ("nationals.csv", lambda file: nationals([file])),
        ("sentences.yaml", examples),
    ):
        if (folder / name).exists():
            try:
                section(folder / name)
            except LexiconError as error:
                yield _grave(error)


def _codes(folders: Sequence[Path]) -> Iterator[Found]:
    """Codes that no country or organisation has, and dates that are none."""
    known = {code for folder in folders for code in _known(folder)}
    for folder in folders:
        for file, line, row in _officials([folder]):
            if row["country"] not in known:
                yield _code(file, line, row["country"], known)
            for column in ("start", "end"):
                if not DATE.fullmatch(row[column]):
                    problem = f"{column} is {row[column]!r}: write 2026, 2026-11 or 2026-11-26, or nothing"
                    yield Found(file, line, problem, grave=False)
        for name, columns, column in (
            ("titles.csv", TITLES, "country"),
            ("cities.csv", CITIES, "code"),
            ("blocs.csv", BLOCS, "members"),
            ("nationals.csv", NATIONALS, "organisation"),
            ("nationals.csv", NATIONALS, "state"),
        ):
            file = folder / name
            for line, row in rows_of(file, columns) if file.exists() else ():
                for code in row[column].split("|"):
                    if code not in known:
                        yield _code(file, line, code, known)


def _officials(folders: Sequence[Path]) -> Iterator[tuple[Path, int, Row]]:
    """The rows of all officials.csv, with file and line."""
    for file in (folder / "officials.csv" for folder in folders):
        for line, row in rows_of(file, OFFICIALS, optional=OFFICIALS[8:]) if file.exists() else ():
            yield file, line, row


def _nobody(folders: Sequence[Path]) -> Iterator[Found]:
    """Nationals who are officials of no such organisation."""
    known = {(row["name"], row["country"]) for _, _, row in _officials(folders)}
    for file in (folder / "nationals.csv" for folder in folders if (folder / "nationals.csv").exists()):
        for line, row in rows_of(file, NATIONALS):
            if (row["name"], row["organisation"]) not in known:
                problem = f"{row['name']} of {row['organisation']} is nobody in officials.csv: nobody is found by it"
                yield Found(file, line, problem, grave=False)


def _never_ended(folders: Sequence[Path]) -> Iterator[Found]:
    """Terms without an end in an office at the top that somebody else has taken up since."""
    held: dict[tuple[str, str], list[tuple[Row, Path, int]]] = defaultdict(list)
    for file, line, row in _officials(folders):
        if row["role"] in LEADING and not row["end"] and row["country"] not in SHARED:
            held[row["country"], row["role"]].append((row, file, line))
    for (country, role), terms in held.items():
        terms.sort(key=lambda term: term[0]["start"])
        latest, its_file, its_line = terms[-1]
        since = f"since {latest['start'] or '(no date)'} it is {latest['name']} ({place(its_file, its_line)})"
        for row, file, line in terms[:-1]:
            if not _same(row, latest):
                yield Found(file, line, f"{row['name']} has no end as {role} of {country}: {since}", grave=False)


def _same(one: Row, other: Row) -> bool:
    return one["name"] == other["name"] or one["wikidata_id"] == other["wikidata_id"] != ""


def _known(folder: Path) -> Iterator[str]:
    if (folder / "countries.csv").exists():
        yield from (row["code"] for row in country_rows(folder / "countries.csv"))
    if (folder / "organisations.csv").exists():
        yield from (row["code"] for row in organisation_rows(folder / "organisations.csv"))


def _code(file: Path, line: int, code: str, known: set[str]) -> Found:
    near = difflib.get_close_matches(code, known, n=1)
    meant = f"did you mean {near[0]}?" if near else "add it to organisations.csv"
    return Found(file, line, f"{code!r} is the code of no country or organisation: {meant}", grave=False)
