"""The local stack: Kafka, Redis, the topics and the services, started in order, kept alive, stopped in order."""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Literal

from tensionwire.local import jars, kafka, redis
from tensionwire.local.folder import lock, token
from tensionwire.local.ports import HOST, answers, free_port, preferred
from tensionwire.local.processes import Program, end, identity, same_process
from tensionwire.runtime.kafka import KafkaUnavailable, TopicMismatch, ensure_topics

SERVICES = ("tag", "decide", "notify", "web")
# a service's port is that of its metrics; `page` is where web serves people
PORTS = {"kafka": 9092, "redis": 6379, "tag": 9101, "decide": 9102, "notify": 9103, "web": 9104, "page": 8080}
EXIT_CONFIG = 78
FIRST_PAUSE, LONGEST_PAUSE, STEADY_AFTER = 0.5, 10.0, 30.0
STOP_GRACE = 30.0


class StackError(Exception):
    """The stack cannot run. The message says why, and what to do."""


class AlreadyRunning(StackError):
    """A stack runs in this folder already. `addresses` says where."""

    def __init__(self, addresses: Mapping[str, int]) -> None:
        where = ", ".join(f"{name} {HOST}:{port}" for name, port in addresses.items())
        super().__init__(
            f"Tensionwire runs here already ({where or 'it is starting'}). Stop it with Ctrl-C in its window first."
        )
        self.addresses = addresses


class Stack:
    """Everything on this machine's own address. Start and tend it from one thread: children die with that thread.

    `directory` holds all data; `jars_folder` may be shared by several stacks. `say` is told each slow step and each
    thing worth a line. `env` is given to the services.
    """

    def __init__(
        self,
        directory: Path,
        services: Sequence[str] = SERVICES,
        *,
        jars_folder: Path | None = None,
        ports: Literal["preferred", "random"] = "preferred",
        env: Mapping[str, str] | None = None,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.directory = directory.resolve()
        self.services = tuple(services)
        self._jars = (jars_folder or directory / "jars").resolve()
        self._ports_wanted = ports
        self._env = dict(env or {})
        self._say = say
        self._pauses: dict[str, float] = {}
        self._due: dict[str, float] = {}
        self._lock: IO[str] | None = None
        self.ports: dict[str, int] = {}
        self.programs: dict[str, Program] = {}

    def __enter__(self) -> "Stack":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def kafka(self) -> str:
        """Kafka's address, host:port."""
        return f"{HOST}:{self.ports['kafka']}"

    @property
    def redis(self) -> str:
        """Redis' address as a URL."""
        return f"redis://{HOST}:{self.ports['redis']}/0"

    @property
    def page(self) -> str:
        """The page's address, where web is among the services."""
        return f"http://{HOST}:{self.ports['page']}"

    def metrics_url(self, service: str) -> str:
        """Where a service answers /metrics, /healthz and /readyz."""
        return f"http://{HOST}:{self.ports[service]}"

    def env(self, service: str) -> dict[str, str]:
        """The settings that a service is started with."""
        return {
            "TENSIONWIRE_KAFKA": self.kafka,
            "TENSIONWIRE_REDIS": self.redis,
            "TENSIONWIRE_METRICS_PORT": str(self.ports[service]),
            "TENSIONWIRE_INSTANCE": f"{service}-0",
            "PYTHONUNBUFFERED": "1",
            **(self._web() if service == "web" else {}),
        } | self._env

    def _web(self) -> dict[str, str]:
        return {
            "TENSIONWIRE_WEB_PORT": str(self.ports["page"]),
            "TENSIONWIRE_WEB_STORE": str(self.directory / "web" / "store.sqlite"),
            "TENSIONWIRE_WEB_TOKENS": f"local:{token(self.directory)}",
        }

    # --- start

    def start(self) -> None:
        """Start all of it and return when every part is ready. Raises StackError."""
        self.directory.mkdir(parents=True, exist_ok=True)
        self._lock = lock(self.directory)
        if self._lock is None:
            state = running(self.directory)
            raise AlreadyRunning(state["ports"] if state else {})
        try:
            self._prepare()
        except BaseException:
            self._unlock()
            raise
        broker, store = self.programs["kafka"], self.programs["redis"]
        try:
            self._say("starting Kafka and Redis")
            for program in (broker, store):
                self.start_program(program)
            self._wait("redis", lambda: answers(self.ports["redis"]))
            self._wait("kafka", self._topics_ready)
            self._say(f"starting {', '.join(self.services)}")
            for service in self.services:
                self.start_service(service)
            for service in self.services:
                self._wait(service, lambda s=service: self.ready(s))  # type: ignore[misc]
        except BaseException:
            self.stop()
            raise

    def _prepare(self) -> None:
        """Clear what a killed run left, fetch what is missing, choose ports."""
        self._clear_orphans()
        try:
            folder = jars.ensure(self._jars, self._say)
            self._choose_ports()
            controller = free_port()
            logs = self.directory / "logs"
            broker = kafka.program(
                self.directory / "kafka", folder, self.ports["kafka"], controller, logs / "kafka.log"
            )
            store = redis.program(self.directory / "redis", self.ports["redis"], logs / "redis.log")
        except (jars.JarsError, kafka.KafkaError, redis.RedisMissing) as error:
            raise StackError(str(error)) from error
        self.programs = {"kafka": broker, "redis": store}

    def start_service(self, name: str) -> None:
        """Start (again) one service; it may not be ready when this returns."""
        command = [sys.executable, "-m", "tensionwire.cli.main", name]
        log = self.directory / "logs" / f"{name}.log"
        self.programs[name] = Program(name, command, log, self.env(name))
        self.start_program(self.programs[name])

    def start_program(self, program: Program) -> None:
        """Start a program of this stack and note it in the pid file, so that an orphan is found."""
        program.start()
        self._write_run_file()

    def ready(self, service: str) -> bool:
        """True where a service answers that it can work."""
        try:
            with urllib.request.urlopen(f"{self.metrics_url(service)}/readyz", timeout=2) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False

    def _topics_ready(self) -> bool:
        if not answers(self.ports["kafka"]):
            return False
        try:
            ensure_topics(self.kafka)
        except KafkaUnavailable:
            return False
        except TopicMismatch as error:
            raise StackError(str(error)) from error
        return True

    def _wait(self, name: str, ready: Callable[[], bool], limit: float = 60.0) -> None:
        deadline = time.monotonic() + limit
        program = self.programs[name]
        while not ready():
            code = program.exit_code()
            if code is not None:
                raise StackError(f"{name} ended with {code}; its log is {program.log}:\n{program.tail()}")
            if time.monotonic() > deadline:
                raise StackError(
                    f"{name} was not ready after {limit:.0f} s; its log is {program.log}:\n{program.tail()}"
                )
            time.sleep(0.1)

    # --- while it runs

    def tend(self) -> None:
        """One look: whatever ended is started again, after a pause that doubles. Raises StackError for exit code 78."""
        now = time.monotonic()
        for name, program in list(self.programs.items()):
            code = program.exit_code()
            if code is None:
                continue
            if code == EXIT_CONFIG:
                raise StackError(f"{name} cannot work with its settings:\n{program.tail()}")
            if name not in self._due:
                lived = now - program.started_at
                pause = (
                    FIRST_PAUSE
                    if lived > STEADY_AFTER
                    else min(self._pauses.get(name, 0) * 2 or FIRST_PAUSE, LONGEST_PAUSE)
                )
                self._pauses[name], self._due[name] = pause, now + pause
                self._say(f"{name} ended with {code}: starting it again in {pause:.1f} s (log: {program.log})")
            elif now >= self._due[name]:
                del self._due[name]
                self.restart(name)

    def restart(self, name: str) -> None:
        """Start a part that has ended, on its old port and data."""
        if name in self.services:
            self.start_service(name)
        else:
            self.start_program(self.programs[name])

    def kill(self, name: str) -> None:
        """SIGKILL one part; `restart` or `tend` brings it back."""
        self.programs[name].kill()

    # --- the end

    def stop(self) -> None:
        """Stop the services, then Kafka, then Redis."""
        services = [p for n, p in self.programs.items() if n in self.services]
        for program in services:
            if program.process is not None and program.alive():
                program.process.terminate()
        for program in services:
            program.stop(STOP_GRACE)
        for name in ("kafka", "redis"):
            if name in self.programs:
                self.programs[name].stop(STOP_GRACE)
        self._run_file.unlink(missing_ok=True)
        self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    # --- ports and the pid file

    def _choose_ports(self) -> None:
        for name in ("kafka", "redis", *self.services, *(["page"] if "web" in self.services else [])):
            wanted = PORTS.get(name, 0)
            self.ports[name] = free_port() if self._ports_wanted == "random" or not wanted else preferred(wanted)
            if self._ports_wanted == "preferred" and self.ports[name] != wanted:
                self._say(f"port {wanted} is taken: {name} listens on {self.ports[name]}")

    @property
    def _run_file(self) -> Path:
        return self.directory / "run.json"

    def _write_run_file(self) -> None:
        children = {n: identity(p.pid) for n, p in self.programs.items() if p.pid is not None and p.alive()}
        state = {"supervisor": identity(os.getpid()), "programs": children, "ports": self.ports}
        partial = self._run_file.with_suffix(".partial")
        partial.write_text(json.dumps(state), encoding="utf-8")
        partial.replace(self._run_file)

    def _clear_orphans(self) -> None:
        state = running(self.directory)
        if state is None:
            return
        orphans = [found for known in state["programs"].values() if (found := same_process(known)) is not None]
        if orphans:
            self._say(f"stopping {len(orphans)} processes that a killed run left behind")
            end(orphans)
        self._run_file.unlink(missing_ok=True)


def running(directory: Path) -> dict[str, Any] | None:
    """What the pid file in `directory` says, None where there is none that can be read."""
    try:
        state: dict[str, Any] = json.loads((directory / "run.json").read_text(encoding="utf-8"))
        return state if {"supervisor", "programs", "ports"} <= state.keys() else None
    except (OSError, ValueError):
        return None


def stack_runs(directory: Path) -> bool:
    """True where a stack runs in `directory` now."""
    state = running(directory)
    return state is not None and same_process(state["supervisor"]) is not None
