"""End a meeting: adjourned for good, or to a later date with what is left of the agenda."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import hand_over, place_on_closing
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.live_order import last_entry
from boarddesk.services.meeting_checks import RUNNING, find_meeting, require_moment, require_state
from boarddesk.services.proposals import is_proposed
from boarddesk.services.sittings import open_recess, time_at
from boarddesk.services.words import moment_words, short_day


@dataclass(frozen=True, slots=True)
class AdjournMeeting(Command):
    """The meeting ends at `at`; with `to` it goes on then, and what is unfinished goes with it."""

    meeting: str
    at: datetime
    to: datetime | None = None
    place: str = ""
    reason: str = ""

    def label(self, record: Record) -> str:
        """The deed in words."""
        meeting = find_meeting(record, self.meeting)
        return f"Adjourn to {short_day(self.to.date())}" if self.to else f"Adjourn at {time_at(meeting, self.at)}"


@handles(AdjournMeeting)
def adjourn_meeting(command: AdjournMeeting, tx: Transaction) -> None:
    """Close the meeting with whatever was still open in it."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, RUNNING, "Only a meeting that is in session can be adjourned.")
    require_moment(tx.record, meeting, command.at)
    latest = last_entry(tx.record, meeting)
    if latest is not None and command.at < latest:
        raise UserError(
            f"The record has an entry at {time_at(meeting, latest)}, after {time_at(meeting, command.at)}.",
            what_to_do="Give a later time, or correct that entry.",
            code="entry_after",
        )
    pause = open_recess(tx.record, meeting)
    if pause is not None:
        tx.put(replace(pause, end=command.at))
    for item in items_of(tx.record, meeting.id):
        if item.started is not None and item.ended is None:
            tx.put(replace(item, ended=command.at))
    state = MeetingState.ADJOURNED if command.to else MeetingState.HELD
    ended = replace(meeting, state=state, adjourned=command.at, reason=command.reason or meeting.reason)
    if command.to is not None:
        ended = replace(ended, moved_to=_continued(command, tx, meeting, command.to))
    tx.put(ended)
    if command.to is None:
        place_on_closing(tx, ended)


def _continued(command: AdjournMeeting, tx: Transaction, meeting: Meeting, to: datetime) -> str:
    """The same meeting at the later date, with the items that were not reached."""
    if to <= command.at:
        raise UserError(
            f"{moment_words(to)} is before the adjournment.", what_to_do="Give a later date.", code="not_later"
        )
    later = Meeting(
        id=tx.new_id(Meeting, f"{meeting.body}-{to:%Y-%m-%d}"),
        body=meeting.body,
        kind=meeting.kind,
        title=meeting.title,
        number=meeting.number,
        starts=to,
        time_zone=meeting.time_zone,
        place=command.place or meeting.place,
        parent=meeting.parent,
        scheduled_on=command.at.date(),
        dial_in=meeting.dial_in,
        joint_with=meeting.joint_with,
        purpose=meeting.purpose,
        continues=meeting.id,
        note=f"Adjourned from {short_day(meeting.day)}.",
    )
    tx.put(later)
    _carry_items(tx, meeting, later)
    return later.id


def _carry_items(tx: Transaction, meeting: Meeting, later: Meeting) -> None:
    """What was not finished goes on the later agenda, with its papers and the motions that wait under it."""
    left = [item for item in items_of(tx.record, meeting.id) if _unfinished(tx.record, item)]
    twins = {item.id: tx.new_id(AgendaItem, f"{later.id}-{place}") for place, item in enumerate(left, start=1)}
    for place, item in enumerate(left, start=1):
        twin = AgendaItem(
            id=twins[item.id], meeting=later.id, position=place, title=item.title, type=item.type,
            presenter=item.presenter, presenter_note=item.presenter_note, minutes=item.minutes, purpose=item.purpose,
            clauses=item.clauses, documents=item.documents, carried_from=item.id, fiscal_year=item.fiscal_year,
            within=twins.get(item.within or ""), recommendation=item.recommendation, chair_note=item.chair_note,
        )  # fmt: skip
        tx.put(twin)
        hand_over(tx, item, twin)


def _unfinished(record: Record, item: AgendaItem) -> bool:
    """Not reached, or begun with a motion that was not voted on; what was put off to another meeting is there."""
    if item.outcome is not None or item.deferred_to is not None:
        return False
    return item.started is None or any(is_proposed(record, motion) for motion in record.where(Motion, "item", item.id))
