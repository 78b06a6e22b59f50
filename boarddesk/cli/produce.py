"""Produce records on a demand for books and records."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, reading, short_day, writing
from boarddesk.common.errors import UserError
from boarddesk.services.workspace import Services


@click.command("produce")
@click.argument("file", type=FILE)
@click.argument("demand", required=False)
@click.option("-o", "--out", type=PATH, help="The folder to write into; made if it is not there.")
@click.option("--apart", is_flag=True, help="Each record as a file of its own too.")
@click.option("--record", "keep", is_flag=True, help="Keep the set in the company file as produced today.")
@click.option("--on", type=DAY, help="As of that day (default: today); not with --record.")
def command(file: Path, demand: str | None, out: Path | None, on: date | None, *, apart: bool, keep: bool) -> None:
    """Write the records that DEMAND reaches, numbered and indexed, and their privilege log, into a folder.

    Without DEMAND the demands of the file are listed. What is privileged is withheld and logged; what a demand
    asks for and is not there is named. A set that was produced is written again byte for byte.
    """
    if demand is None:
        with reading(file, on) as services:
            _list(services)
        return
    if out is None:
        raise click.UsageError("Name the folder to write into with -o.")
    if keep and on is not None:
        raise click.UsageError("--record keeps the set as of today; leave --on out.")
    if keep:
        with writing(file) as services:
            _write(services, demand, out, apart=apart, keep=True)
    else:
        with reading(file, on) as services:
            _write(services, demand, out, apart=apart, keep=False)


def _list(services: Services) -> None:
    from boarddesk.services.production_view import production_lines

    lines = production_lines(services)
    for line in lines:
        due = f", answer due {short_day(line.due)}" if line.due else ""
        click.echo(f"{line.id}  {line.title}: {line.state}{due}")
    if not lines:
        click.echo("No demand for books and records is on record.")


def _write(services: Services, demand: str, out: Path, *, apart: bool, keep: bool) -> None:
    from boarddesk.services.production_build import find_production
    from boarddesk.services.production_files import keep_set, write_set
    from boarddesk.services.production_view import production_view

    row = find_production(services, demand)
    if keep and row.produced_on is not None:
        raise UserError(f"The set was produced on {short_day(row.produced_on)}.", demand, "Leave --record out.")
    written = write_set(services, demand, out, apart=apart)
    for path in written.files[:2]:
        click.echo(f"Wrote {path}.")
    if len(written.files) > 2:
        click.echo(f"Wrote {len(written.files) - 2} files into {written.files[2].parent}.")
    numbers = f", to {written.last}" if written.last else ""
    click.echo(f"{written.pages} numbered pages{numbers}.")
    if row.produced_on is None:
        view = production_view(services, demand)
        click.echo(f"{view.summary}.")
        for kind, what in view.missing:
            click.echo(f"  Not there: {kind}: {what}")
    for line in written.lines:
        click.echo(f"  Not put in: {line}")
    if keep and written.made is not None:
        keep_set(services, demand, written.made)
        click.echo("Kept in the company file as produced.")
