"""GET /v1/alerts, /v1/alerts/{id}."""

import sqlite3
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tensionwire.web.answers import json_answer
from tensionwire.web.api.paging import before_of, filters_of, flag_of, limit_of
from tensionwire.web.context import context
from tensionwire.web.problem import Problem
from tensionwire.web.store import alerts


async def list_alerts(request: web.Request) -> web.Response:
    """The newest first; the last of each record, or `every=true` one."""
    limit = limit_of(request)
    found = await context(request).reader.run(
        alerts.page,
        filters_of(request),
        limit=limit + 1,
        before=before_of(request),
        every=flag_of(request, "every"),
    )
    shown = found[:limit]
    following = str(shown[-1].seq) if len(found) > limit else None
    return json_answer(request, {"items": [item(s) for s in shown], "next": following})


async def one_alert(request: web.Request) -> web.Response:
    """One alert, and what became of it at each receiver."""
    found = await context(request).reader.run(_one, request.match_info["id"])
    if found is None:
        raise Problem(404, "no alert has this id, or it is older than what Kafka keeps")
    return json_answer(request, found)


def item(stored: alerts.Stored) -> dict[str, Any]:
    """An alert with the time at which it was raised."""
    return {"raised": moment(stored.at), "alert": stored.alert}


def moment(milliseconds: int) -> str:
    """A Kafka timestamp as ISO 8601 in UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="milliseconds")


def _one(store: sqlite3.Connection, wanted: str) -> dict[str, Any] | None:
    stored = alerts.by_id(store, wanted)
    if stored is None:
        return None
    told = [each._asdict() for each in alerts.deliveries(store, wanted)]
    return item(stored) | {"deliveries": told}
