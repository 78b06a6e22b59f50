"""Export the whole record."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, reading
from boarddesk.services.files import save


@click.command("export")
@click.argument("file", type=FILE)
@click.argument("dest", type=PATH)
@click.option("--on", type=DAY, help="The record as the world stood on that day.")
@click.option("--table", help="One table only, as CSV or XLSX by DEST's ending.")
def command(file: Path, dest: Path, on: date | None, table: str | None) -> None:
    """Write the record of FILE to DEST as JSON: lossless, and the same bytes for the same record.

    With --table, one table as a spreadsheet (DEST ends in .csv or .xlsx).
    """
    with reading(file, on) as services:
        if table is None:
            data = services.exported(on)
        else:
            from boarddesk.services.exporting import table_file

            data = table_file(services, table, dest.suffix.lower())
    save(dest, data)
    click.echo(f"Wrote {dest}.")
