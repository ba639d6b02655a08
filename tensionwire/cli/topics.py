"""`tensionwire topics`: create the Kafka topics, once."""

import click

from tensionwire.cli.away import kafka_needed
from tensionwire.contracts.topics import TOPICS
from tensionwire.runtime import settings
from tensionwire.runtime.kafka import TopicMismatch, ensure_topics


@click.command()
def topics() -> None:
    """Create the Kafka topics that are missing. Safe to run again; ends with 1 where one exists in another shape."""
    bootstrap = settings.load().kafka
    try:
        with kafka_needed(bootstrap):
            created = ensure_topics(bootstrap)
    except TopicMismatch as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"created: {', '.join(created)}" if created else f"all {len(TOPICS)} topics are there")
