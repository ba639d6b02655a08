"""Errors for programs: problem details (RFC 9457), each saying what to do."""

import json
from typing import Any

from aiohttp import web

CONTENT_TYPE = "application/problem+json"
TITLES = {
    400: "The request cannot be read",
    401: "A token is needed",
    404: "There is nothing here",
    405: "Not this way",
    408: "Too slow",
    413: "Too large",
    415: "Not a kind of content that is taken",
    422: "Not an article",
    429: "Too fast",
    500: "A fault of ours",
    503: "Not now",
}


class Problem(Exception):
    """Answer with this problem. `detail` says what is wrong and what to do; `more` are further members."""

    def __init__(self, status: int, detail: str, *, retry_after: float | None = None, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.retry_after = retry_after
        self.more = more

    def response(self) -> web.Response:
        """The answer."""
        body = {"type": "about:blank", "title": TITLES.get(self.status, "Problem"), "status": self.status}
        headers = {} if self.retry_after is None else {"Retry-After": str(max(1, round(self.retry_after)))}
        if self.status == 401:
            headers["WWW-Authenticate"] = 'Bearer realm="tensionwire"'
        text = json.dumps(body | {"detail": self.detail} | self.more, ensure_ascii=False)
        return web.Response(
            status=self.status, body=text.encode("utf-8", "replace"), content_type=CONTENT_TYPE, headers=headers
        )
