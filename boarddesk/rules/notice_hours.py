"""How many hours' notice the bylaws ask for a meeting of directors, from the values of books and company."""

from boarddesk.domain.meetings import BOARD, Meeting, MeetingKind
from boarddesk.rules.params import Parameters, Value

EMERGENCY = "notice_hours_board_emergency"
COMMITTEES_EMERGENCY = "notice_hours_committees_emergency"
"""Emergency bylaws may be about the board and about standing committees alike (8 Del. C. §110(a))."""


def notice_hours(parameters: Parameters, meeting: Meeting) -> Value:
    """The period of one meeting; a value for one committee goes before that for all, an emergency's before others."""
    day = meeting.day
    if meeting.body != BOARD:
        shorter = _shorter(parameters, meeting, COMMITTEES_EMERGENCY)
        own = parameters.own(f"notice_hours_committees.{meeting.body}", day)
        return shorter or own or parameters.value("notice_hours_committees", day)
    shorter = _shorter(parameters, meeting, EMERGENCY)
    if shorter is not None:
        return shorter
    special = meeting.emergency or meeting.kind is MeetingKind.SPECIAL
    return parameters.value(f"notice_hours_board_{'special' if special else 'regular'}", day)


def _shorter(parameters: Parameters, meeting: Meeting, key: str) -> Value | None:
    """The period of an emergency meeting, where the company's bylaws have one."""
    found = parameters.value(key, meeting.day) if meeting.emergency else None
    return found if found is not None and found.text.isdigit() else None
