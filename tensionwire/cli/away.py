"""What a command says, and how it ends, where Kafka or Redis does not answer: the same sentence and code for all."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

EXIT_AWAY = 69  # EX_UNAVAILABLE


class Away(click.ClickException):
    """Ends the command with 69."""

    exit_code = EXIT_AWAY


@contextmanager
def kafka_needed(bootstrap: str) -> Iterator[None]:
    """What is done in here needs Kafka at this address."""
    from kafka.errors import KafkaError

    from tensionwire.runtime.kafka import KafkaUnavailable

    try:
        yield
    except (KafkaUnavailable, KafkaError, TimeoutError) as error:
        raise Away(kafka_away(bootstrap)) from error


@contextmanager
def redis_needed() -> Iterator[None]:
    """What is done in here needs Redis. Its address is not said, since it may hold a password."""
    from tensionwire.runtime.state.connection import REDIS_AWAY

    try:
        yield
    except REDIS_AWAY as error:
        said = str(error).rstrip(".")
        raise Away(f"Redis does not answer ({said}). Start it with `make run`, or set TENSIONWIRE_REDIS.") from error


def kafka_away(bootstrap: str) -> str:
    """The sentence."""
    return f"Kafka does not answer at {bootstrap}. Start it with `make run`, or set TENSIONWIRE_KAFKA."
