"""The first page: alerts as they come, and beside them what comes up, what moves, what stirs."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiohttp import web

from tensionwire.web.context import context, page
from tensionwire.web.filters import Filters, from_query
from tensionwire.web.pages.charts import bars
from tensionwire.web.store import alerts, counts, records
from tensionwire.web.streams import place

SHOWN = 40  # alerts of one page
COMING, MOVING, STIRRING = 6, 6, 6
MOVING_DAYS, STIRRING_DAYS = 30, 14


async def live(request: web.Request) -> web.Response:
    """GET /"""
    filters = from_query(request.query, strict=False)
    before = request.query.get("before", "")
    at = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    found = await context(request).reader.run(_look, filters, at, datetime.now(UTC).date())
    return page(request, "live.html", filters=filters, first=at is None, **found)


def _look(store: sqlite3.Connection, filters: Filters, before: int | None, today: date) -> dict[str, Any]:
    shown = alerts.page(store, filters, limit=SHOWN + 1, before=before)
    found: dict[str, Any] = {
        "place": place(store),
        "alerts": shown[:SHOWN],
        "older": shown[SHOWN - 1].seq if len(shown) > SHOWN else None,
        "facets": alerts.facets(store),
    }
    # in an archive "the last 30 days" are those of its news, not of the wall's calendar
    span = counts.span(store)
    latest = min(today, date.fromisoformat(span[1])) if span else today
    last = counts.last_mention(store)
    stirring_day = min(today, date.fromisoformat(last)) if last else today
    days = counts.periods(stirring_day, STIRRING_DAYS, 1)
    topics = counts.topics(store, days, (stirring_day + timedelta(days=1)).isoformat())[:STIRRING]
    coming = records.contacts(
        store, Filters(status=("planned", "possible")), limit=COMING, start=today.isoformat(), planned=True
    )
    moving = counts.moving(store, (latest - timedelta(days=MOVING_DAYS - 1)).isoformat(), MOVING)
    return found | {
        "coming": [kept.record for kept in coming],
        "moving": moving,
        "most": max((sum(c.values()) for _, c in moving), default=1),
        "stirring": [(line, bars(line.counts, max(line.counts))) for line in topics],
        "stirring_days": (days[0], days[-1]),
        "today": today.isoformat(),
    }
