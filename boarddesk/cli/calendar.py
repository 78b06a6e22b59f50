"""Write a year's meetings as an iCalendar file."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, PATH, YEAR, reading
from boarddesk.services.files import require_target, save


@click.command("calendar")
@click.argument("file", type=FILE)
@click.argument("year", type=YEAR)
@click.option("-o", "--out", type=PATH, required=True, help="The .ics file to write.")
def command(file: Path, year: int, out: Path) -> None:
    """Write the meetings of the fiscal year YEAR for any calendar program: stable UIDs, cancellations included."""
    from boarddesk.services.calendar import ics_of_year

    require_target(out)
    with reading(file) as services:
        data = ics_of_year(services, year)
    save(out, data)
    click.echo(f"Wrote {out}.")
