"""What becomes of alerts at receivers, on a real Kafka and real HTTP receivers, over days that pass in a moment."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest

from alerts.rules import parse
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.silence import Matchers, Silence
from tensionwire.contracts.topics import SILENCES
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import producer
from tests.consumers.making import alert
from tests.consumers.office import NOON, hook, office
from tests.edge import reading
from tests.edge.receiver import OK, Receiver

pytestmark = pytest.mark.service
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch, receiver: Receiver) -> None:
    monkeypatch.setenv("TEST_SECRET", receiver.secret)


@pytest.fixture
def other() -> Iterator[Receiver]:
    found = Receiver()
    yield found
    found.close()


def letters(kafka: str, receiver: str) -> list[str]:
    return [
        reading.reason(letter)
        for letter in reading.dead_letters(kafka)
        if (letter.key or b"").decode().endswith(f":{receiver}")
    ]


def test_ten_tries_over_75_hours_then_a_dead_letter_and_a_word_to_the_operators(
    kafka: str, receiver: Receiver, other: Receiver
) -> None:
    receiver.answer = lambda _: (500, {}, 0.0)

    async def run() -> None:
        failing, operators = hook(receiver), hook(other)
        rules = {
            "operators": operators["name"],
            "route": {"receivers": [failing["name"]], "contacts": "all"},
        }
        async with office(kafka, failing, operators, rules=rules) as found:
            await found.raise_alerts(alert(1), alert(2))
            await found.let_pass(66 * HOUR)
            assert receiver.count < 20
            assert found.outcomes(failing["name"]) == {"pending": 2}
            await found.let_pass(20 * HOUR)
            assert receiver.count == 20
            assert found.outcomes(failing["name"]) == {"dead": 2}
            assert {row.tries for row in found.rows()[failing["name"]]} == {10}
            assert letters(kafka, failing["name"]) == ["http-500"] * 2
            # two alerts, one word a day
            [notice] = other.calls
            assert notice.data["type"] == "notice"
            assert failing["name"] in notice.data["data"]["text"]
            assert found.outcomes(operators["name"]) == {"delivered": 1}

    asyncio.run(run())


def test_a_receivers_wish_is_honoured_and_it_recovers(kafka: str, receiver: Receiver) -> None:
    receiver.answer = lambda n: (429, {"Retry-After": "7200"}, 0.0) if n == 0 else OK

    async def run() -> None:
        to = hook(receiver)
        async with office(kafka, to) as found:
            await found.raise_alerts(alert(1))
            await found.let_pass(timedelta(minutes=119))
            assert receiver.count == 1
            await found.let_pass(timedelta(minutes=2))
            assert found.outcomes(to["name"]) == {"delivered": 1}

    asyncio.run(run())


def test_a_410_switches_the_receiver_off_and_the_rest_are_dead_letters(kafka: str, receiver: Receiver) -> None:
    receiver.answer = lambda _: (410, {}, 0.0)

    async def run() -> None:
        to = hook(receiver)
        async with office(kafka, to) as found:
            await found.raise_alerts(alert(1))
            await found.idle()
            await found.raise_alerts(*(alert(n) for n in range(2, 12)))
            await found.idle()
            assert receiver.count == 1
            assert found.outcomes(to["name"]) == {"dead": 11}
            assert set(letters(kafka, to["name"])) == {"gone"}
            # a restart asks once more
            await found.end()
            await found.begin()
            receiver.answer = lambda _: OK
            await found.raise_alerts(alert(20))
            await found.idle()
            assert found.outcomes(to["name"]) == {"dead": 11, "delivered": 1}

    asyncio.run(run())


NIGHT = [{"from": "12:00", "to": "20:00", "urgent": "critical"}]


def test_quiet_hours_hold_until_their_end_over_a_restart(kafka: str, receiver: Receiver) -> None:
    async def run() -> None:
        to = hook(receiver, quiet_hours=NIGHT)
        async with office(kafka, to) as found:
            await found.raise_alerts(*(alert(n) for n in range(3)))
            await found.let_pass(4 * HOUR)
            assert found.outcomes(to["name"]) == {"held": 3}
            assert {row.reason for row in found.rows()[to["name"]]} == {"quiet-hours"}
            await found.end()
            await found.begin()
            await found.raise_alerts(alert(3), alert(1))  # one is new, one is a repeat
            await found.let_pass(5 * HOUR)
            assert found.outcomes(to["name"]) == {"delivered": 4}
            [call] = receiver.calls
            assert call.data["type"] == "digest"
            assert [a["id"] for a in call.data["data"]["alerts"]] == [alert(n).id for n in range(4)]
            assert {row.digest for row in found.rows()[to["name"]]} == {call.id}

    asyncio.run(run())


def test_what_is_urgent_goes_at_once_and_takes_its_record_along(kafka: str, receiver: Receiver) -> None:
    async def run() -> None:
        to = hook(receiver, quiet_hours=NIGHT)
        async with office(kafka, to) as found:
            second = msgspec.structs.replace(alert(2, record="r"), severity="critical", revision=2)
            await found.raise_alerts(alert(1, record="r"), alert(5), second)
            await found.idle()
            assert receiver.ids() == [alert(1).id, second.id]
            await found.let_pass(9 * HOUR)
            assert receiver.ids() == [alert(1).id, second.id, alert(5).id]

    asyncio.run(run())


def test_too_many_become_digests_of_a_hundred_with_the_same_ids_after_a_crash(kafka: str, receiver: Receiver) -> None:
    async def run() -> None:
        to = hook(receiver, digest={"more_than": 20, "within": "10m", "wait": "10m"})
        async with office(kafka, to) as found:
            await found.raise_alerts(*(alert(n) for n in range(240)))
            await found.idle()
            assert found.outcomes(to["name"]) == {"delivered": 20, "held": 220}
            receiver.answer = lambda _: (503, {}, 0.0)
            await found.let_pass(timedelta(minutes=10))
            receiver.answer = lambda _: OK
            await found.end()
            await found.begin()
            await found.let_pass(HOUR)
            assert found.outcomes(to["name"]) == {"delivered": 240}
            digests = [c for c in receiver.calls if c.data["type"] == "digest"]
            assert sorted(len(c.data["data"]["alerts"]) for c in digests) == [20, 100, 100]
            assert len({c.id for c in digests}) == 3
            told = [a["id"] for c in digests for a in c.data["data"]["alerts"]]
            assert len(set(told)) == len(told) == 220
            assert {row.digest for row in found.rows()[to["name"]]} - {None} == {c.id for c in digests}
            # the flood is over: the next one comes by itself
            await found.raise_alerts(alert(500))
            await found.idle()
            assert receiver.ids()[-1] == alert(500).id

    asyncio.run(run())


def test_a_silence_is_asked_when_sending_and_suppresses_for_good(kafka: str, receiver: Receiver) -> None:
    receiver.answer = lambda n: (503, {}, 0.0) if n == 0 else OK

    async def run() -> None:
        to = hook(receiver)
        async with office(kafka, to) as found:
            await found.raise_alerts(alert(1, record="loud"))
            await found.idle()
            silence = Silence(
                id=f"s-{to['name']}", matchers=Matchers(records=["loud"]), ends=(NOON + 2 * HOUR).isoformat()
            )
            client = producer(kafka)
            client.send(SILENCES.name, key=silence.id.encode(), value=encode(silence)).get(10)
            client.close()
            for _ in range(100):
                if silence.id in found.shift._desk.silences:
                    break
                await asyncio.sleep(0.1)
            # its second try, and a new one
            await found.let_pass(HOUR)
            await found.raise_alerts(alert(2, record="loud"), alert(3, record="other"))
            await found.let_pass(HOUR)
            assert receiver.ids() == [alert(3).id]
            rows = {row.alert_id: row for row in found.rows()[to["name"]]}
            for number in (1, 2):
                row = rows[alert(number).id]
                assert (row.outcome, row.reason, row.silence) == ("suppressed", "silenced", silence.id)
            await found.raise_alerts(alert(4, record="loud"))
            await found.idle()
            assert receiver.ids() == [alert(3).id, alert(4).id]

    asyncio.run(run())


def test_a_receiver_that_the_rules_name_no_longer_leaves_dead_letters(kafka: str, receiver: Receiver) -> None:
    receiver.answer = lambda _: (503, {}, 0.0)

    async def run() -> None:
        gone, stays = hook(receiver), hook(receiver)
        async with office(kafka, gone, stays) as found:
            await found.raise_alerts(alert(1))
            await found.idle()
            await found.end()
            before = found.rules
            text = {"receivers": [stays], "route": {"receivers": [stays["name"]]}}
            found.rules = parse(msgspec.json.encode(text).decode(), "rules")
            await found.begin()
            for _ in range(100):
                if letters(kafka, gone["name"]):
                    break
                await asyncio.sleep(0.05)
            await asyncio.sleep(0.2)
            assert letters(kafka, gone["name"]) == ["no-receiver"]
            found.rules = before
            assert found.outcomes(gone["name"]) == {"dead": 1}

    asyncio.run(run())


def test_repeats_in_one_batch_and_over_a_restart_are_told_once(kafka: str, receiver: Receiver) -> None:
    async def run() -> None:
        to = hook(receiver)
        async with office(kafka, to) as found:
            await found.raise_alerts(alert(1), alert(1), alert(2))
            await found.idle()
            await found.end()
            found.mark += 1  # as after many more rows: what was finished before the mark is read in the background
            await found.begin()
            await found.raise_alerts(alert(1), alert(2), alert(3))
            await found.idle()
            assert sorted(receiver.ids()) == sorted(alert(n).id for n in (1, 2, 3))

    asyncio.run(run())


def test_a_backlog_beyond_memory_is_read_back_from_the_ledger(kafka: str, receiver: Receiver) -> None:
    """A receiver that is away while more alerts come than a lane keeps: each arrives whole, in its record's order."""
    receiver.answer = lambda _: (503, {}, 0.0)
    many = [
        msgspec.structs.replace(alert(n, record=f"r{n % 40}", headline=f"Headline {n}"), revision=n) for n in range(900)
    ]

    async def run() -> None:
        to = hook(receiver)
        async with office(kafka, to) as found:
            for start in range(0, len(many), 150):
                await found.raise_alerts(*many[start : start + 150])
            await found.idle()
            receiver.answer = lambda _: OK
            await found.let_pass(HOUR)
            assert found.outcomes(to["name"]) == {"delivered": 900}
        assert len(receiver.ids()) == 900
        arrived: dict[str, list[int]] = {}
        for call in receiver.calls:
            data = msgspec.convert(call.data["data"], Alert)
            assert data.text["en"].headline == f"Headline {data.revision}"
            arrived.setdefault(data.record, []).append(data.revision)
        assert all(found == sorted(found) for found in arrived.values())

    asyncio.run(run())
