"""Print a report."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, YEAR, reading
from boarddesk.services.files import save


@click.command("report")
@click.argument("file", type=FILE)
@click.argument("kind", type=click.Choice(["compliance", "attendance"]))
@click.option("--year", type=YEAR, help="The fiscal year, by the year in which it ends (default: the present one).")
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF to write.")
def command(file: Path, kind: str, year: int | None, on: date | None, out: Path) -> None:
    """Write a report for a fiscal year as PDF.

    `compliance`: every clause with its status, why, the evidence and what is missing. `attendance`: each
    director's combined fraction over board and committee meetings while in service.
    """
    from boarddesk.services import documents

    with reading(file, on) as services:
        make = documents.compliance_pdf if kind == "compliance" else documents.attendance_pdf
        data = make(services, year)
    save(out, data)
    click.echo(f"Wrote {out}.")
