"""Metrics of meaning: what the news say, beside how the service runs. Labels are bounded: watched dyads, enums."""

from collections.abc import Iterable
from datetime import datetime

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.runtime import telemetry


def tagged(articles: Iterable[TaggedArticle]) -> None:
    """Count the tension of articles that are about two states."""
    for article in articles:
        if len(article.countries) != 2:
            continue
        dyad = telemetry.dyad("-".join(sorted(article.countries)))
        telemetry.DYAD_ARTICLES.labels(dyad).inc()
        telemetry.ESCALATION.labels(dyad).inc(max(0.0, article.tension.score))
        telemetry.EASING.labels(dyad).inc(max(0.0, -article.tension.score))


def raised(alerts: Iterable[Alert]) -> None:
    """Count alerts: their kind and severity, the state a contact took, their sources, how late the news was."""
    for alert in alerts:
        telemetry.ALERTS.labels(alert.kind, alert.severity).inc()
        telemetry.SOURCES.observe(alert.source_count)
        if alert.status is not None:
            telemetry.CHANGES.labels(telemetry.dyad(alert.subject), alert.status).inc()
        if alert.revision == 1 and (lag := _lag(alert)) is not None:
            telemetry.FIRST_SEEN.observe(lag)


def _lag(alert: Alert) -> float | None:
    try:
        published, arrived = (datetime.fromisoformat(t or "") for t in (alert.published, alert.arrived))
        return max(0.0, (arrived - published).total_seconds())
    except (ValueError, TypeError):  # unknown, or without a time zone: no lag can be told
        return None
