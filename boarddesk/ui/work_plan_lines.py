"""The work plan's rows and columns as its grid draws them."""

from collections.abc import Iterable

from boarddesk.domain.meetings import BOARD, INDEPENDENT
from boarddesk.services.work_plan import PlanMeeting, PlanRow, WorkPlan
from boarddesk.ui.widgets.work_plan_model import PlanCell, PlanColumn, PlanGroup, PlanLine


def plan_groups(plan: WorkPlan) -> tuple[PlanGroup, ...]:
    """The rounds of meetings."""
    return tuple(PlanGroup(found.label, found.short, now=found.next) for found in plan.rounds)


def plan_columns(plan: WorkPlan) -> tuple[PlanColumn, ...]:
    """One column a meeting: the board's letter filled, the session's on a tint and its column shaded."""
    return tuple(_column(meeting) for meeting in plan.meetings)


def _column(meeting: PlanMeeting) -> PlanColumn:
    session = meeting.body == INDEPENDENT
    return PlanColumn(
        meeting.id, meeting.letter, meeting.name, meeting.round,
        look="solid" if meeting.body == BOARD else "member" if session else "plain",
        shaded=session, round_ends=meeting.special,
    )  # fmt: skip


def plan_lines(rows: Iterable[PlanRow], *, editable: bool) -> tuple[PlanLine, ...]:
    """One line a duty; where nothing can be changed, no mark moves."""
    return tuple(
        PlanLine(
            row.id, row.duty.title, row.duty.clause.chip,
            {mark.meeting: PlanCell(mark.state, mark.says, movable=mark.movable and editable) for mark in row.marks},
            row.takes if editable else frozenset(), row.outcome, row.tone, row.says, row.duty.law,
            f"{row.duty.title}\n{row.duty.clause.clause}",
        )
        for row in rows
    )  # fmt: skip
