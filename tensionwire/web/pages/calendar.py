"""The calendar: dated contacts by month."""

import calendar as months
import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiohttp import web

from tensionwire.contracts.record import ContactRecord
from tensionwire.web.context import context, page
from tensionwire.web.filters import Filters, from_query
from tensionwire.web.store import alerts, records

MOST = 400  # contacts of one month
EACH = 31  # a contact of more days than this stands on its first day only


async def calendar(request: web.Request) -> web.Response:
    """GET /calendar?month=2026-11"""
    today = datetime.now(UTC).date()
    first = _month(request.query.get("month", "")) or today.replace(day=1)
    filters = from_query(request.query, strict=False)
    found = await context(request).reader.run(_look, filters, first)
    return page(request, "calendar.html", filters=filters, today=today.isoformat(), **found)


def _month(text: str) -> date | None:
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2200 else None


def _look(store: sqlite3.Connection, filters: Filters, first: date) -> dict[str, Any]:
    last = first.replace(day=months.monthrange(first.year, first.month)[1])
    dated = records.contacts(store, filters, limit=MOST, start=first.isoformat(), end=last.isoformat(), planned=True)
    days: dict[str, list[ContactRecord]] = {}
    whole: list[ContactRecord] = []
    for record in (kept.record for kept in dated):
        if isinstance(record, ContactRecord) and record.date:
            if record.date.precision in ("month", "year"):
                whole.append(record)
                continue
            for day in _days(record, first, last):
                days.setdefault(day, []).append(record)
    start = first - timedelta(days=first.weekday())
    weeks = []
    while start <= last:
        weeks.append([(start + timedelta(days=n)) for n in range(7)])
        start += timedelta(days=7)
    return {
        "month": first,
        "weeks": [[(d.isoformat(), d.day, d.month == first.month) for d in week] for week in weeks],
        "days": days,
        "whole": whole,
        "previous": (first - timedelta(days=1)).strftime("%Y-%m"),
        "next": (last + timedelta(days=1)).strftime("%Y-%m"),
        "nearest": None if days or whole else _nearest(store, filters, first),
        "facets": alerts.facets(store),
    }


def _days(record: ContactRecord, first: date, last: date) -> list[str]:
    if record.date is None:
        return []
    start = date.fromisoformat(record.date.start)
    end = date.fromisoformat(record.date.end or record.date.start)
    if (end - start).days > EACH:
        end = start
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    return [day.isoformat() for day in days if first <= day <= last]


def _nearest(store: sqlite3.Connection, filters: Filters, first: date) -> str | None:
    """The month with a dated contact that is next to this one, later ones first."""
    later = records.contacts(store, filters, limit=1, start=first.isoformat(), planned=True)
    if not later:
        later = [k for k in records.contacts(store, filters, limit=50) if getattr(k.record, "date", None)][:1]
    found = later[0].record if later else None
    return found.date.start[:7] if isinstance(found, ContactRecord) and found.date else None
