"""`tensionwire rules check`: can this file be used?"""

import click

from tensionwire.runtime import settings

EXIT_BAD = 78  # EX_CONFIG, as a service would end with


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--schema", is_flag=True, help="Print the JSON Schema instead: editors complete and check by it.")
@click.pass_context
def check(context: click.Context, file: str | None, schema: bool) -> None:
    """Check a rules file: what is wrong is named with file, line, and what to do.

    Without FILE it is the one of TENSIONWIRE_RULES, else the shipped one. Ends with 78 where it cannot be used.

    \b
    Examples:
      tensionwire rules check my-rules.yaml
      tensionwire rules check --schema > rules.schema.json
    """
    from alerts.rules import RulesError
    from alerts.rules.schema import schema as published
    from tensionwire.runtime.rulesfile import SHIPPED, read_rules

    if schema:
        click.echo(published(), nl=False)
        return
    path = file or settings.load().rules
    try:
        found = read_rules(path)
    except RulesError as error:
        click.echo(str(error), err=True)
        context.exit(EXIT_BAD)
    names = ", ".join(f"{r.name} ({r.channel})" for r in found.receivers)
    click.echo(f"{path or SHIPPED}: good, hash {found.hash}; receivers: {names or 'none'}")
