"""Move a planned duty to another meeting with its items, or take it back."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.governance import PlannedDuty
from boarddesk.domain.meetings import AHEAD, AgendaItem, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.place_duty import find_duty, require_can_take
from boarddesk.services.meeting_checks import find_meeting, require_state
from boarddesk.services.packet_follow import forget_tabs
from boarddesk.services.planned_items import carry, follow_bare, is_untouched
from boarddesk.services.words import meeting_name
from boarddesk.services.work_plan_duties import PlanDuty, taken_up


@dataclass(frozen=True, slots=True)
class MoveDuty(Command):
    """The duty's items at one meeting go to another one."""

    clause: str
    source: str
    target: str

    def label(self, record: Record) -> str:
        """“Move “Internal controls” to Audit Committee, regular meeting, 2 Dec 2026”."""
        meeting = find_meeting(record, self.target)
        return f"Move “{find_duty(record, self.clause, meeting).title}” to {meeting_name(record, meeting)}"


@dataclass(frozen=True, slots=True)
class TakeBackDuty(Command):
    """The duty loses its meeting; the item that the plan made goes with it."""

    clause: str
    meeting: str

    def label(self, record: Record) -> str:
        """“Take “Internal controls” off Audit Committee, regular meeting, 2 Dec 2026”."""
        meeting = find_meeting(record, self.meeting)
        return f"Take “{find_duty(record, self.clause, meeting).title}” off {meeting_name(record, meeting)}"


@handles(MoveDuty)
def move_duty(command: MoveDuty, tx: Transaction) -> None:
    """Items keep what was prepared; papers and requests go along."""
    source, target = find_meeting(tx.record, command.source), find_meeting(tx.record, command.target)
    duty = find_duty(tx.record, command.clause, target)
    require_state(source, AHEAD, "Plan it anew for another meeting.")
    require_can_take(tx.record, duty, target)
    if taken_up(tx.record, duty, target.id):
        raise UserError(
            f"“{duty.title}” stands on the agenda of {meeting_name(tx.record, target)} already.",
            what_to_do="Choose another meeting.",
            code="there_already",
        )
    items = _serving(tx.record, duty, source)
    for item in items:
        carry(tx, item, target)
    if not items:
        follow_bare(tx, duty.id, source.id, target)


def _serving(record: Record, duty: PlanDuty, meeting: Meeting) -> list[AgendaItem]:
    return [item for item in items_of(record, meeting.id) if duty.serves(item)]


@handles(TakeBackDuty)
def take_back_duty(command: TakeBackDuty, tx: Transaction) -> None:
    """Refuse where the item was written by hand, was worked on, or serves another duty too."""
    meeting = find_meeting(tx.record, command.meeting)
    duty = find_duty(tx.record, command.clause, meeting)
    require_state(meeting, AHEAD)
    laid = [row for row in tx.record.where(PlannedDuty, "meeting", meeting.id) if row.clause == duty.id]
    items = {row.item for row in laid}
    for item in _serving(tx.record, duty, meeting):
        others = [row for row in tx.record.where(PlannedDuty, "item", item.id) if row.clause != duty.id]
        if item.id not in items or others or not is_untouched(tx.record, item, duty):
            raise UserError(
                f"“{item.title}” stays on the agenda: {_why(item, items, others)}.",
                what_to_do="Take it off the agenda of the meeting itself.",
                code="by_hand",
            )
        tx.remove(PlannedDuty, *(row.id for row in laid if row.item == item.id))
        forget_tabs(tx, item.id)
        tx.remove(AgendaItem, item.id)
    tx.remove(PlannedDuty, *(row.id for row in laid if row.item is None))
    renumber(tx, items_of(tx.record, meeting.id))


def _why(item: AgendaItem, made: set[str | None], others: list[PlannedDuty]) -> str:
    if item.id not in made:
        return "it was not put there by the plan"
    return "it serves another duty too" if others else "it was worked on"
