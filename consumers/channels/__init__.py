"""The channels: one folder each. A new one is a new folder, a struct of its settings in the rules, and a line here.

A channel is imported when a receiver first needs it: some bring large libraries.
"""

import importlib
from pathlib import Path
from typing import NamedTuple

from alerts.rules import Receiver
from consumers.channels.base import Channel, ChannelError, Reader
from consumers.words.templates import Templates

__all__ = ["CHANNELS", "Channel", "ChannelError", "Reader", "Templates", "open_channel", "templates"]


class Entry(NamedTuple):
    """Where a channel is, and its templates, each with its flavour (see `consumers.words.templates`)."""

    module: str
    name: str
    templates: dict[str, str]


# key in a receiver of the rules: its channel
CHANNELS: dict[str, Entry] = {
    "console": Entry("consumers.channels.console", "ConsoleChannel", {"text": "plain"}),
    "webhook": Entry("consumers.channels.webhook", "WebhookChannel", {}),
    "apprise": Entry("consumers.channels.apprise", "AppriseChannel", {"title": "chat", "body": "chat"}),
    "mail": Entry("consumers.channels.mail", "MailChannel", {"subject": "plain", "text": "plain", "html": "html"}),
}


def templates(folder: str = "") -> Templates:
    """The templates of all channels (`mail/html.j2`), a user's over them. Raises TemplatesError."""
    names = {
        f"{key}/{name}.j2": flavour for key, entry in CHANNELS.items() for name, flavour in entry.templates.items()
    }
    return Templates(names, Path(folder) if folder else None)


def open_channel(receiver: Receiver, reader: Reader) -> Channel:
    """The channel of a receiver. Raises ChannelError, which names the receiver."""
    entry = CHANNELS[receiver.channel]
    try:
        made = getattr(importlib.import_module(entry.module), entry.name)
        channel: Channel = made(getattr(receiver, receiver.channel), reader)
    except ChannelError as error:
        raise ChannelError(f"the receiver {receiver.name!r}: {error}") from None
    return channel
