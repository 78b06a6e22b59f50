"""Write the notice of a meeting, its waivers, the record of notice, the emergency sheet or the calendar invitation."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, meeting_named, reading, writing
from boarddesk.common import clock
from boarddesk.services.files import require_target, save
from boarddesk.services.workspace import Services

KINDS = ("notice", "waivers", "record", "emergency", "inspectors")
CALENDAR = ".ics"


@click.command("notice")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("-o", "--out", type=PATH, required=True, help="The PDF, or the .ics invitation, to write.")
@click.option("--kind", type=click.Choice(KINDS), default="notice", help="Which document (default: the notice).")
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("--a4", is_flag=True, help="On A4 instead of Letter.")
def command(file: Path, meeting: str, out: Path, kind: str, on: date | None, *, a4: bool) -> None:
    """Write a document around the notice of MEETING (its id, see `boarddesk meetings FILE`).

    With an OUT that ends in .ics the invitation is written for those to be invited: a request, an update of one
    issued before, or its cancellation. That it was issued is kept in FILE, so that later ones follow on it.
    """
    require_target(out)
    if out.suffix.lower() == CALENDAR:
        _invite(file, meeting, out)
        return
    with reading(file, on) as services:
        data = _made(services, meeting_named(services, meeting).id, kind, a4=a4)
    save(out, data)
    click.echo(f"Wrote {out}.")


def _made(services: Services, meeting: str, kind: str, *, a4: bool) -> bytes:
    from boarddesk.services import notice_printing as printing

    makers: dict[str, Callable[[], bytes]] = {
        "notice": lambda: printing.notice_pdf(services, meeting, a4=a4),
        "waivers": lambda: printing.waiver_pdf(services, meeting, a4=a4),
        "record": lambda: printing.notice_record_pdf(services, meeting, clock.now(), a4=a4),
        "emergency": lambda: printing.emergency_kit_pdf(services, meeting, a4=a4),
        "inspectors": lambda: printing.inspectors_report_pdf(services, meeting, a4=a4),
    }
    return makers[kind]()


def _invite(file: Path, meeting: str, out: Path) -> None:
    from boarddesk.services.invitations import invitation, sent_words

    with writing(file) as services:
        made = invitation(services, meeting_named(services, meeting).id, clock.now())
        save(out, made.data)
        services.bus.do(made.issued())
    click.echo(f"Wrote {out}. {sent_words(made)}")
