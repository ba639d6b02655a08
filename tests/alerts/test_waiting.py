"""What silences an alert, and what makes it wait."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from alerts.reasons import Reason
from alerts.routing import Desk, Hold, hold_until, read_silence, silenced
from alerts.rules import parse
from tensionwire.contracts.silence import Matchers, Silence
from tensionwire.contracts.wire import encode
from tests.consumers.making import alert
from tests.rules import rule

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)  # a Thursday
RULES = """
receivers:
  - name: desk
    console: {}
    timezone: Europe/Vienna
    quiet_hours:
      - {from: 22:00, to: 06:30, urgent: critical}
      - {from: 00:00, to: 24:00, days: [sat, sun]}
route: {receivers: [desk]}
"""
DESK = parse(RULES, "r").receivers[0]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-26T12:00+01:00", None),
        ("2026-11-26T21:59+01:00", None),
        ("2026-11-26T22:00+01:00", "2026-11-27T06:30+01:00"),
        ("2026-11-27T06:29+01:00", "2026-11-27T06:30+01:00"),
        ("2026-11-27T06:30+01:00", None),
        # Friday night runs into the weekend, and Sunday night into Monday
        ("2026-11-27T23:00+01:00", "2026-11-30T06:30+01:00"),
        ("2026-11-29T12:00+01:00", "2026-11-30T06:30+01:00"),
        # the night in which clocks go back is an hour longer
        ("2026-10-22T23:00+02:00", "2026-10-23T06:30+02:00"),
    ],
)
@rule("A12")
def test_quiet_hours_hold_until_their_end(now: str, due: str | None) -> None:
    found = hold_until(DESK, alert(), at(now), [])
    assert found == (Hold(Reason.QUIET_HOURS, at(due)) if due else None)


@rule("A12")
def test_what_is_urgent_does_not_wait() -> None:
    critical = msgspec.structs.replace(alert(), severity="critical")
    assert hold_until(DESK, critical, at("2026-11-26T23:00+01:00"), []) is None
    assert hold_until(DESK, critical, at("2026-11-28T23:00+01:00"), []) is not None


def sends(number: int, minutes_ago: float = 1) -> list[datetime]:
    return [NOON - timedelta(minutes=minutes_ago)] * number


@rule("A13")
def test_the_twenty_first_within_ten_minutes_waits_for_a_digest() -> None:
    assert hold_until(DESK, alert(), NOON, sends(19)) is None
    found = hold_until(DESK, alert(), NOON, sends(20))
    assert found == Hold(Reason.DIGEST, NOON + timedelta(minutes=10))
    assert hold_until(DESK, alert(), NOON, sends(20, minutes_ago=10)) is None


def test_what_follows_joins_the_digest_that_gathers() -> None:
    gathering = NOON + timedelta(minutes=3)
    assert hold_until(DESK, alert(), NOON, sends(40), gathering) == Hold(Reason.DIGEST, gathering)
    assert hold_until(DESK, alert(), NOON, sends(3), gathering) is None


def test_digests_can_be_switched_off() -> None:
    receiver = msgspec.structs.replace(DESK, digest=False)
    assert hold_until(receiver, alert(), NOON, sends(500)) is None


def silence(**change: object) -> Silence:
    plain = Silence(id="s", matchers=Matchers(kind=["contact.new"]), ends="2026-11-26T18:00:00+01:00")
    return msgspec.structs.replace(plain, **change)


@rule("A11")
def test_a_silence_runs_from_its_start_to_its_end() -> None:
    runs = silence(starts="2026-11-26T12:00:00Z")
    assert silenced(alert(), [runs], NOON) == runs
    assert silenced(alert(), [runs], NOON - timedelta(seconds=1)) is None
    assert silenced(alert(), [runs], at("2026-11-26T18:00+01:00")) is None
    assert silenced(alert(), [silence(ends="some day")], NOON) is None
    assert silenced(alert(), [silence(matchers=Matchers(kind=["flashpoint.new"]))], NOON) is None


def test_a_silence_with_an_unknown_matcher_is_refused() -> None:
    assert read_silence(encode(silence())) == silence()
    with pytest.raises(msgspec.ValidationError, match="newcomer"):
        read_silence(encode(silence()).replace(b'"matchers":{', b'"matchers":{"newcomer":["x"],'))
    assert read_silence(encode(silence()).replace(b'{"', b'{"later":1,"', 1)) == silence()


def test_a_flood_to_a_receiver_that_opted_in_becomes_one_digest() -> None:
    rules = parse("receivers:\n  - {name: desk, console: {}, stale: true}\nroute: {receivers: [desk]}\n", "r")
    desk, moment = Desk(rules, timedelta(days=1)), NOON
    settled = []
    for number in range(2000):
        moment += timedelta(milliseconds=20)
        settled += desk.settle(msgspec.structs.replace(alert(number), arrived=moment.isoformat()), moment)
    assert Counter(s.outcome for s in settled) == {"delivered": 20, "held": 1980}
    assert len({s.due for s in settled if s.outcome == "held"}) == 1
