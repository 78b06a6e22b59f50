"""Print the minutes of a meeting."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, meeting_named, reading
from boarddesk.services.files import save


@click.command("minutes")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF to write.")
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("--a4", is_flag=True, help="On A4 instead of Letter.")
def command(file: Path, meeting: str, out: Path, on: date | None, *, a4: bool) -> None:
    """Write the minutes of MEETING (its id, see `boarddesk meetings FILE`) as PDF.

    Minutes of a meeting that was held, adjourned or failed for want of quorum can be printed; what the
    record lacks is printed as "not recorded". Others are refused with a sentence and exit code 1.
    """
    from boarddesk.services.documents import minutes_pdf

    with reading(file, on) as services:
        data = minutes_pdf(services, meeting_named(services, meeting).id, a4=a4)
    save(out, data)
    click.echo(f"Wrote {out}.")
