"""`tensionwire reset`: clear the local stack."""

import shutil

import click

from tensionwire.local.folder import local_folder
from tensionwire.local.stack import stack_runs


@click.command()
@click.option(
    "--all", "everything", is_flag=True, help="Also the fetched files of Kafka; the next start needs the network."
)
def reset(everything: bool) -> None:
    """Clear the data of the local stack: articles, alerts, records, logs. Refused while it runs."""
    folder = local_folder()
    if stack_runs(folder):
        raise click.ClickException("Tensionwire runs here: stop it with Ctrl-C in its window first")
    cleared = 0
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name == "jars" and not everything:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
        cleared += 1
    click.echo(f"cleared {folder}" if cleared else f"nothing to clear in {folder}")
