"""Lay a duty of the work plan on a meeting, or all that are proposed: each becomes an item of its agenda."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, today_of
from boarddesk.services.planned_items import lay
from boarddesk.services.words import meeting_name
from boarddesk.services.work_plan_duties import PlanDuty, can_take, duty_of, plan_case


@dataclass(frozen=True, slots=True)
class PlaceDuty(Command):
    """A clause's duty on a meeting that is ahead, of a body that may do it."""

    clause: str
    meeting: str

    def label(self, record: Record) -> str:
        """“Plan “Internal controls” for Audit Committee, regular meeting, 2 Dec 2026”."""
        meeting = find_meeting(record, self.meeting)
        return f"Plan “{find_duty(record, self.clause, meeting).title}” for {meeting_name(record, meeting)}"


@dataclass(frozen=True, slots=True)
class AcceptDuties(Command):
    """The proposals of a fiscal year, each a clause and a meeting."""

    year: int
    placed: tuple[tuple[str, str], ...]

    def label(self, record: Record) -> str:
        """“Work plan 2027: 15 duties planned”."""
        del record
        count = len(self.placed)
        return f"Work plan {self.year}: {count} {'duty' if count == 1 else 'duties'} planned"


def find_duty(record: Record, clause: str, meeting: Meeting) -> PlanDuty:
    """The duty of a clause in force on the day of a meeting; UserError where there is none."""
    found = duty_of(record, meeting.day, clause)
    if found is None:
        raise UserError(
            "That clause is no duty in force on the day of the meeting.", what_to_do="Choose another.", code="no_duty"
        )
    return found


def require_can_take(record: Record, duty: PlanDuty, meeting: Meeting) -> None:
    """Refuse a meeting that is not ahead, or of a body that cannot do the duty."""
    today = today_of(record)
    if not can_take(plan_case(record, today, today.year), duty, meeting):
        raise UserError(
            f"{meeting_name(record, meeting)} cannot take “{duty.title}”.",
            what_to_do="Choose a meeting that is still ahead, of a body that may do it.",
            code="not_eligible",
        )


@handles(PlaceDuty)
def place_duty(command: PlaceDuty, tx: Transaction) -> None:
    """Make the item, or name the clause on one that serves."""
    meeting = find_meeting(tx.record, command.meeting)
    duty = find_duty(tx.record, command.clause, meeting)
    require_can_take(tx.record, duty, meeting)
    lay(tx, duty, meeting)


@handles(AcceptDuties)
def accept_duties(command: AcceptDuties, tx: Transaction) -> None:
    """All of them as one step."""
    if not command.placed:
        raise UserError("There is nothing to accept.", what_to_do="Every duty has its meeting.", code="nothing")
    for clause, meeting in command.placed:
        place_duty(PlaceDuty(clause, meeting), tx)
