"""Event streams (server-sent events): alerts as they come, resumed by Last-Event-ID. For the page and for programs."""

import asyncio
import json
import sqlite3
import time
from collections.abc import Callable

from aiohttp import web

from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.wire import encode
from tensionwire.runtime import telemetry
from tensionwire.web.context import context
from tensionwire.web.filters import Filters, from_query
from tensionwire.web.hub import TICK, Fresh
from tensionwire.web.store import alerts

RETRY_MS = 1_000
AT_ONCE = 200  # alerts read from the store in one go
SLOW = 30.0  # seconds that a client may take for one piece before it is let go

Show = Callable[[Fresh], bytes]


def epoch(store: sqlite3.Connection) -> str:
    """A word for this Kafka cluster: places of another one mean nothing here."""
    row = store.execute("SELECT value FROM meta WHERE key = 'cluster'").fetchone()
    return stable_id("epoch", row[0] if row else "")[:8]


def place(store: sqlite3.Connection) -> str:
    """The place of the newest alert, as an event id: a stream from there misses nothing of what comes."""
    return f"{epoch(store)}-{alerts.newest(store)}"


async def for_pages(request: web.Request) -> web.StreamResponse:
    """Cards of HTML, in the language of the address."""
    found = context(request)
    speech = found.speech(request)
    card = found.templates.card(speech)

    def show(fresh: Fresh) -> bytes:
        html = card(alerts.Stored(fresh.seq, fresh.at, fresh.alert))
        data = {"record": fresh.alert.record, "html": html}
        return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")

    return await _serve(request, f"page:{speech.language}", show)


async def for_programs(request: web.Request) -> web.StreamResponse:
    """Alerts as JSON, as on the topic."""
    return await _serve(request, "json", lambda fresh: encode(fresh.alert))


async def _serve(request: web.Request, form: str, show: Show) -> web.StreamResponse:
    reader, hub = context(request).reader, context(request).hub
    filters = from_query(request.query, strict=form == "json")
    name = await reader.run(epoch)
    seq = await reader.run(_start, _asked(request), name)
    response = web.StreamResponse()
    response.content_type = "text/event-stream"
    response.charset = "utf-8"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    await response.prepare(request)
    telemetry.WEB_STREAMS.inc()
    try:
        await response.write(f"retry: {RETRY_MS}\n\n".encode())
        said = time.monotonic()
        while not hub.closed:
            fresh = hub.after(seq)
            if fresh is None:
                stored = await reader.run(alerts.after, seq, AT_ONCE)
                fresh = [Fresh(*one) for one in stored]
            if fresh:
                seq = fresh[-1].seq
                piece = _piece(fresh, filters, form, show, name)
                if piece:
                    await asyncio.wait_for(response.write(piece), SLOW)
                    said = time.monotonic()
                if len(fresh) == AT_ONCE:
                    continue
            elif time.monotonic() - said > TICK * 0.9:
                await asyncio.wait_for(response.write(b": here\n\n"), SLOW)
                said = time.monotonic()
            if hub.after(seq):
                continue
            await hub.news()
    except (ConnectionError, TimeoutError):
        pass  # the client went, or reads too slowly: it comes again with the place it has
    finally:
        telemetry.WEB_STREAMS.dec()
    return response


def _asked(request: web.Request) -> str:
    return request.headers.get("Last-Event-ID") or request.query.get("after", "")


def _start(store: sqlite3.Connection, asked: str, name: str) -> int:
    """The place to go on from: the one asked for, else the newest. One of another cluster's gets all that is here."""
    newest = alerts.newest(store)
    cluster, _, number = asked.rpartition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return -1 if asked.endswith("--1") and cluster == f"{name}-" else newest
    if cluster != name:
        return -1
    return int(number)


def _piece(fresh: list[Fresh], filters: Filters, form: str, show: Show, name: str) -> bytes:
    parts: list[bytes] = []
    for one in fresh:
        if filters and not filters.wants(one.alert):
            continue
        data = one.shown.get(form)
        if data is None:
            data = one.shown[form] = show(one)
        parts.append(b"id: %s-%d\nevent: alert\ndata: %s\n\n" % (name.encode(), one.seq, data))
    return b"".join(parts)
