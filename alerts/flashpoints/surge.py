"""Whether a flashpoint's rate stands far above its own baseline: the W2 method.

W2 is the Early Aberration Reporting System's C2 with a baseline of its own for weekdays and for weekends, a longer
baseline and a least standard deviation. Tokars, Burkom, Xing, English, Bloom, Cox and Pavlin, "Enhancing time-series
detection algorithms for automated biosurveillance", Emerging Infectious Diseases 15(4), 2009, pages 533 to 539.
"""

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

import msgspec

from tensionwire.contracts.record import Episode

BASELINE_DAYS = 28
GUARD_DAYS = 2  # between baseline and today, so that a surge that builds up does not hide itself
KEPT_DAYS = BASELINE_DAYS + GUARD_DAYS + 1
LEAST_DAYS = 5  # of baseline, of today's kind of day: a quiet start surges nothing
SATURDAY = 5


class SurgePolicy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a rate is a surge. `deviations` above the mean, at least `articles` today, not again within `pause` days."""

    deviations: float = 3.0
    articles: int = 5
    least_deviation: float = 1.0
    pause: int = 7


class Surge(NamedTuple):
    """Today's distinct articles, and the mean and deviation of the baseline's days."""

    articles: int
    mean: float
    deviation: float

    @property
    def height(self) -> float:
        """Deviations above the mean."""
        return (self.articles - self.mean) / self.deviation


def surge(episodes: Sequence[Episode], running: Episode, now: str | None, policy: SurgePolicy) -> Surge | None:
    """The surge that `running` shows at `now` (ISO 8601, UTC), None where there is none.

    `episodes` are all of this topic and these countries: the baseline reaches over the quiet between them.
    """
    if now is None or running.first_seen is None:
        return None
    today = day_of(now)
    if (today - day_of(running.first_seen)).days < GUARD_DAYS:
        return None  # its beginning was alerted
    last = max((e.surged for e in episodes if e.surged), default=None)
    if last is not None and (today - day_of(last)).days < policy.pause:
        return None
    days = count_days(episodes)
    born = min(day_of(e.first_seen) for e in episodes if e.first_seen)
    baseline = [days[day] for day in baseline_days(today) if day >= born]
    if len(baseline) < LEAST_DAYS or days[today] < policy.articles:
        return None
    deviation = max(statistics.stdev(baseline), policy.least_deviation)
    found = Surge(days[today], statistics.fmean(baseline), deviation)
    return found if found.height >= policy.deviations else None


def baseline_days(today: date) -> list[date]:
    """The days of the baseline that are of today's kind: weekdays, or days of a weekend."""
    days = (today - timedelta(days=GUARD_DAYS + n) for n in range(1, BASELINE_DAYS + 1))
    return [day for day in days if (day.weekday() >= SATURDAY) == (today.weekday() >= SATURDAY)]


def count_days(episodes: Sequence[Episode]) -> Counter[date]:
    """Distinct articles by day."""
    found: Counter[date] = Counter()
    for episode in episodes:
        for hour, number in episode.hours.items():
            found[date.fromisoformat(hour[:10])] += number
    return found


def hour_of(moment: str) -> str:
    """The hour that an ISO time lies in."""
    return moment[:13]


def day_of(moment: str) -> date:
    """The day that an ISO time lies in."""
    return datetime.fromisoformat(moment).date()


def recent(hours: Mapping[str, int], last: str | None) -> dict[str, int]:
    """The hours that a baseline can still need, in order."""
    edge = (day_of(last) - timedelta(days=KEPT_DAYS)).isoformat() if last else ""
    return {hour: hours[hour] for hour in sorted(hours) if hour >= edge}
