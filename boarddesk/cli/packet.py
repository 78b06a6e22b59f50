"""Build the board packet of a meeting."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, meeting_named, reading


@click.command("packet")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF to write.")
@click.option("--on", type=DAY, help="As of that day (default: today).")
def command(file: Path, meeting: str, out: Path, on: date | None) -> None:
    """Write the board packet of MEETING as one PDF: cover, linked contents, agenda, prior minutes, papers.

    A paper that cannot be used is named with the reason; the packet is built without it.
    """
    from boarddesk.services.packets import write_packet

    with reading(file, on) as services:
        report = write_packet(services, meeting_named(services, meeting).id, out)
    click.echo(f"Wrote {out}, {report.pages} pages.")
    for line in report.lines:
        click.echo(f"  {line}")
