"""What deserves an alert. Pure: records, a sighting and a policy in; changed records, alerts and an outcome out."""

from alerts.decide import decide
from alerts.decision import Decision
from alerts.policy import Policy
from alerts.reasons import Reason

__all__ = ["Decision", "Policy", "Reason", "decide"]
