"""The channels: one folder each. A new one is a new folder, a key in the rules, and a line here."""

from pathlib import Path
from typing import Any

from alerts.rules import Receiver
from consumers.channels.apprise import AppriseChannel
from consumers.channels.base import Channel, ChannelError, Reader
from consumers.channels.console import ConsoleChannel
from consumers.channels.mail import MailChannel
from consumers.channels.webhook import WebhookChannel
from consumers.words.templates import Templates

__all__ = ["CHANNELS", "Channel", "ChannelError", "Reader", "Templates", "open_channel", "templates"]

# key in a receiver of the rules: its channel
CHANNELS: dict[str, Any] = {
    "console": ConsoleChannel,
    "webhook": WebhookChannel,
    "apprise": AppriseChannel,
    "mail": MailChannel,
}


def templates(folder: str = "") -> Templates:
    """The templates of all channels, a user's over them. Raises TemplatesError."""
    names = {name: flavour for channel in CHANNELS.values() for name, flavour in channel.templates.items()}
    return Templates(names, Path(folder) if folder else None)


def open_channel(receiver: Receiver, reader: Reader) -> Channel:
    """The channel of a receiver. Raises ChannelError, which names the receiver."""
    try:
        channel: Channel = CHANNELS[receiver.channel](getattr(receiver, receiver.channel), reader)
    except ChannelError as error:
        raise ChannelError(f"the receiver {receiver.name!r}: {error}") from None
    return channel
