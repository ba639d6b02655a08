"""Is it well: rates, ages, durations, deliveries, resources. For an operator."""

from typing import Any

from boards.parts import board as made
from boards.parts import lines, row, stat

OURS = 'job=~"tag|decide|notify|web"'


def board() -> dict[str, Any]:
    """The dashboard."""
    return made(
        "tensionwire-health",
        "Tensionwire: is it well",
        "Articles in, alerts out: rates, ages, durations, what was refused.",
        PANELS,
        span="1h",
    )


def _quantiles(metric: str) -> list[tuple[str, str]]:
    rated = f"sum by (le) (rate({metric}_bucket[$__rate_interval]))"
    return [(f"histogram_quantile({q}, {rated})", name) for q, name in ((0.5, "half"), (0.99, "99 in 100"))]


PANELS = [
    stat(
        "Heartbeat",
        "Age of the latest heartbeat that came through; one is sent every minute.",
        "max(tensionwire_heartbeat_age_seconds)",
        "s",
        bad_from=180,
    ),
    stat(
        "Processes down",
        "Processes that Prometheus cannot reach.",
        f"count(up{{{OURS}}} == 0) or vector(0)",
        bad_from=1,
    ),
    stat(
        "Oldest article not done",
        "Age of the oldest event that a worker has not finished.",
        "max(tensionwire_oldest_unprocessed_age_seconds)",
        "s",
        bad_from=60,
    ),
    stat(
        "Articles",
        "Articles read from the topic a second, all workers together.",
        "sum(rate(tensionwire_articles_total[$__rate_interval]))",
        "cps",
    ),
    stat(
        "Alerts given up in 24 h",
        "Alerts that reached a receiver never, in the last 24 hours.",
        "sum(increase(tensionwire_alerts_dead_total[24h])) or vector(0)",
        bad_from=1,
    ),
    stat(
        "Dead letters in 24 h",
        "Messages that could not be processed, in the last 24 hours.",
        "sum(increase(tensionwire_dead_letters_total[24h])) or vector(0)",
        bad_from=1,
    ),
    row("The way of an article"),
    lines(
        "Rates",
        "Articles read and tagged, and sightings decided, a second.",
        ("sum(rate(tensionwire_articles_total[$__rate_interval]))", "read"),
        ("sum(rate(tensionwire_articles_tagged_total[$__rate_interval]))", "tagged"),
        ("sum(rate(tensionwire_sightings_total[$__rate_interval]))", "sightings"),
        unit="cps",
    ),
    lines(
        "Waiting", "Events that wait in Kafka, by topic.", ("sum by (topic) (tensionwire_events_waiting)", "{{topic}}")
    ),
    lines(
        "Age of the oldest event",
        "Age of the oldest event that is not done, by topic.",
        ("max by (topic) (tensionwire_oldest_unprocessed_age_seconds)", "{{topic}}"),
        unit="s",
    ),
    lines(
        "Languages",
        "Articles tagged a second, by language.",
        ("sum by (language) (rate(tensionwire_articles_tagged_total[$__rate_interval]))", "{{language}}"),
        unit="cps",
    ),
    lines(
        "Sightings decided",
        "What became of sightings, a second.",
        ("sum by (outcome) (rate(tensionwire_sightings_decided_total[$__rate_interval]))", "{{outcome}}"),
        unit="cps",
    ),
    lines(
        "Repeats and refusals",
        "Articles that told nothing new, and messages that went to dead letters, a second.",
        ("sum(rate(tensionwire_articles_unchanged_total[$__rate_interval]))", "repeats"),
        (
            "sum by (reason) (rate(tensionwire_articles_refused_total[$__rate_interval])) or vector(0)",
            "refused {{reason}}",
        ),
        (
            "sum by (step, reason) (rate(tensionwire_dead_letters_total[$__rate_interval])) or vector(0)",
            "dead {{step}} {{reason}}",
        ),
        unit="cps",
    ),
    row("Deliveries"),
    lines(
        "Delivered and withheld",
        "Alerts an hour, by receiver, and those that no route takes.",
        ("sum by (receiver) (increase(tensionwire_alerts_delivered_total[1h]))", "{{receiver}}"),
        (
            "sum by (receiver, reason) (increase(tensionwire_alerts_suppressed_total[1h]))",
            "{{receiver}} {{reason}}",
        ),
        ("sum(increase(tensionwire_alerts_unrouted_total[1h]))", "no route"),
    ),
    lines(
        "Receivers in trouble",
        "Tries that failed, alerts that were given up and templates that failed, an hour; receivers that are disabled.",
        (
            "sum by (receiver, reason) (increase(tensionwire_delivery_tries_failed_total[1h])) or vector(0)",
            "{{receiver}} {{reason}}",
        ),
        (
            "sum by (receiver, reason) (increase(tensionwire_alerts_dead_total[1h])) or vector(0)",
            "given up {{receiver}} {{reason}}",
        ),
        (
            "sum by (channel) (increase(tensionwire_template_failures_total[1h])) or vector(0)",
            "template {{channel}}",
        ),
        ("sum by (receiver) (tensionwire_receiver_disabled) or vector(0)", "disabled {{receiver}}"),
    ),
    lines(
        "Waiting for a receiver",
        "Alerts that wait to be delivered, and of these what is held for quiet hours or a digest.",
        ("sum by (receiver) (tensionwire_deliveries_pending)", "{{receiver}}"),
        ("sum by (receiver) (tensionwire_deliveries_held) or vector(0)", "held {{receiver}}"),
    ),
    row("How long it takes"),
    lines(
        "From arrival to delivery",
        "From an article's arrival in Kafka to the delivery of its alert.",
        *_quantiles("tensionwire_arrival_to_delivered_seconds"),
        unit="s",
    ),
    lines(
        "From publication to delivery",
        "From an article's published time to the delivery of its alert.",
        *_quantiles("tensionwire_published_to_delivered_seconds"),
        unit="s",
    ),
    lines(
        "Steps",
        "How long each step takes, 99 of 100.",
        (
            "histogram_quantile(0.99, "
            "sum by (le, step) (rate(tensionwire_stage_duration_seconds_bucket[$__rate_interval])))",
            "{{step}}",
        ),
        unit="s",
    ),
    lines(
        "Heartbeat",
        "How long the heartbeat's article takes for the whole way.",
        *_quantiles("tensionwire_heartbeat_duration_seconds"),
        unit="s",
    ),
    row("Page and intake"),
    lines(
        "Requests",
        "HTTP requests a second, by status.",
        ("sum by (status) (rate(tensionwire_web_requests_total[$__rate_interval]))", "{{status}}"),
        unit="reqps",
    ),
    lines(
        "Requests by page",
        "HTTP requests a second, by route.",
        ("sum by (page) (rate(tensionwire_web_requests_total[$__rate_interval]))", "{{page}}"),
        unit="reqps",
    ),
    lines(
        "Open pages",
        "Event streams that are open, and how far the page is behind Kafka.",
        ("sum(tensionwire_web_streams)", "streams"),
        ("max(tensionwire_web_store_age_seconds)", "seconds behind"),
        width=4,
    ),
    lines(
        "Pushed articles",
        "Articles taken over HTTP (202) and requests refused, a second, and what the page could not read.",
        ("sum by (outcome) (rate(tensionwire_intake_articles_total[$__rate_interval])) or vector(0)", "{{outcome}}"),
        (
            "sum by (topic) (rate(tensionwire_web_messages_unreadable_total[$__rate_interval])) or vector(0)",
            "unreadable {{topic}}",
        ),
        unit="cps",
    ),
    lines(
        "Held for Kafka",
        "Bytes of pushed articles that wait for Kafka's word.",
        ("sum(tensionwire_intake_held_bytes)", "held"),
        unit="bytes",
        width=4,
    ),
    row("The processes"),
    lines("Up", "Processes that answer, by kind.", (f"sum by (job) (up{{{OURS}}})", "{{job}}"), width=6),
    lines(
        "Tried again",
        "Steps tried again because something was away, and loads of Redis from Kafka, a second.",
        ("sum by (dependency) (rate(tensionwire_retries_total[$__rate_interval])) or vector(0)", "{{dependency}}"),
        ("sum by (step) (rate(tensionwire_state_reloads_total[$__rate_interval])) or vector(0)", "reload {{step}}"),
        unit="cps",
        width=6,
    ),
    lines(
        "Processor",
        "Cores in use, by kind of process.",
        (f"sum by (job) (rate(process_cpu_seconds_total{{{OURS}}}[$__rate_interval]))", "{{job}}"),
        width=6,
    ),
    lines(
        "Memory",
        "Resident memory of the largest process of each kind.",
        (f"max by (job) (process_resident_memory_bytes{{{OURS}}})", "{{job}}"),
        unit="bytes",
        width=6,
    ),
    lines(
        "Rules and lexicons",
        "Processes by the hash of the rules and of the lexicon they go by: one line each when well.",
        ("count by (hash) (tensionwire_rules_info)", "rules {{hash}}"),
        ("count by (hash) (tensionwire_lexicon_info)", "lexicon {{hash}}"),
        ("sum(increase(tensionwire_rules_refused_total[1h]))", "refused rules files"),
        ("sum by (outcome) (increase(tensionwire_lexicon_loads_total[1h]))", "edited words {{outcome}}"),
        width=12,
    ),
]
