"""Clashes on the calendar in words: one person in two meetings at once, two meetings in one room."""

from collections.abc import Iterable

from boarddesk.common.errors import UserError
from boarddesk.domain.clashes import Clash, clashes
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command
from boarddesk.services.words import body_short, clock_time, joined, short_day
from boarddesk.services.workspace import Services

NAMED = 3


def clashes_of(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Sentences for what collides with one meeting on the record's calendar."""
    return clash_sentences(record, [meeting])


def clashes_after(services: Services, command: Command) -> tuple[str, ...]:
    """Sentences for what would collide once a command is done; none where it would be refused."""
    try:
        record = services.bus.preview(command)
    except UserError:
        return ()
    before = services.record
    return clash_sentences(record, [m for m in record.all(Meeting) if before.find(Meeting, m.id) != m])


def clash_sentences(record: Record, meetings: Iterable[Meeting]) -> tuple[str, ...]:
    """Sentences for what collides among these meetings, and with the record's; shown, never forbidden."""
    return tuple(dict.fromkeys(_sentence(record, clash) for clash in clashes(record, meetings)))


def _sentence(record: Record, clash: Clash) -> str:
    one, other = (
        f"{body_short(record, meeting.body)} at {clock_time(meeting.starts)}" for meeting in (clash.first, clash.second)
    )
    both = f"{short_day(clash.first.day)}, {one} and {other}"
    names = [name_of(record, person) for person in clash.persons]
    shown = names if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"]
    said = []
    if names:
        said.append(f"{joined(shown)} {'is' if len(names) == 1 else 'are'} due in both")
    if clash.place:
        said.append(f"both want {clash.place}")
    return f"{both}: {'; '.join(said)}."
