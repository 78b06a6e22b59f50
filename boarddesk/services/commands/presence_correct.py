"""Correct a stamp of presence, or take it out."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import PresenceStamp
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_moment
from boarddesk.services.motion_checks import require_votes_still_stand
from boarddesk.services.presence_checks import require_sequence


@dataclass(frozen=True, slots=True)
class CorrectStamp(Command):
    """The stamp as it shall be: time, mode, kind, item, reason."""

    stamp: PresenceStamp

    def label(self, record: Record) -> str:
        """“Correct the presence of Aylin Çelikbaran”."""
        return f"Correct the presence of {name_of(record, self.stamp.person)}"


@dataclass(frozen=True, slots=True)
class RemoveStamp(Command):
    """Take a stamp out that should not be there."""

    stamp: str

    def label(self, record: Record) -> str:
        """“Take back a stamp of Aylin Çelikbaran”."""
        found = record.find(PresenceStamp, self.stamp)
        return f"Take back a stamp of {name_of(record, found.person if found else None)}"


def _find(record: Record, stamp: str) -> PresenceStamp:
    found = record.find(PresenceStamp, stamp)
    if found is None:
        raise UserError("The entry is no longer there.", what_to_do="Look at the list anew.", code="no_stamp")
    return found


@handles(CorrectStamp)
def correct_stamp(command: CorrectStamp, tx: Transaction) -> None:
    """Refuse what cannot be so; meeting and person stay."""
    there = _find(tx.record, command.stamp.id)
    meeting = find_meeting(tx.record, there.meeting)
    require_moment(tx.record, meeting, command.stamp.at)
    tx.put(replace(command.stamp, meeting=there.meeting, person=there.person))
    require_sequence(tx.record, meeting, there.person)
    require_votes_still_stand(tx.record, meeting, there.person)


@handles(RemoveStamp)
def remove_stamp(command: RemoveStamp, tx: Transaction) -> None:
    """Refuse where a later stamp or a vote rests on it."""
    there = _find(tx.record, command.stamp)
    meeting = find_meeting(tx.record, there.meeting)
    tx.remove(PresenceStamp, there.id)
    require_sequence(tx.record, meeting, there.person)
    require_votes_still_stand(tx.record, meeting, there.person)
