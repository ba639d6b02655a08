"""Where Kafka or Redis is away, every command says so in the same sentence, with what to do, and ends with 69."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
from click.testing import CliRunner
from kafka import errors

from consumers.deadletters import Letter
from tensionwire.cli import away, deadletters
from tensionwire.cli.away import Away, KafkaRefused, kafka_needed
from tensionwire.runtime.kafka import KafkaUnavailable

SEED = str(next((Path(__file__).resolve().parents[2] / "seeds").glob("*.json*")))
NEED_KAFKA = (
    ("deliveries",),
    ("deadletters", "list"),
    ("deadletters", "replay", "--all"),
    ("silence", "list"),
    ("silence", "add", "topics=taiwan", "--for", "1h"),
    ("rules", "route", "x"),
    ("watch",),
    ("export",),
    ("topics",),
    ("publish", SEED),
)
NEED_REDIS = (("explain", "x"), ("rebuild",))
KAFKA = "Error: Kafka does not answer at 127.0.0.1:1. Start it with `make run`, or set TENSIONWIRE_KAFKA."


def call(arguments: tuple[str, ...]) -> tuple[int, str]:
    """The code with which it ends, and the last line that it says."""
    nowhere = {"TENSIONWIRE_KAFKA": "127.0.0.1:1", "TENSIONWIRE_REDIS": "redis://127.0.0.1:1/0"}
    command = [sys.executable, "-m", "tensionwire.cli.main", *arguments]
    done = subprocess.run(command, env=os.environ | nowhere, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.splitlines()[-1]


def test_all_commands_say_alike_what_is_away() -> None:
    with ThreadPoolExecutor(6) as pool:  # each waits some seconds for Kafka
        said = dict(zip(NEED_KAFKA + NEED_REDIS, pool.map(call, NEED_KAFKA + NEED_REDIS), strict=True))
    assert {arguments: said[arguments] for arguments in NEED_KAFKA} == dict.fromkeys(NEED_KAFKA, (69, KAFKA))
    for arguments in NEED_REDIS:
        code, sentence = said[arguments]
        assert (code, sentence[:26]) == (69, "Error: Redis does not answ")
        assert sentence.endswith("). Start it with `make run`, or set TENSIONWIRE_REDIS.")


def ends(error: BaseException) -> click.ClickException:
    with pytest.raises(click.ClickException) as told, kafka_needed("127.0.0.1:1"):
        raise error
    return told.value


def wrapped(cause: Exception) -> KafkaUnavailable:
    error = KafkaUnavailable(f"Kafka did not answer: {cause}")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("wrap", [lambda error: error, wrapped], ids=["bare", "wrapped"])
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.MessageSizeTooLargeError("5 MB"), "takes no message that large"),
        (errors.RecordListTooLargeError(), "raise max.message.bytes"),
        (errors.TopicAuthorizationFailedError("alerts"), "does not allow this"),
        (errors.SaslAuthenticationFailedError("anna"), "does not allow this"),
        (errors.UnknownTopicOrPartitionError("alerts"), "run `tensionwire topics`"),
        (errors.InvalidRecordError("odd"), "refuses: "),
    ],
)
def test_what_kafka_refuses_is_not_told_as_an_outage(error: Exception, said: str, wrap: Any) -> None:
    told = ends(wrap(error))
    assert isinstance(told, KafkaRefused)
    assert told.exit_code == 1
    assert said in told.message
    assert "does not answer" not in told.message
    assert type(error).__name__ in told.message


@pytest.mark.parametrize("error", [errors.KafkaTimeoutError(), errors.KafkaConnectionError(), TimeoutError()])
def test_an_outage_is_told_as_one(error: Exception) -> None:
    assert isinstance(ends(error), Away)
    assert ends(error).message == KAFKA.removeprefix("Error: ")


def test_a_wait_for_a_topic_that_is_not_there_names_the_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tensionwire.runtime.kafka.reachable", lambda _: True)
    monkeypatch.setattr(away, "_missing", lambda _: ["alerts", "silences"])
    told = ends(errors.KafkaTimeoutError("waited"))
    assert (told.exit_code, "has no topic alerts, silences: run" in told.message) == (1, True)
    monkeypatch.setattr(away, "_missing", lambda _: [])
    assert "takes connections and gives no answer" in ends(errors.KafkaTimeoutError("waited")).message


@pytest.mark.parametrize(
    ("good", "error", "code", "told"),
    [
        (2, errors.KafkaTimeoutError(), 69, "2 sent before that; these need no second replay. Not confirmed: 12 13;"),
        (0, errors.KafkaTimeoutError(), 69, "Nothing was sent before that. Not confirmed: 10 11 12 13;"),
        (
            3,
            errors.MessageSizeTooLargeError(),
            1,
            "3 sent before that; these need no second replay. Not confirmed: 13;",
        ),
    ],
)
def test_a_replay_that_breaks_off_says_how_far_it_came(
    good: int, error: Exception, code: int, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Client:
        sent = 0

        def send(self, *_: Any, **__: Any) -> Any:
            def get(_: float) -> None:
                if self.sent == good:
                    raise error
                self.sent += 1

            return SimpleNamespace(get=get)

        def close(self) -> None:
            pass

    letters = [Letter(n, b"k", b"v", [], "bad-json", "", "tag", "articles", 0, n, "") for n in range(10, 14)]
    monkeypatch.setattr("tensionwire.runtime.kafka.producer", lambda _: Client())
    monkeypatch.setattr(deadletters, "_read", lambda _: iter(letters))
    monkeypatch.setenv("TENSIONWIRE_KAFKA", "127.0.0.1:1")
    done = CliRunner().invoke(deadletters.deadletters, ["replay", "--all"])
    assert done.exit_code == code
    assert told in done.output
    assert "Traceback" not in done.output
