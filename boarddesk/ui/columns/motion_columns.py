"""The columns of a meeting's motions."""

from boarddesk.domain.motions import Result
from boarddesk.services.meeting_overview import MotionLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_time
from boarddesk.ui.meeting.words import tr

MARKS = {Result.CARRIED: "done", Result.FAILED: "not_applicable", Result.NO_ACTION: "not_yet_due", None: "cannot_judge"}


def _mark(line: MotionLine) -> str:
    if line.superseded:
        return "not_applicable"
    return "differs" if line.differs else "not_yet_due" if line.proposed else MARKS[line.result]


def motion_columns() -> tuple[Column[MotionLine], ...]:
    """Number and time, what is resolved, the result with its sum and the votes."""
    return (
        Column[MotionLine](tr("Motion"), lambda m: m.number, width=90, role="medium"),
        Column[MotionLine](tr("At"), lambda m: m.at, show=lambda at: show_time(at.time()) if at else "", width=58),
        Column[MotionLine](
            tr("Resolved"),
            lambda m: m.gist,
            stretch=True,
            second=lambda m: " ".join((*m.links, *m.flags)),
            second_tone=lambda m: "amber" if m.flags else "ink2",
            tooltip=lambda m: "\n".join((m.gist, *m.links, *m.flags)),
        ),
        Column[MotionLine](
            tr("Result"),
            lambda m: m.words,
            width=210,
            mark=_mark,
            second=lambda m: m.votes,
            tooltip=lambda m: m.words,
        ),
    )
