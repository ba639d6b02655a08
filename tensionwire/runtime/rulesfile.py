"""The rules file on disk: read at the start, and again when it changes; a bad one changes nothing."""

import logging
from pathlib import Path

import alerts
from alerts.rules import Rules, RulesError, parse
from tensionwire.runtime import telemetry

log = logging.getLogger("tensionwire.rules")

SHIPPED = Path(alerts.__file__).with_name("rules.yaml")


def read_rules(path: str | Path) -> Rules:
    """The rules in a file; an empty path takes the shipped ones. Raises RulesError with file and line."""
    return parse(_text(Path(path) if path else SHIPPED), str(path or SHIPPED))


class RulesFile:
    """The rules of a service. Ask for `rules` at each use: they are swapped whole, and their hash is a metric."""

    def __init__(self, path: str | Path) -> None:
        """Read the file. Raises RulesError where it cannot be used: a bad file at the start is fatal."""
        self._path = Path(path) if path else SHIPPED
        self._seen = _text(self._path)
        self._rules = parse(self._seen, str(self._path))
        telemetry.RULES.labels(self._rules.hash).set(1)

    @property
    def rules(self) -> Rules:
        """The rules that run. Setting them swaps them whole."""
        return self._rules

    @rules.setter
    def rules(self, new: Rules) -> None:
        telemetry.RULES.remove(self._rules.hash)
        self._rules = new
        telemetry.RULES.labels(new.hash).set(1)

    def look(self) -> bool | RulesError:
        """Look at the file again (each few seconds, and on SIGHUP): True where its rules were swapped in.

        False where nothing changed, a RulesError where the new file cannot be used and the rules are as they were; the
        same bad text is told only once.
        """
        try:
            text = _text(self._path)
            if text == self._seen:
                return False
            self._seen = text
            self.rules = parse(text, str(self._path))
        except RulesError as error:
            log.error("the rules stay as they were (%s): %s", self.rules.hash, error)
            return error
        log.warning("new rules: %s", self.rules.hash)
        return True


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise RulesError(f"{path}: cannot be read ({error.strerror}): check the path of the rules file") from error
    except UnicodeDecodeError as error:
        raise RulesError(f"{path}: cannot be read: {error}; save it as UTF-8") from error
