"""What deserves an alert. Pure: records, a sighting and a policy in; changed records, alerts and an outcome out."""

from alerts.decide import decide
from alerts.decision import Decision, Outcome
from alerts.policy import Policy

__all__ = ["Decision", "Outcome", "Policy", "decide"]
