"""The topics: names, partitions, retention and sizes in one table."""

from dataclasses import dataclass, field

MIB = 1024 * 1024
DAY_MS = 24 * 60 * 60 * 1000

# What a message may weigh. Ours grow by findings on top of the article's quotes, dead letters by their headers.
ARTICLE_BYTES = 1 * MIB
RECORD_BYTES = 4 * MIB
DEAD_LETTER_BYTES = ARTICLE_BYTES + 64 * 1024


@dataclass(frozen=True)
class Topic:
    """One Kafka topic. `compacted` keeps the latest value of each key: `until` so many days, for ever where it is 0."""

    name: str
    partitions: int
    max_bytes: int
    retention_ms: int = 30 * DAY_MS
    compacted: bool = False
    until: int = 0
    extra: dict[str, str] = field(default_factory=dict)

    def config(self) -> dict[str, str]:
        """The topic's settings in Kafka's own names."""
        settings = {"max.message.bytes": str(self.max_bytes)}
        if not self.compacted:
            settings |= {"cleanup.policy": "delete", "retention.ms": str(self.retention_ms)}
        elif self.until:
            settings |= {"cleanup.policy": "compact,delete", "retention.ms": str(self.until * DAY_MS)}
        else:
            settings |= {"cleanup.policy": "compact"}
        return settings | self.extra


# A batch may weigh a little more than its one message: Kafka counts headers, key and framing as well.
FRAMING = 4 * 1024

ARTICLES = Topic("articles", 24, ARTICLE_BYTES + FRAMING, extra={"message.timestamp.type": "LogAppendTime"})
TAGGED = Topic("articles.tagged", 24, RECORD_BYTES)
SIGHTINGS = Topic("sightings", 24, RECORD_BYTES, retention_ms=90 * DAY_MS)
CONTACTS = Topic("contacts", 24, RECORD_BYTES, compacted=True)
ALERTS = Topic("alerts", 1, RECORD_BYTES, retention_ms=90 * DAY_MS)
# Twice as long as alerts, so that no alert that can still come again is forgotten; small segments, since only what is
# no longer written to is compacted.
DELIVERIES = Topic("deliveries", 1, RECORD_BYTES, compacted=True, until=180, extra={"segment.bytes": str(64 * MIB)})
SILENCES = Topic("silences", 1, MIB, compacted=True)
DEAD_LETTERS = Topic("dead-letters", 1, DEAD_LETTER_BYTES + FRAMING, retention_ms=90 * DAY_MS)

TOPICS = (ARTICLES, TAGGED, SIGHTINGS, CONTACTS, ALERTS, DELIVERIES, SILENCES, DEAD_LETTERS)
