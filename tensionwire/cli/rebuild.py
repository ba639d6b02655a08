"""`tensionwire rebuild`: load Redis anew from Kafka."""

import asyncio

import click

from tensionwire.cli.away import kafka_needed, redis_needed
from tensionwire.runtime import settings
from tensionwire.runtime.state.connection import connect
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

    with kafka_needed(found.kafka), redis_needed():
        click.echo(f"loaded {asyncio.run(run())} records from `contacts`")
