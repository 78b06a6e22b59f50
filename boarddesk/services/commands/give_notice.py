"""Record that notice of a meeting was given, to all or to some: it is corrected by a new entry, never undone."""

import dataclasses
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.notice_standing import TOLD, current
from boarddesk.domain.notices import IssuedKind, Notice, NoticeKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.move_meeting import require_ahead
from boarddesk.services.commands.notices_issue import issue
from boarddesk.services.words import meeting_name, short_day


@dataclass(frozen=True, slots=True)
class GiveNotice(Command):
    """Notice of a meeting given on a day, in a manner such as “e-mail to each director”.

    With `clock`, the time of day, it is logged for each of `people`; who had it before had it updated. `issued` is
    the notice itself, which is kept as it was.
    """

    undoable: ClassVar[bool] = False

    meeting: str
    given_on: date
    manner: str = ""
    clock: time | None = None
    people: tuple[str, ...] = ()
    address: str = ""
    note: str = ""
    issued: bytes | None = field(default=None, repr=False)

    @property
    def moment(self) -> datetime:
        """When it was given; the last minute of the day where no time is known."""
        return datetime.combine(self.given_on, self.clock or time(23, 59))

    def issuing(self, data: bytes) -> "GiveNotice":
        """The same, with the notice that was issued."""
        return dataclasses.replace(self, issued=data)

    def label(self, record: Record) -> str:
        """“Notice given: Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Notice given: {meeting_name(record, meeting)}" if meeting else "Notice given"


@handles(GiveNotice)
def give_notice(command: GiveNotice, tx: Transaction) -> None:
    """Note day and manner; a later entry for everybody replaces an earlier one."""
    meeting = tx.record.get(Meeting, command.meeting)
    require_ahead(meeting, "noticed")
    if command.given_on > meeting.day:
        raise UserError(
            f"The meeting is on {short_day(meeting.day)}, before that.", what_to_do="Correct the date.", code="late"
        )
    if command.clock is not None and not command.people:
        raise UserError("Nobody is named to whom it was given.", what_to_do="Choose at least one.", code="nobody")
    had = {
        row.person
        for row in tx.record.where(Notice, "meeting", meeting.id)
        if row.kind in TOLD and current(meeting, row)
    }
    if command.clock is not None:
        at = datetime.combine(command.given_on, command.clock)
        for person in command.people:
            kind = NoticeKind.UPDATED if person in had else NoticeKind.GIVEN
            tx.put(_line(tx, command, meeting, person, kind, at))
    if command.issued is not None:
        issue(tx, meeting, IssuedKind.NOTICE, command.issued, command.moment, people=command.people)
    # A second sending to somebody whose address failed does not make the first one later than it was.
    keeps = bool(had) and meeting.notice_on is not None and command.clock is not None
    tx.put(
        replace(
            meeting,
            state=MeetingState.NOTICED,
            notice_on=meeting.notice_on if keeps else command.given_on,
            notice_manner=meeting.notice_manner if keeps else command.manner.strip(),
        )
    )


def _line(
    tx: Transaction, command: GiveNotice, meeting: Meeting, person: str, kind: NoticeKind, at: datetime
) -> Notice:
    return Notice(
        id=tx.new_id(Notice, f"{meeting.id}-{person}-{kind.value.split('_')[0]}"),
        meeting=meeting.id,
        person=person,
        kind=kind,
        at=at,
        told=meeting.starts,
        manner=command.manner.strip(),
        address=command.address.strip(),
        note=command.note.strip(),
    )
