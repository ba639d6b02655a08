"""What comes in: one news article."""

from typing import Annotated, Literal

import msgspec

Basis = Literal["given", "dateline", "arrival", "unknown"]
Precision = Literal["second", "minute", "day", "month", "year", "unknown"]

MAX_ID = 1000  # code points
MAX_VERSION = 2**31


class Article(msgspec.Struct, omit_defaults=True, kw_only=True):
    """An article as its producer gave it. Only `text` is required; unknown fields are ignored.

    `published` and `updated` are ISO 8601 dates or times as given; a bare date stays a date.
    `version` counts corrections of one `id`: the higher one wins.
    """

    text: str
    id: Annotated[str, msgspec.Meta(max_length=MAX_ID)] | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    version: Annotated[int, msgspec.Meta(ge=0, le=MAX_VERSION)] | None = None
    language: str | None = None
    url: str | None = None
    source: str | None = None


class Published(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """When an article was published: `at` in UTC (ISO 8601, None where unknown), how we know it, and how exactly."""

    at: str | None = None
    basis: Basis = "unknown"
    precision: Precision = "unknown"
