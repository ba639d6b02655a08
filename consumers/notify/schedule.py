"""When a delivery that failed is tried again.

The pauses are those that Standard Webhooks 1.0 proposes: ten tries over about 75 hours.
"""

from datetime import datetime, timedelta

PAUSES = (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)  # seconds
JITTER = 0.1


def next_try(now: datetime, tries: int, chance: float, retry_after: float | None = None) -> datetime | None:
    """When to try again after `tries` failures; None when enough is enough.

    `chance`, from 0 to 1, spreads the pauses by a tenth both ways; a receiver's own `retry_after` (seconds) is a least.
    """
    if tries > len(PAUSES):
        return None
    pause = PAUSES[tries - 1] * (1 - JITTER + 2 * JITTER * chance)
    return now + timedelta(seconds=max(pause, retry_after or 0.0))
