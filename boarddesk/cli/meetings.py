"""List the meetings."""

import json
from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, reading, short_day
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minutes import minutes_state
from boarddesk.domain.motions import Motion
from boarddesk.domain.presence import attendees
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, name_of
from boarddesk.domain.votes import tally


@click.command("meetings")
@click.argument("file", type=FILE)
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("--json", "as_json", is_flag=True, help="For programs; its form is documented and stable.")
def command(file: Path, on: date | None, *, as_json: bool) -> None:
    """List the meetings of FILE by start, with their ids for the other commands."""
    with reading(file, on) as services:
        record = services.shown
        meetings = sorted(record.all(Meeting), key=lambda meeting: (meeting.starts, meeting.id))
        if as_json:
            click.echo(json.dumps({"meetings": [as_document(record, m) for m in meetings]}, ensure_ascii=False))
            return
        for meeting in meetings:
            _print(record, meeting)


def as_document(record: Record, meeting: Meeting) -> dict[str, object]:
    """One meeting of `meetings --json`."""
    motions = sorted(record.where(Motion, "meeting", meeting.id), key=lambda m: (str(m.at or ""), m.order, m.id))
    return {
        "id": meeting.id,
        "body": meeting.body,
        "kind": meeting.kind.value,
        "starts": meeting.starts.isoformat(),
        "state": meeting.state.value,
        "minutes": minutes_state(record, meeting).value,
        "place": meeting.place,
        "parent": meeting.parent,
        "attendees": [name_of(record, person) for person in attendees(record, meeting)],
        "motions": [
            {"id": motion.id, "text": motion.text, "result": result.value if result else None}
            for motion in motions
            for result in (tally(record, motion).result,)
        ],
    }


def _print(record: Record, meeting: Meeting) -> None:
    from boarddesk.services.code_words import KIND, STATE

    what = f"{body_name(record, meeting.body)}, {KIND[meeting.kind]}"
    hour = "" if meeting.all_day else f" {meeting.starts:%H:%M}"
    state = STATE[meeting.state]
    click.echo(f"{meeting.id:28} {short_day(meeting.day):>11}{hour:6} {state:10} {what}")
