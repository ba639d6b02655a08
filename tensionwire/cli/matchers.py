"""Matchers as the command line takes them, KEY=VALUE: a value that no alert can have is refused, with what there is."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any

import click
import msgspec

from alerts.rules.check import check_matchers
from alerts.rules.choices import choices
from tensionwire.contracts.silence import Matchers
from tensionwire.runtime import settings

HINT = "KEY=VALUE"
SINGLE = {"severity"}  # matchers of one value; the others take several
LANGUAGES = ["de", "en"]
NEAR = 8  # codes that are named where one is unknown


def read_matchers(said: Iterable[str]) -> Matchers:
    """The matchers that `said` names. Raises click.BadParameter."""
    given: dict[str, Any] = {}
    for part in said:
        key, equals, value = part.partition("=")
        if not equals or not value or key not in Matchers.__struct_fields__:
            keys = ", ".join(Matchers.__struct_fields__)
            raise click.BadParameter(f"{part!r}: write KEY=VALUE, with a key of: {keys}", param_hint=HINT)
        given[key] = value if key in SINGLE else [v.strip() for v in value.split(",")]
        known = LANGUAGES if key == "language" else choices(Matchers, key)
        for one in [value] if key in SINGLE else given[key]:
            if known and one not in known:
                raise click.BadParameter(_unknown(key, one, known), param_hint=HINT)
    found = msgspec.convert(given, Matchers)
    for what in _wrong(found):
        raise click.BadParameter(what, param_hint=HINT)
    return found


def _wrong(matchers: Matchers) -> Iterator[str]:
    """What the types cannot say: codes and topics that the lexicon does not know."""
    yield from (problem.what for problem in check_matchers(matchers, ""))
    codes = [*matchers.countries, *(code for dyad in matchers.dyads for code in dyad.split("-"))]
    if not codes and not matchers.topics:
        return  # the lexicon takes a second to load
    from tensionwire.cli.archive import lexicon_of

    lexicon = lexicon_of(settings.load())
    for topic in matchers.topics:
        if topic not in lexicon.topics:
            yield f"{_unknown('topics', topic, lexicon.topics)}; a folder of your own words: TENSIONWIRE_LEXICON_DIR"
    known = lexicon.codes
    for code in codes:
        if code not in known:
            near = get_close_matches(code, sorted(known), NEAR, 0.5)
            yield f"no state or organisation of the lexicon has the code {code!r}" + (
                f"; like it are: {', '.join(near)}" if near else ""
            )


def _unknown(key: str, value: str, known: Collection[str]) -> str:
    return f"{key}: none is called {value!r}; there are: {', '.join(known)}"
