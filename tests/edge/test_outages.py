"""Kafka away, Redis away, both: what was decided goes out or waits, and nothing is lost.

Short by default. TEST_AWAY_SECONDS=120 measures what the promises are judged by.
"""

import os
import time
from pathlib import Path

import pytest

from tensionwire.contracts.delivery import FINAL, Delivery
from tensionwire.contracts.topics import ALERTS
from tensionwire.contracts.wire import encode
from tensionwire.ingest.publisher import publish
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import reachable
from tests.conftest import MakeStack
from tests.consumers.making import alert
from tests.edge import load, reading
from tests.edge.receiver import OK, Receiver, several

AWAY = float(os.environ.get("TEST_AWAY_SECONDS", "4"))
EACH = 15  # articles published before, in and after an outage


def told(receiver: Receiver) -> set[str]:
    """Articles whose alerts have arrived."""
    return {call.data["data"]["evidence"][0]["article"] for call in receiver.calls}


def away(stack: Stack, *names: str) -> None:
    """Kill these, and bring them back after a while."""
    for name in names:
        stack.kill(name)
    if "kafka" in names:
        reading.wait(lambda: not stack.ready("notify"), 20)
    time.sleep(AWAY)
    for name in sorted(names, reverse=True):  # the store first: it is back sooner
        stack.restart(name)


def ready(stack: Stack) -> bool:
    stack.tend()
    return all(stack.ready(s) for s in stack.services)


@pytest.mark.service
@pytest.mark.timeout(300 + 5 * AWAY)
def test_what_was_accepted_arrives_whatever_was_away(stacks: MakeStack, receiver: Receiver, tmp_path: Path) -> None:
    stack = stacks(TENSIONWIRE_RULES=str(receiver.rules(tmp_path)), TEST_SECRET=receiver.secret)
    stack.start()
    articles = load.articles(EACH * 6)
    wanted: set[str] = set()

    def push() -> None:
        part = [articles.pop() for _ in range(EACH)]
        assert publish(iter(part), stack.kafka).sent == EACH
        wanted.update(a.id or "" for a in part)

    push()
    reading.wait(lambda: told(receiver) >= wanted, 60)

    # Redis away: decided alerts go out, new decisions wait
    stack.kill("redis")
    push()
    decided = alert(1)
    reading.wait(lambda: not stack.ready("decide") or not stack.ready("tag"), 30)
    client = reading.sender(stack.kafka)
    client.send(ALERTS.name, key=decided.record.encode(), value=encode(decided)).get(10)
    client.close()
    reading.wait(lambda: decided.id in receiver.ids(), 20)
    time.sleep(AWAY)
    assert not told(receiver) >= wanted
    assert stack.ready("notify")
    stack.restart("redis")
    reading.wait(lambda: ready(stack), 60)
    reading.wait(lambda: told(receiver) >= wanted, 60)

    # Kafka away, right after it took articles; then both
    for names in (("kafka",), ("kafka", "redis")):
        push()
        away(stack, *names)
        reading.wait(lambda: ready(stack), 120)
        push()
        reading.wait(lambda: told(receiver) >= wanted, 90)

    reading.wait(lambda: all(r.outcome in FINAL for r in reading.ledger(stack.kafka).values()), 30)
    rows = reading.ledger(stack.kafka)
    assert {row.outcome for row in rows.values()} == {"delivered"}
    assert {a.id for a in reading.alerts(stack.kafka)} == set(receiver.ids())
    assert reading.dead_letters(stack.kafka) == []
    repeats = len(receiver.ids()) - len(set(receiver.ids()))
    print(f"\n{len(wanted)} articles, outages of {AWAY:.0f} s: 0 lost, {repeats} repeats")


@pytest.mark.service
def test_a_first_dead_letter_while_kafka_is_away_holds_nobody_up(
    stacks: MakeStack, receiver: Receiver, tmp_path: Path
) -> None:
    """kafka-python asks for a topic's partitions at the first send to it, and blocks until it has them."""
    receiver.answer = lambda _: (500, {}, 0.0)
    other = Receiver(lambda number: (503, {"Retry-After": "6"}, 0.0) if number == 0 else OK)
    rules = tmp_path / "rules.yaml"
    rules.write_text(several(failing=receiver, other=other))
    stack = stacks(("notify",), TENSIONWIRE_RULES=str(rules), TEST_SECRET=receiver.secret, TENSIONWIRE_RETRY_PAUSES="3")
    stack.start()
    client, decided = reading.sender(stack.kafka), alert(1)
    client.send(ALERTS.name, key=decided.record.encode(), value=encode(decided)).get(10)
    client.close()
    reading.wait(lambda: [r.tries for r in reading.ledger(stack.kafka).values()] == [1, 1], pause=0.01)
    stack.kill("kafka")
    reading.wait(lambda: receiver.count == 2, 10)  # given up, and its letter cannot be laid
    reading.wait(lambda: other.ids() == [decided.id], 10)
    other.close()
    stack.restart("kafka")
    reading.wait(lambda: reachable(stack.kafka) and ready(stack), 60)
    reading.wait(lambda: [reading.reason(x) for x in reading.dead_letters(stack.kafka)] == ["http-500"], 60)
    rows = reading.wait(lambda: final(stack), 30)
    assert {row.receiver: row.outcome for row in rows} == {"failing": "dead", "other": "delivered"}


def final(stack: Stack) -> list[Delivery]:
    """The rows of the ledger, once all are final."""
    rows = list(reading.ledger(stack.kafka).values())
    return rows if all(row.outcome in FINAL for row in rows) else []
