"""A memory that does not grow, and never says it knows what it was not told."""

from hypothesis import given
from hypothesis import strategies as st

from consumers.notify.seen import Seen


@given(st.lists(st.text()))
def test_it_knows_what_it_was_told(keys: list[str]) -> None:
    seen = Seen(slots=256)
    for place, key in enumerate(keys):
        seen.add(key)
        newest = list(dict.fromkeys(reversed(keys[: place + 1])))[: seen.capacity]
        assert all(key in seen for key in newest)


def test_the_oldest_are_forgotten_and_no_room_is_taken() -> None:
    seen = Seen(slots=1024)
    for number in range(10_000):
        seen.add(f"key {number}")
        assert f"other {number}" not in seen
    known = sum(f"key {number}" in seen for number in range(10_000))
    assert seen.capacity <= known <= 2 * seen.capacity
    assert all(f"key {number}" in seen for number in range(10_000 - seen.capacity, 10_000))
