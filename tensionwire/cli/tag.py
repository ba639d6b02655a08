"""`tensionwire tag`: one worker of streams/tag."""

import click

from tensionwire.runtime import settings


@click.command()
def tag() -> None:
    """Run a worker that tags articles: topic `articles` in, `articles.tagged` and `sightings` out.

    Start as many as you like, on as many machines: they share the partitions. Settings are environment variables
    TENSIONWIRE_*; give each worker a TENSIONWIRE_INSTANCE of its own so that a restart resumes at once.
    """
    from streams.worker import run_tag  # Faust is slow to import: not for --help

    run_tag(settings.load())
