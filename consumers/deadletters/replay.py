"""A dead letter as the message that sends it again, where it came from, with its first timestamp."""

from typing import NamedTuple

import msgspec

from consumers.deadletters.letter import Letter
from tensionwire.contracts.deadletter import FIRST_TIME, REPLAY_TO
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.envelope import Headers
from tensionwire.contracts.topics import ALERTS, ARTICLES, DELIVERIES, SIGHTINGS
from tensionwire.contracts.wire import decode, encode

AS_IT_WAS = (ARTICLES.name, SIGHTINGS.name, ALERTS.name)


class NotReplayable(Exception):
    """It cannot be sent again; the message says why."""


class Replay(NamedTuple):
    """What is sent, and where."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers


def replay_of(letter: Letter) -> Replay:
    """The message that sends a letter again. Raises NotReplayable.

    An article, sighting or alert goes back to its topic as it was. A delivery that was given up is its alert again, for
    its receiver alone. The header `first-time` keeps the time at which it first came.
    """
    headers = [(name, raw) for name, raw in letter.headers if name not in (FIRST_TIME, REPLAY_TO)]
    if letter.time:
        headers.append((FIRST_TIME, letter.time.encode()))
    if letter.topic in AS_IT_WAS:
        return Replay(letter.topic, letter.key, letter.value, headers)
    if letter.topic == DELIVERIES.name:
        return _delivery(letter, headers)
    raise NotReplayable(f"it came from the topic {letter.topic or '(unknown)'}, which nothing reads")


def _delivery(letter: Letter, headers: Headers) -> Replay:
    try:
        row = decode(letter.value or b"", Delivery)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise NotReplayable("it is no delivery of a version that is known here") from error
    if row.alert is None:
        raise NotReplayable("it holds no alert: it was too large for dead letters, or only a word to the operators")
    headers = [*headers, (REPLAY_TO, row.receiver.encode())]
    return Replay(ALERTS.name, row.alert.record.encode(), encode(row.alert), headers)
