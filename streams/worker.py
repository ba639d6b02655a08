"""A worker process: one Faust app with one agent, its watchdog, and its metrics."""

import gc
import logging
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import faust

from alerts import Policy
from streams.app import make_app
from streams.decide import Decider
from streams.outbox import Outbox
from streams.progress import Progress
from streams.steady import Work, run_steadily
from streams.tag import Tagger
from streams.watchdog import Watchdog
from tensionwire.contracts.topics import ARTICLES, SIGHTINGS, Topic
from tensionwire.lexicon import Lexicon, LexiconError, load, names
from tensionwire.runtime import health, logs, telemetry
from tensionwire.runtime.settings import Settings
from tensionwire.runtime.state.articles import ArticleMarks
from tensionwire.runtime.state.connection import connect
from tensionwire.runtime.state.registry import Registry

log = logging.getLogger("tensionwire.worker")

EXIT_CONFIG = 78
GC_YOUNG = 20_000  # objects between two looks at the young ones


def run_tag(settings: Settings) -> None:
    """Run a tag worker until it is told to stop."""
    lexicon = _lexicon(settings)
    telemetry.goes_by(telemetry.LEXICON, lexicon.hash)

    def work(outbox: Outbox) -> Work:
        return Tagger(outbox, ArticleMarks(connect(settings.redis), settings.kafka), lexicon).work

    _run("tag", ARTICLES, settings, work)


def run_decide(settings: Settings) -> None:
    """Run a decide worker until it is told to stop."""
    policy = Policy(quiet=timedelta(days=settings.quiet_days), names=names())

    def work(outbox: Outbox) -> Work:
        return Decider(outbox, Registry(connect(settings.redis), settings.kafka), policy).work

    _run("decide", SIGHTINGS, settings, work)


def _run(name: str, topic: Topic, settings: Settings, make_work: Callable[[Outbox], Work]) -> None:
    logs.set_up(settings.log_level)
    app = make_app(name, settings)
    progress = Progress(topic.name)
    work = make_work(Outbox(app))

    async def agent(stream: Any) -> None:
        await run_steadily(stream, work, progress, settings.batch, settings.window)

    app.agent(app.topic(topic.name, value_serializer="raw", key_serializer="raw"), name=name, concurrency=1)(agent)

    @app.on_partitions_assigned.connect  # type: ignore[untyped-decorator]
    async def assigned(*_: Any, **__: Any) -> None:
        progress.started = True

    telemetry.watch(settings.watched.split(","))
    state = health.Health()
    state.add(name, progress.problem)
    health.serve(state, settings.metrics_host, settings.metrics_port)

    def mine() -> set[int]:
        return {place.partition for place in app.consumer.assignment()} if progress.started else set()

    Watchdog(settings.kafka, app.conf.id, topic, progress, mine, settings.watchdog).start()
    # What is loaded by now stays for good: the collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_YOUNG, 20, 50)
    log.info("%s starts: Kafka %s", name, settings.kafka)
    worker = faust.Worker(app, quiet=True, loglevel="WARNING", redirect_stdouts=False, override_logging=False)
    worker.execute_from_commandline()


def _lexicon(settings: Settings) -> Lexicon:
    folder = Path(settings.lexicon_dir) if settings.lexicon_dir else None
    try:
        return load(folder)
    except LexiconError as error:
        print(f"tensionwire: {error}", file=sys.stderr)
        sys.exit(EXIT_CONFIG)
