"""Take a matter to a meeting that was to be decided by consent, so that who has an interest in it can recuse."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting, MeetingKind, Purpose
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.agenda_items import AddItem, add_item
from boarddesk.services.commands.motions_propose import ProposeMotion, propose_motion
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting, schedule_meeting


@dataclass(frozen=True, slots=True)
class MeetInstead(Command):
    """A meeting with the matter on its agenda, and its resolutions proposed there."""

    meeting: ScheduleMeeting
    title: str
    motions: tuple[Motion, ...]

    def label(self, record: Record) -> str:
        """As for the meeting itself: “Schedule Board, special meeting, 3 Dec 2026”."""
        return self.meeting.label(record)


@handles(MeetInstead)
def meet_instead(command: MeetInstead, tx: Transaction) -> None:
    """The meeting, an item to decide, and under it each resolution that has words."""
    before = {meeting.id for meeting in tx.record.all(Meeting)}
    schedule_meeting(command.meeting, tx)
    # Where it is held jointly it may be kept under another of its bodies.
    meeting = next(m for m in tx.record.all(Meeting) if m.id not in before and m.kind is not MeetingKind.SESSION)
    title = command.title.strip() or "Matter taken from a written consent"
    item = AgendaItem(
        id="new", meeting=meeting.id, position=0, title=title, purpose=Purpose.DECIDE, type=ItemType.OTHER
    )
    add_item(AddItem(item), tx)
    placed = next(one.id for one in tx.record.where(AgendaItem, "meeting", meeting.id) if one.title == title)
    for motion in command.motions:
        if motion.text.strip():
            propose_motion(ProposeMotion(replace(motion, meeting=meeting.id, item=placed, consent=None)), tx)
