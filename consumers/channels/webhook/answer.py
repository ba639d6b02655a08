"""What an HTTP answer means for a delivery."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from consumers.channels.base import Sent

LONGEST_WAIT = 24 * 3600.0  # seconds; a Retry-After beyond it is cut


def judge(status: int, retry_after: str | None = None, now: datetime | None = None) -> Sent:
    """2xx is delivered; 408, 425, 429 and 5xx come again; a redirect is never followed: it could lead anywhere."""
    if 200 <= status < 300:
        return Sent("delivered")
    if status in (408, 425, 429) or status >= 500:
        wait = seconds(retry_after, now) if now is not None else None
        return Sent("retry", f"http-{status}", wait)
    return Sent("final", "gone" if status == 410 else "redirect" if 300 <= status < 400 else f"http-{status}")


def seconds(retry_after: str | None, now: datetime) -> float | None:
    """The wait that a Retry-After asks for, in seconds or as an HTTP date; None for what is neither."""
    if not retry_after:
        return None
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return min(float(retry_after), LONGEST_WAIT)
    try:
        found = parsedate_to_datetime(retry_after)
        wait = ((found if found.tzinfo else found.replace(tzinfo=UTC)) - now).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(0.0, wait), LONGEST_WAIT)
