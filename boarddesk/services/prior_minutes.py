"""Which minutes wait for approval at a meeting; apart from the building of packets, which needs far more."""

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.record import Record

UNPLACED = "Other papers"
"""The heading of papers under no item."""


def prior_minutes(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """Earlier meetings of the body whose minutes wait for approval, oldest first."""
    waiting = {MinutesState.DRAFT, MinutesState.CIRCULATED}
    found = [
        other
        for other in record.where(Meeting, "body", meeting.body)
        if other.starts < meeting.starts and minutes_state(record, other) in waiting
    ]
    return tuple(sorted(found, key=lambda other: other.starts))


def minutes_title(record: Record, meeting: Meeting) -> str:
    """“Draft minutes of October 22, 2026”."""
    state = "draft minutes" if minutes_state(record, meeting) is MinutesState.DRAFT else "minutes"
    return f"{state.capitalize()} of {meeting.day:%B} {meeting.day.day}, {meeting.day.year}"
