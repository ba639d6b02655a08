"""Templates: how a parcel looks in a channel. The shipped ones lie in the channels' folders; a user's lie over them.

They are Jinja in its sandbox. Whatever a template prints passes its flavour's filter, so that no template, shipped or a
user's, lets a stranger's signs through: `plain` is one line of text, `chat` means nothing to a chat, `html` is escaped.
"""

import html
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from consumers.words.safe import Ours, chat, safe
from consumers.words.sample import samples
from consumers.words.text import WORDS, lines, show
from tensionwire.contracts.alert import Alert
from tensionwire.runtime import telemetry

log = logging.getLogger("tensionwire.notify")

SHIPPED = Path(__file__).resolve().parents[1] / "channels"
FLAVOURS: dict[str, Callable[[str], str]] = {"plain": safe, "chat": chat, "html": safe}
LONGEST = 500_000  # characters of one rendered text


class TemplatesError(Exception):
    """A user's template cannot be used; the message names file and line, and says what is wrong."""


class Templates:
    """All templates by name (`mail/html.j2`), each with its flavour; `folder` holds the user's own."""

    def __init__(self, names: Mapping[str, str], folder: Path | None = None) -> None:
        self._folder = folder
        self._loaded: dict[str, jinja2.Template] = {}
        self._flavours = dict(names)
        if folder is not None:
            self._check_names(folder)
        environments = {flavour: _environment(flavour) for flavour in FLAVOURS}
        for name, flavour in names.items():
            self._loaded[name] = self._load(environments[flavour], name)
            self._try(name)

    def render(
        self, name: str, kind: str, alerts: Sequence[Alert], said: str, language: str = "en", zone: str = "UTC"
    ) -> str:
        """The text of a parcel. A template that fails is counted, and plain text takes its place."""
        try:
            return self._render(name, kind, alerts, said, language, zone)
        except Exception as error:  # a user's template may fail in any way; the alert still goes out
            telemetry.TEMPLATE_FAILURES.labels(name.split("/")[0]).inc()
            log.error("the template %s failed with %s: plain text goes out instead", name, type(error).__name__)
            return self._fallback(name, alerts, said, language, zone)

    def _render(self, name: str, kind: str, alerts: Sequence[Alert], said: str, language: str, zone: str) -> str:
        shown = [show(alert, language, zone) for alert in alerts]
        words = {key: Ours(word) for key, word in WORDS[language].items()}
        text = self._loaded[name].render(alerts=shown, kind=kind, said=said, words=words, language=language)
        if len(text) > LONGEST:
            raise TemplatesError(f"{name} makes {len(text)} characters")
        return text

    def _fallback(self, name: str, alerts: Sequence[Alert], said: str, language: str, zone: str) -> str:
        flavour = self._flavours[name]
        told = [line for alert in alerts for line in (*lines(alert, language, zone), "")] or [safe(said)]
        if flavour == "chat":
            told = [chat(line) for line in told]
        text = "\n".join(told).strip() + "\n"
        return f"<pre>{html.escape(text)}</pre>" if flavour == "html" else text

    def _load(self, environment: jinja2.Environment, name: str) -> jinja2.Template:
        own = self._folder / name if self._folder is not None else None
        file = own if own is not None and own.is_file() else SHIPPED / name
        try:
            return environment.from_string(file.read_text(encoding="utf-8"))
        except jinja2.TemplateSyntaxError as error:
            raise TemplatesError(f"{file}:{error.lineno}: {error.message}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise TemplatesError(f"{file}:1: cannot be read: {error}") from error

    def _try(self, name: str) -> None:
        """Render samples of every kind of parcel: what fails with these is said at the start, not at an alert."""
        for kind, alerts, said in samples():
            try:
                self._render(name, kind, alerts, said, "en", "UTC")
            except Exception as error:
                place = self._folder / name if self._folder is not None else Path(name)
                raise TemplatesError(f"{place}:{_line(error)}: fails on a {kind}: {error}") from error

    def _check_names(self, folder: Path) -> None:
        if not folder.is_dir():
            raise TemplatesError(f"{folder}:1: is no folder. TENSIONWIRE_TEMPLATES_DIR names it.")
        for file in folder.rglob("*.j2"):
            if (name := file.relative_to(folder).as_posix()) not in self._flavours:
                raise TemplatesError(f"{file}:1: no template is called {name}; there are: {', '.join(self._flavours)}")


def _environment(flavour: str) -> jinja2.Environment:
    filtered = FLAVOURS[flavour]

    def final(value: Any) -> Any:
        if value is None or isinstance(value, jinja2.Undefined):
            return "" if value is None else value  # an undefined name raises when it is printed
        return value if isinstance(value, Ours) else filtered(str(value))

    return ImmutableSandboxedEnvironment(
        autoescape=flavour == "html",
        undefined=jinja2.StrictUndefined,
        finalize=final,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def _line(error: BaseException) -> int:
    """The line of a template that an error came from, by its traceback."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
