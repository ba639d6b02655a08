"""Rules: who hears of what. A YAML file, checked with file and line."""

import hashlib
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec
import yaml

Language = Literal["de", "en"]


class RulesError(Exception):
    """A rules file cannot be used: the message names file and line, and says what is wrong."""


class Console(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prints to standard output."""


class Webhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Posts to `url`, signed. The secret stands in a variable or file, never here.

    `allow` lists hosts, or networks, of this machine's own side of the world that may be called in spite of the guard.
    """

    url: str
    secret_env: str | None = None
    secret_file: str | None = None
    allow: list[str] = []


class Receiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who hears of alerts, by exactly one channel. `stale`: of old news as well."""

    name: str
    console: Console | None = None
    webhook: Webhook | None = None
    stale: bool = False
    language: Language = "en"

    @property
    def channel(self) -> str:
        """The channel's name."""
        return "console" if self.console is not None else "webhook"


class Route(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which receivers get alerts; contacts only where an article is about them (`headline`), or `all`."""

    receivers: list[str]
    contacts: Literal["headline", "all"] = "headline"


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """A checked file. `hash` is that of its text."""

    receivers: list[Receiver]
    route: Route
    hash: str = ""

    def routed(self) -> list[Receiver]:
        """The receivers of the route, in its order."""
        by_name = {r.name: r for r in self.receivers}
        return [by_name[name] for name in self.route.receivers]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    receivers: list[Receiver]
    route: Route


def parse(text: str, name: str) -> Rules:
    """Check a rules file's text; `name` is the file's, for messages. Raises RulesError."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise RulesError(f"{name}:{line}: is no YAML: {getattr(error, 'problem', error)}") from error
    except (ValueError, RecursionError) as error:  # a date that is none; brackets without end
        raise RulesError(f"{name}:1: cannot be read: {error}") from error
    try:
        found = msgspec.convert(data, _File)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at `")
        raise RulesError(f"{name}:{_line(node, path.rstrip('`'))}: {problem}") from error
    _check(found, node, name)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Rules(receivers=found.receivers, route=found.route, hash=digest)


def _check(found: _File, node: Any, name: str) -> None:
    names = [r.name for r in found.receivers]
    for place, receiver in enumerate(found.receivers):
        line = _line(node, f"$.receivers[{place}]")
        if not receiver.name.strip() or ":" in receiver.name:
            raise RulesError(f"{name}:{line}: a receiver needs a name without a colon")
        if names.count(receiver.name) > 1:
            raise RulesError(f"{name}:{line}: two receivers are called {receiver.name!r}: give each its own name")
        if (receiver.console is None) == (receiver.webhook is None):
            raise RulesError(
                f"{name}:{line}: {receiver.name!r} needs exactly one channel: `console: {{}}` or `webhook:`"
            )
        hook = receiver.webhook
        if hook is not None and not _is_web_address(hook.url):
            raise RulesError(
                f"{name}:{line}: the url of {receiver.name!r} must begin with https:// or http://, and name a host"
            )
        if hook is not None and (hook.secret_env is None) == (hook.secret_file is None):
            raise RulesError(f"{name}:{line}: {receiver.name!r} needs `secret_env` or `secret_file` (one of them)")
    for place, wanted in enumerate(found.route.receivers):
        if wanted not in names:
            line = _line(node, f"$.route.receivers[{place}]")
            raise RulesError(
                f"{name}:{line}: no receiver is called {wanted!r}; there are: {', '.join(names) or 'none'}"
            )


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("https", "http") and bool(parts.hostname)
    except ValueError:
        return False


def _line(node: Any, path: str) -> int:
    """The line of the node that a path like `$.receivers[1].name` leads to, or of the last one on the way."""
    for part in path.replace("[", ".[").split(".")[1:]:
        if part.startswith("[") and isinstance(node, yaml.SequenceNode) and part[1:-1].isdigit():
            node = node.value[int(part[1:-1])] if int(part[1:-1]) < len(node.value) else node
        elif isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == part]
            node = found[0] if found else node
    return node.start_mark.line + 1 if node is not None else 1
