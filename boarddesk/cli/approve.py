"""Approve the minutes of a meeting."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, meeting_named, writing


@click.command("approve")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("--motion", required=True, help="The id of the motion that approved them.")
@click.option("--as-corrected", is_flag=True, help="They were approved as corrected at the meeting.")
def command(file: Path, meeting: str, motion: str, *, as_corrected: bool) -> None:
    """Name the carried MOTION, of a later meeting or of a consent in effect, that approved the minutes of MEETING.

    From then on nothing of these minutes is changed; a memorandum of correction corrects them.
    """
    from boarddesk.services.commands.minutes_approve import ApproveMinutes

    with writing(file) as services:
        row = meeting_named(services, meeting)
        services.bus.do(ApproveMinutes(row.id, motion, as_corrected))
    click.echo("The minutes are approved.")
