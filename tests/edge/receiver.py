"""A real HTTP receiver for tests: it checks signatures and answers as it is told."""

import base64
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from standardwebhooks import Webhook

# What a receiver does with a call: a status, headers, seconds to wait before it answers.
Answer = tuple[int, dict[str, str], float]
OK: Answer = (200, {}, 0.0)


class Call(NamedTuple):
    """One call that came in with a good signature."""

    id: str
    at: float
    data: Any


class Receiver:
    """Listens on this machine. `answer` decides by the number of calls so far what the next gets."""

    def __init__(self, answer: Callable[[int], Answer] = lambda _: OK) -> None:
        self.secret = base64.b64encode(b"not a secret, a test of 24 b").decode()
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.answer = answer
        self._count = 0
        self._lock = threading.Lock()
        self.signer = Webhook(self.secret)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with outer._lock:
                    number = outer._count
                    outer._count += 1
                status, headers, seconds = outer.answer(number)
                time.sleep(seconds)
                try:
                    data = outer.signer.verify(body, dict(self.headers.items()))
                except Exception as error:
                    outer.refused.append(repr(error))
                    status = 401
                else:
                    if 200 <= status < 300:
                        outer.calls.append(Call(self.headers["webhook-id"], time.time(), data))
                self.send_response(status)
                for name, value in {"Content-Length": "0", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def count(self) -> int:
        """Calls so far, whatever became of them."""
        return self._count

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/hook"

    def ids(self) -> list[str]:
        """The ids of the calls it took, in order."""
        return [c.id for c in self.calls]

    def rules(self, folder: Path, stale: bool = True, name: str = "hook") -> Path:
        """A rules file whose only receiver this is; its secret is in TEST_SECRET."""
        file = folder / "rules.yaml"
        file.write_text(
            f"receivers:\n  - name: {name}\n    stale: {str(stale).lower()}\n    digest: false\n"
            f"    webhook:\n      url: {self.url}\n      secret_env: TEST_SECRET\n      allow: [127.0.0.0/8]\n"
            f"route:\n  receivers: [{name}]\n  contacts: all\n"
        )
        return file

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()


def several(**receivers: Receiver) -> str:
    """A rules file in which every alert goes to all of these, one by one; their secret is in TEST_SECRET."""
    hooks = [
        {
            "name": name,
            "stale": True,
            "digest": False,
            "webhook": {"url": r.url, "secret_env": "TEST_SECRET", "allow": ["127.0.0.0/8"]},
        }
        for name, r in receivers.items()
    ]
    return json.dumps({"receivers": hooks, "route": {"receivers": list(receivers), "contacts": "all"}})
