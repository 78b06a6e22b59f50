"""Import a document into a company file."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, PATH, reading, writing
from boarddesk.common.errors import UserError


@click.command("import")
@click.argument("file", type=FILE)
@click.argument("source", type=PATH)
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--table", type=click.Choice(["people", "appointments"]), help="What a CSV or XLSX file holds.")
@click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help="Read a column as a field.")
def command(file: Path, source: Path, *, dry_run: bool, table: str | None, mapping: tuple[str, ...]) -> None:
    """Import SOURCE into FILE: all of it, or nothing.

    A JSON document (see `boarddesk schema`) may hold any part of the record: people, appointments,
    meetings, presence, motions, votes … An id that is not there yet is added, an equal one skipped, a
    differing one is a fault. CSV and XLSX files hold people or appointments: name the table, and map
    columns whose heading is not the field's name, e.g. --map "Full name=name".

    Where FILE is not there yet, it is made from a JSON document that holds a company.
    """
    from boarddesk.services.importing import is_table, make_company, plan_file, read_source, run_import

    data = _bytes(source)
    if not file.exists() and not dry_run and not is_table(source.name):
        lines = make_company(file, source.name, data)
    elif dry_run:
        with reading(file) as services:
            lines = plan_file(services, read_source(services, source.name, data, table, mapping), source.name)
    else:
        with writing(file) as services:
            lines = run_import(services, read_source(services, source.name, data, table, mapping), source.name)
    for line in lines:
        click.echo(line)


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise UserError(f"The file cannot be read ({error.strerror}).", str(source), "Check the name.") from None
