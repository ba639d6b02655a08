"""`tensionwire lexicon`: check, test and extend the words that the analysis knows."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

import click

from tensionwire.contracts.tagged import Role
from tensionwire.runtime import settings

FOLDER = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Your folder of words; without it TENSIONWIRE_LEXICON_DIR.",
)
# kind of word: (file, list in it by the value that was given)
LISTS: dict[str, tuple[str, Callable[[str], list[str]]]] = {
    "topic": ("flashpoints.yaml", lambda value: [value, "words"]),
    "topic-prefix": ("flashpoints.yaml", lambda value: [value, "prefixes"]),
    "not-topic": ("flashpoints.yaml", lambda value: [value, "not"]),
    "escalation": ("tension.yaml", lambda value: ["escalation", value, "words"]),
    "easing": ("tension.yaml", lambda value: ["easing", value, "words"]),
    "office-de": ("offices.yaml", lambda value: [value, "de"]),
    "office-en": ("offices.yaml", lambda value: [value, "en"]),
    "status": ("status.yaml", lambda value: [value]),
    "clutter": ("dirt.yaml", lambda value: [value]),
    "homonym": ("homonyms.yaml", lambda value: [value]),
}


@click.group()
def lexicon() -> None:
    """Check, test and extend the words that the analysis knows.

    The shipped words lie in tensionwire/lexicon/data. Your own lie over them in a folder of yours, in files of the same
    names, which TENSIONWIRE_LEXICON_DIR names; running workers take up what you edit there within seconds.
    """


@lexicon.command()
@FOLDER
def check(folder: Path | None) -> None:
    """Say what is wrong in the files, with file and line.

    Ends with 1 where the lexicon cannot be loaded; what only looks wrong is named as well.
    """
    from tensionwire.lexicon import LexiconError, load
    from tensionwire.lexicon.checking import check as problems
    from tensionwire.lexicon.files import place

    overlay = _folder(folder)
    try:
        found = problems(overlay)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    for problem in found:
        mark = "error" if problem.grave else "warning"
        click.echo(f"{place(problem.file, problem.line)}: {mark}: {problem.problem}")
    if any(problem.grave for problem in found):
        sys.exit(1)
    started = time.perf_counter()
    words = load(overlay)
    click.echo(
        f"{words.size:,} forms, {len(words.persons):,} officials, {len(words.topics)} flashpoints"
        f" (lexicon {words.hash}, loaded in {time.perf_counter() - started:.1f} s)"
    )


@lexicon.command()
@FOLDER
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def test(folder: Path | None, files: tuple[Path, ...]) -> None:
    """Try the words on sentences: sentences.yaml beside the shipped words, beside yours, or FILES.

    \b
    A sentence says what must be found in it, and what must not:
      - text: Kremlchef Putin fährt nach Essen.
        finds: {Kremlchef: office head-of-state RUS}
        misses: [Essen]
    Ends with 1 where a sentence does not hold.
    """
    from tensionwire.lexicon import LexiconError, load
    from tensionwire.lexicon.examples import examples, failures
    from tensionwire.lexicon.load import folders_of

    overlay = _folder(folder)
    try:
        words = load(overlay)
        sources = list(files) or [f for f in (d / "sentences.yaml" for d in folders_of(overlay)) if f.exists()]
        failed = [failure for file in sources for failure in failures(words, file)]
        number = sum(len(examples(file)) for file in sources)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    for failure in failed:
        click.echo(f"{failure.file}:{failure.example.line}: {failure.problem}\n    {failure.example.text}")
    broken = len({(failure.file, failure.example.line) for failure in failed})
    click.echo(f"{number - broken} of {number} sentences hold")
    sys.exit(1 if failed else 0)


@lexicon.group()
def add() -> None:
    """Put a person or words into your folder; its comments and order stay."""


@add.command()
@FOLDER
@click.argument("name")
@click.option("--country", required=True, help="ISO code of three letters, or EU, UN, NATO, HAMAS ...")
@click.option("--role", required=True, type=click.Choice(get_args(Role)), metavar="ROLE", help="foreign-minister, ...")
@click.option("--from", "start", default="", metavar="DATE", help="Beginning of the term: 2026, 2026-11 or 2026-11-26.")
@click.option("--until", "end", default="", metavar="DATE", help="End of the term; nothing while in office.")
@click.option("--office", default="", help="The office in words, for people who read the file.")
@click.option("--alias", multiple=True, help="Another spelling of the full name; may be given several times.")
@click.option("--called", multiple=True, help="What texts call the person after the first time.")
@click.option("--wikidata", "wikidata_id", default="", help="The Wikidata id, where the person is known by one.")
def person(folder: Path | None, alias: tuple[str, ...], called: tuple[str, ...], **row: str) -> None:
    """Add an official, or a further term of office of a known one.

    \b
    Example:
      tensionwire lexicon add person "Jana Beispiel" --country DEU --role foreign-minister --from 2026-11-26
    """
    from tensionwire.lexicon.adding import add_person

    row |= {"aliases": "|".join(alias), "called": "|".join(called)}
    _write(_made(folder), "officials.csv", lambda place: add_person(place, row), [row["name"]])


@add.command()
@FOLDER
@click.argument("kind", type=click.Choice(list(LISTS)))
@click.argument("value")
@click.argument("words", nargs=-1, required=True)
def word(folder: Path | None, kind: str, value: str, words: tuple[str, ...]) -> None:
    """Add words that stand for VALUE: a topic, a family of tension words, a role, a status, a list of clutter.

    \b
    Examples:
      tensionwire lexicon add word topic-prefix chips Halbleiter Chipfabrik
      tensionwire lexicon add word escalation threat Drohkulisse
      tensionwire lexicon add word homonym people "Florence Berlin"
    A new family of tension words gets the weight 4; change it in the file.
    """
    from tensionwire.lexicon.adding import add_words

    name, path = LISTS[kind]
    beside = "weight: 4" if name == "tension.yaml" else ""
    _write(_made(folder), name, lambda place: add_words(place, name, path(value), words, beside), words)


def _folder(given: Path | None) -> Path | None:
    named = settings.load().lexicon_dir
    return given or (Path(named) if named else None)


def _made(given: Path | None) -> Path:
    folder = _folder(given)
    if folder is None:
        raise click.UsageError("name your folder of words with --folder, or set TENSIONWIRE_LEXICON_DIR")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write(folder: Path, name: str, put: Callable[[Path], Path], words: Sequence[str]) -> None:
    """Write, load the whole lexicon with it, and take it back where that fails."""
    from tensionwire.lexicon import LexiconError, load

    file = folder / name
    before = file.read_bytes() if file.exists() else None
    try:
        put(folder)
        with_them = load(folder)
        meanings = {
            word: sorted({f"{m.kind} {m.value}" for hit in with_them.find(word) for m in hit.meanings})
            for word in words
        }
    except (LexiconError, ValueError) as error:
        if before is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(before)
        raise click.ClickException(f"{error}\nNothing was changed.") from error
    for word, found in meanings.items():
        click.echo(f"{file}: {word} now means {', '.join(found) or 'nothing by itself'}")
