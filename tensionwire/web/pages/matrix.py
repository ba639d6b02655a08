"""Who met whom: a matrix of states."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiohttp import web

from tensionwire.web.context import context, page
from tensionwire.web.store import counts

PERIODS = {"30": 30, "90": 90, "365": 365, "all": None}
SHADES = 5
AHEAD = 366  # days: what is planned counts as well


async def matrix(request: web.Request) -> web.Response:
    """GET /matrix?period=90"""
    asked = request.query.get("period", "365")
    period = asked if asked in PERIODS else "365"
    found = await context(request).reader.run(_look, PERIODS[period], datetime.now(UTC).date())
    return page(request, "matrix.html", period=period, periods=list(PERIODS), **found)


def _look(store: sqlite3.Connection, days: int | None, today: date) -> dict[str, Any]:
    span = counts.span(store)
    latest = min(today, date.fromisoformat(span[1])) if span else today
    start = (latest - timedelta(days=days - 1)).isoformat() if days else "0001-01-01"
    found = counts.matrix(store, start, (today + timedelta(days=AHEAD)).isoformat())
    most = max((sum(cell.values()) for cell in found.cells.values()), default=1)
    shade = {pair: min(SHADES, -(-SHADES * sum(cell.values()) // most)) for pair, cell in found.cells.items()}
    totals = {s: sum(sum(c.values()) for pair, c in found.cells.items() if s in pair) for s in found.states}
    return {"matrix": found, "shade": shade, "totals": totals}
