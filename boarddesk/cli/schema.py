"""Print the JSON Schema of import and export."""

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of the document that `import` reads and `export` writes."""
    from boarddesk.services.importing import schema

    click.echo(json.dumps(schema(), ensure_ascii=False, indent=1))
