"""`tensionwire rebuild`: load Redis anew from Kafka."""

import asyncio

import click

from tensionwire.runtime import settings
from tensionwire.runtime.kafka import KafkaUnavailable
from tensionwire.runtime.state.connection import REDIS_AWAY, connect
from tensionwire.runtime.state.registry import Registry


@click.command()
def rebuild() -> None:
    """Throw the registry's working state in Redis away and load it from the topic `contacts`.

    Workers stop deciding while it runs and go on by themselves. Nothing is alerted by it.
    """
    found = settings.load()

    async def run() -> int:
        redis = connect(found.redis)
        try:
            return await Registry(redis, found.kafka).rebuild()
        finally:
            await redis.aclose()

    try:
        click.echo(f"loaded {asyncio.run(run())} records from `contacts`")
    except KafkaUnavailable as error:
        raise click.ClickException(str(error)) from error
    except REDIS_AWAY as error:
        raise click.ClickException(f"Redis does not answer at its address (TENSIONWIRE_REDIS): {error}") from error
