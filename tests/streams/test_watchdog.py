"""The watchdog ends a worker that stands still while events wait, and only then."""

import subprocess
import sys

import pytest

from streams.watchdog import EXIT_STUCK
from tensionwire.contracts.article import Article
from tensionwire.ingest.publisher import publish

pytestmark = pytest.mark.service

WORKER = """
import sys, time
from streams.progress import Progress
from streams.watchdog import Watchdog
from tensionwire.contracts.topics import ARTICLES
progress = Progress(ARTICLES.name)
progress.waiting_for = sys.argv[2] or None
Watchdog(sys.argv[1], "watchdog-test", ARTICLES, progress, set, 1.0).start()
time.sleep(17)
"""


def run(kafka: str, waiting_for: str) -> int:
    command = [sys.executable, "-W", "ignore", "-c", WORKER, kafka, waiting_for]
    return subprocess.run(command, check=False, timeout=60).returncode


def test_a_worker_that_stands_still_ends_itself(kafka: str) -> None:
    publish(iter([Article(text="Nobody reads this.")]), kafka)
    assert run(kafka, "") == EXIT_STUCK


def test_waiting_for_what_is_away_is_right(kafka: str) -> None:
    publish(iter([Article(text="Nobody reads this.")]), kafka)
    assert run(kafka, "redis") == 0


def test_without_kafka_there_is_nothing_to_do() -> None:
    assert run("127.0.0.1:1", "") == 0
