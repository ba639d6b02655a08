"""What moves: who talks to whom, what stirs, how tense it is. For an analyst."""

from typing import Any

from boards.parts import SOURCE, lines, ranking, row, stat
from boards.parts import board as made

DYAD_PAGE = "/contacts?dyad=${__field.labels.dyad}"
TOPIC_PAGE = "/flashpoints?topic=${__field.labels.topic}"

RINGING = {
    "name": "High and critical alerts",
    "datasource": SOURCE,
    "enable": True,
    "iconColor": "red",
    "expr": 'sum by (kind, severity) (increase(tensionwire_alerts_raised_total{severity=~"high|critical"}[1m])) > 0',
    "step": "60s",
    "titleFormat": "{{kind}}",
    "textFormat": "{{severity}}",
}


def board() -> dict[str, Any]:
    """The dashboard."""
    return made(
        "tensionwire-moves",
        "Tensionwire: what moves",
        "Contacts between states, flashpoints, tension.",
        PANELS,
        span="7d",
        annotations=[RINGING],
    )


PANELS = [
    stat(
        "Contact alerts in 24 h",
        "Contacts that were new or moved their state in the last 24 hours.",
        "sum(increase(tensionwire_contact_changes_total[24h]))",
    ),
    stat(
        "High and critical in 24 h",
        "Alerts of high or critical severity in the last 24 hours.",
        'sum(increase(tensionwire_alerts_raised_total{severity=~"high|critical"}[24h]))',
    ),
    stat(
        "Planned ahead",
        "Contacts that are planned for today or later, as the page knows them.",
        'max(tensionwire_contacts_upcoming{status="planned"})',
    ),
    stat(
        "Possible ahead",
        "Contacts that are possible today or later.",
        'max(tensionwire_contacts_upcoming{status="possible"})',
    ),
    stat(
        "Flashpoint alerts in 24 h",
        "Flashpoints that stirred in the last 24 hours.",
        'sum(increase(tensionwire_alerts_raised_total{kind=~"flashpoint.*"}[24h]))',
    ),
    stat(
        "First seen after",
        "Median time from publication to arrival of what founded a record, over a day. The seeds are of past years.",
        "histogram_quantile(0.5, sum by (le) (increase(tensionwire_first_seen_lag_seconds_bucket[1d])))",
        "s",
    ),
    row("Contacts"),
    lines(
        "Contacts by status",
        "Alerts on contacts an hour, by the state that the contact took.",
        ("sum by (status) (increase(tensionwire_contact_changes_total[1h]))", "{{status}}"),
        width=12,
        stacked=True,
        link="/contacts?status=${__field.labels.status}",
    ),
    lines(
        "Watched dyads",
        "Alerts on contacts an hour, by pair of states; those that are not watched count as other.",
        (
            "sum by (dyad) (increase(tensionwire_contact_changes_total[1h]))",
            "{{dyad}}",
        ),
        width=12,
        stacked=True,
        link=DYAD_PAGE,
    ),
    ranking(
        "Busiest dyads",
        "Alerts on contacts in the range that is shown, by pair of states.",
        ("sort_desc(sum by (dyad) (increase(tensionwire_contact_changes_total[$__range])))", "{{dyad}}"),
        link=DYAD_PAGE,
    ),
    ranking(
        "Coming up",
        "Contacts dated today or later, by status, as the page knows them.",
        ("sort_desc(max by (status) (tensionwire_contacts_upcoming))", "{{status}}"),
        link="/calendar?status=${__field.labels.status}",
    ),
    lines(
        "Contacts found in articles",
        "Contacts that articles tell of, an hour, repeats and background included.",
        ("sum by (status) (increase(tensionwire_contacts_found_total[1h]))", "{{status}}"),
        stacked=True,
    ),
    row("Flashpoints and tension"),
    lines(
        "Flashpoints over time",
        "Articles on each topic an hour.",
        ("sum by (topic) (increase(tensionwire_flashpoints_found_total[1h]))", "{{topic}}"),
        width=12,
        stacked=True,
        link=TOPIC_PAGE,
    ),
    ranking(
        "Flashpoints",
        "Articles on each topic in the range that is shown.",
        ("sort_desc(sum by (topic) (increase(tensionwire_flashpoints_found_total[$__range])))", "{{topic}}"),
        width=12,
        link=TOPIC_PAGE,
    ),
    lines(
        "Tension of dyads",
        "Mean tension of a day's articles about two states, from -10 (easing) to +10 (escalation).",
        ("max by (dyad) (tensionwire:tension:mean1d)", "{{dyad}}"),
        unit="none",
        width=12,
        link=DYAD_PAGE,
    ),
    lines(
        "Articles about two states",
        "Articles an hour on which the tension of a pair stands.",
        ("sum by (dyad) (increase(tensionwire_dyad_articles_total[1h]))", "{{dyad}}"),
        width=6,
    ),
    lines(
        "Escalation and easing",
        "Points of tension an hour, both directions apart.",
        ("sum(increase(tensionwire_escalation_points_total[1h]))", "escalation"),
        ("sum(increase(tensionwire_easing_points_total[1h]))", "easing"),
        width=6,
    ),
    row("Alerts"),
    lines(
        "By kind",
        "Alerts raised an hour, by kind.",
        ("sum by (kind) (increase(tensionwire_alerts_raised_total[1h]))", "{{kind}}"),
        stacked=True,
        link="/?kind=${__field.labels.kind}",
    ),
    lines(
        "By severity",
        "Alerts raised an hour, by severity.",
        ("sum by (severity) (increase(tensionwire_alerts_raised_total[1h]))", "{{severity}}"),
        stacked=True,
        link="/?severity=${__field.labels.severity}",
    ),
    lines(
        "Withheld",
        "Alerts withheld from receivers an hour, by the reason.",
        ("sum by (reason) (increase(tensionwire_alerts_suppressed_total[1h]))", "{{reason}}"),
        stacked=True,
    ),
    lines(
        "Sources behind an alert",
        "How many independent sources stand behind an alert: the middle one, and one in ten.",
        ("histogram_quantile(0.5, sum by (le) (increase(tensionwire_alert_sources_bucket[6h])))", "half"),
        ("histogram_quantile(0.9, sum by (le) (increase(tensionwire_alert_sources_bucket[6h])))", "one in ten"),
        width=12,
    ),
    lines(
        "From publication to arrival",
        "How old the report that founded a record was when it arrived. Half of them, and nine in ten.",
        ("histogram_quantile(0.5, sum by (le) (increase(tensionwire_first_seen_lag_seconds_bucket[6h])))", "half"),
        (
            "histogram_quantile(0.9, sum by (le) (increase(tensionwire_first_seen_lag_seconds_bucket[6h])))",
            "nine in ten",
        ),
        unit="s",
        width=12,
    ),
]
