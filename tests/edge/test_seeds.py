"""The demonstration, at the edge that users see: articles in, alerts and webhook calls out."""

from collections import Counter
from pathlib import Path

import pytest
import redis
import yaml

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.article import Article
from tensionwire.contracts.wire import decode
from tensionwire.ingest.publisher import publish
from tensionwire.ingest.reading import read
from tensionwire.local.seeds import play, seed_files
from tensionwire.local.stack import Stack
from tests.conftest import MakeStack
from tests.edge import reading
from tests.edge.receiver import Receiver

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def summary(alert: Alert) -> str:
    """An alert in the words of seeds/expected.yaml."""
    if alert.topic:
        return f"{alert.kind} {alert.topic}"
    return f"{alert.kind} {alert.subject} {alert.form} {alert.status}"


def publish_seeds(stack: Stack) -> None:
    for _ in play(seed_files(SEEDS), stack.kafka, lambda file: publish(read([str(file)]), stack.kafka)):
        pass


def by_article(alerts: list[Alert]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for alert in alerts:
        found.setdefault(alert.evidence[0].article, Counter())[summary(alert)] += 1
    return found


@pytest.mark.service
def test_seeds_raise_what_a_reader_expects_once_each_and_nothing_on_replay(
    stacks: MakeStack, receiver: Receiver, tmp_path: Path
) -> None:
    rules = receiver.rules(tmp_path, stale=True)
    stack = stacks(TENSIONWIRE_RULES=str(rules), TEST_SECRET=receiver.secret)
    stack.start()
    publish_seeds(stack)
    expected = yaml.safe_load((SEEDS / "expected.yaml").read_text(encoding="utf-8"))
    wanted = {article: Counter(lines) for article, lines in expected.items() if lines}
    alerts = reading.alerts(stack.kafka)
    assert by_article(alerts) == wanted
    assert {a.id for a in alerts} == reading.wait(
        lambda: set(receiver.ids()) if len(receiver.ids()) >= len(alerts) else None
    )
    assert len(receiver.ids()) == len(alerts)

    before = [a.id for a in alerts]
    # the same articles again, by another producer: nothing new
    publish((decode(f.read_bytes(), Article) for f in seed_files(SEEDS)), stack.kafka)
    reading.wait_until_decided(stack.kafka)
    assert [a.id for a in reading.alerts(stack.kafka)] == before

    # Redis flushed in between: the same records, no alert
    redis.Redis.from_url(stack.redis).flushall()
    publish((decode(f.read_bytes(), Article) for f in seed_files(SEEDS)), stack.kafka)
    reading.wait_until_decided(stack.kafka)
    assert [a.id for a in reading.alerts(stack.kafka)] == before


@pytest.mark.service
def test_old_articles_do_not_ring_at_a_receiver_that_did_not_opt_in(
    stacks: MakeStack, receiver: Receiver, tmp_path: Path
) -> None:
    stack = stacks(TENSIONWIRE_RULES=str(receiver.rules(tmp_path, stale=False)), TEST_SECRET=receiver.secret)
    stack.start()
    publish(read([str(SEEDS / "05-jakarta-geplant.json")]), stack.kafka)
    rows = reading.wait(lambda: reading.ledger(stack.kafka))
    assert {(r.outcome, r.reason) for r in rows.values()} == {("suppressed", "stale")}
    assert receiver.ids() == []
