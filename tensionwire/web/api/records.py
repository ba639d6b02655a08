"""GET /v1/contacts, /v1/flashpoints, one of each, and an article."""

import sqlite3
from datetime import date
from typing import Any

from aiohttp import web

from tensionwire.contracts.record import ContactRecord
from tensionwire.web.answers import json_answer
from tensionwire.web.api.alerts import item
from tensionwire.web.api.paging import after_of, filters_of, limit_of
from tensionwire.web.context import context
from tensionwire.web.problem import Problem
from tensionwire.web.store import alerts, records


async def list_contacts(request: web.Request) -> web.Response:
    """The latest day first."""
    limit = limit_of(request)
    found = await context(request).reader.run(
        records.contacts,
        filters_of(request),
        limit=limit + 1,
        start=_day(request, "from"),
        end=_day(request, "to"),
        after=after_of(request),
    )
    return _page(request, found, limit)


async def list_flashpoints(request: web.Request) -> web.Response:
    """Episodes, the latest first."""
    limit = limit_of(request)
    found = await context(request).reader.run(
        records.episodes, filters_of(request), limit=limit + 1, after=after_of(request)
    )
    return _page(request, found, limit)


async def one_contact(request: web.Request) -> web.Response:
    """A contact record with its alerts."""
    return await _one(request, contact=True)


async def one_flashpoint(request: web.Request) -> web.Response:
    """A flashpoint episode with its alerts."""
    return await _one(request, contact=False)


async def one_article(request: web.Request) -> web.Response:
    """What an article says: its findings and the records that it tells of."""
    found = await context(request).reader.run(_article, request.match_info["id"])
    if found is None:
        raise Problem(404, "no article has this id, or it is not tagged yet, or older than what Kafka keeps")
    return json_answer(request, found)


async def _one(request: web.Request, *, contact: bool) -> web.Response:
    found = await context(request).reader.run(_record, request.match_info["id"])
    if found is None or isinstance(found["record"], ContactRecord) is not contact:
        raise Problem(404, f"no {'contact' if contact else 'flashpoint'} has this id")
    return json_answer(request, found)


def _page(request: web.Request, found: list[records.Kept], limit: int) -> web.Response:
    shown = found[:limit]
    following = records.cursor(shown[-1]) if len(found) > limit else None
    return json_answer(request, {"items": [kept.record for kept in shown], "next": following})


def _record(store: sqlite3.Connection, wanted: str) -> dict[str, Any] | None:
    kept = records.by_id(store, wanted)
    if kept is None:
        return None
    return {"record": kept.record, "alerts": [item(stored) for stored in alerts.of_record(store, wanted)]}


def _article(store: sqlite3.Connection, wanted: str) -> dict[str, Any] | None:
    found = records.article(store, wanted)
    if found is None:
        return None
    told = found._asdict()
    told["findings"] = told.pop("found")
    return told | {"records": [kept.record.id for kept in records.of_article(store, wanted)]}


def _day(request: web.Request, name: str) -> str | None:
    text = request.query.get(name)
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Problem(400, f"`{name}` takes a day like 2026-11-26") from error
