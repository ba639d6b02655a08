"""`tensionwire web`: the live page, the API, the feeds, and the intake over HTTP."""

import logging

import click

from tensionwire.runtime import health, logs, settings


@click.command()
def web() -> None:
    """Serve the live page, the read API, the feeds, and the HTTP intake, until told to stop.

    What it shows it keeps in a SQLite file (TENSIONWIRE_WEB_STORE) that builds itself from Kafka: delete it at any
    time. It writes nothing but pushed articles, silences and a heartbeat. Any number may run side by side.

    \b
    TENSIONWIRE_WEB_PORT=8080 tensionwire web
    TENSIONWIRE_WEB_TOKENS=desk:$(openssl rand -hex 24) tensionwire web     with the intake open for `desk`
    curl -d @article.json -H 'Content-Type: application/json' -H 'Authorization: Bearer TOKEN' \\
         http://127.0.0.1:8080/v1/articles
    """
    from aiohttp import web as server

    from tensionwire.web.app import make_app
    from tensionwire.web.context import KEY

    found = settings.load()
    logs.set_up(found.log_level)
    app = make_app(found)
    state = health.Health()
    state.add("web", lambda: app[KEY].feeder.problem() if KEY in app else "is starting")
    health.serve(state, found.metrics_host, found.metrics_port)
    logging.getLogger("tensionwire.web").info("web starts: http://%s:%d", found.web_host, found.web_port)
    try:
        server.run_app(
            app,
            host=found.web_host,
            port=found.web_port,
            print=None,
            access_log=None,
            handler_cancellation=False,
            shutdown_timeout=5,
            backlog=1024,
        )
    except OSError as error:
        where = f"{found.web_host}:{found.web_port}"
        raise settings.SettingsError(f"TENSIONWIRE_WEB_PORT: cannot listen on {where}: {error}") from error
