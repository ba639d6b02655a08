"""Tries spread over about 75 hours, in a moment."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from consumers.notify.schedule import next_try

START = datetime(2026, 1, 1, tzinfo=UTC)


@given(st.floats(0, 1))
def test_ten_tries_over_about_75_hours(chance: float) -> None:
    now, tries = START, 1
    while (due := next_try(now, tries, chance)) is not None:
        assert due > now
        now, tries = due, tries + 1
    assert tries == 10
    assert 67 <= (now - START).total_seconds() / 3600 <= 84


def test_a_receivers_own_wish_is_a_least() -> None:
    assert (next_try(START, 1, 0.5, retry_after=3600.0) - START).total_seconds() == 3600  # type: ignore[operator]
