"""Flashpoints that surge, against their own baseline."""

from datetime import date, timedelta

import msgspec

from alerts import Decision, Reason
from alerts.flashpoints.surge import baseline_days
from alerts.subject import Subject
from tensionwire.contracts.record import Episode
from tensionwire.contracts.sighting import Sighting
from tests.alerts.making import article, flashpoint, withdrawal
from tests.alerts.test_life import put
from tests.rules import rule

START = date(2024, 4, 1)  # a Monday


def told(day: date, number: int, hour: int = 8) -> Sighting:
    """The `number`th article of a day."""
    at = f"{day.isoformat()}T{hour:02}:00:00+00:00"
    by = article(f"{day.isoformat()}-{number}", day.isoformat())
    return flashpoint(msgspec.structs.replace(by, published=at, arrived=at))


def run(days: list[int], start: date = START) -> tuple[list[Decision], Subject]:
    """So many articles on each day from `start` on."""
    subjects: dict[str, Subject] = {}
    decisions = []
    for place, number in enumerate(days):
        for n in range(number):
            decisions.append(put(subjects, told(start + timedelta(days=place), n)))
    return decisions, next(iter(subjects.values()))


def raised(days: list[int], start: date = START) -> list[str]:
    return [f"{a.kind} {a.published and a.published[:10]}" for d in run(days, start)[0] for a in d.alerts]


WEEK = [2, 3, 2, 3, 2, 0, 0]  # a working week and a quiet weekend


@rule("A4", "F4")
def test_a_day_far_above_the_baseline_is_a_surge_once() -> None:
    assert raised([*WEEK * 4, 12, 15, 9]) == ["flashpoint.new 2024-04-01", "flashpoint.surge 2024-04-29"]
    decisions, _ = run([*WEEK * 4, 12])
    found = next(d for d in decisions if d.outcome is Reason.SURGE).alerts[0]
    # the sixth article is more than three deviations above 2.4 a day; what follows on that day says no more
    assert found.text["en"].why == ["6 articles today; usual are 2.4 a day"]
    assert found.text["de"].why == ["heute 6 Artikel; üblich sind 2,4 am Tag"]
    assert found.text["en"].headline == "Taiwan: far more reports than usual (China and TWN)"


@rule("F4")
def test_a_monday_after_a_quiet_weekend_is_no_surge() -> None:
    assert raised(WEEK * 6) == ["flashpoint.new 2024-04-01"]


@rule("F4")
def test_a_weekend_is_measured_by_weekends() -> None:
    assert raised([*WEEK * 4, 3, 3, 3, 3, 3, 6]) == ["flashpoint.new 2024-04-01", "flashpoint.surge 2024-05-04"]
    assert raised([*[6] * 28, 6, 6, 6, 6, 6, 6]) == ["flashpoint.new 2024-04-01"]


@rule("F5")
def test_a_quiet_start_surges_nothing() -> None:
    assert raised([1, 9, 9]) == ["flashpoint.new 2024-04-01"]
    assert raised([1, 1, 1, 20, 20]) == ["flashpoint.new 2024-04-01"]
    # after a quiet month a topic is new, and not also a surge
    assert raised([1] * 10 + [0] * 30 + [9, 9]) == ["flashpoint.new 2024-04-01", "flashpoint.new 2024-05-11"]


@rule("F5")
def test_the_next_surge_comes_after_a_week_at_the_earliest() -> None:
    days = [*WEEK * 4, 12, 2, 2, 2, 2, 0, 0, 2, 14]
    assert raised(days)[1:] == ["flashpoint.surge 2024-04-29", "flashpoint.surge 2024-05-07"]
    assert raised([*WEEK * 4, 12, 2, 2, 14])[1:] == ["flashpoint.surge 2024-04-29"]


def test_a_baseline_leaves_the_last_days_out() -> None:
    days = baseline_days(date(2024, 4, 29))
    assert (max(days), min(days), len(days)) == (date(2024, 4, 26), date(2024, 4, 1), 20)
    assert all(day.weekday() < 5 for day in days)
    assert len(baseline_days(date(2024, 5, 4))) == 8


@rule("F3")
def test_an_episode_counts_sets_of_articles() -> None:
    subjects: dict[str, Subject] = {}
    day = date(2024, 4, 1)
    for sighting in (told(day, 1, 8), told(day, 1, 8), told(day, 2, 8), told(day, 3, 9)):
        put(subjects, sighting)
    (episode,) = next(iter(subjects.values())).records.values()
    assert isinstance(episode, Episode)
    assert episode.hours == {"2024-04-01T08": 2, "2024-04-01T09": 1}
    assert episode.article_count == 3


@rule("F3")
def test_a_withdrawn_article_is_not_counted() -> None:
    subjects: dict[str, Subject] = {}
    day = date(2024, 4, 1)
    put(subjects, told(day, 1, 8))
    put(subjects, told(day, 2, 8))
    gone = msgspec.structs.replace(withdrawal(article("2024-04-01-2", version=1)), subject="flashpoint:taiwan")
    put(subjects, gone)
    (episode,) = next(iter(subjects.values())).records.values()
    assert isinstance(episode, Episode)
    assert (episode.article_count, episode.hours) == (1, {"2024-04-01T08": 1})


@rule("F4", "C17")
def test_near_copies_make_no_surge() -> None:
    subjects: dict[str, Subject] = {}
    for place, number in enumerate([*WEEK * 4, 12]):
        for n in range(number):
            sighting = told(START + timedelta(days=place), n)
            sketch = [1000 + place, 2, 3, 4] if place == 28 else [place * 100 + n * 4 + k for k in range(4)]
            by = msgspec.structs.replace(sighting.article, fingerprint=sketch)
            decision = put(subjects, msgspec.structs.replace(sighting, article=by))
    assert decision.outcome is Reason.NEAR_COPY
    (episode,) = next(iter(subjects.values())).records.values()
    assert isinstance(episode, Episode)
    assert episode.surged is None
