"""Print a report."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, YEAR, reading
from boarddesk.services.files import save
from boarddesk.services.workspace import Services


@click.command("report")
@click.argument("file", type=FILE)
@click.argument("kind", type=click.Choice(["compliance", "attendance", "independence"]))
@click.option("--year", type=YEAR, help="The fiscal year, by the year in which it ends (default: the present one).")
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF to write.")
def command(file: Path, kind: str, year: int | None, on: date | None, out: Path) -> None:
    """Write a report as PDF, for a fiscal year or as of a day.

    `compliance`: every clause with its status, why, the evidence and what is missing. `attendance`: each
    director's combined fraction over board and committee meetings while in service. `independence`: the worksheet
    of each director as of a day, for the board to adopt; it takes no year.
    """
    from boarddesk.services import documents
    from boarddesk.services.worksheet_print import worksheet_pdf

    if kind == "independence" and year is not None:
        raise click.UsageError("The worksheet is made as of a day; give --on instead of --year.")
    makers: dict[str, Callable[[Services], bytes]] = {
        "compliance": lambda services: documents.compliance_pdf(services, year),
        "attendance": lambda services: documents.attendance_pdf(services, year),
        "independence": worksheet_pdf,
    }
    with reading(file, on) as services:
        data = makers[kind](services)
    save(out, data)
    click.echo(f"Wrote {out}.")
