"""The one shape of a dead letter: the original key, bytes and headers, and beside them why and from where it came."""

from collections.abc import Iterable
from typing import NamedTuple

from tensionwire.contracts.envelope import Headers

OURS = ("reason", "detail", "step", "topic", "partition", "offset", "time")
FIRST_TIME = "first-time"  # on a message that was replayed: when it first came (ISO 8601 in UTC)
REPLAY_TO = "replay-to"  # on an alert that was replayed: the one receiver that it is meant for
DETAIL_LIMIT = 500  # characters: a dead letter may weigh 64 KiB more than its article, headers included
HEADERS_LIMIT = 32 * 1024  # bytes of original headers kept


class DeadLetter(NamedTuple):
    """A message for `dead-letters`."""

    key: bytes | None
    value: bytes | None
    headers: Headers


def dead_letter(
    key: bytes | None,
    value: bytes | None,
    headers: Iterable[tuple[str, bytes | None]] | None,
    *,
    reason: str,
    detail: str,
    step: str,
    topic: str,
    partition: int,
    offset: int,
    time: str,
) -> DeadLetter:
    """Lay a message whole into a dead letter.

    `reason` is a word ("bad-json"), `detail` a sentence for people, `step` who gave up, `time` the message's first
    timestamp (ISO 8601 in UTC). A message that has been a dead letter before keeps its first one.
    """
    kept: Headers = []
    weight, first_time = 0, time
    for name, raw in headers or ():
        if name in ("time", FIRST_TIME) and raw:
            first_time = raw.decode("utf-8", "replace")
        if name in (*OURS, FIRST_TIME) or raw is None:
            continue
        weight += len(name) + len(raw)
        if weight <= HEADERS_LIMIT:
            kept.append((name, raw))
    ours = (reason, detail[:DETAIL_LIMIT], step, topic, str(partition), str(offset), first_time)
    kept += [(name, said.encode("utf-8", "replace")) for name, said in zip(OURS, ours, strict=True)]
    return DeadLetter(key, value, kept)
