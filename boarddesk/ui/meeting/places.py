"""Where in the window a row of the record stands: its meeting, and the tab that shows it."""

from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import BEGUN, AgendaItem, Meeting, MeetingState
from boarddesk.domain.record import Record
from boarddesk.services.meetings import meeting_of_target

TAB_OF_TABLE = {
    "agenda_items": "agenda", "agenda_requests": "agenda", "papers": "papers", "presence": "overview",
    "guests": "overview", "motions": "overview", "votes": "overview", "actions": "overview",
    "minutes_versions": "minutes", "minutes_comments": "minutes", "minutes_signatures": "minutes",
    "minutes_blocks": "minutes", "corrections": "minutes", "seals": "minutes", "notices": "notice",
    "cover_memos": "papers", "expected_papers": "papers", "packet_parts": "papers", "packet_plans": "papers",
    "issues": "notice", "matters": "stockholders", "elections": "stockholders", "nominees": "stockholders",
}  # fmt: skip

OVER = BEGUN - {MeetingState.IN_SESSION, MeetingState.RECESSED}


def place_of(record: Record, target: Evidence) -> tuple[str | None, str]:
    """The meeting of a row, None where it has none, and the tab; what was said on an item stands in the minutes."""
    found = meeting_of_target(record, target.kind, target.id)
    tab = TAB_OF_TABLE.get(target.kind, "overview")
    meeting = record.find(Meeting, found)
    if target.kind == AgendaItem.table and meeting is not None and meeting.state in OVER:
        tab = "minutes"
    return found, tab
