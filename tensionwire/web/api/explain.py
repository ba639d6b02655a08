"""GET /v1/explain/{id}: why an alert came, or why an article gave none, from what the topics tell."""

import sqlite3
from typing import Any

from aiohttp import web

from tensionwire.contracts.record import ContactRecord
from tensionwire.web.answers import json_answer
from tensionwire.web.context import context
from tensionwire.web.problem import Problem
from tensionwire.web.store import alerts, records


async def explain(request: web.Request) -> web.Response:
    """The id of an alert or of an article."""
    found = await context(request).reader.run(_look, request.match_info["id"])
    if found is None:
        raise Problem(404, "neither an alert nor an article has this id; what Kafka has dropped is dropped here too")
    return json_answer(request, found)


def _look(store: sqlite3.Connection, wanted: str) -> dict[str, Any] | None:
    stored = alerts.by_id(store, wanted)
    if stored is not None:
        return _alert(store, stored)
    article = records.article(store, wanted)
    return _article(store, article) if article is not None else None


def _alert(store: sqlite3.Connection, stored: alerts.Stored) -> dict[str, Any]:
    alert = stored.alert
    kept = records.by_id(store, alert.record)
    return {
        "what": "alert",
        "id": alert.id,
        "kind": alert.kind,
        "why": alert.why,
        "severity": alert.severity,
        "severity_reasons": alert.severity_reasons,
        "evidence": alert.evidence,
        "rules": alert.rules,
        "lexicon": alert.lexicon,
        "record": kept.record if kept else None,
        "deliveries": [told._asdict() for told in alerts.deliveries(store, alert.id)],
    }


def _article(store: sqlite3.Connection, article: records.Article) -> dict[str, Any]:
    """For each record that the article tells of: whether it is behind an alert, and if not, what we know of why."""
    told = []
    for kept in records.of_article(store, article.id):
        raised = [s.alert for s in alerts.of_record(store, kept.record.id)]
        own = [a.id for a in raised if any(e.article == article.id for e in a.evidence[:1])]
        told.append({"record": kept.record.id, "alerts": own, "without_alert": None if own else _silent(kept, raised)})
    said = None if told else "nothing-told" if article.found is None else "in-passing"
    return {"what": "article", "id": article.id, "findings": article.found, "records": told, "without_record": said}


def _silent(kept: records.Kept, raised: list[Any]) -> str:
    record = kept.record
    if isinstance(record, ContactRecord):
        if record.background:
            return "background"
        if not record.lead:
            return "linked"
    return "joined" if raised else "older-report"
