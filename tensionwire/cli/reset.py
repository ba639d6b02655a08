"""`tensionwire reset`: clear the local stack."""

import shutil

import click

from tensionwire.local.folder import DATA, FETCHED, local_folder, lock
from tensionwire.local.processes import end, same_process
from tensionwire.local.stack import running


@click.command()
@click.option(
    "--all", "everything", is_flag=True, help="Also the fetched files of Kafka; the next start needs the network."
)
def reset(everything: bool) -> None:
    """Clear the data of the local stack: articles, alerts, records, logs. Refused while it runs."""
    folder = local_folder()
    if not folder.is_dir():
        click.echo(f"nothing to clear in {folder}")
        return
    held = lock(folder)
    if held is None:
        raise click.ClickException("Tensionwire runs here: stop it with Ctrl-C in its window first")
    with held:
        state = running(folder)
        # what a killed run left behind would go on writing
        end([p for known in (state["programs"].values() if state else ()) if (p := same_process(known)) is not None])
        for name in (*DATA, *(FETCHED if everything else ())):
            entry = folder / name
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink(missing_ok=True)
    click.echo(f"cleared {folder}")
