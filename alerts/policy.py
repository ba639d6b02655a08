"""The numbers by which alerts are decided, in one place."""

from datetime import timedelta

import msgspec

from alerts.flashpoints.surge import SurgePolicy
from alerts.severity import Weights


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """`quiet`: a flashpoint is new after so long without an article. `weight`: below it a topic is in passing.

    `names` gives a state's or organisation's name by code, English and German; `places` the state of a place, in lower
    case. `rules` and `lexicon` are hashes that every alert carries.
    """

    quiet: timedelta = timedelta(days=7)
    weight: float = 0.3
    surge: SurgePolicy = SurgePolicy()
    severity: Weights = msgspec.field(default_factory=Weights)
    names: dict[str, tuple[str, str]] = {}
    places: dict[str, str] = {}
    rules: str = ""
    lexicon: str = ""
