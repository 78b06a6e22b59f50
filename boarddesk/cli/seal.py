"""Seal the approved minutes of a meeting."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, PATH, meeting_named, writing
from boarddesk.services.files import save


@click.command("seal")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("--certificate", type=PATH, help="Sign with this PKCS#12 file; its passphrase is asked for.")
@click.option("--correction", type=click.IntRange(1), help="Seal that memorandum of correction instead.")
@click.option("-o", "--out", type=PATH, help="Also write the sealed PDF there.")
def command(file: Path, meeting: str, certificate: Path | None, correction: int | None, out: Path | None) -> None:
    """Seal the approved minutes of MEETING: their PDF is kept in the file, under the hash of the record and its own.

    Without a certificate, signatures in ink that are on record are printed; without those the lines stay empty.
    """
    from boarddesk.services.minutes_sealing import Certificate, correction_numbered, correction_sealing, sealing

    key = None
    if certificate is not None:
        passphrase = click.prompt("Passphrase", hide_input=True, default="", show_default=False, err=True)
        key = Certificate(certificate.read_bytes(), passphrase)
    with writing(file) as services:
        row = meeting_named(services, meeting)
        if correction is None:
            made = sealing(services, row.id, key)
        else:
            made = correction_sealing(services, correction_numbered(services.record, row.id, correction))
        services.bus.do(made)
    if out is not None:
        save(out, made.sealed[0].pdf)
        click.echo(f"Wrote {out}.")
    for sealed in made.sealed:
        click.echo(f"Sealed: {sealed.seal.part}, number {sealed.seal.number}.")
