"""One article: its text with the findings marked, and the records that it tells of."""

import sqlite3
from typing import Any

from aiohttp import web

from tensionwire.web.context import context, page
from tensionwire.web.marks import pieces
from tensionwire.web.store import records


async def one_article(request: web.Request) -> web.Response:
    """GET /articles/{id}"""
    found = await context(request).reader.run(_look, request.match_info["id"])
    return page(request, "missing.html", status=404) if found is None else page(request, "article.html", **found)


def _look(store: sqlite3.Connection, wanted: str) -> dict[str, Any] | None:
    article = records.article(store, wanted)
    if article is None:
        return None
    return {
        "article": article,
        "pieces": pieces(article.text, article.found) if article.text and article.found else [],
        "records": [kept.record for kept in records.of_article(store, wanted)],
    }
