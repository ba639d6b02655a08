"""From an alert to its receivers: the route, silences, and what makes it wait. Pure: the time is a value.

The notifier asks in this order, for each receiver that the route names: withheld by the route? silenced now? held?
"""

from alerts.routing.hold import Hold, hold_until
from alerts.routing.route import Routed, is_stale, route
from alerts.routing.settle import Desk, Settled
from alerts.routing.silence import read_silence, runs, silenced

__all__ = ["Desk", "Hold", "Routed", "Settled", "hold_until", "is_stale", "read_silence", "route", "runs", "silenced"]
