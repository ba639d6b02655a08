"""Contacts: the list, and one contact with its life, its alerts and its articles."""

import asyncio
import sqlite3
from typing import Any

from aiohttp import web

from tensionwire.contracts.record import ContactRecord
from tensionwire.web.context import context, page
from tensionwire.web.filters import Filters, from_query
from tensionwire.web.marks import pieces
from tensionwire.web.store import alerts, records

SHOWN = 40
LOOKS, PAUSE = 10, 0.1  # an alert comes before its record: its page waits for it a moment


async def list_contacts(request: web.Request) -> web.Response:
    """GET /contacts"""
    filters = from_query(request.query, strict=False)
    try:
        after = records.read_cursor(request.query["after"]) if "after" in request.query else None
    except ValueError:
        after = None
    found = await context(request).reader.run(_list, filters, after)
    return page(request, "contacts.html", filters=filters, first=after is None, **found)


async def one_contact(request: web.Request) -> web.Response:
    """GET /contacts/{id}"""
    wanted = request.match_info["id"]
    reader = context(request).reader
    found = await reader.run(_one, wanted)
    for _ in range(LOOKS):
        if found is not None or not await reader.run(alerts.of_record, wanted):
            break
        await asyncio.sleep(PAUSE)
        found = await reader.run(_one, wanted)
    if found is None:
        return page(request, "missing.html", status=404)
    if getattr(found["record"], "alias_of", None):  # it turned out to be another: its reports are there
        raise web.HTTPFound(f"/contacts/{found['record'].alias_of}")
    return page(request, "contact.html" if isinstance(found["record"], ContactRecord) else "episode.html", **found)


def _list(store: sqlite3.Connection, filters: Filters, after: tuple[str, int] | None) -> dict[str, Any]:
    shown = records.contacts(store, filters, limit=SHOWN + 1, after=after)
    return {
        "contacts": [kept.record for kept in shown[:SHOWN]],
        "older": records.cursor(shown[SHOWN - 1]) if len(shown) > SHOWN else None,
        "facets": alerts.facets(store),
    }


def _one(store: sqlite3.Connection, wanted: str) -> dict[str, Any] | None:
    kept = records.by_id(store, wanted)
    if kept is None:
        return None
    record = kept.record
    told = records.articles_of(store, record)
    return {
        "record": record,
        "articles": [(a, pieces(a.text, a.found) if a.text and a.found else []) for a in told],
        "titles": {a.id: a for a in told},
        "alerts": [(stored, alerts.deliveries(store, stored.alert.id)) for stored in alerts.of_record(store, wanted)],
        "links": [k.record for link in getattr(record, "links", []) if (k := records.by_id(store, link))],
        "related": [k.record for k in records.related(store, record)] if isinstance(record, ContactRecord) else [],
    }
