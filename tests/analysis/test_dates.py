"""What dates mean, and which of them is a contact's."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tensionwire.analysis.contacts.when import past
from tensionwire.analysis.dates import Frame, find, resolve
from tensionwire.analysis.published import published
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import DateWindow, Status
from tensionwire.lexicon import load

WEDNESDAY = "2023-07-12"
LEXICON = load()


def rows() -> list[tuple[str, ...]]:
    lines = Path(__file__).with_name("dates.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("status", "words", "means"), rows())
def test_what_a_date_means(status: Status, words: str, means: str) -> None:
    found = resolve(f"Es war {words}, so heißt es.", WEDNESDAY, status)
    said = (
        "-"
        if found is None
        else f"{found.start} {found.end or ''} {'' if found.precision == 'day' else found.precision}"
    )
    assert " ".join(said.split()) == means


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Am 3. Mai traf er Xi, tags darauf Li.", "2023-05-04"),
        ("On May 3 he met Xi and two days later Li.", "2023-05-05"),
        ("Sie kamen am Freitag; am Vortag war er in Rom.", "2023-07-06"),
        ("He arrived on Friday and saw her the following day.", "2023-07-08"),
        ("Er kam Anfang Mai, vier Tage zuvor war er in Rom.", "2023-04-27"),
    ],
)
def test_days_counted_from_a_date_before(text: str, day: str) -> None:
    frame = Frame(date.fromisoformat(WEDNESDAY), False)
    first, last = find(text, 0, len(text))
    anchor = first.window(frame)
    assert anchor is not None
    assert last.window(frame._replace(anchor=date.fromisoformat(anchor.start))) == DateWindow(start=day)


def test_relative_dates_without_a_day_of_publication_stay_open() -> None:
    assert resolve("am Montag", None, "held") is None
    assert resolve("vor zwei Wochen", None, "held") is None
    assert resolve("am 9. Dezember", None, "held") is None
    assert resolve("am 9. Dezember 2019", None, "held") == DateWindow(start="2019-12-09")


WORDS = st.sampled_from(
    "am im in der den vom bis und Montag Donnerstagabend nächsten last week Woche vor zwei 3. 31 Mai May Februar Feb. "
    "2018 0000 9999 99 tags darauf day before after Ende des Monats early half second Juni Junihälfte a fortnight ago "
    "seit heute morgen - , . years 12.12.2023 Herbst Wochenende Jahren Vorabend night this that within".split()
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.none() | DAYS, st.sampled_from(["held", "planned", "possible", "cancelled"]))
@example("vor 99 Jahren und in 99 Jahren", "1900-01-01", "planned")
@example("im Winter in 99 Monaten", "2199-12-31", "planned")
def test_any_text_gives_windows_that_begin_before_they_end(text: str, day: str | None, status: Status) -> None:
    found = resolve(text, day, status)
    assert found == resolve(text, day, status)
    if found is not None:
        assert date.fromisoformat(found.start) <= date.fromisoformat(found.end or found.start)
    spans = [(f.start, f.end) for f in find(text, 0, len(text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_history_lies_more_than_sixty_days_back() -> None:
    assert past(DateWindow(start="2023-05-12"), WEDNESDAY)
    assert not past(DateWindow(start="2023-05-13"), WEDNESDAY)
    assert not past(DateWindow(start="2023-01-01", end="2023-12-31", precision="year"), WEDNESDAY)
    assert not past(None, WEDNESDAY)
    assert not past(DateWindow(start="2016-10-01"), None)


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Genf, 16. Juni 2021 (dpa) - Es war heiß.", "2021-06-16"),
        ("LONDON, March 3, 2023 - It rained.", "2023-03-03"),
        ("Wien, 03.05.2023 – Es regnete.", "2023-05-03"),
        ("date 2022-11-05\n\nPEKING. Es regnete.", "2022-11-05"),
        ("Genf, 16. Juni (dpa) - Es war heiß.", None),
        ("Im Juni 2021 war es heiß.", None),
    ],
)
def test_day_of_publication_from_the_dateline(lead: str, day: str | None) -> None:
    found = published(Article(text=lead), None)
    assert (found.at[:10] if found.at else None) == day
    assert day is None or (found.basis, found.precision) == ("dateline", "day")
