"""Real services for tests: one Kafka and one Redis a session, on random ports, started when a test first asks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tensionwire.local.stack import Stack
from tests.edge.receiver import Receiver

JARS = Path(__file__).resolve().parents[1] / ".local" / "jars"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for services comes first: side by side, the short tests fill what is left of each worker's time."""
    items.sort(key=lambda item: item.get_closest_marker("service") is None)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Kafka with its topics and Redis, without any service."""
    with Stack(tmp_path_factory.mktemp("base"), services=(), jars_folder=JARS, ports="random") as stack:
        yield stack


@pytest.fixture(scope="session")
def kafka(base: Stack) -> str:
    """Kafka's address; the topics are there."""
    return base.kafka


@pytest.fixture(scope="session")
def redis_url(base: Stack) -> str:
    """Redis' address."""
    return base.redis


MakeStack = Callable[..., Stack]


@pytest.fixture
def stacks(tmp_path: Path) -> Iterator[MakeStack]:
    """Makes stacks of their own (not started), and stops them after the test."""
    made: list[Stack] = []

    def make(services: tuple[str, ...] = ("tag", "decide", "notify"), **env: str) -> Stack:
        stack = Stack(tmp_path / f"stack{len(made)}", services=services, jars_folder=JARS, ports="random", env=env)
        made.append(stack)
        return stack

    yield make
    for stack in made:
        stack.stop()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A webhook receiver that takes all."""
    found = Receiver()
    yield found
    found.close()
