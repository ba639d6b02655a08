"""Alerts as Atom (RFC 4287). One entry a record, updated in place: its id stays, its `updated` moves."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime

from aiohttp import web

from tensionwire.web.answers import kept
from tensionwire.web.context import context
from tensionwire.web.filters import Filters, from_query
from tensionwire.web.store import alerts
from tensionwire.web.words import Speech

ENTRIES = 50
ATOM = "http://www.w3.org/2005/Atom"


async def alerts_feed(request: web.Request) -> web.Response:
    """GET /feeds/alerts.atom, filtered by its address."""
    found = context(request)
    filters = from_query(request.query, strict=False)
    stored = await found.reader.run(alerts.page, filters, limit=ENTRIES)
    speech = found.speech(request)
    body = feed(stored, filters, speech, found.address(request), request.path_qs)
    return kept(request, body, "application/atom+xml", Content_Language=speech.language)


def feed(stored: list[alerts.Stored], filters: Filters, speech: Speech, address: str, path: str) -> bytes:
    """The feed of these alerts, newest first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": speech.language})
    _add(root, "id", f"{address}/feeds/alerts.atom" + (f"?{filters.query()}" if filters else ""))
    _add(root, "title", f"Tensionwire: {speech.t['alerts']}")
    _add(root, "updated", _moment(stored[0].at if stored else 0))
    ET.SubElement(root, f"{{{ATOM}}}link", {"rel": "self", "href": address + clean(path)})
    ET.SubElement(root, f"{{{ATOM}}}link", {"rel": "alternate", "href": f"{address}/"})
    _add(ET.SubElement(root, f"{{{ATOM}}}author"), "name", "Tensionwire")
    for each in stored:
        _entry(root, each, speech, address)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _entry(root: ET.Element, stored: alerts.Stored, speech: Speech, address: str) -> None:
    alert, words = stored.alert, speech.told(stored.alert)
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, "id", f"urn:tensionwire:record:{alert.record}")
    _add(entry, "title", words.headline if words else alert.subject)
    _add(entry, "updated", _moment(stored.at))
    ET.SubElement(entry, f"{{{ATOM}}}link", {"rel": "alternate", "href": f"{address}/contacts/{alert.record}"})
    for term in filter(None, (alert.kind, alert.status, alert.severity, alert.topic, *alert.countries)):
        ET.SubElement(entry, f"{{{ATOM}}}category", {"term": clean(term)})
    said = [f"{speech.kind(alert.kind)}, {speech.severity(alert.severity)}"]
    said[0] += f", {speech.status(alert.status)}" if alert.status else ""
    said += [
        f"“{e.quote}” ({', '.join(filter(None, (e.source, speech.day(e.published))))})" for e in alert.evidence[:3]
    ]
    said += [f"{speech.t['why']}: {'; '.join(words.why)}"] if words and words.why else []
    _add(entry, "summary", "\n".join(said))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = clean(text)


def clean(text: str) -> str:
    """Without what XML 1.0 cannot carry: control characters, halves of characters."""
    return "".join(
        c for c in text if c in "\t\n\r" or (" " <= c <= "\ud7ff") or ("\ue000" <= c <= "\ufffd") or c > "\uffff"
    )


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
