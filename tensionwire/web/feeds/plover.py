"""Contact records as event data, in the field names of PLOVER.

Source: Open Event Data Alliance, PLOVER manual, chapter "JSON Data Fields" (github.com/openeventdata/PLOVER). What
PLOVER has no name for (status, history, sightings) stands beside it, as the manual allows.
"""

import csv
import io
from importlib.metadata import version
from typing import Any

from tensionwire.analysis.codes import cameo, plover
from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.tagged import Participant, PloverEvent, Role, Status

# 1 is verbal cooperation, 3 verbal conflict
QUAD: dict[PloverEvent, int] = {"CONSULT": 1, "AGREE": 1, "REQUEST": 1, "REJECT": 3}
CONTEXT: dict[Status, list[str]] = {"planned": ["future"], "possible": ["hypothetical"]}
SECTORS: dict[Role, str] = {
    "military-chief": "MIL",
    "parliament-president": "LEG",
    "party-leader": "PTY",
    "party-secretary": "PTY",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TEXTS = 5  # quotes of one record

COLUMNS = (
    "id date enddate source recipient source_names recipient_names event mode context quad_code cameo status form "
    "place event_text url title language publication first_seen last_seen sightings sources"
).split()


def event(record: ContactRecord) -> dict[str, Any]:
    """A record as one PLOVER event. The visitor is the source and the host the recipient; else all are sources."""
    codes = plover(record.form, record.status)
    sides = list(dict.fromkeys(p.affiliation for p in record.participants))
    hosts = set(sides[1:]) if record.form == "visit" else set()
    day = record.date.start if record.date else (record.last_seen or "")[:10]
    found: dict[str, Any] = {
        "id": record.id,
        "date": day,
        "enddate": record.date.end if record.date else None,
        "source": [_actor(p) for p in record.participants if p.affiliation not in hosts],
        "recipient": [_actor(p) for p in record.participants if p.affiliation in hosts],
        "event": [codes.event],
        "mode": [codes.mode] if codes.mode else [],
        "context": CONTEXT.get(record.status, []) + (["historical"] if record.background else []),
        "quad_code": QUAD[codes.event],
        "event_loc": {"name": record.place} if record.place else None,
        "event_text": [s.evidence.quote for s in record.sightings[-TEXTS:] if s.evidence],
        "cite_info": _cited(record),
        "coder": f"tensionwire {version('tensionwire')}",
        "cameo": cameo(record.form, record.status),
        "status": record.status,
        "form": record.form,
        "history": [{"status": s.status, "date": (s.published or "")[:10] or None} for s in record.history],
        "first_seen": record.first_seen,
        "last_seen": record.last_seen,
        "sightings": record.sighting_count,
        "sources": record.sources,
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def row(record: ContactRecord) -> list[str]:
    """The same as a row of a table, in the order of `COLUMNS`; several values of one cell with `; `."""
    told = event(record)
    cells = told | told.get("cite_info", {}) | {"place": told.get("event_loc", {}).get("name", "")}
    for side in ("source", "recipient"):
        actors = told.get(side, [])
        cells[side] = list(dict.fromkeys(a["code"] for a in actors))
        cells[f"{side}_names"] = [a["actor_text"] for a in actors if "actor_text" in a]
    return [defused(_cell(cells.get(column))) for column in COLUMNS]


def table_line(cells: list[str]) -> str:
    """A line of CSV (RFC 4180)."""
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def defused(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: news could begin with `=`."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _cited(record: ContactRecord) -> dict[str, str]:
    if not record.sightings:
        return {}
    article = record.sightings[-1].article
    named = {"url": article.url, "title": article.title, "language": article.language, "publication": article.source}
    return {name: value for name, value in named.items() if value}


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _actor(person: Participant) -> dict[str, str]:
    found = {"code": person.affiliation}
    if person.role:
        found |= {"sector": SECTORS.get(person.role, "GOV"), "office": person.role}
    return found | ({"actor_text": person.name} if person.name else {})
