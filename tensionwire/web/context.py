"""What every handler needs, in one place: the reader of the store, the hub, the words, the templates."""

from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tensionwire.web.feeding import Feeder
from tensionwire.web.hub import Hub
from tensionwire.web.store.reading import Reader
from tensionwire.web.templating import Templates
from tensionwire.web.words import LANGUAGES, Speech

YEAR = 365 * 86_400


@dataclass(frozen=True)
class Context:
    """The parts of a running page. `url` is its public address, without a slash at the end; empty: the request's."""

    reader: Reader
    hub: Hub
    feeder: Feeder
    speeches: dict[str, Speech]
    templates: Templates
    url: str = ""

    def speech(self, request: web.Request) -> Speech:
        """The language asked for: by the address, else the cookie, else what the browser prefers."""
        for asked in (request.query.get("lang"), request.cookies.get("lang")):
            if asked in LANGUAGES:
                return self.speeches[asked]
        for part in request.headers.get("Accept-Language", "").split(","):
            code = part.split(";")[0].strip()[:2].lower()
            if code in LANGUAGES:
                return self.speeches[code]
        return self.speeches["en"]

    def address(self, request: web.Request) -> str:
        """The address under which users reach this page."""
        return self.url or f"{request.scheme}://{request.host}"


KEY: web.AppKey[Context] = web.AppKey("context", Context)


def context(request: web.Request) -> Context:
    """The context of a request."""
    return request.app[KEY]


def page(request: web.Request, template: str, status: int = 200, **values: Any) -> web.Response:
    """A page of HTML from a template."""
    found = context(request)
    speech = found.speech(request)
    text = found.templates.render(
        template,
        speech,
        path=request.path,
        query=request.query,
        theme=request.cookies.get("theme", ""),
        problem=found.feeder.problem(),
        **values,
    )
    response = web.Response(text=text, content_type="text/html", status=status)
    response.headers["Content-Language"] = speech.language
    response.headers["Vary"] = "Accept-Language, Cookie"
    if request.query.get("lang") in LANGUAGES:
        response.set_cookie("lang", speech.language, max_age=YEAR, samesite="Lax", httponly=True)
    return response
