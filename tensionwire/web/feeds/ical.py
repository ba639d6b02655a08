"""Dated contacts as iCalendar (RFC 5545): a stable UID, SEQUENCE counted up with every change, CANCELLED."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

from aiohttp import web

from tensionwire.contracts.record import ContactRecord
from tensionwire.web.answers import kept
from tensionwire.web.context import context
from tensionwire.web.filters import from_query
from tensionwire.web.store import records
from tensionwire.web.words import Speech

EVENTS = 1_000
PAST_DAYS = 30  # what lies further back leaves the calendar
LINE = 75  # bytes of a line, its fold included
STATUS = {"planned": "CONFIRMED", "held": "CONFIRMED", "possible": "TENTATIVE", "cancelled": "CANCELLED"}


async def contacts_feed(request: web.Request) -> web.Response:
    """GET /feeds/contacts.ics, filtered by its address; `from` sets the first day."""
    found = context(request)
    speech = found.speech(request)
    try:
        start = date.fromisoformat(request.query.get("from", ""))
    except ValueError:
        start = datetime.now(UTC).date() - timedelta(days=PAST_DAYS)
    filters = from_query(request.query, strict=False)
    dated = await found.reader.run(records.contacts, filters, limit=EVENTS, start=start.isoformat(), planned=True)
    body = calendar(dated, speech, found.address(request))
    return kept(request, body, "text/calendar", Content_Language=speech.language)


def calendar(dated: list[records.Kept], speech: Speech, address: str) -> bytes:
    """The calendar of these contacts."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tensionwire//Contacts//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:Tensionwire: {_text(speech.t['contacts'])}"]
    for each in dated:
        if isinstance(each.record, ContactRecord) and each.record.date:
            lines += _event(each.record, each.changed, speech, address)
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def _event(record: ContactRecord, changed: int, speech: Speech, address: str) -> list[str]:
    if record.date is None:
        return []
    start = date.fromisoformat(record.date.start)
    end = date.fromisoformat(record.date.end or record.date.start) + timedelta(days=1)  # the day after, by the standard
    stamp = datetime.fromtimestamp(changed / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    quotes = [s.evidence.quote for s in record.sightings[-2:] if s.evidence]
    status = "CANCELLED" if record.withdrawn else STATUS[record.status]
    told = [f"{speech.status(record.status)}, {speech.many('sources', max(1, len(record.sources)))}", *quotes]
    found = [
        "BEGIN:VEVENT",
        f"UID:{record.id}@tensionwire",
        f"SEQUENCE:{sequence(record)}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{_text(speech.headline(record))}",
        f"STATUS:{status}",
        "TRANSP:TRANSPARENT",
        f"DESCRIPTION:{_text(chr(10).join(told))}",
        f"URL:{address}/contacts/{record.id}",
    ]
    found += [f"LOCATION:{_text(record.place)}"] if record.place else []
    return [*found, "END:VEVENT"]


def sequence(record: ContactRecord) -> int:
    """Counts a record's changes; the same after a rebuild, as it is made of what the record carries."""
    return max(0, record.revision - 1) + max(0, len(record.history) - 1) + int(record.withdrawn)


def fold(line: str) -> bytes:
    """A content line, folded at 75 bytes without cutting a character (RFC 5545, 3.1)."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        raw = character.encode("utf-8", "replace")
        if len(piece) + len(raw) > LINE - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += raw
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def _text(text: str) -> str:
    kept = "".join(c if c == "\n" or unicodedata.category(c) != "Cc" else " " for c in text)
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
