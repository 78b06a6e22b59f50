"""The time zone of a meeting's place, and those whose times stand beside it on the agenda."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class SetTimeZones(Command):
    """The zone that the meeting's times are local to (empty: the company's), and others shown beside it.

    The times of day stay as they stand: 09:00 is 09:00 in the new zone.
    """

    meeting: str
    zone: str
    beside: tuple[str, ...] = ()

    def label(self, record: Record) -> str:
        """“Time zones of Board, regular meeting, 3 Dec 2026”."""
        return f"Time zones of {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(SetTimeZones)
def set_time_zones(command: SetTimeZones, tx: Transaction) -> None:
    """The company's own zone is kept as none, so that it follows the company; calendars are told of the change."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    zone = "" if command.zone == tx.record.company.time_zone else command.zone
    beside = tuple(dict.fromkeys(other for other in command.beside if other != command.zone))
    moved = meeting.sequence + (zone != meeting.time_zone)
    tx.put(replace(meeting, time_zone=zone, also_zones=beside, sequence=moved))
