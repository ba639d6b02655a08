"""What every answer carries, and what becomes of errors."""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from tensionwire.runtime import telemetry
from tensionwire.web.context import page
from tensionwire.web.problem import Problem
from tensionwire.web.store.reading import NotYet

log = logging.getLogger("tensionwire.web")

# No outside request, no script or style but our own files, no frame, no form to elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Server": "tensionwire",
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
PACKED = 1024  # bytes from which an answer is packed
PROGRAMS = ("/v1/", "/feeds/", "/stream", "/static/")
PAGES = {404: "missing.html", 503: "soon.html"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def headers(_: web.Request, response: web.StreamResponse) -> None:
    """Put the headers on, streams included."""
    for name, value in HEADERS.items():
        response.headers[name] = value


@web.middleware
async def count(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count answers by route and status, and pack what is large."""
    response = await handler(request)
    resource = request.match_info.route.resource
    route = resource.canonical if resource is not None else "none"
    telemetry.WEB_REQUESTS.labels(route, str(response.status)).inc()
    if isinstance(response, web.Response) and isinstance(response.body, bytes) and len(response.body) >= PACKED:
        response.enable_compression()
        response.headers.add("Vary", "Accept-Encoding")
    return response


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Problem details for programs, pages for people; a fault of ours is logged and told without detail."""
    try:
        return await handler(request)
    except Problem as problem:
        return problem.response()
    except NotYet:
        return _told(request, Problem(503, "the store is being built: come again in a moment", retry_after=2))
    except web.HTTPNotModified:
        raise
    except web.HTTPException as error:
        if error.status < 400:
            raise
        allowed = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
        answer = _told(request, Problem(error.status, f"{error.reason}: {request.method} {request.path[:200]}"))
        answer.headers.update(allowed)
        return answer
    except (ConnectionError, TimeoutError):
        raise
    except Exception:
        log.exception("%s %s failed", request.method, request.path)
        return _told(request, Problem(500, "something broke here; it is in the log of `tensionwire web`"))


def _told(request: web.Request, problem: Problem) -> web.StreamResponse:
    if problem.status in PAGES and not request.path.startswith(PROGRAMS):
        return page(request, PAGES[problem.status], status=problem.status)
    return problem.response()
