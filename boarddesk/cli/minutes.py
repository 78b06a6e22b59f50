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
@click.option("--large-print", is_flag=True, help="In larger type, a copy for reading.")
@click.option("--annex", is_flag=True, help="The privileged annex instead, which is kept apart.")
def command(file: Path, meeting: str, out: Path, on: date | None, *, a4: bool, large_print: bool, annex: bool) -> None:
    """Write the minutes of MEETING (its id, see `boarddesk meetings FILE`) as PDF.

    Minutes of a meeting that was held, adjourned or failed for want of quorum can be printed; what the
    record lacks is printed as "not recorded". Others are refused with a sentence and exit code 1. Sealed minutes
    are written as they are stored, byte for byte; in large print every one is a copy for reading, on Letter.
    """
    from boarddesk.services.documents import minutes_pdf
    from boarddesk.services.minutes_printing import annex_pdf

    with reading(file, on) as services:
        row = meeting_named(services, meeting)
        data = annex_pdf(services, row.id) if annex else minutes_pdf(services, row.id, a4=a4, large_print=large_print)
    save(out, data)
    click.echo(f"Wrote {out}.")
