"""The notifier on a real Kafka: every pair of alert and receiver ends in one recorded outcome."""

import time
from pathlib import Path

import msgspec
import pytest

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.topics import ALERTS, DELIVERIES
from tensionwire.contracts.wire import decode, encode
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.state.replay import read_whole
from tests.conftest import MakeStack
from tests.consumers.making import alert
from tests.edge import reading
from tests.edge.receiver import OK, Receiver

pytestmark = pytest.mark.service


def raise_alerts(stack: Stack, alerts: list[Alert]) -> None:
    client = producer(stack.kafka)
    sends = [client.send(ALERTS.name, key=a.record.encode(), value=encode(a)) for a in alerts]
    for sent in sends:
        sent.get(10)
    client.close()


def outcomes(stack: Stack) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in reading.ledger(stack.kafka).values():
        found[row.outcome] = found.get(row.outcome, 0) + 1
    return found


def start(stacks: MakeStack, tmp_path: Path, receiver: Receiver, **env: str) -> Stack:
    rules = receiver.rules(tmp_path)
    stack = stacks(("notify",), TENSIONWIRE_RULES=str(rules), TEST_SECRET=receiver.secret, **env)
    stack.start()
    return stack


def test_a_failure_comes_again_and_the_ledger_tells_it(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    receiver.answer = lambda n: (503, {}, 0.0) if n == 0 else OK
    stack = start(stacks, tmp_path, receiver)
    raise_alerts(stack, [alert(1)])
    row = reading.wait(lambda: [r for r in reading.ledger(stack.kafka).values() if r.tries == 1])[0]
    assert (row.outcome, row.reason) == ("pending", "http-503")
    assert row.due
    assert row.alert is not None

    # what waits for its next try survives the death of the notifier
    stack.kill("notify")
    stack.restart("notify")
    reading.wait(lambda: outcomes(stack) == {"delivered": 1})
    assert receiver.ids() == [alert(1).id]


def test_what_is_final_lies_in_dead_letters(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    receiver.answer = lambda _: (404, {}, 0.0)
    stack = start(stacks, tmp_path, receiver)
    raise_alerts(stack, [alert(1)])
    reading.wait(lambda: outcomes(stack) == {"dead": 1})
    assert [reading.reason(letter) for letter in reading.dead_letters(stack.kafka)] == ["http-404"]


def test_a_replay_delivers_nothing_twice(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    stack = start(stacks, tmp_path, receiver)
    raise_alerts(stack, [alert(n) for n in range(20)])
    reading.wait(lambda: outcomes(stack) == {"delivered": 20})
    raise_alerts(stack, [alert(n) for n in range(25)])
    reading.wait(lambda: outcomes(stack) == {"delivered": 25})
    assert sorted(receiver.ids()) == sorted(alert(n).id for n in range(25))


def test_alerts_of_one_record_arrive_in_order(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    # every other call is slow: without order the fast ones would pass the slow ones
    receiver.answer = lambda n: (200, {}, 0.2 if n % 2 == 0 else 0.0)
    stack = start(stacks, tmp_path, receiver)
    wanted = [alert(n, record="the-record") for n in range(8)]
    raise_alerts(stack, wanted)
    reading.wait(lambda: len(receiver.ids()) == 8)
    assert receiver.ids() == [a.id for a in wanted]


def test_a_hanging_receiver_delays_no_other(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    hanging = Receiver(lambda _: (200, {}, 60.0))
    rules = tmp_path / "two.yaml"
    hooks = "".join(
        f"  - name: {name}\n    stale: true\n    digest: false\n"
        f"    webhook: {{url: '{r.url}', secret_env: TEST_SECRET, allow: [127.0.0.0/8]}}\n"
        for name, r in (("hanging", hanging), ("fine", receiver))
    )
    rules.write_text(f"receivers:\n{hooks}route: {{receivers: [hanging, fine]}}\n")
    stack = stacks(("notify",), TENSIONWIRE_RULES=str(rules), TEST_SECRET=receiver.secret)
    stack.start()
    began = time.monotonic()
    raise_alerts(stack, [alert(n) for n in range(50)])
    reading.wait(lambda: len(receiver.ids()) == 50)
    assert time.monotonic() - began < 15  # the limit of one try at the hanging one
    hanging.close()


def test_an_alert_that_cannot_be_read_lies_in_dead_letters(
    stacks: MakeStack, tmp_path: Path, receiver: Receiver
) -> None:
    stack = start(stacks, tmp_path, receiver)
    client = producer(stack.kafka)
    client.send(ALERTS.name, key=b"bad", value=b"{not an alert").get(10)
    client.close()
    raise_alerts(stack, [alert(1)])
    reading.wait(lambda: receiver.ids() == [alert(1).id])
    letter = reading.dead_letters(stack.kafka)[0]
    assert (reading.reason(letter), letter.value) == ("bad-alert", b"{not an alert")


def test_an_answer_that_was_never_recorded_is_repeated_once_with_the_same_id(
    stacks: MakeStack, tmp_path: Path, receiver: Receiver
) -> None:
    """The row of a delivery is missing, as after a kill -9 between the receiver's 2xx and the ledger's row."""
    stack = start(stacks, tmp_path, receiver)
    raise_alerts(stack, [alert(1)])
    reading.wait(lambda: outcomes(stack) == {"delivered": 1})
    stack.kill("notify")
    row = next(iter(reading.ledger(stack.kafka).values()))
    row.outcome, row.alert, row.tries = "pending", alert(1), 0
    client = producer(stack.kafka)
    client.send(DELIVERIES.name, key=row.key.encode(), value=encode(row)).get(10)
    client.close()
    stack.restart("notify")
    reading.wait(lambda: outcomes(stack) == {"delivered": 1})
    assert receiver.ids() == [alert(1).id] * 2


def two_hooks(folder: Path, bad: Receiver, fine: Receiver) -> Path:
    rules = folder / "two.yaml"
    hooks = "".join(
        f"  - name: {name}\n    stale: true\n    digest: false\n"
        f"    webhook: {{url: '{r.url}', secret_env: TEST_SECRET, allow: [127.0.0.0/8]}}\n"
        for name, r in (("bad", bad), ("fine", fine))
    )
    rules.write_text(f"receivers:\n{hooks}route: {{receivers: [bad, fine]}}\n")
    return rules


def test_thousands_that_wait_for_a_dead_receiver_delay_no_other(
    stacks: MakeStack, tmp_path: Path, receiver: Receiver
) -> None:
    """More alerts wait for one receiver than memory holds; they are read back from the ledger after a restart."""
    bad = Receiver(lambda _: (503, {"Retry-After": "3600"}, 0.0))
    stack = stacks(("notify",), TENSIONWIRE_RULES=str(two_hooks(tmp_path, bad, receiver)), TEST_SECRET=receiver.secret)
    stack.start()
    wanted = [alert(n) for n in range(3000)]
    raise_alerts(stack, wanted)
    reading.wait(lambda: len(receiver.ids()) == len(wanted), 90)
    reading.wait(lambda: bad.count == len(wanted), 90)
    assert outcomes(stack) == {"delivered": 3000, "pending": 3000}
    bad.close()


def test_alerts_of_one_record_stay_in_order_over_a_restart(
    stacks: MakeStack, tmp_path: Path, receiver: Receiver
) -> None:
    """The first is written anew at its try, behind the second: after a restart the revision still tells the order."""
    receiver.answer = lambda n: (503, {}, 0.0) if n == 0 else OK
    stack = start(stacks, tmp_path, receiver)
    wanted = [msgspec.structs.replace(alert(n, record="the-record"), revision=n + 1) for n in range(3)]
    raise_alerts(stack, wanted)
    reading.wait(lambda: any(r.tries for r in reading.ledger(stack.kafka).values()))
    stack.kill("notify")
    stack.restart("notify")
    reading.wait(lambda: outcomes(stack) == {"delivered": 3})
    assert receiver.ids() == [a.id for a in wanted]


def test_odd_times_and_odd_rows_stop_nobody(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    stack = start(stacks, tmp_path, receiver)
    client = producer(stack.kafka)
    client.send(DELIVERIES.name, key=b"odd", value=b"{no row").get(10)
    client.close()
    stack.kill("notify")
    stack.restart("notify")
    times = ["2026-01-02", "2026-01-02T03:04:00", "yesterday", "", "0001-01-01T00:00:00+14:00"]
    wanted = [msgspec.structs.replace(alert(n), published=t, arrived=t) for n, t in enumerate(times)]
    raise_alerts(stack, wanted)
    reading.wait(lambda: len(receiver.ids()) == len(wanted))
    reading.wait(lambda: delivered(stack) == len(wanted))


def delivered(stack: Stack) -> int:
    rows = [r.value for r in read_whole(stack.kafka, DELIVERIES) if r.value != b"{no row"]
    return len({row.key for row in (decode(v, Delivery) for v in rows) if row.outcome == "delivered"})


def test_a_broker_that_dies_is_told_and_waited_for(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    stack = start(stacks, tmp_path, receiver)
    raise_alerts(stack, [alert(1)])
    reading.wait(lambda: outcomes(stack) == {"delivered": 1})
    stack.kill("kafka")
    reading.wait(lambda: not stack.ready("notify"), 20)
    stack.restart("kafka")
    reading.wait(lambda: stack.ready("notify"), 60)
    raise_alerts(stack, [alert(2)])
    reading.wait(lambda: outcomes(stack) == {"delivered": 2})
    assert receiver.ids() == [alert(1).id, alert(2).id]


def test_an_alert_of_a_newer_major_pauses_the_notifier(stacks: MakeStack, tmp_path: Path, receiver: Receiver) -> None:
    stack = start(stacks, tmp_path, receiver)
    client = producer(stack.kafka)
    client.send(ALERTS.name, value=b"{}", headers=[("ce_type", b"tensionwire.alert.v2")]).get(10)
    client.close()
    reading.wait(lambda: not stack.ready("notify"), 20)
    assert reading.dead_letters(stack.kafka) == []
    assert stack.programs["notify"].alive()
