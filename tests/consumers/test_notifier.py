"""The notifier as a process on a real Kafka, killed and started again. One stack serves all tests here, one by one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from kafka import KafkaConsumer

from benchmarks import deliveries
from consumers.notify.notifier import GROUP, PLACE
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.deadletter import REPLAY_TO
from tensionwire.contracts.topics import ALERTS, DELIVERIES
from tensionwire.contracts.wire import encode
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import producer
from tests.conftest import JARS
from tests.consumers.making import alert
from tests.edge import reading
from tests.edge.receiver import OK, Receiver, several

pytestmark = pytest.mark.service
ROOT = Path(__file__).resolve().parents[2]


class Desk:
    """A stack with a notifier, whose rules each test writes anew."""

    def __init__(self, stack: Stack, rules: Path) -> None:
        self.stack = stack
        self.rules = rules
        self.first = 0  # number of the test's first alert: each test has its own

    def use(self, **receivers: Receiver) -> None:
        """From now on alerts go to these, and only these; returns when the notifier has taken the rules."""
        told = len(self._log())
        self.rules.write_text(several(**receivers))
        os.kill(self.stack.programs["notify"].pid or 0, signal.SIGHUP)
        reading.wait(lambda: "new rules" in self._log()[told:], 20)

    def alert(self, number: int, record: str | None = None, **changes: Any) -> Alert:
        """The test's own alert of that number."""
        return msgspec.structs.replace(alert(self.first + number, record), **changes)

    def raise_alerts(self, *alerts: Alert) -> None:
        """Put them on the topic."""
        put(self.stack, [(a.record.encode(), encode(a), []) for a in alerts])

    def outcomes(self, receiver: str) -> dict[str, int]:
        """How many rows of a receiver have each outcome."""
        found: dict[str, int] = {}
        for row in reading.ledger(self.stack.kafka).values():
            if row.receiver == receiver:
                found[row.outcome] = found.get(row.outcome, 0) + 1
        return found

    def kill_and_restart(self) -> None:
        """kill -9, and a new one."""
        self.stack.kill("notify")
        self.stack.restart("notify")

    def _log(self) -> str:
        return self.stack.programs["notify"].log.read_text(encoding="utf-8")


Message = tuple[bytes | None, bytes, list[tuple[str, bytes]]]


def put(stack: Stack, messages: list[Message], topic: str = ALERTS.name) -> None:
    client = producer(stack.kafka)
    sends = [client.send(topic, key=key, value=value, headers=headers) for key, value, headers in messages]
    for sent in sends:
        sent.get(10)
    client.close()


def committed(kafka: str) -> int:
    """Up to where the notifier has committed the alerts."""
    client = KafkaConsumer(bootstrap_servers=kafka, group_id=GROUP)
    try:
        return client.committed(PLACE) or 0
    finally:
        client.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("notifier")
    file = folder / "rules.yaml"
    nobody = Receiver()
    file.write_text(several(nobody=nobody))
    env = {
        "TENSIONWIRE_RULES": str(file),
        "TEST_SECRET": nobody.secret,
        "TENSIONWIRE_SEND_TIMEOUT": "2",
        "TENSIONWIRE_RETRY_PAUSES": "1,1,2,4",
    }
    with Stack(folder / "s", ("notify",), jars_folder=JARS, ports="random", env=env) as stack:
        yield Desk(stack, file)
    nobody.close()


@pytest.fixture
def desk(running: Desk) -> Desk:
    running.first += 10_000
    return running


def test_what_waits_survives_a_kill_in_its_records_order(desk: Desk, receiver: Receiver) -> None:
    """The first is written anew at its try, behind the second: after a restart the revision still tells the order."""
    receiver.answer = lambda n: (503, {}, 0.0) if n == 0 else OK
    desk.use(order=receiver)
    wanted = [desk.alert(n, record="the-record", revision=n + 1) for n in range(3)]
    desk.raise_alerts(*wanted)
    reading.wait(lambda: any(r.tries and r.receiver == "order" for r in reading.ledger(desk.stack.kafka).values()))
    row = next(r for r in reading.ledger(desk.stack.kafka).values() if r.tries and r.receiver == "order")
    assert (row.reason, row.alert is not None) == ("http-503", True)
    desk.kill_and_restart()
    reading.wait(lambda: desk.outcomes("order") == {"delivered": 3})
    assert receiver.ids() == [a.id for a in wanted]


def test_a_kill_between_the_answer_and_its_row_gives_exactly_one_repeat(desk: Desk, receiver: Receiver) -> None:
    desk.use(failpoint=receiver)
    desk.stack.kill("notify")
    desk.raise_alerts(desk.alert(1))
    env = os.environ | desk.stack.env("notify") | {"TENSIONWIRE_METRICS_PORT": "0"}
    command = [sys.executable, "-W", "ignore", "-m", "tests.consumers.failpoint"]
    died = subprocess.run(command, cwd=ROOT, env=env, timeout=60, check=False)
    assert died.returncode == -signal.SIGKILL
    assert receiver.ids() == [desk.alert(1).id]
    assert desk.outcomes("failpoint") == {"pending": 1}
    desk.stack.restart("notify")
    reading.wait(lambda: desk.outcomes("failpoint") == {"delivered": 1})
    assert receiver.ids() == [desk.alert(1).id] * 2


def test_a_replay_that_was_served_is_not_served_again_after_a_kill(desk: Desk, receiver: Receiver) -> None:
    """The ledger cannot tell a replay from its repeat, so its offset is committed at once: from then on it is safe."""
    desk.use(replay=receiver)
    client, wanted = producer(desk.stack.kafka), desk.alert(1)
    record = {"topic": ALERTS.name, "key": wanted.record.encode(), "value": encode(wanted)}
    client.send(**record).get(10)
    reading.wait(lambda: desk.outcomes("replay") == {"delivered": 1}, pause=0.01)  # one that waits is not sent again
    sent = client.send(**record, headers=[(REPLAY_TO, b"replay")]).get(10)
    reading.wait(lambda: committed(desk.stack.kafka) > sent.offset, pause=0.01)
    reading.wait(lambda: receiver.count == 2, pause=0.01)
    reading.wait(lambda: desk.outcomes("replay") == {"delivered": 1}, pause=0.01)
    desk.kill_and_restart()
    desk.raise_alerts(desk.alert(2))
    reading.wait(lambda: desk.alert(2).id in receiver.ids())
    assert receiver.ids() == [wanted.id, wanted.id, desk.alert(2).id]
    client.close()


def test_thousands_that_wait_for_one_receiver_delay_no_other(desk: Desk, receiver: Receiver) -> None:
    """More alerts wait for one receiver than memory holds, and one hangs; the third gets all of them at once."""
    waits = Receiver(lambda _: (503, {"Retry-After": "3600"}, 0.0))
    hangs = Receiver(lambda _: (200, {}, 3.0))
    desk.use(waits=waits, hangs=hangs, third=receiver)
    wanted = [desk.alert(n) for n in range(800)]
    desk.raise_alerts(*wanted)
    reading.wait(lambda: len(receiver.ids()) == len(wanted), 60)
    reading.wait(lambda: desk.outcomes("third") == {"delivered": 800}, 30)
    assert desk.outcomes("hangs") == {"pending": 800}
    # nobody waits for them any longer: rules without them make dead letters of what they miss
    desk.use(third=receiver)
    reading.wait(lambda: desk.outcomes("waits") == desk.outcomes("hangs") == {"dead": 800}, 60)
    for found in (waits, hangs):
        found.close()


def test_rules_that_cannot_be_used_change_nothing(desk: Desk, receiver: Receiver) -> None:
    desk.use(good=receiver)
    for bad in ("receivers: [", several(good=receiver).replace("TEST_SECRET", "NOT_SET")):
        desk.rules.write_text(bad)
        os.kill(desk.stack.programs["notify"].pid or 0, signal.SIGHUP)
        reading.wait(lambda: "the rules stay as they were" in desk._log(), 20)
    desk.raise_alerts(desk.alert(1))
    reading.wait(lambda: desk.outcomes("good") == {"delivered": 1})


def test_odd_times_odd_rows_and_odd_alerts_stop_nobody(desk: Desk, receiver: Receiver) -> None:
    desk.use(odd=receiver)
    put(desk.stack, [(b"odd", b'{"outcome": 7}', [])], DELIVERIES.name)
    put(desk.stack, [(b"bad", b"{not an alert", [])])
    desk.kill_and_restart()
    times = ["2026-01-02", "2026-01-02T03:04:00", "yesterday", "", "0001-01-01T00:00:00+14:00"]
    wanted = [desk.alert(n, published=t, arrived=t) for n, t in enumerate(times)]
    desk.raise_alerts(*wanted, *wanted)
    reading.wait(lambda: len(receiver.ids()) == len(wanted))
    letters = [x for x in reading.dead_letters(desk.stack.kafka) if reading.reason(x) == "bad-alert"]
    assert [x.value for x in letters] == [b"{not an alert"]


def test_an_alert_of_a_newer_major_pauses_the_notifier(desk: Desk, receiver: Receiver) -> None:
    """The last test here: from then on this notifier waits for its upgrade."""
    desk.use(newer=receiver)
    before = len(reading.dead_letters(desk.stack.kafka))
    put(desk.stack, [(None, b"{}", [("ce_type", b"tensionwire.alert.v2")])])
    reading.wait(lambda: not desk.stack.ready("notify"), 20)
    assert len(reading.dead_letters(desk.stack.kafka)) == before
    assert desk.stack.programs["notify"].alive()


def test_a_storm_of_kills_loses_nothing() -> None:
    """The short form of `python -m benchmarks.deliveries kills`, whose figures stand in the docs."""
    found = deliveries.storm(alerts=250, kills=2, rate=50, every=4, say=print)
    assert found.kills == 2
    assert {name: sum(counts.values()) for name, counts in found.outcomes.items()} == dict.fromkeys(
        ("fine", "half", "hanging", "dead"), 250
    )
    assert found.open == 0
    assert found.lost == 0
    assert found.killed <= found.kills * deliveries.IN_FLIGHT
    assert set(found.outcomes["hanging"]) == set(found.outcomes["dead"]) == {"dead"}
