"""The metrics, in one table. Base units; every label is bounded: our topics, reasons and kinds that are enums."""

from collections.abc import Iterable
from typing import get_args

from prometheus_client import Counter, Gauge, Histogram

from tensionwire.contracts.alert import AlertKind, Severity
from tensionwire.contracts.tagged import Status

SHORT = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
LONG = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400)

ARTICLES = Counter("tensionwire_articles", "Articles read from the topic")
TAGGED = Counter("tensionwire_articles_tagged", "Articles tagged and acknowledged by Kafka", ["language"])
REFUSED = Counter("tensionwire_articles_refused", "Messages that went to dead letters", ["reason"])
UNCHANGED = Counter("tensionwire_articles_unchanged", "Articles skipped: told before, or older than what is known")
CONTACTS = Counter("tensionwire_contacts_found", "Contacts found in articles", ["form", "status"])
FLASHPOINTS = Counter("tensionwire_flashpoints_found", "Flashpoint topics found in articles", ["topic"])
SIGHTINGS = Counter("tensionwire_sightings", "Sightings read from the topic", ["kind"])
DECIDED = Counter("tensionwire_sightings_decided", "Sightings decided, by what became of them", ["outcome"])
ALERTS = Counter("tensionwire_alerts_raised", "Alerts raised", ["kind", "severity"])
DELIVERED = Counter("tensionwire_alerts_delivered", "Alerts delivered to a receiver", ["receiver", "channel"])
SUPPRESSED = Counter("tensionwire_alerts_suppressed", "Alerts withheld from a receiver", ["receiver", "reason"])
FAILED_TRIES = Counter("tensionwire_delivery_tries_failed", "Tries that failed and come again", ["receiver", "reason"])
DEAD = Counter("tensionwire_alerts_dead", "Alerts given up for a receiver", ["receiver", "reason"])
TEMPLATE_FAILURES = Counter("tensionwire_template_failures", "Messages in plain text as a template failed", ["channel"])
UNROUTED = Counter("tensionwire_alerts_unrouted", "Alerts that no route takes")
PENDING = Gauge("tensionwire_deliveries_pending", "Alerts that wait for a receiver", ["receiver"])
HELD = Gauge("tensionwire_deliveries_held", "Of these, alerts held for quiet hours or a digest", ["receiver"])
DISABLED = Gauge("tensionwire_receiver_disabled", "1 where a receiver answered 410 and gets nothing more", ["receiver"])
STAGE = Histogram("tensionwire_stage_duration_seconds", "Time that a step takes", ["step"], buckets=SHORT)
ARTICLE_TO_DELIVERED = Histogram(
    "tensionwire_arrival_to_delivered_seconds", "From an article's arrival in Kafka to delivery", buckets=LONG
)
PUBLISHED_TO_DELIVERED = Histogram(
    "tensionwire_published_to_delivered_seconds", "From an article's published time to delivery", buckets=LONG
)
OLDEST_UNPROCESSED = Gauge("tensionwire_oldest_unprocessed_age_seconds", "Age of the oldest event not done", ["topic"])
LAG = Gauge("tensionwire_events_waiting", "Events that wait in the partitions of this worker", ["topic"])
RETRIES = Counter("tensionwire_retries", "Steps tried again because something was away", ["step", "dependency"])
DEAD_LETTERS = Counter("tensionwire_dead_letters", "Messages laid in dead letters", ["step", "reason"])
LEXICON = Gauge("tensionwire_lexicon_info", "The lexicon in use, always 1", ["hash"])
LEXICON_LOADS = Counter("tensionwire_lexicon_loads", "Edited words, taken up or refused", ["outcome"])
RELOADS = Counter("tensionwire_state_reloads", "Times that Redis was loaded anew from Kafka", ["step"])

WEB_UNREADABLE = Counter("tensionwire_web_messages_unreadable", "Messages that the page's store passed over", ["topic"])
WEB_AGE = Gauge("tensionwire_web_store_age_seconds", "Seconds since the page's store last had all that Kafka has")
WEB_REQUESTS = Counter("tensionwire_web_requests", "HTTP requests answered", ["page", "status"])
WEB_STREAMS = Gauge("tensionwire_web_streams", "Open event streams")
INTAKE = Counter("tensionwire_intake_articles", "Articles pushed over HTTP, by what became of them", ["outcome"])
INTAKE_HELD = Gauge("tensionwire_intake_held_bytes", "Bytes of pushed articles that wait for Kafka's word")
# What the news mean. `dyad` is one of TENSIONWIRE_WATCHED or `other`: see `dyad`.
CHANGES = Counter("tensionwire_contact_changes", "Alerts on contacts, by the state they took", ["dyad", "status"])
DYAD_ARTICLES = Counter("tensionwire_dyad_articles", "Articles about two states", ["dyad"])
ESCALATION = Counter("tensionwire_escalation_points", "Their tension above 0, -10 to +10 an article", ["dyad"])
EASING = Counter("tensionwire_easing_points", "Their tension below 0, without its sign", ["dyad"])
SOURCES = Histogram("tensionwire_alert_sources", "Independent sources behind an alert", buckets=(1, 2, 3, 5, 10, 20))
FIRST_SEEN = Histogram(
    "tensionwire_first_seen_lag_seconds",
    "From the published time of a record's first report to its arrival",
    buckets=LONG,
)
UPCOMING = Gauge("tensionwire_contacts_upcoming", "Contacts dated today or later, as web knows them", ["status"])
RULES = Gauge("tensionwire_rules_info", "1 for the hash of the rules that this process goes by", ["hash"])
RULES_REFUSED = Counter("tensionwire_rules_refused", "New rules files that could not be used")
HEARTBEAT = Histogram("tensionwire_heartbeat_duration_seconds", "The whole way of a heartbeat's article", buckets=LONG)
HEARTBEAT_AGE = Gauge("tensionwire_heartbeat_age_seconds", "Age of the latest heartbeat that came through")

# A counter that begins with its first value hides that value from `increase()`: so what is known begins at 0.
for _kind in get_args(AlertKind):
    for _severity in get_args(Severity):
        ALERTS.labels(_kind, _severity)
for _outcome in ("taken", "refused"):
    LEXICON_LOADS.labels(_outcome)
for _language in ("de", "en", "other"):
    TAGGED.labels(_language)


def announce_receiver(receiver: str, channel: str, reasons: Iterable[str]) -> None:
    """Begin the counters of a receiver at 0."""
    DELIVERED.labels(receiver, channel)
    for reason in reasons:
        SUPPRESSED.labels(receiver, reason)


_watched: frozenset[str] = frozenset()


def watch(dyads: Iterable[str]) -> None:
    """Name the dyads that have labels of their own (codes in any order: `USA-CHN`), and begin their counters at 0."""
    global _watched
    _watched = frozenset("-".join(sorted(d.strip().upper().split("-"))) for d in dyads if d.strip())
    for label in (*sorted(_watched), "other"):
        for status in get_args(Status):
            CHANGES.labels(label, status)
        for counter in (DYAD_ARTICLES, ESCALATION, EASING):
            counter.labels(label)


def dyad(subject: str) -> str:
    """The label of a dyad: itself where it is watched, else `other`."""
    return subject if subject in _watched else "other"
