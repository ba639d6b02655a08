"""`tensionwire publish`: exit codes and what it says."""

import gc
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tensionwire.cli.publish import publish
from tensionwire.ingest import publisher


def run(*args: str | Path, kafka: str = "127.0.0.1:1", given: bytes = b"") -> Result:
    return CliRunner().invoke(publish, [str(a) for a in args], input=given, env={"TENSIONWIRE_KAFKA": kafka})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_text('{"text": "cli-a1"}\n{"txt": 1}\n{"text": "cli-a2"}\n', encoding="utf-8")
    (tmp_path / "b.txt").write_text("cli-b", encoding="utf-8")
    return tmp_path


def test_a_dry_run_needs_no_kafka_and_names_what_would_be_refused(folder: Path) -> None:
    done = run(folder, "--dry-run")
    assert done.exit_code == 1
    assert f"refused {folder / 'a.jsonl'}:2: " in done.stderr
    assert "3 would be sent, 1 refused (1 wrong-type)" in done.stderr


def test_what_a_folder_holds_beside_is_named(folder: Path) -> None:
    (folder / "c.yaml").write_text("a: 1", encoding="utf-8")
    done = run(folder, "--dry-run")
    assert f"left out {folder / 'c.yaml'}: name a file itself" in done.stderr


def test_a_date_that_cannot_be_read_is_named_with_what_counts_and_the_article_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "dates.jsonl"
    file.write_text(
        '{"text": "one", "published": "31.12.2025"}\n'
        '{"text": "two", "published": "2025-12-31"}\n'
        '{"text": "three"}\n'
        '{"text": "Berlin, 30. Dezember 2025 - four", "published": "yesterday"}\n',
        encoding="utf-8",
    )
    done = run(file, "--dry-run")
    assert done.exit_code == 0
    first, second, last = done.stderr.splitlines()
    assert first.startswith(f"warning {file}:1: `published` cannot be read, '31.12.2025': write it as 2025-12-31 or ")
    assert first.endswith("; it counts as published when it arrives")
    assert second.startswith(f"warning {file}:4: `published` cannot be read, 'yesterday': ")
    assert second.endswith("; it counts as published on the date that begins its text")
    assert last == "4 would be sent"


def test_limit(folder: Path) -> None:
    done = run(folder, "--dry-run", "--limit", "1")
    assert (done.exit_code, done.stderr) == (0, "1 would be sent\n")


def test_stop(folder: Path) -> None:
    done = run(folder, "--dry-run", "--stop")
    assert done.exit_code == 1
    assert "1 would be sent, 1 refused" in done.stderr


# kafka-python leaves the socket open with which it did not get through
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_kafka_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publisher, "CONNECT_SECONDS", 0.5)
    done = run(folder)
    assert done.exit_code == 69
    assert "Kafka does not answer at 127.0.0.1:1. Start it with `make run`" in done.stderr
    del done  # it holds the frames of the failure, and they the socket
    gc.collect()


@pytest.mark.service
def test_an_interrupt_says_how_far_it_came(tmp_path: Path, kafka: str) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text('{"text": "interrupted"}\n' * 2000, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "tensionwire.cli.main", "publish", "--rate", "100", str(file)]
    environment = os.environ | {"TENSIONWIRE_KAFKA": kafka}
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    ) as process:
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert re.match(r"stopped\. \d+ published", said), said


def test_nothing_named_is_a_usage_error() -> None:
    assert run().exit_code == 2


@pytest.mark.service
def test_what_is_good_is_sent_and_what_is_not_makes_the_exit_code(folder: Path, kafka: str) -> None:
    done = run(folder, kafka=kafka)
    assert done.exit_code == 1
    assert re.search(r"^3 published.*, 1 refused \(1 wrong-type\)$", done.stderr, flags=re.MULTILINE)
    assert (run(folder / "b.txt", kafka=kafka).exit_code, run("-", kafka=kafka, given=b"cli-stdin").exit_code) == (0, 0)


@pytest.mark.service
def test_a_kafka_without_the_topic_says_what_to_do(folder: Path, kafka: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tensionwire.runtime.kafka.missing_topics", lambda _described, wanted: list(wanted))
    done = run(folder, kafka=kafka)
    assert done.exit_code == 69
    assert "has no topic `articles`: run `tensionwire topics`" in done.stderr
