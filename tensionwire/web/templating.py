"""HTML by Jinja2, escaped by itself; what templates may call stands here."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tensionwire.contracts.tagged import Participant
from tensionwire.web.store.alerts import Stored
from tensionwire.web.words import Speech

FOLDER = Path(__file__).with_name("templates")
STATIC = Path(__file__).with_name("static")
LONGEST_QUOTE = 420  # characters of a quote in a list


class Templates:
    """All templates, ready to be rendered in a language."""

    def __init__(self) -> None:
        self._env = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._env.filters |= {"web_address": web_address, "piece_of_path": piece_of_path, "shorten": shorten}
        self._env.globals |= {"people": people, "with_query": with_query, "static": static}

    def render(self, name: str, speech: Speech, **values: Any) -> str:
        """A template with its values; `s` is the language, `t` its words."""
        return self._env.get_template(name).render(s=speech, t=speech.t, **values)

    def card(self, speech: Speech) -> Callable[[Stored], str]:
        """A function that renders one alert as it stands in the list."""
        template = self._env.get_template("card.html")
        return lambda stored: template.render(s=speech, t=speech.t, stored=stored).strip()


def web_address(url: str | None) -> str:
    """A stranger's address if it may be a link: http or https with a host. Else empty."""
    try:
        parts = urlsplit(url or "")
        return url or "" if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def piece_of_path(text: str) -> str:
    """Any text as one piece of a path."""
    return quote(text, safe="", errors="replace")


def shorten(text: str) -> str:
    """A quote for a list."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def people(participants: list[Participant]) -> dict[str, list[Participant]]:
    """Participants by side, in their order."""
    sides: dict[str, list[Participant]] = {}
    for each in participants:
        sides.setdefault(each.affiliation, []).append(each)
    return sides


def with_query(path: str, query: Any, **changed: Any) -> str:
    """The address of a page with some values of its query changed; None leaves one out."""
    pairs = [(k, v) for k, v in query.items() if k not in changed and v]
    pairs += [(k, str(v)) for k, v in changed.items() if v is not None]
    return path + ("?" + urlencode(pairs, errors="replace") if pairs else "")


def static(name: str) -> str:
    """The address of a file in static/, with its hash: it may be kept for ever."""
    return f"/static/{name}?v={_hash(name)}"


_hashes: dict[str, str] = {}


def _hash(name: str) -> str:
    if name not in _hashes:
        _hashes[name] = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return _hashes[name]
