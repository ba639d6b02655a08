"""The web application: its routes in one list, its parts started and stopped in order."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web

from tensionwire.lexicon import names
from tensionwire.runtime.settings import Settings
from tensionwire.web import guarding, streams
from tensionwire.web.api import alerts, explain, openapi, records
from tensionwire.web.context import KEY, Context
from tensionwire.web.feeding import Feeder
from tensionwire.web.feeds import atom, ical
from tensionwire.web.heartbeat import Heartbeat
from tensionwire.web.hub import Fresh, Hub
from tensionwire.web.intake.handler import MOST_BYTES, Intake
from tensionwire.web.intake.kafka import Sender
from tensionwire.web.intake.tokens import Rates, Tokens
from tensionwire.web.pages import articles, calendar, contacts, flashpoints, live, matrix
from tensionwire.web.silences import Silencing
from tensionwire.web.static_files import one_file
from tensionwire.web.store.reading import Reader
from tensionwire.web.store.writing import Written
from tensionwire.web.templating import Templates
from tensionwire.web.words import speeches

STORE = "store.sqlite"


def make_app(settings: Settings) -> web.Application:
    """The application. Raises SettingsError for tokens that cannot be used."""
    sender = Sender(settings.kafka)
    tokens = Tokens(settings.web_tokens)
    intake = Intake(tokens, Rates(settings.web_rate), sender)
    silencing = Silencing(settings.kafka, tokens)
    app = web.Application(client_max_size=MOST_BYTES, middlewares=[guarding.count, guarding.errors])
    app.add_routes(
        [
            # for people
            web.get("/", live.live),
            web.get("/contacts", contacts.list_contacts),
            web.get("/contacts/{id}", contacts.one_contact),
            web.get("/calendar", calendar.calendar),
            web.get("/matrix", matrix.matrix),
            web.get("/flashpoints", flashpoints.flashpoints),
            web.get("/articles/{id}", articles.one_article),
            web.get("/stream", streams.for_pages),
            web.get("/static/{name}", one_file),
            # for readers
            web.get("/feeds/alerts.atom", atom.alerts_feed),
            web.get("/feeds/contacts.ics", ical.contacts_feed),
            # for programs
            web.get("/v1/openapi.json", openapi.description),
            web.get("/v1/alerts", alerts.list_alerts),
            web.get("/v1/alerts/stream", streams.for_programs),
            web.get("/v1/alerts/{id}", alerts.one_alert),
            web.get("/v1/contacts", records.list_contacts),
            web.get("/v1/contacts/{id}", records.one_contact),
            web.get("/v1/flashpoints", records.list_flashpoints),
            web.get("/v1/flashpoints/{id}", records.one_flashpoint),
            web.get("/v1/articles/{id}", records.one_article),
            web.get("/v1/explain/{id}", explain.explain),
            web.get("/v1/silences", silencing.get),
            # the ways in
            web.post("/v1/silences", silencing.post),
            web.delete("/v1/silences/{id}", silencing.delete),
            web.post("/v1/articles", intake.post),
        ]
    )
    app.on_response_prepare.append(guarding.headers)
    app.on_shutdown.append(_end_streams)
    app.cleanup_ctx.append(lambda running: _parts(running, settings, sender))
    return app


async def _parts(app: web.Application, settings: Settings, sender: Sender) -> AsyncIterator[None]:
    loop = asyncio.get_running_loop()
    spelled = names()
    hub = Hub()
    heartbeat = Heartbeat(sender, settings.heartbeat, settings.instance)

    def told(written: Written) -> None:
        hub.publish(Fresh(*new) for new in written.alerts)
        for article in written.heartbeats:
            heartbeat.came(article)

    with TemporaryDirectory(prefix="tensionwire-") as folder:
        file = Path(settings.web_store) if settings.web_store else Path(folder) / STORE
        feeder = Feeder(settings.kafka, file, spelled, lambda written: _call(loop, told, written))
        reader = Reader(file)
        app[KEY] = Context(reader, hub, feeder, speeches(spelled), Templates(), settings.web_url.rstrip("/"))
        feeder.start()
        ticking = [asyncio.create_task(hub.tick()), asyncio.create_task(heartbeat.run())]
        try:
            yield
        finally:
            for task in ticking:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            await asyncio.to_thread(feeder.stop)
            await sender.close()
            await asyncio.to_thread(reader.close)


async def _end_streams(app: web.Application) -> None:
    app[KEY].hub.close()


def _call(loop: asyncio.AbstractEventLoop, function: Callable[[Written], None], written: Written) -> None:
    if (written.alerts or written.heartbeats) and not loop.is_closed():
        loop.call_soon_threadsafe(function, written)
