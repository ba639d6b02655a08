"""`tensionwire silence` and `rules route` on a real Kafka."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tensionwire.cli.matchers import read_matchers
from tensionwire.cli.rules import rules
from tensionwire.cli.silence import silence
from tensionwire.contracts.topics import ALERTS, SILENCES
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.silences import Silences, read_silences
from tests.consumers.making import alert
from tests.edge import reading


@pytest.fixture
def run(kafka: str, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("TENSIONWIRE_KAFKA", kafka)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(silence, list(arguments))

    return call


@pytest.mark.service
def test_a_silence_is_added_listed_followed_and_ended(run, kafka: str) -> None:  # type: ignore[no-untyped-def]
    following = Silences(kafka)
    before = len(following.now())
    added = run("add", "dyads=CHN-USA", "status=held,planned", "--for", "2h", "--comment", "summit", "--by", "anna")
    assert added.exit_code == 0, added.output
    name = added.stdout.splitlines()[0]
    listed = json.loads(next(line for line in run("list", "--json").output.splitlines() if name in line))
    assert (listed["matchers"], listed["by"], listed["comment"]) == (
        {"dyads": ["CHN-USA"], "status": ["held", "planned"]},
        "anna",
        "summit",
    )
    assert f"{name}  runs" in run("list").output
    found = read_silences(kafka)[name]
    assert datetime.fromisoformat(found.ends) - datetime.now(UTC) > timedelta(hours=1, minutes=59)

    assert run("expire", name).exit_code == 0
    assert name not in run("list").output
    assert f"{name}  ended" in run("list", "--all").output
    assert "ended already" in run("expire", name).output

    # a service that follows the topic sees the end as well
    def seen_ended() -> bool:
        now = {s.id: s for s in following.now()}
        return name in now and datetime.fromisoformat(now[name].ends) <= datetime.now(UTC)

    reading.wait(seen_ended, 20, pause=0.02)
    assert len(following.now()) == before + 1
    following.close()


@pytest.mark.service
def test_a_silence_that_cannot_be_read_silences_nothing(kafka: str) -> None:
    client = producer(kafka)
    client.send(SILENCES.name, key=b"odd", value=b'{"id":"odd","matchers":{"mood":["bad"]},"ends":"2030-01-01"}').get(
        10
    )
    client.close()
    assert "odd" not in read_silences(kafka)


@pytest.mark.service
def test_rules_route_says_where_an_alert_would_go_and_what_silences_it(run, kafka: str) -> None:  # type: ignore[no-untyped-def]
    one = alert(9001, record="record-9001")
    client = producer(kafka)
    client.send(ALERTS.name, key=one.record.encode(), value=encode(one)).get(10)
    client.close()
    said = CliRunner().invoke(rules, ["route", one.id]).output
    assert said.startswith("console: ")
    assert "by route" in said
    name = run("add", "records=record-9001", "--for", "1h").stdout.splitlines()[0]
    assert "suppressed" in CliRunner().invoke(rules, ["route", one.id]).output
    run("expire", name)
    unknown = CliRunner().invoke(rules, ["route", "no-such-alert"])
    assert unknown.exit_code == 1
    assert "no alert has the id 'no-such-alert'" in unknown.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "dyads=CHN-USA"], "say how long: either --for 2h"),
        (["add", "dyads=CHN-USA", "--for", "soon"], "'soon' is no span"),
        (["add", "dyads=CHN-USA", "--until", "2020-01-01"], "is in the past"),
        (["add", "mood=bad", "--for", "2h"], "write KEY=VALUE, with a key of: kind, severity"),
        (
            ["add", "status=over", "--for", "2h"],
            "status: none is called 'over'; there are: held, planned, possible, canc",
        ),
        (["add", "severity=huge", "--for", "2h"], "severity: none is called 'huge'; there are: low, medium, high"),
        (["add", "kind=contact", "--for", "2h"], "kind: none is called 'contact'; there are: contact.new"),
        (["add", "language=fr", "--for", "2h"], "language: none is called 'fr'; there are: de, en"),
        (["add", "topics=taiwan,nonsense", "--for", "2h"], "topics: none is called 'nonsense'; there are: taiwan, "),
        (["add", "topics=", "--for", "2h"], "write KEY=VALUE"),
        (["add", "countries=CHN,XQX", "--for", "2h"], "no state or organisation of the lexicon has the code 'XQX'"),
        (["add", "dyads=CHN-UAS", "--for", "2h"], "the code 'UAS'; like it are: "),
        (["add", "countries=China", "--for", "2h"], "'China' is no code"),
    ],
)
def test_a_mistake_is_told_before_anything_is_written(
    arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENSIONWIRE_KAFKA", "127.0.0.1:1")
    done = CliRunner().invoke(silence, arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


def test_a_topic_of_your_own_words_can_be_silenced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "flashpoints.yaml").write_text("atlantis:\n  words: [Atlantis]\n", encoding="utf-8")
    with pytest.raises(click.BadParameter, match="none is called 'atlantis'"):
        read_matchers(["topics=atlantis"])
    monkeypatch.setenv("TENSIONWIRE_LEXICON_DIR", str(tmp_path))
    assert read_matchers(["topics=atlantis,taiwan", "countries=EU,CHN,HKG"]).topics == ["atlantis", "taiwan"]
