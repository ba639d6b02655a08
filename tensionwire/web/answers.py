"""Answers that may be kept: JSON with an ETag, and 304 where the caller has it already."""

import hashlib
from typing import Any

import msgspec
from aiohttp import ETag, web

_encoder = msgspec.json.Encoder()


def json_answer(request: web.Request, value: Any, **headers: str) -> web.Response:
    """`value` as JSON (structs of ours and plain data)."""
    return kept(request, _encoder.encode(value), "application/json", **headers)


def kept(request: web.Request, body: bytes, content_type: str, **headers: str) -> web.Response:
    """A body that may be kept by caches as long as they ask whether it still holds."""
    tag = hashlib.blake2b(body, digest_size=12).hexdigest()
    if any(etag.value in (tag, "*") for etag in request.if_none_match or ()):
        response = web.Response(status=304)
    else:
        response = web.Response(body=body, content_type=content_type, charset="utf-8")
    response.etag = ETag(value=tag, is_weak=True)  # weak: what is packed on the way is the same answer
    response.headers["Cache-Control"] = "no-cache"
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = value
    return response
