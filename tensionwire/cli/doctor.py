"""`tensionwire doctor`: what is missing or wrong here."""

import sys

import click
from rich.console import Console


@click.command()
def doctor() -> None:
    """Say what is missing or wrong on this machine, and what to do about it.

    Looks at Python, disk, the settings, Java, Kafka's files and their hashes, Redis, the running stack, its topics, and
    what waits.
    Ends with 1 where something is wrong.
    """
    from tensionwire.local.checks import findings

    console = Console(highlight=False)
    wrong = 0
    for finding in findings():
        mark = "[green]ok  [/green]" if finding.wrong is None else "[red]WRONG[/red]"
        console.print(f"{mark} {finding.what:<16} {finding.said}", soft_wrap=True)
        if finding.wrong:
            wrong += 1
            console.print(f"      {finding.wrong}", soft_wrap=True)
    sys.exit(1 if wrong else 0)
