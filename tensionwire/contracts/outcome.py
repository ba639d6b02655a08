"""What became of a sighting: kept in Redis for a while, so that `tensionwire explain` can answer."""

import msgspec

KEEP_SECONDS = 30 * 24 * 3600
MAX_QUOTE = 300  # code points


class SightingOutcome(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """`reason` is one of alerts.reasons; `record` and `alerts` are ids; `subject` is the sighting's."""

    sighting: str
    subject: str
    kind: str
    reason: str
    article: str
    contact: str | None = None
    record: str | None = None
    alerts: list[str] = []
    quote: str | None = None
    published: str | None = None
