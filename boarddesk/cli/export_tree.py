"""Export the records as folders of files."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, reading


@click.command("export-tree")
@click.argument("file", type=FILE)
@click.argument("dest", type=PATH)
@click.option("--on", type=DAY, help="The records as of that day.")
@click.option("--kept-apart", is_flag=True, help="With annexes, independent sessions and privileged documents.")
def command(file: Path, dest: Path, on: date | None, *, kept_apart: bool) -> None:
    """Write the records of FILE as folders below DEST: documents, sealed minutes, consents, what was issued.

    An index (PDF and XLSX) gives the SHA-256 of each file and names what was left out. DEST is new, empty, or an
    earlier export of the same company, which is brought up to date; nothing else is written over.
    """
    from boarddesk.services.folder_export import export_folders

    with reading(file, on) as services:
        done = export_folders(services, dest, kept_apart=kept_apart)
    click.echo(f"Wrote {done.sentence}.")
    kept, gone = done.written.same, done.written.removed
    if kept or gone:
        click.echo(f"  {done.written.fresh} new or changed, {kept} as before, {gone} taken away.")
