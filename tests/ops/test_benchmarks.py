"""`make bench`: the command is there, and its yardstick is built like our own workers."""

import subprocess
import sys
from pathlib import Path

from benchmarks import analysis, noop, throughput
from tensionwire.contracts.article import Article
from tensionwire.contracts.topics import TOPICS
from tensionwire.lexicon import load

ROOT = Path(__file__).resolve().parents[2]


def test_the_command_says_what_it_measures() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.stream", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for word in ("--quick", "Throughput", "Latency"):
        assert word in done.stdout


def test_the_measurements_of_delivery_say_what_they_do() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.deliveries", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for word in ("kills", "company", "throughput", "takeover"):
        assert word in done.stdout


def test_articles_are_seeds_with_ids_of_their_own() -> None:
    made = throughput._articles(50)
    assert len({a.id for a in made}) == 50
    assert 10 < len({a.text for a in made}) < 50


def test_the_yardsticks_have_topics_of_their_own() -> None:
    assert not {noop.topic(way) for way in noop.WAYS} & {t.name for t in TOPICS}


def test_finding_alone_can_be_measured() -> None:
    find = analysis._finding(["Putin"], 10, load())
    assert len(list(find(Article(text="Putin traf Q1ov Qa1in.")))) == 2  # type: ignore[call-overload]
