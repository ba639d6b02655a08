"""When a delivery that failed is tried again.

The pauses are those that Standard Webhooks 1.0 proposes: ten tries over about 75 hours.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from tensionwire.runtime.settings import PREFIX, SettingsError

PAUSES = (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)  # seconds
JITTER = 0.1
LONGEST = 31 * 24 * 3600.0


def next_try(
    now: datetime, tries: int, chance: float, retry_after: float | None = None, pauses: Sequence[float] = PAUSES
) -> datetime | None:
    """When to try again after `tries` failures; None when enough is enough.

    `chance`, from 0 to 1, spreads the pauses by a tenth both ways; a receiver's own `retry_after` (seconds) is a least.
    """
    if tries > len(pauses):
        return None
    pause = pauses[tries - 1] * (1 - JITTER + 2 * JITTER * chance)
    return now + timedelta(seconds=max(pause, retry_after or 0.0))


def read_pauses(text: str) -> tuple[float, ...]:
    """`5,300,1800`: pauses in seconds; an empty text is one try and no more. Raises SettingsError."""
    try:
        found = tuple(float(part) for part in text.split(",") if part.strip())
    except ValueError:
        found = (-1.0,)
    if not all(0 <= pause <= LONGEST for pause in found):
        raise SettingsError(f"{PREFIX}RETRY_PAUSES: needs seconds with commas, like 5,300,1800, none above 31 days.")
    return found
