"""Flashpoints over time, and their episodes."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiohttp import web

from tensionwire.web.context import context, page
from tensionwire.web.filters import Filters, from_query
from tensionwire.web.pages.charts import bars
from tensionwire.web.store import alerts, counts, records

# by: (periods, days of each)
STEPS = {"day": (60, 1), "week": (52, 7), "month": (36, 30)}
SHOWN = 30


async def flashpoints(request: web.Request) -> web.Response:
    """GET /flashpoints?by=week"""
    asked = request.query.get("by", "week")
    by = asked if asked in STEPS else "week"
    filters = from_query(request.query, strict=False)
    try:
        after = records.read_cursor(request.query["after"]) if "after" in request.query else None
    except ValueError:
        after = None
    found = await context(request).reader.run(_look, filters, STEPS[by], after, datetime.now(UTC).date())
    return page(request, "flashpoints.html", filters=filters, by=by, steps=list(STEPS), first=after is None, **found)


def _look(
    store: sqlite3.Connection, filters: Filters, step: tuple[int, int], after: tuple[str, int] | None, today: date
) -> dict[str, Any]:
    last = counts.last_mention(store)
    day = min(today, date.fromisoformat(last)) if last else today
    days = counts.periods(day, *step)
    lines = counts.topics(store, days, (day + timedelta(days=1)).isoformat())
    if filters.topic:
        lines = [line for line in lines if line.topic in filters.topic]
    most = max((max(line.counts) for line in lines), default=1)
    episodes = records.episodes(store, filters, limit=SHOWN + 1, after=after)
    return {
        "lines": [(line, bars(line.counts, most)) for line in lines],
        "days": days,
        "last_day": day.isoformat(),
        "episodes": [kept.record for kept in episodes[:SHOWN]],
        "older": records.cursor(episodes[SHOWN - 1]) if len(episodes) > SHOWN else None,
        "facets": alerts.facets(store),
    }
