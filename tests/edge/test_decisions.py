"""Decisions on the real stack: a replay changes nothing, Redis comes back from Kafka, outcomes are explained."""

import json
import os
import subprocess
import sys
from collections import Counter
from typing import Any

import msgspec
import pytest
import redis

from tensionwire.contracts.record import Record
from tensionwire.contracts.topics import ALERTS, CONTACTS, SIGHTINGS
from tensionwire.contracts.wire import encode
from tensionwire.ingest.publisher import publish
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.state.replay import read_whole
from tests.conftest import MakeStack
from tests.edge import load, reading
from tests.edge.test_seeds import publish_seeds
from tests.rules import rule

pytestmark = pytest.mark.service


def contacts(kafka: str) -> dict[bytes, bytes]:
    """The latest value of each record, without the place that it was decided at: that depends on the batches."""
    decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
    latest = {r.key: decoder.decode(r.value) for r in read_whole(kafka, CONTACTS)}
    return {key: encode(msgspec.structs.replace(record, applied=None)) for key, record in latest.items()}


def alerts(kafka: str) -> set[bytes]:
    """Each alert's value."""
    return {r.value for r in read_whole(kafka, ALERTS)}


def command(stack: Stack, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command against a stack."""
    environment = os.environ | {"TENSIONWIRE_KAFKA": stack.kafka, "TENSIONWIRE_REDIS": stack.redis}
    line = [sys.executable, "-m", "tensionwire.cli.main", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, env=environment)


def answer(stack: Stack, wanted: str) -> dict[str, Any]:
    """What explain says of an id, as JSON."""
    done = command(stack, "explain", "--json", wanted)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@rule("C20")
def test_a_replay_into_empty_stores_gives_the_same_records_and_alerts_byte_for_byte(stacks: MakeStack) -> None:
    """Promise of section 4: `sightings` from the start, an empty Redis and an empty `contacts`."""
    first = stacks(("tag", "decide"))
    first.start()
    publish_seeds(first)
    publish(load.articles(150), first.kafka)
    reading.wait_until_decided(first.kafka)
    sightings = list(read_whole(first.kafka, SIGHTINGS))
    wanted_records, wanted_alerts = contacts(first.kafka), alerts(first.kafka)
    first.stop()
    again = stacks(("decide",))
    again.start()
    client = producer(again.kafka)
    for one in sightings:  # into the same partitions, in their order
        client.send(SIGHTINGS.name, key=one.key, value=one.value, headers=one.headers, partition=one.partition)
    client.flush()
    client.close()
    reading.wait(lambda: contacts(again.kafka) == wanted_records)
    assert alerts(again.kafka) == wanted_alerts
    assert len(wanted_alerts) > 150


def test_each_outcome_is_explained_and_redis_comes_back_from_kafka_without_an_alert(stacks: MakeStack) -> None:
    stack = stacks()
    stack.start()
    publish_seeds(stack)
    explained(stack)
    before = alerts(stack.kafka)
    done = command(stack, "rebuild")
    assert done.returncode == 0, done.stderr
    assert f"loaded {len(contacts(stack.kafka))} records" in done.stdout
    redis.Redis.from_url(stack.redis).flushall()
    publish_seeds(stack)  # the registry is loaded by the worker itself
    publish(load.articles(3), stack.kafka)
    reading.wait_until_decided(stack.kafka)
    assert len(alerts(stack.kafka) - before) == 3


def explained(stack: Stack) -> None:
    """Why an alert came, and why an article gave none."""
    reading.wait(lambda: len(reading.ledger(stack.kafka)) >= len(alerts(stack.kafka)))
    planned = next(a for a in reading.alerts(stack.kafka) if a.kind == "contact.new" and a.status == "planned")
    told = answer(stack, planned.id)["alerts"][0]
    assert told["alert"]["evidence"][0]["quote"]
    assert told["receivers"] == [
        {"receiver": "console", "outcome": "suppressed", "reason": "stale", "due": None, "rule": "route"}
    ]
    words = command(stack, "explain", planned.id).stdout
    assert "receiver  console: suppressed, stale" in words
    assert f"record    {planned.record}" in words
    # the article behind it, an article that says nothing, and one that nobody sent
    article = answer(stack, planned.evidence[0].article)
    assert {s["reason"] for s in article["sightings"] if s.get("alerts")} <= {"new-record", "new-episode"}
    assert planned.id in {a for s in article["sightings"] for a in s.get("alerts", [])}
    assert "found no contact and no flashpoint" in command(stack, "explain", "seed-17-winterfest").stdout
    unknown = command(stack, "explain", "nobody-sent-this")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "Nothing is known of 'nobody-sent-this'" in unknown.stderr


@rule("A8")
def test_a_flood_of_last_years_articles_rings_nobody(stacks: MakeStack) -> None:
    stack = stacks()
    stack.start()
    publish(load.articles(2000), stack.kafka)
    reading.wait_until_decided(stack.kafka)
    raised = len(alerts(stack.kafka))
    assert raised >= 2000
    rows = reading.wait(lambda: found if len(found := reading.ledger(stack.kafka)) >= raised else None)
    assert Counter((r.outcome, r.reason) for r in rows.values()) == {("suppressed", "stale"): raised}
