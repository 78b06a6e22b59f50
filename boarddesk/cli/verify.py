"""Check a company file, or whether a PDF is what was sealed in it."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, PATH, reading
from boarddesk.common.errors import UserError

BROKEN = frozenset({"damaged", "truncated"})
"""Refusals to open a file that answer the question whether it is whole."""


@click.command("verify")
@click.argument("file", type=FILE)
@click.argument("pdf", type=PATH, required=False)
def command(file: Path, pdf: Path | None) -> int:
    """Check FILE: the journal's chain, every attachment's bytes, every seal, the database's integrity.

    Exit 0: nothing is wrong; 1: something is, and each line says what. With PDF: whether it is a sealed copy
    (exit 0), altered (it carries the number of a seal but other bytes; exit 1), or unknown here (exit 1).
    """
    if pdf is not None:
        return _of_pdf(file, pdf)
    try:
        with reading(file) as services:
            faults = services.verified()
            count, head = services.journal_size()
            disposed = services.disposed()
    except UserError as error:
        if error.code not in BROKEN:
            raise
        faults = (error.sentence(),)
    for fault in faults:
        click.echo(fault)
    if faults:
        return 1
    click.echo(f"Nothing wrong found: {count} journal entries, head {head[:16]}.")
    for line in disposed:
        click.echo(line)
    return 0


def _of_pdf(file: Path, pdf: Path) -> int:
    from boarddesk.services.verify_minutes import Verdict, verify_pdf

    data = pdf.read_bytes()
    with reading(file) as services:
        found = verify_pdf(services, data)
    for line in (found.sentence, *found.details):
        click.echo(line)
    return 0 if found.verdict is Verdict.SEALED else 1
