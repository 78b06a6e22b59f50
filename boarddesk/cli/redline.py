"""Compare two versions as a redline."""

import difflib
from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, meeting_named, reading
from boarddesk.common.errors import UserError
from boarddesk.services.files import save
from boarddesk.services.workspace import Services


@click.command("redline")
@click.argument("file", type=FILE)
@click.argument("earlier")
@click.argument("later")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF to write.")
@click.option("--changes-only", is_flag=True, help="Only paragraphs that changed, with their neighbors.")
@click.option("--on", type=DAY, help="As of that day (default: today).")
def command(file: Path, earlier: str, later: str, out: Path, on: date | None, *, changes_only: bool) -> None:
    """Write a redline of EARLIER and LATER as PDF: put in underlined, struck out struck through.

    \b
    Each of the two is
      the id of a document                     bylaws-2024
      minutes of a meeting and their version   2026-10-22-board:1
        (a number, `now` or `sealed`)          2026-10-22-board:sealed
      a PDF or Word file from outside          ./bylaws-draft.docx
    """  # noqa: D301 - click reads the backspace
    from boarddesk.services.redlines import RedlineRequest, redline

    with reading(file, on) as services:
        request = RedlineRequest(key_of(services, earlier), key_of(services, later), whole=not changes_only)
        data = redline(services, request)
    save(out, data)
    click.echo(f"Wrote {out}.")


def key_of(services: Services, name: str) -> str:
    """The key of a version that a word of the command line names; UserError where there is none."""
    from boarddesk.domain.documents import Document
    from boarddesk.services.minutes_compare import NOW, SEALED
    from boarddesk.services.redlines import document_key, file_key, minutes_choices, minutes_key

    if services.record.find(Document, name) is not None:
        return document_key(name)
    if Path(name).is_file():
        return file_key(Path(name))
    meeting, colon, version = name.rpartition(":")
    if colon:
        found = meeting_named(services, meeting)
        if version in {NOW, SEALED}:
            return minutes_key(found.id, version)
        words = minutes_choices(services, found.id)
        numbered = next((key for key, said in words if said.startswith(f"Version {version},")), None)
        if numbered is None:
            there = "; ".join(said for _key, said in words)
            raise UserError(f"There is no version {version} of these minutes.", found.id, f"There are: {there}.")
        return numbered
    near = difflib.get_close_matches(name, [document.id for document in services.record.all(Document)], 3)
    hint = f"Did you mean {', '.join(near)}?" if near else "Give a document’s id, MEETING:VERSION, or a file."
    raise UserError(f"There is no document “{name}”.", str(services.path), hint, code="no_such_document")
