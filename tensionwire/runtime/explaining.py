"""What is known of an alert or an article: read from Kafka and Redis, nothing decided anew."""

from typing import Any

import msgspec

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.delivery import Delivery
from tensionwire.contracts.outcome import SightingOutcome
from tensionwire.contracts.topics import ALERTS, DELIVERIES
from tensionwire.runtime.settings import Settings
from tensionwire.runtime.state.articles import ArticleMarks
from tensionwire.runtime.state.connection import connect
from tensionwire.runtime.state.epoch import StateLost
from tensionwire.runtime.state.registry import Registry
from tensionwire.runtime.state.replay import read_whole


class Article(msgspec.Struct, frozen=True):
    """An article's sightings and what became of them. `seen`: streams/tag knows it; None where that is not known."""

    seen: bool | None
    outcomes: list[SightingOutcome]


def alerts(bootstrap: str, wanted: set[str]) -> dict[str, Alert]:
    """The alerts of these ids, as far as Kafka still has them. Blocks."""
    found = {}
    for record in read_whole(bootstrap, ALERTS):
        if (alert := _read(record, Alert)) is not None and alert.id in wanted:
            found[alert.id] = alert
    return found


def deliveries(bootstrap: str, wanted: set[str]) -> dict[str, list[Delivery]]:
    """The last row of each receiver for these alerts. Blocks."""
    rows: dict[str, dict[str, Delivery]] = {}
    for record in read_whole(bootstrap, DELIVERIES):
        if (row := _read(record, Delivery)) is not None and row.alert_id in wanted:
            rows.setdefault(row.alert_id, {})[row.receiver] = row
    return {alert: [found[name] for name in sorted(found)] for alert, found in rows.items()}


async def article(settings: Settings, article_id: str) -> Article:
    """What became of an article's sightings in the last 30 days. Raises the errors of REDIS_AWAY."""
    redis = connect(settings.redis)
    try:
        outcomes = await Registry(redis, settings.kafka).outcomes(article_id)
        try:
            marks = await ArticleMarks(redis, settings.kafka).read([article_id])
            seen: bool | None = article_id in marks
        except StateLost:
            seen = None
        return Article(seen, sorted(outcomes, key=lambda o: (o.kind, o.subject, o.sighting)))
    finally:
        await redis.aclose()


def _read(record: Any, kind: Any) -> Any:
    try:
        return msgspec.json.decode(record.value or b"", type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
