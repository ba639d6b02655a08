"""A running stack with its page, shared by the tests of this folder; and what they ask it with."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from tensionwire.local.folder import token
from tensionwire.local.stack import Stack
from tests.conftest import JARS
from tests.edge.test_seeds import publish_seeds

# old news rings, and a flood comes alert by alert
RULES = """
receivers:
  - name: console
    console: {}
    stale: true
    digest: false
route:
  receivers: [console]
  contacts: headline
"""


class Answer(NamedTuple):
    """What a request got."""

    status: int
    headers: Any
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Site:
    """The page of a running stack."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.url = stack.page
        self.token = token(stack.directory)

    def get(self, path: str, **headers: str) -> Answer:
        """One request. `If_None_Match="..."` is a header."""
        return self._ask(urllib.request.Request(self.url + path), headers)

    def send(self, method: str, path: str, body: Any = None) -> Answer:
        """A request with the stack's own token, its body JSON."""
        raw = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=raw, method=method)
        return self._ask(request, {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"})

    def push(self, body: Any, content_type: str = "application/json", **headers: str) -> Answer:
        """POST /v1/articles with the stack's own token."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Content-Type": content_type, "Authorization": f"Bearer {self.token}"} | headers
        return self._ask(urllib.request.Request(f"{self.url}/v1/articles", data=raw, method="POST"), given)

    @staticmethod
    def _ask(request: urllib.request.Request, headers: dict[str, str]) -> Answer:
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """All services with the seeds published and decided, and a heartbeat every second."""
    folder = tmp_path_factory.mktemp("site")
    rules = folder / "rules.yaml"
    rules.write_text(RULES, encoding="utf-8")
    env = {"TENSIONWIRE_RULES": str(rules), "TENSIONWIRE_HEARTBEAT": "1"}
    with Stack(folder / "stack", jars_folder=JARS, ports="random", env=env) as stack:
        publish_seeds(stack)
        yield Site(stack)
