"""The demonstration: articles published one after another, each once what the one before says is decided."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import ARTICLES, SIGHTINGS, Topic
from tensionwire.runtime.kafka import admin
from tensionwire.runtime.lag import lag_by_partition

TAG, DECIDE = "tensionwire-tag", "tensionwire-decide"


def seed_files(folder: Path) -> list[Path]:
    """The seed articles in order of their publication."""
    files = folder.glob("*.json")
    return sorted(files, key=lambda f: (msgspec.json.decode(f.read_bytes(), type=Article).published or "", f.name))


def play(
    files: list[Path],
    bootstrap: str,
    send: Callable[[Path], object],
    limit: float = 60.0,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Path]:
    """Send each file, and yield it once it is decided; call `meanwhile` while waiting.

    Raises TimeoutError where that takes more than `limit` seconds.
    """
    client = admin(bootstrap)
    try:
        for file in files:
            send(file)
            deadline = time.monotonic() + limit
            # the order matters: what is tagged has its sightings on the topic before its offset is committed
            while not (_done(client, TAG, ARTICLES) and _done(client, DECIDE, SIGHTINGS)):
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{file.name} was not decided within {limit:.0f} s")
                meanwhile()
                time.sleep(0.05)
            yield file
    finally:
        client.close()


def _done(client: Any, group: str, topic: Topic) -> bool:
    return not any(lag_by_partition(client, group, topic).values())
