"""Issue the board packet of a meeting, or a supplement to it."""

from pathlib import Path

import click

from boarddesk.cli.shared import BOOK, FILE, PATH, body_of_book, meeting_named, writing
from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import Variant
from boarddesk.services.packet_copies import Giving, Made, Recipient
from boarddesk.services.workspace import Services


@click.command("issue")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("-o", "--out", type=PATH, required=True, help="The folder for the copies.")
@click.option("--to", "names", multiple=True, help="Names, with commas (default: all whose book it is).")
@click.option("--variant", type=BOOK, default=Variant.DIRECTORS.value, help="Whose book (default: the directors’).")
@click.option("--body", help="The committee of a committee book; without it, that of the meeting.")
@click.option("--supplement", is_flag=True, help="What changed since, and the book that takes the place of the last.")
@click.option("--further", is_flag=True, help="More copies of the version that is out.")
@click.option(
    "--why", "whys", multiple=True, metavar="TAB=WORDS", help="With --supplement: what changed at 3-A, and why."
)
@click.option("--one-file", is_flag=True, help="The same file for all, without names on it.")
@click.option("--watermark", is_flag=True, help="Each reader’s name across each page.")
@click.option("--encrypt", is_flag=True, help="A password for each copy (AES-256), told here and kept nowhere.")
@click.option("--by", "manner", default="", help="How it is given, such as “e-mail”.")
@click.option("--note", default="", help="A note that goes with the record.")
def command(
    file: Path, meeting: str, out: Path, names: tuple[str, ...], variant: str, body: str | None,
    whys: tuple[str, ...], manner: str, note: str, *, supplement: bool, further: bool, one_file: bool, watermark: bool,
    encrypt: bool,
) -> None:  # fmt: skip
    """Build the packet of MEETING, keep it as it goes out, and note who gets which copy.

    A version numbers its pages from 1. A supplement moves no number: its change sheet is S-1, new pages take letters
    (27a, 27b), and the whole book goes out again with it. Nothing is sent: the copies are yours to send.
    """
    from boarddesk.services import packet_editions, packet_supplements
    from boarddesk.services.packet_copies import deliver
    from boarddesk.services.packet_issues import book_out

    with writing(file) as services:
        row = meeting_named(services, meeting)
        book = Variant(variant)
        readers = _readers(services, row, names, book, body_of_book(services, row, book, body), supplement=supplement)
        giving = Giving(readers, own=not one_file, watermark=watermark, encrypted=encrypt, manner=manner, note=note,
                        folder=out)  # fmt: skip
        last = book_out(services.record, row.id)
        if supplement:
            reasons = _reasons(services, row.id, whys)
            made = packet_supplements.supplementing(services, row.id, giving, reasons)
        elif further and last is not None:
            made = packet_editions.further_copies(services, last, giving)
        elif further:
            raise UserError("No packet was issued yet.", what_to_do="Issue it first, without --further.")
        else:
            made = packet_editions.issuing(services, row.id, giving)
        placed = deliver(services, made)
        issued = book_out(services.record, row.id)
    _tell(made, placed, issued.number if issued is not None else 1)


def _readers(
    services: Services,
    meeting: Meeting,
    names: tuple[str, ...],
    variant: Variant,
    body: str | None,
    *,
    supplement: bool,
) -> tuple[Recipient, ...]:
    """Those named, or all whose book it is; a supplement goes to all who have the packet."""
    from boarddesk.services.packet_copies import recipients_of
    from boarddesk.services.packet_issues import readers_of
    from boarddesk.services.packet_supplements import readers_out
    from boarddesk.services.people_named import people_named

    people, others = people_named(services.record, names)
    if supplement:
        have = readers_out(services.record, meeting.id)
        return tuple(one for one in have if one.person in people or one.name in others) if names else have
    if not names:
        people = readers_of(services.record, meeting, variant, body)
    return recipients_of(services.record, people, others, variant, body)


def _reasons(services: Services, meeting: str, whys: tuple[str, ...]) -> dict[str, str]:
    """The words of each change, by the key of what changed; UserError where a tab has none."""
    from boarddesk.services.packet_supplements import changes_now

    by_label = {change.label: change.key for change in changes_now(services, meeting)}
    found = {}
    for given in whys:
        label, _, words = given.partition("=")
        if label.strip() not in by_label:
            there = ", ".join(by_label) or "nothing"
            raise UserError(f"Nothing has changed at “{label.strip()}”.", what_to_do=f"What has changed: {there}.")
        found[by_label[label.strip()]] = words.strip()
    return found


def _tell(made: Made, placed: tuple[Path, ...], number: int) -> None:
    click.echo(f"Version {number} is kept; {len(placed)} {'file' if len(placed) == 1 else 'files'} written.")
    for path in placed:
        click.echo(f"  {path}")
    for line in made.lines:
        click.echo(f"  {line}")
    for name, password in made.passwords:
        click.echo(f"  Password of {name}: {password}")
