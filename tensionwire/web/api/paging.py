"""Limits and places of pages, as a query gives them."""

from aiohttp import web

from tensionwire.web.filters import BadFilter, Filters, from_query
from tensionwire.web.problem import Problem
from tensionwire.web.store.records import read_cursor

DEFAULT, MOST = 50, 200


def filters_of(request: web.Request) -> Filters:
    """The filters of a request. Raises Problem."""
    try:
        return from_query(request.query, strict=True)
    except BadFilter as error:
        raise Problem(400, str(error)) from error


def limit_of(request: web.Request) -> int:
    """How many are wanted. Raises Problem."""
    text = request.query.get("limit", str(DEFAULT))
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST):
        raise Problem(400, f"`limit` takes a number from 1 to {MOST}")
    return int(text)


def before_of(request: web.Request) -> int | None:
    """The alert's place before which to go on. Raises Problem."""
    text = request.query.get("before")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Problem(400, "`before` takes the value of `next` in the answer before")
    return int(text)


def after_of(request: web.Request) -> tuple[str, int] | None:
    """The record's place after which to go on. Raises Problem."""
    text = request.query.get("after")
    try:
        return None if text is None else read_cursor(text)
    except ValueError as error:
        raise Problem(400, "`after` takes the value of `next` in the answer before") from error


def flag_of(request: web.Request, name: str) -> bool:
    """A switch. Raises Problem."""
    text = request.query.get(name, "false")
    if text not in ("true", "false"):
        raise Problem(400, f"`{name}` takes true or false")
    return text == "true"
