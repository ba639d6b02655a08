"""A worker process: one Faust app with one agent, its watchdog, and its metrics."""

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import faust

from alerts.rules import RulesError
from streams.app import make_app
from streams.decide import Decider
from streams.letters import count, letter
from streams.outbox import Outbox
from streams.policy import LivePolicy
from streams.progress import Progress
from streams.singly import MOST_CRASHES, Lay, Singly
from streams.steady import Work, run_steadily
from streams.tag import Tagger
from streams.watchdog import Watchdog
from streams.words import Words
from tensionwire.contracts.topics import ARTICLES, SIGHTINGS, Topic
from tensionwire.lexicon import LexiconError
from tensionwire.runtime import health, logs, telemetry
from tensionwire.runtime.policy import policy_of
from tensionwire.runtime.rulesfile import RulesFile
from tensionwire.runtime.settings import Settings
from tensionwire.runtime.state.articles import ArticleMarks
from tensionwire.runtime.state.connection import connect
from tensionwire.runtime.state.crashes import CrashMarks, excuse
from tensionwire.runtime.state.registry import Registry

log = logging.getLogger("tensionwire.worker")

EXIT_CONFIG = 78
GC_YOUNG = 20_000  # objects between two looks at the young ones


def run_tag(settings: Settings) -> None:
    """Run a tag worker until it is told to stop."""
    words = _words(settings)
    words.start()

    def work(outbox: Outbox) -> Work:
        return Tagger(outbox, ArticleMarks(connect(settings.redis), settings.kafka), words).work

    _run("tag", ARTICLES, settings, work)


def run_decide(settings: Settings) -> None:
    """Run a decide worker until it is told to stop."""
    lexicon_hash = _words(settings).lexicon.hash
    try:
        policy = LivePolicy(RulesFile(settings.rules), lambda rules: policy_of(settings, rules, lexicon_hash))
    except RulesError as error:
        print(f"tensionwire: {error}", file=sys.stderr)
        sys.exit(EXIT_CONFIG)
    policy.listen()

    def work(outbox: Outbox) -> Work:
        return Decider(outbox, Registry(connect(settings.redis), settings.kafka), policy.now).work

    _run("decide", SIGHTINGS, settings, work)


def _run(name: str, topic: Topic, settings: Settings, make_work: Callable[[Outbox], Work]) -> None:
    logs.set_up(settings.log_level)
    app = make_app(name, settings)
    progress = Progress(topic.name)
    outbox = Outbox(app)
    singly = Singly(make_work(outbox), _crashed(outbox, name), CrashMarks(connect(settings.redis), name))

    def leave() -> None:
        excuse(settings.redis, name, singly.token, list(singly.at))

    async def agent(stream: Any) -> None:
        await run_steadily(stream, singly.work, progress, settings.batch, settings.window, leave)

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

    Watchdog(settings.kafka, app.conf.id, topic, progress, mine, settings.watchdog, leave).start()
    # What is loaded by now stays for good: the collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_YOUNG, 20, 50)
    log.info("%s starts: Kafka %s", name, settings.kafka)
    worker = faust.Worker(app, quiet=True, loglevel="WARNING", redirect_stdouts=False, override_logging=False)
    worker.execute_from_commandline()


def _crashed(outbox: Outbox, step: str) -> Lay:
    async def lay(events: Sequence[Any]) -> None:
        said = f"the {step} worker died {MOST_CRASHES} times while it was at this alone"
        await outbox.send([letter(event, step, "crashed", said) for event in events])
        for _ in events:
            count(step, "crashed")

    return lay


def _words(settings: Settings) -> Words:
    folder = Path(settings.lexicon_dir) if settings.lexicon_dir else None
    try:
        return Words(folder)
    except LexiconError as error:
        print(f"tensionwire: {error}", file=sys.stderr)
        sys.exit(EXIT_CONFIG)
