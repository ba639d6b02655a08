"""Dead letters and deliveries as operators ask for them, on a real Kafka."""

import asyncio
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consumers.deadletters import Letter, NotReplayable, replay_of
from tensionwire.cli.main import cli
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.deadletter import dead_letter
from tensionwire.contracts.topics import ALERTS, ARTICLES, DEAD_LETTERS
from tensionwire.contracts.wire import decode
from tensionwire.runtime.kafka import producer
from tests.consumers.making import alert
from tests.consumers.office import Record, hook, office
from tests.edge import reading
from tests.edge.receiver import OK, Receiver

pytestmark = pytest.mark.service


@pytest.fixture(autouse=True)
def settings(kafka: str, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENSIONWIRE_KAFKA", kafka)
    monkeypatch.setenv("TEST_SECRET", receiver.secret)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def lay(kafka: str, key: bytes, value: bytes, reason: str) -> int:
    """A dead letter of an article; its number."""
    place = {"step": "tag", "topic": ARTICLES.name, "partition": 3, "offset": 7, "time": "2026-01-02T03:04:05+00:00"}
    found = dead_letter(key, value, [("source", b"feed")], reason=reason, detail="said why", **place)  # type: ignore[arg-type]
    client = producer(kafka)
    sent = client.send(DEAD_LETTERS.name, key=found.key, value=found.value, headers=found.headers).get(10)
    client.close()
    return int(sent.offset)


def test_letters_are_listed_shown_and_exported(kafka: str, tmp_path: Path) -> None:
    number = lay(kafka, b"listed", b'{"text": "\x1b[31m\xff', "bad-json-listed")
    listed = run("deadletters", "list", "--reason", "bad-json-listed").output
    assert f"{number}  2026-01-02T03:04:05+00:00  bad-json-listed" in listed
    assert "\x1b" not in listed
    shown = run("deadletters", "show", str(number)).stdout_bytes
    assert b"reason: bad-json-listed" in shown
    assert b"source: feed" in shown
    assert b'{"text": "\x1b[31m\xff' in shown
    run("deadletters", "export", str(tmp_path / "x.jsonl"), "--reason", "bad-json-listed")
    [line] = (tmp_path / "x.jsonl").read_text().splitlines()
    found = json.loads(line)
    assert (found["number"], found["key"], found["headers"]) == (number, "listed", {"source": "feed"})
    assert "value_base64" in found
    assert run("deadletters", "show", "99999999").exit_code == 1
    assert run("deadletters", "replay").exit_code == 2


def test_an_article_goes_back_to_its_topic_with_its_first_time(kafka: str) -> None:
    number = lay(kafka, b"again", b"Xi traf Macron.", "replayed-article")
    assert "would send 1" in run("deadletters", "replay", str(number), "--dry-run").output
    assert "sent 1 again" in run("deadletters", "replay", "--reason", "replayed-article").output
    [record] = [r for r in reading.read_whole(kafka, ARTICLES) if r.key == b"again"]
    assert record.value == b"Xi traf Macron."
    assert dict(record.headers) == {"source": b"feed", "first-time": b"2026-01-02T03:04:05+00:00"}


def test_what_a_receiver_missed_goes_to_it_alone_and_only_once(kafka: str, receiver: Receiver) -> None:
    bad = Receiver(lambda _: (404, {}, 0.0))

    async def go() -> None:
        fine, failing = hook(receiver), hook(bad)
        async with office(kafka, fine, failing) as found:
            await found.raise_alerts(alert(1), alert(2))
            await found.idle()
            assert found.outcomes(failing["name"]) == {"dead": 2}
            bad.answer = lambda _: OK
            before = reading.read_whole(kafka, ALERTS)
            last = max((r.offset for r in before), default=-1)
            said = await asyncio.to_thread(run, "deadletters", "replay", "--receiver", failing["name"])
            assert "sent 2 again" in said.output
            again = [r for r in reading.read_whole(kafka, ALERTS) if r.offset > last]
            assert {decode(r.value, Alert).id for r in again} == {alert(1).id, alert(2).id}  # in the order of giving up
            await found.shift.settle([Record(r.value, r.key, tuple(r.headers)) for r in again])
            await found.idle()
            assert found.outcomes(failing["name"]) == {"delivered": 2}
            assert sorted(bad.ids()) == sorted(receiver.ids()) == sorted([alert(1).id, alert(2).id])
            said = await asyncio.to_thread(run, "deadletters", "replay", "--receiver", failing["name"])
            assert "sent 0 again, passed over 2" in said.output
            table = (await asyncio.to_thread(run, "deliveries", "--receiver", failing["name"])).output
            assert failing["name"] in table
            rows = await asyncio.to_thread(run, "deliveries", "--alert", alert(1).id, "--json")
            assert {json.loads(line)["receiver"] for line in rows.output.splitlines()} >= {
                fine["name"],
                failing["name"],
            }

    asyncio.run(go())
    bad.close()


def test_what_waits_is_shown_with_its_reason(kafka: str, receiver: Receiver) -> None:
    receiver.answer = lambda _: (503, {}, 0.0)

    async def go() -> None:
        to = hook(receiver)
        async with office(kafka, to) as found:
            await found.raise_alerts(alert(1))
            await found.idle()
            said = await asyncio.to_thread(run, "deliveries", "--waiting", "--receiver", to["name"])
            for word in (alert(1).id, "pending", "http-503", "2026-03-04T12:00:0"):
                assert word in said.output

    asyncio.run(go())


def test_what_cannot_be_sent_again_says_why() -> None:
    plain = Letter(1, b"k", b"{}", [], "r", "d", "notify", "deliveries", 0, 0, "")
    with pytest.raises(NotReplayable, match="no delivery"):
        replay_of(plain)
    with pytest.raises(NotReplayable, match="nothing reads"):
        replay_of(plain._replace(topic="contacts"))
