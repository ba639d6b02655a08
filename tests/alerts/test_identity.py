"""Whose contact a sighting tells."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from alerts.identity import forms_agree, same_name, sides_agree, windows_touch
from tensionwire.contracts.tagged import Participant


def test_spellings_of_one_name_agree() -> None:
    for one, other in [
        ("Sergej Lawrow", "Sergey Lavrov"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy"),
        ("Selenskyj", "Volodymyr Zelensky"),
        ("Wladimir Putin", "Vladimir Putin"),
        ("Schawkat Mirsijojew", "Shavkat Mirziyoyev"),
    ]:
        assert same_name(one, other), (one, other)
    for one, other in [("Wang Yi", "Wang Wentao"), ("Joe Biden", "Jill Biden"), ("", "Xi Jinping")]:
        assert not same_name(one, other), (one, other)


people = st.lists(
    st.builds(
        Participant,
        affiliation=st.sampled_from(["CHN", "USA", "RUS"]),
        name=st.sampled_from([None, "Wang Yi", "Xi Jinping", "Sergey Lavrov"]),
        role=st.sampled_from([None, "foreign-minister", "head-of-state"]),
    ),
    min_size=1,
    max_size=4,
)


@given(people, people)
def test_sides_agree_is_symmetric(one: list[Participant], other: list[Participant]) -> None:
    assert sides_agree(one, other) == sides_agree(other, one)


@given(people)
def test_two_sides_agree_with_themselves(one: list[Participant]) -> None:
    assert sides_agree(one, one) == (len({p.affiliation for p in one}) >= 2)


days = st.dates(date(1900, 1, 1), date(2200, 1, 1))
windows = st.none() | st.tuples(days, days).map(lambda d: (min(d), max(d)))


@given(windows, windows, st.integers(0, 5))
def test_windows_touch_is_symmetric(one: object, other: object, tolerance: int) -> None:
    assert windows_touch(one, other, tolerance) == windows_touch(other, one, tolerance)  # type: ignore[arg-type]


def test_forms() -> None:
    assert forms_agree("meeting", "negotiation")
    assert not forms_agree("meeting", "visit")
    assert not forms_agree("call", "meeting")
