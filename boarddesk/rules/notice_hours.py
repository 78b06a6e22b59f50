"""How many hours' notice the bylaws ask for a meeting of directors, from the values of books and company."""

from boarddesk.domain.meetings import BOARD, Meeting, MeetingKind
from boarddesk.rules.params import Parameters, Value

EMERGENCY = "notice_hours_board_emergency"


def notice_hours(parameters: Parameters, meeting: Meeting) -> Value:
    """The period of one meeting; a value for one committee goes before that for all, an emergency's before others."""
    day = meeting.day
    if meeting.body != BOARD:
        own = parameters.own(f"notice_hours_committees.{meeting.body}", day)
        return own or parameters.value("notice_hours_committees", day)
    if meeting.emergency:
        shorter = parameters.value(EMERGENCY, day)
        if shorter.text.isdigit():
            return shorter
    special = meeting.emergency or meeting.kind is MeetingKind.SPECIAL
    return parameters.value(f"notice_hours_board_{'special' if special else 'regular'}", day)
