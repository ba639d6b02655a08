"""GET /v1/openapi.json: the description of the API (OpenAPI 3.1), its schemas those of the topics."""

from functools import cache
from typing import Any

import msgspec
from aiohttp import web

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.article import Article
from tensionwire.contracts.record import ContactRecord, Episode
from tensionwire.contracts.silence import Silence
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.web.answers import json_answer
from tensionwire.web.api.paging import DEFAULT, MOST
from tensionwire.web.filters import LISTS
from tensionwire.web.intake.reading import EVENT, EVENTS, LINES
from tensionwire.web.silences import Asked

REF = "#/components/schemas/{name}"


async def description(request: web.Request) -> web.Response:
    """The description of what this server answers."""
    return json_answer(request, document())


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    _, models = msgspec.json.schema_components(
        [Alert, ContactRecord, Episode, TaggedArticle, Article, Silence, Asked], ref_template=REF
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tensionwire",
            "version": "1",
            "description": "Reads what Tensionwire knows; takes articles with a token.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {
            "schemas": models | _own(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _paths() -> dict[str, Any]:
    before = _query("before", {"type": "string", "pattern": "^[0-9]{1,15}$"}, "`next` of the answer before")
    after = _query(
        "after",
        {"type": "string", "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?~[0-9]{1,15}$"},
        "`next` of the answer before",
    )
    every = _query("every", {"enum": ["true", "false"]}, "every alert instead of the last of each record")
    days = [
        _query(n, {"type": "string", "format": "date"}, f"the {w} day") for n, w in (("from", "first"), ("to", "last"))
    ]
    reads = {
        "/v1/alerts": _list("alerts", "AlertItem", "The newest alerts", [*_filters(), _limit(), before, every]),
        "/v1/alerts/{id}": _one("alert", "AlertWithDeliveries", "One alert, and what became of it at each receiver"),
        "/v1/contacts": _list(
            "contacts", "ContactRecord", "Contacts, the latest day first", [*_filters(), _limit(), after, *days]
        ),
        "/v1/contacts/{id}": _one("contact", "ContactWithAlerts", "One contact with its alerts"),
        "/v1/flashpoints": _list(
            "flashpoints", "Episode", "Flashpoint episodes, the latest first", [*_filters(), _limit(), after]
        ),
        "/v1/flashpoints/{id}": _one("flashpoint", "EpisodeWithAlerts", "One episode with its alerts"),
        "/v1/articles/{id}": _one("article", "FoundArticle", "What an article says"),
        "/v1/explain/{id}": _one("explanation", "Explanation", "Why an alert came, or why an article gave none"),
    }
    return {path: {"get": operation} for path, operation in reads.items()} | {
        "/v1/articles": {"post": _intake()},
        "/v1/silences": {"get": _silences(), "post": _silence()},
        "/v1/silences/{id}": {"delete": _end()},
    }


def _filters() -> list[dict[str, Any]]:
    said = "several values with commas are alternatives"
    found = [_query("q", {"type": "string", "maxLength": 200}, "words, each of which must begin a word of it")]
    for name, allowed in LISTS.items():
        kind: dict[str, Any] = {"enum": list(allowed)} if allowed else {"type": "string", "maxLength": 40}
        listed = {"type": "array", "items": kind, "maxItems": 5}
        found.append(_query(name, listed, said) | {"style": "form", "explode": False})
    return found


def _limit() -> dict[str, Any]:
    return _query("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT}, "how many at most")


def _query(name: str, schema: dict[str, Any], said: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, "description": said}


def _list(what: str, item: str, summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": {"$ref": REF.format(name=item)}},
            "next": {"type": ["string", "null"], "description": "where the next page goes on; null on the last"},
        },
    }
    return {
        "operationId": f"list-{what}",
        "summary": summary,
        "parameters": parameters,
        "responses": _answers(schema) | {"400": _problem("A parameter has a value that it does not take")},
    }


def _one(what: str, schema: str, summary: str) -> dict[str, Any]:
    return {
        "operationId": f"get-{what}",
        "summary": summary,
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}],
        "responses": _answers({"$ref": REF.format(name=schema)}) | {"404": _problem("There is none of this id")},
    }


def _answers(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "200": {"description": "Found", "content": {"application/json": {"schema": schema}}},
        "304": {"description": "You have it already (If-None-Match)"},
        "503": _problem("The store is being built"),
    }


def _problem(said: str) -> dict[str, Any]:
    return {
        "description": said,
        "content": {"application/problem+json": {"schema": {"$ref": REF.format(name="Problem")}}},
    }


def _intake() -> dict[str, Any]:
    one: dict[str, Any] = {"$ref": REF.format(name="Article")}
    many = {"type": "array", "items": one, "minItems": 1}
    event = {"type": "object", "required": ["data"], "properties": {"data": one}}
    content: dict[str, Any] = {
        "application/json": {"schema": {"oneOf": [one, many]}},
        "text/plain": {"schema": {"type": "string", "minLength": 1}},
        EVENT: {"schema": event},
        EVENTS: {"schema": {"type": "array", "items": event, "minItems": 1}},
    }
    content |= {kind: {"schema": {"type": "string", "description": "one article a line"}} for kind in LINES}
    refusals = {
        "400": "No JSON",
        "401": "No token, or a wrong one",
        "408": "The body did not come in time",
        "413": "The request or an article is too large",
        "415": "Not a kind of content that is taken",
        "422": "An article cannot be taken; `errors` says which and why, and none was taken",
        "429": "This token pushes too fast (Retry-After)",
        "503": "Kafka is away or too much waits (Retry-After); sending the same again does no harm",
    }
    taken = {
        "type": "object",
        "required": ["accepted", "ids"],
        "properties": {"accepted": {"type": "integer"}, "ids": {"type": "array", "items": {"type": "string"}}},
    }
    return {
        "operationId": "push-articles",
        "summary": "Push one article or a batch; taken once Kafka has acknowledged all",
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": content},
        "responses": {
            "202": {"description": "Kafka has them all", "content": {"application/json": {"schema": taken}}},
            **{status: _problem(said) for status, said in refusals.items()},
        },
    }


def _silences() -> dict[str, Any]:
    listed = {"type": "array", "items": {"$ref": REF.format(name="Silence")}}
    schema = {"type": "object", "required": ["items"], "properties": {"items": listed}}
    return {"operationId": "list-silences", "summary": "Silences that have not ended", "responses": _answers(schema)}


def _silence() -> dict[str, Any]:
    made = {"application/json": {"schema": {"$ref": REF.format(name="Silence")}}}
    refusals = {"400": "No JSON", "401": "No token", "413": "Too large", "415": "No JSON", "422": "No silence"}
    return {
        "operationId": "silence",
        "summary": "Suppress what these matchers pick, for a while and for good",
        "security": [{"token": []}],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": REF.format(name="Asked")}}},
        },
        "responses": {
            "201": {"description": "It runs", "content": made},
            **{status: _problem(said) for status, said in refusals.items()},
            "503": _problem("Kafka is away"),
        },
    }


def _end() -> dict[str, Any]:
    return {
        "operationId": "end-silence",
        "summary": "End a silence now",
        "security": [{"token": []}],
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}],
        "responses": {
            "204": {"description": "It has ended"},
            "401": _problem("No token"),
            "404": _problem("No silence has this id"),
            "503": _problem("Kafka is away"),
        },
    }


def _own() -> dict[str, Any]:
    def ref(name: str) -> dict[str, Any]:
        return {"$ref": REF.format(name=name)}

    def made(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
        return {"type": "object", "required": list(required), "properties": required | optional}

    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    delivery = made({"receiver": text, "outcome": text}, reason=maybe, tries={"type": "integer"}, at=maybe)
    item = {"raised": {"type": "string", "format": "date-time"}, "alert": ref("Alert")}
    listed = {"type": "array", "items": ref("AlertItem")}
    return {
        "Problem": made({"title": text, "status": {"type": "integer"}, "detail": text}, type=text),
        "AlertItem": made(item),
        "AlertWithDeliveries": made(item | {"deliveries": {"type": "array", "items": delivery}}),
        "ContactWithAlerts": made({"record": ref("ContactRecord"), "alerts": listed}),
        "EpisodeWithAlerts": made({"record": ref("Episode"), "alerts": listed}),
        "FoundArticle": made({"id": text, "language": text}, title=maybe, source=maybe, url=maybe, published=maybe),
        "Explanation": made({"what": {"enum": ["alert", "article"]}, "id": text}),
    }
