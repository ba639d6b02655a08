"""Rules: who hears of what, and when. A YAML file, checked with file and line."""

from alerts.rules.load import parse
from alerts.rules.model import Digest, Matchers, QuietHours, Receiver, Route, Rules, Silence
from alerts.rules.words import RulesError, moment

__all__ = [
    "Digest",
    "Matchers",
    "QuietHours",
    "Receiver",
    "Route",
    "Rules",
    "RulesError",
    "Silence",
    "moment",
    "parse",
]
