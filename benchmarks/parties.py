"""Webhook receivers of every temper, on one loop in a thread: fine, failing half of the time, hanging, dead."""

import asyncio
import json
import threading
import time
from pathlib import Path

from aiohttp import web

from tensionwire.local.ports import free_port

SECRET = "YmVuY2htYXJrcyBuZWVkIG5vIHNlY3JldHM="  # it guards nothing
KINDS = ("fine", "half", "hanging", "dead")


class Parties:
    """Receivers by name. `arrived`: of each, the ids of the calls it took, and when (Unix seconds)."""

    def __init__(self, kinds: dict[str, str]) -> None:
        self.kinds = kinds
        self.arrived: dict[str, list[tuple[str, float]]] = {name: [] for name in kinds}
        self.urls: dict[str, str] = {}
        self._calls = dict.fromkeys(kinds, 0)
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)

    def rules(self, folder: Path) -> Path:
        """A rules file in which every alert goes to all of them, one by one; their secret is in BENCH_SECRET."""
        receivers = [
            {
                "name": name,
                "stale": True,
                "digest": False,
                "webhook": {"url": url, "secret_env": "BENCH_SECRET", "allow": ["127.0.0.0/8"]},
            }
            for name, url in self.urls.items()
        ]
        file = folder / "rules.yaml"
        file.write_text(
            json.dumps({"receivers": receivers, "route": {"receivers": list(self.urls), "contacts": "all"}})
        )
        return file

    def close(self) -> None:
        """Stop listening."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _serve(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application()
        app.router.add_post("/{name}", self._take)
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        self._loop.run_until_complete(site.start())
        port = runner.addresses[0][1]
        self.urls = {
            name: f"http://127.0.0.1:{free_port() if kind == 'dead' else port}/{name}"
            for name, kind in self.kinds.items()
        }
        started.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _take(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        kind = self.kinds[name]
        await request.read()
        if kind == "hanging":
            await asyncio.sleep(3600)
        self._calls[name] += 1
        # a stride that no multiple of tries falls in step with
        if kind == "half" and (self._calls[name] * 7919) % 10 < 5:
            return web.Response(status=503)
        self.arrived[name].append((request.headers["webhook-id"], time.time()))
        return web.Response()
