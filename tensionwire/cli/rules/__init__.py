"""`tensionwire rules`: check them, test them, and ask where an alert goes."""

import click

from tensionwire.cli.rules.check import check
from tensionwire.cli.rules.route import route
from tensionwire.cli.rules.test import test


@click.group()
def rules() -> None:
    """Check a rules file, test it with articles, and see where an alert would go.

    The rules file says who hears of what: receivers, routes, quiet hours, digests, silences. Copy the shipped one
    (alerts/rules.yaml), change it, and name it in TENSIONWIRE_RULES. Running services take a changed file over within
    seconds; a bad one changes nothing.
    """


for _command in (check, test, route):
    rules.add_command(_command)
