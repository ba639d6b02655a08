"""The channels: one folder each. A new one is a new folder, a key in the rules, and a line here."""

from alerts.rules import Receiver
from consumers.channels.base import Channel
from consumers.channels.console import ConsoleChannel
from consumers.channels.webhook import WebhookChannel


def open_channel(receiver: Receiver, timeout: float) -> Channel:
    """The channel of a receiver. `timeout` is the limit of one try, in seconds. Raises ChannelError."""
    if receiver.webhook is not None:
        return WebhookChannel(receiver.webhook, timeout)
    return ConsoleChannel(receiver.language)
