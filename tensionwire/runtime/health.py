"""One small HTTP server a process: /metrics for Prometheus, /healthz (it runs), /readyz (it can work)."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from tensionwire.runtime.settings import SettingsError

Check = Callable[[], str | None]


class Health:
    """What /readyz answers: each named check gives None when well, else a sentence that says what is wrong."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}

    def add(self, name: str, check: Check) -> None:
        """Add a check; it must answer at once, from any thread."""
        self._checks[name] = check

    def problems(self) -> list[str]:
        """All that is wrong now; empty when ready."""
        found = ((name, check()) for name, check in list(self._checks.items()))
        return [f"{name}: {problem}" for name, problem in found if problem]


def serve(health: Health, host: str, port: int) -> ThreadingHTTPServer | None:
    """Serve in a background thread. `port` 0 serves nothing. Raises SettingsError where the port is taken."""
    if not port:
        return None

    class Handler(BaseHTTPRequestHandler):
        server_version = "tensionwire"
        sys_version = ""

        def do_GET(self) -> None:
            path = self.path.split("?", 1)[0]
            if path == "/metrics":
                self._answer(200, CONTENT_TYPE_LATEST, generate_latest())
            elif path == "/healthz":
                self._answer(200, "text/plain; charset=utf-8", b"ok\n")
            elif path == "/readyz":
                problems = health.problems()
                body = "\n".join(problems or ["ok"]) + "\n"
                self._answer(503 if problems else 200, "text/plain; charset=utf-8", body.encode())
            else:
                self._answer(404, "text/plain; charset=utf-8", b"/metrics, /healthz or /readyz\n")

        def _answer(self, status: int, content_type: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Scrapes are no news."""

    try:
        server = ThreadingHTTPServer((host, port), Handler)
    except OSError as error:
        raise SettingsError(f"TENSIONWIRE_METRICS_PORT: cannot listen on {host}:{port}: {error}") from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server
