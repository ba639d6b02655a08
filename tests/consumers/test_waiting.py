"""Who may go when: order within a record, digests, and both together, for any sequence of rows."""

from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from consumers.notify.waiting import Slot, Waiting
from tensionwire.contracts.delivery import Delivery

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def row(number: int, record: str = "r", digest: str | None = None, minutes: int | None = None) -> Slot:
    due = None if minutes is None else (NOON + timedelta(minutes=minutes)).isoformat()
    outcome = "held" if digest else "pending"
    return Slot(
        Delivery(alert_id=f"a{number}", receiver="x", outcome=outcome, record=record, due=due, digest=digest), number
    )


def ids(waiting: Waiting, minutes: int = 0) -> list[list[str]]:
    """Take and finish whatever is due, until nothing is."""
    gone = []
    while (unit := waiting.take(NOON + timedelta(minutes=minutes))) is not None:
        gone.append([slot.row.alert_id for slot in unit.slots])
        waiting.drop(unit, list(unit.slots))
    return gone


def test_the_second_of_a_record_waits_for_the_first() -> None:
    waiting = Waiting()
    waiting.add(row(1))
    waiting.add(row(2))
    waiting.add(row(3, record="other"))
    first, other = waiting.take(NOON), waiting.take(NOON)
    assert first and other
    assert [first.slots[0].offset, other.slots[0].offset] == [1, 3]
    assert waiting.take(NOON) is None
    waiting.drop(first, list(first.slots))
    second = waiting.take(NOON)
    assert second and second.slots[0].offset == 2


def test_what_failed_keeps_its_place() -> None:
    waiting = Waiting()
    waiting.add(row(1))
    waiting.add(row(2))
    unit = waiting.take(NOON)
    assert unit
    unit.slots[0].row = msgspec.structs.replace(unit.slots[0].row, due=(NOON + timedelta(minutes=5)).isoformat())
    waiting.again(unit)
    assert waiting.take(NOON) is None
    assert waiting.next_due() == NOON + timedelta(minutes=5)
    assert ids(waiting, 5) == [["a1"], ["a2"]]


def test_a_digest_goes_out_whole_at_its_time() -> None:
    waiting = Waiting()
    for number in range(3):
        waiting.add(row(number, record=f"r{number}", digest="d", minutes=10))
    assert (len(waiting), waiting.held) == (3, 3)
    assert ids(waiting, 9) == []
    assert ids(waiting, 10) == [["a0", "a1", "a2"]]
    assert (len(waiting), waiting.held) == (0, 0)


def test_one_that_may_go_at_once_takes_those_before_it_along() -> None:
    waiting = Waiting()
    waiting.add(row(1, digest="d", minutes=10))
    waiting.add(row(2, record="other", digest="d", minutes=10))
    waiting.add(row(3))
    assert ids(waiting, 0) == [["a1"], ["a3"]]
    assert ids(waiting, 10) == [["a2"]]


def test_one_in_a_digest_that_is_blocked_goes_by_itself_later() -> None:
    waiting = Waiting()
    waiting.add(row(1, minutes=30))
    waiting.add(row(2, digest="d", minutes=10))
    waiting.add(row(3, record="other", digest="d", minutes=10))
    assert ids(waiting, 10) == [["a3"]]
    assert ids(waiting, 30) == [["a1"], ["a2"]]


Row = st.tuples(
    st.sampled_from("rst"), st.sampled_from([None, "d", "e"]), st.integers(0, 3), st.booleans(), st.integers(0, 3)
)


@given(st.lists(Row, max_size=25))
def test_each_goes_once_and_in_order_whatever_comes(rows: list[tuple[str, str | None, int, bool, int]]) -> None:
    waiting = Waiting()
    gone: list[tuple[str, int]] = []

    def take(minutes: int, fail: bool) -> None:
        unit = waiting.take(NOON + timedelta(minutes=minutes))
        if unit is None:
            return
        if fail:
            for slot in unit.slots:
                due = (NOON + timedelta(minutes=5)).isoformat()
                slot.row = msgspec.structs.replace(slot.row, due=due)
            waiting.again(unit)
            return
        gone.extend((slot.row.record, slot.offset) for slot in unit.slots)
        waiting.drop(unit, list(unit.slots))

    for number, (record, digest, minutes, fail, now) in enumerate(rows):
        waiting.add(row(number, record, digest, minutes if digest else None))
        take(now, fail)
    while waiting.next_due() is not None:
        take(60, False)
    assert len(waiting) == waiting.held == 0
    assert sorted(number for _, number in gone) == list(range(len(rows)))
    for record in "rst":
        in_order = [number for found, number in gone if found == record]
        assert in_order == sorted(in_order)
