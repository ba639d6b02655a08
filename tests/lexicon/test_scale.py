"""What signs weigh: the same as their names, which are made only once."""

import pytest

from tensionwire.lexicon import scale
from tensionwire.lexicon.scale import CueScale, Scale, names_of


def letters(word: str) -> list[str]:
    made.append(word)
    return [f"has={letter}" for letter in word]


made: list[str] = []


def test_a_sign_weighs_what_its_names_weigh_in_order() -> None:
    found = Scale({"has=a": 0.1, "has=b": 0.2, "has=z": -3.0})
    signs = [(letters, "abc"), (letters, "za")]
    assert names_of(signs) == ["has=a", "has=b", "has=c", "has=z", "has=a"]
    assert list(found.of(signs)) == [0.1, 0.2, -3.0, 0.1]


def test_what_weighs_nothing_for_any_status_is_left_out() -> None:
    found = CueScale({"has=a": (0.1, 1.0), "has=b": (0.2, -2.0)})
    [(held, planned)] = found.of([(letters, "xy"), (letters, "abx")])
    assert (held, planned) == pytest.approx((0.3, -1.0))


def test_names_are_made_only_for_what_is_new() -> None:
    found = Scale({"has=a": 0.1})
    made.clear()
    for _ in range(3):
        assert sum(found.of([(letters, "a"), (letters, "b")])) == 0.1
    assert made == ["a", "b"]


def test_it_keeps_no_more_than_it_may(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(scale, "MOST", 10)
    found = Scale({"has=a": 0.1})
    for number in range(95):
        assert list(found.of([(letters, f"a{number}")])) == [0.1]
        assert len(found) <= 10
