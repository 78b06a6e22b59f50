"""The columns of the list of meetings."""

from datetime import datetime

from boarddesk.domain.meetings import MeetingState
from boarddesk.services.meetings import MeetingLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date, show_time
from boarddesk.ui.meeting.words import tr

MARKS = {
    MeetingState.HELD: "done",
    MeetingState.PLANNED: "planned",
    MeetingState.NOTICED: "planned",
    MeetingState.FAILED_QUORUM: "judgment_needed",
    MeetingState.CANCELLED: "not_applicable",
    MeetingState.POSTPONED: "not_applicable",
    MeetingState.ADJOURNED: "done",
    MeetingState.IN_SESSION: "due_soon",
    MeetingState.RECESSED: "due_soon",
}


def _when(at: datetime) -> str:
    return show_date(at.date(), weekday=True)


def _faint(line: MeetingLine) -> str:
    return "ink3" if line.state in {MeetingState.CANCELLED, MeetingState.POSTPONED} else "ink"


PLACE = 4
"""The column that gives way where the window is narrow."""


def meeting_columns() -> tuple[Column[MeetingLine], ...]:
    """Date, time, body, title, place, notice, present, motions, minutes, state."""
    return (
        Column[MeetingLine](tr("Date"), lambda m: m.starts, show=_when, width=136, tone=_faint),
        Column[MeetingLine](
            tr("Time"), lambda m: None if m.all_day else m.starts.time(), show=show_time, width=56, align="right"
        ),
        Column[MeetingLine](tr("Body"), lambda m: m.letter, look="token", width=48, tooltip=lambda m: m.body_name),
        Column[MeetingLine](
            tr("Meeting"), lambda m: m.title, stretch=True, role="medium", tone=_faint, tooltip=lambda m: m.title
        ),
        Column[MeetingLine](
            tr("Place"),
            lambda m: m.place,
            stretch=True,
            role="small",
            tone=lambda _line: "ink2",
            tooltip=lambda m: m.place,
        ),
        Column[MeetingLine](
            tr("Notice"),
            lambda m: m.notice,
            width=164,
            tone=lambda m: "amber" if m.notice_near else "ink2",
            tooltip=lambda m: m.notice,
        ),
        Column[MeetingLine](tr("Present"), lambda m: m.present, width=62, align="right"),
        Column[MeetingLine](
            tr("Motions"), lambda m: m.motions, show=lambda n: str(n) if n else "", width=64, align="right"
        ),
        Column[MeetingLine](tr("Minutes"), lambda m: m.minutes, width=86),
        Column[MeetingLine](tr("State"), lambda m: m.state_name, width=122, mark=lambda m: MARKS[m.state]),
    )
