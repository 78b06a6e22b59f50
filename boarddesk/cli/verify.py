"""Check a company file."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, reading
from boarddesk.common.errors import UserError

BROKEN = frozenset({"damaged", "truncated"})
"""Refusals to open a file that answer the question whether it is whole."""


@click.command("verify")
@click.argument("file", type=FILE)
def command(file: Path) -> int:
    """Check FILE: the journal's chain, every attachment's bytes, the database's integrity.

    Exit 0: nothing is wrong; 1: something is, and each line says what.
    """
    try:
        with reading(file) as services:
            faults = services.verified()
            count, head = services.journal_size()
    except UserError as error:
        if error.code not in BROKEN:
            raise
        faults = (error.sentence(),)
    for fault in faults:
        click.echo(fault)
    if faults:
        return 1
    click.echo(f"Nothing wrong found: {count} journal entries, head {head[:16]}.")
    return 0
