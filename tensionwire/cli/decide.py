"""`tensionwire decide`: one worker of streams/decide."""

import click

from tensionwire.runtime import settings


@click.command()
def decide() -> None:
    """Run a worker that decides what is new: topic `sightings` in, `contacts` and `alerts` out.

    Start as many as you like, on as many machines: each subject is decided by one of them, in order. Settings are
    environment variables TENSIONWIRE_*; give each worker a TENSIONWIRE_INSTANCE of its own.
    """
    from streams.worker import run_decide  # Faust is slow to import: not for --help

    run_decide(settings.load())
