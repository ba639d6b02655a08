"""The files of static/, read once; their addresses carry their hash, so they may be kept for ever."""

from aiohttp import web

from tensionwire.web.problem import Problem
from tensionwire.web.templating import STATIC

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FILES = {file.name: file.read_bytes() for file in STATIC.iterdir() if file.suffix in TYPES}


async def one_file(request: web.Request) -> web.Response:
    """GET /static/{name}"""
    name = request.match_info["name"]
    body = FILES.get(name)
    if body is None:
        raise Problem(404, "no such file")
    response = web.Response(body=body, content_type=TYPES[name[name.rindex(".") :]], charset="utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
