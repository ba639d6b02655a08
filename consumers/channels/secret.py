"""Secrets of channels: from a variable or a file, never from the rules, and never in what is said of a mistake."""

import os
from pathlib import Path

from consumers.channels.base import ChannelError


def secret(what: str, variable: str | None, file: str | None) -> str:
    """The secret in `variable` or `file`, without white space around it. `what` names it in the error.

    Raises ChannelError where there is none.
    """
    if variable is not None:
        value = os.environ.get(variable, "").strip()
        if not value:
            raise ChannelError(f"the variable {variable} is not set: it must hold {what}")
        return value
    try:
        value = Path(file or "").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise ChannelError(f"the file {file} cannot be read: it must hold {what}") from None
    if not value:
        raise ChannelError(f"the file {file} is empty: it must hold {what}")
    return value
