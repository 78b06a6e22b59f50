"""Circulate the minutes of a meeting."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, meeting_named, reading, writing
from boarddesk.services.files import save


@click.command("circulate")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("--to", "names", multiple=True, required=True, help="Names, with commas; “all” for all members.")
@click.option("--due", type=DAY, help="Until when comments are taken.")
@click.option("--note", default="", help="A note that goes with the version.")
@click.option("-o", "--out", type=PATH, help="Also write the PDF there.")
@click.option("--mail", type=PATH, help="Also write an e-mail draft with the PDF there (.eml).")
def command(
    file: Path, meeting: str, names: tuple[str, ...], due: date | None, note: str, out: Path | None, mail: Path | None
) -> None:
    """Make the next version of the minutes of MEETING, keep its PDF, and note to whom it went.

    Nothing is sent: the PDF is yours to send. The record of the meeting is closed until the minutes are taken back.
    """
    from boarddesk.domain.minutes import versions_of
    from boarddesk.services.mail_drafts import said_of, version_draft
    from boarddesk.services.minutes_circulation import circulation, readers
    from boarddesk.services.people_named import people_named

    with writing(file) as services:
        row = meeting_named(services, meeting)
        people, others = people_named(services.record, names if names != ("all",) else ())
        people = people or (readers(services.record, row, services.today) if names == ("all",) else ())
        made = circulation(services, row.id, people, others, due=due, note=note)
        services.bus.do(made)
    if out is not None:
        save(out, made.pdf)
    count = len(people) + len(others)
    click.echo(f"Version {made.version.number} circulated to {count} {'person' if count == 1 else 'people'}.")
    if out is not None:
        click.echo(f"Wrote {out}.")
    if mail is not None:
        with reading(file) as services:
            draft = version_draft(services, versions_of(services.record, row.id)[-1])
        save(mail, draft.data)
        click.echo(f"Wrote {mail}. {said_of(draft)}.")
