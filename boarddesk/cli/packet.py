"""Build the board packet of a meeting."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import BOOK, DAY, FILE, PATH, body_of_book, meeting_named, reading
from boarddesk.domain.packets import Variant


@click.command("packet")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF to write.")
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("--variant", type=BOOK, default=Variant.DIRECTORS.value, help="Whose book (default: the directors’).")
@click.option("--body", help="The committee of a committee book; without it, that of the meeting.")
@click.option("--for", "name", default="", help="A director: that copy leaves out what is withheld from them.")
@click.option("--watermark", is_flag=True, help="Their name across each page.")
@click.option("--two-up", is_flag=True, help="For printing: two pages side by side.")
@click.option("--right-hand", is_flag=True, help="For printing: tabs begin on a right-hand page.")
def command(
    file: Path, meeting: str, out: Path, on: date | None, variant: str, body: str | None, name: str, *,
    watermark: bool, two_up: bool, right_hand: bool,
) -> None:  # fmt: skip
    """Write the board packet of MEETING as one PDF: cover, linked contents, agenda, prior minutes, papers.

    Writes the file and nothing else; `boarddesk issue` keeps it and notes who got it. A paper that cannot be used is
    named with the reason; the packet is built without it. What a variant leaves out is not in its file.
    """
    from boarddesk.services.packet_files import BookCopy, write_copy
    from boarddesk.services.people_named import people_named

    with reading(file, on) as services:
        row = meeting_named(services, meeting)
        people, _others = people_named(services.record, (name,))
        book = Variant(variant)
        wanted = BookCopy(book, body_of_book(services, row, book, body), people[0] if people else None,
                          watermark=watermark, two_up=two_up, right_hand=right_hand)  # fmt: skip
        report = write_copy(services, row.id, wanted, out)
    click.echo(f"Wrote {out}, {report.pages} pages.")
    for line in report.lines:
        click.echo(f"  {line}")
