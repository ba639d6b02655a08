"""What a command says, and how it ends, where Kafka or Redis does not answer or Kafka refuses: the same for all."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

EXIT_AWAY = 69  # EX_UNAVAILABLE


class Away(click.ClickException):
    """Ends the command with 69."""

    exit_code = EXIT_AWAY


class KafkaRefused(click.ClickException):
    """Kafka answers, and does not do what it was asked for. Ends the command with 1."""


@contextmanager
def kafka_needed(bootstrap: str) -> Iterator[None]:
    """What is done in here needs Kafka at this address. Raises Away and KafkaRefused, in words for people."""
    from kafka.errors import KafkaError

    from tensionwire.runtime.kafka import KafkaUnavailable

    try:
        yield
    except (KafkaUnavailable, KafkaError, TimeoutError) as error:
        raise kafka_failure(error, bootstrap) from error


@contextmanager
def redis_needed() -> Iterator[None]:
    """What is done in here needs Redis. Its address is not said, since it may hold a password."""
    from tensionwire.runtime.state.connection import REDIS_AWAY

    try:
        yield
    except REDIS_AWAY as error:
        said = str(error).rstrip(".")
        raise Away(f"Redis does not answer ({said}). Start it with `make run`, or set TENSIONWIRE_REDIS.") from error


def kafka_failure(error: BaseException, bootstrap: str) -> click.ClickException:
    """What went wrong at Kafka: it does not answer, or it answers and refuses."""
    from kafka import errors

    from tensionwire.runtime.kafka import KafkaUnavailable, reachable

    cause = error.__cause__ if isinstance(error, KafkaUnavailable) and error.__cause__ else error
    where = f"Kafka at {bootstrap}"
    if isinstance(cause, errors.MessageSizeTooLargeError | errors.RecordListTooLargeError):
        return KafkaRefused(f"{where} takes no message that large ({cause}): raise max.message.bytes of its topic.")
    if isinstance(cause, errors.AuthorizationError | errors.SaslAuthenticationFailedError):
        return KafkaRefused(f"{where} does not allow this ({cause}): give this user the right to it.")
    if isinstance(cause, errors.UnknownTopicOrPartitionError):
        return KafkaRefused(f"{where} does not know a topic that is needed ({cause}): run `tensionwire topics`.")
    passing = (errors.RetriableError, errors.BrokerNotAvailableError, TimeoutError, KafkaUnavailable)
    if not isinstance(cause, passing):
        return KafkaRefused(f"{where} refuses: {cause}")
    if not reachable(bootstrap):
        return Away(f"Kafka does not answer at {bootstrap}. Start it with `make run`, or set TENSIONWIRE_KAFKA.")
    if missing := _missing(bootstrap):  # a client waits for a topic that is not there, until its time is over
        return KafkaRefused(f"{where} has no topic {', '.join(missing)}: run `tensionwire topics`.")
    return Away(f"{where} takes connections and gives no answer that is of use: {cause}")


def _missing(bootstrap: str) -> list[str]:
    """Topics of the table that are not there, as far as Kafka says so."""
    from kafka.errors import KafkaError

    from tensionwire.runtime.kafka import KafkaUnavailable, TopicMismatch, admin, missing_topics

    try:
        client = admin(bootstrap)
        try:
            return [topic.name for topic in missing_topics(client.describe_topics())]
        finally:
            client.close()
    except (KafkaError, KafkaUnavailable, TopicMismatch, TimeoutError):
        return []
