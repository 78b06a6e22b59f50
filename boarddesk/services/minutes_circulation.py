"""Sending minutes round: which version is next, to whom, and its PDF as the record gives it then."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.minute_book import MinutesVersion
from boarddesk.domain.minutes import MinutesState, minutes_state, versions_of
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.terms import directors_on, members_on
from boarddesk.services.commands.minutes_circulate import CirculateMinutes, is_without_version
from boarddesk.services.meeting_checks import find_meeting, require_begun
from boarddesk.services.minutes_blocks import settled_wording
from boarddesk.services.minutes_checks import require_not_final
from boarddesk.services.minutes_printing import has_annex, printed, printed_annex
from boarddesk.services.minutes_record import record_sha256
from boarddesk.services.workspace import Services

PENDING = "0" * 64
"""Stands for a hash that is known only once the document is made."""


def readers(record: Record, meeting: Meeting, day: date) -> tuple[str, ...]:
    """To whom minutes go unless somebody else is named: the members of the body on the day."""
    board = meeting.body in {INDEPENDENT, STOCKHOLDERS}
    return directors_on(record, day) if board else members_on(record, meeting.body, day)


def require_draft(record: Record, meeting: Meeting) -> None:
    """Refuse to send round what is out already, or final."""
    require_not_final(record, meeting)
    if minutes_state(record, meeting) is MinutesState.CIRCULATED:
        number = len(versions_of(record, meeting.id))
        raise UserError(
            f"Version {number} of these minutes is out." if number else "These minutes were circulated.",
            what_to_do="Take them back to draft, change them, and circulate the next version.",
            code="circulated",
        )


def circulation(
    services: Services,
    meeting_id: str,
    people: Sequence[str],
    others: Sequence[str] = (),
    *,
    due: date | None = None,
    note: str = "",
    on: date | None = None,
) -> CirculateMinutes:
    """The command that circulates the next version, its PDF made; UserError where that may not be.

    `on` is the day it went out (default: today). Minutes noted as circulated on that day, of which no version
    is kept, get one: a record taken over from elsewhere.
    """
    record, today = services.record, on or services.today
    meeting = find_meeting(record, meeting_id)
    require_begun(meeting)
    if not is_without_version(record, meeting, today):
        require_draft(record, meeting)
    if not people and not others:
        raise UserError("Nobody is named to whom the minutes go.", what_to_do="Choose at least one.", code="nobody")
    if due is not None and due < today:
        raise UserError("Comments cannot be due before the minutes are out.", what_to_do="Give a later day.")
    version = MinutesVersion(
        id="new",
        meeting=meeting.id,
        number=len(versions_of(record, meeting.id)) + 1,
        circulated_on=today,
        people=tuple(people),
        others=tuple(others),
        comments_due=due,
        attachment=PENDING,
        note=note.strip(),
    )
    settled = settled_wording(record, meeting.id)
    rows: list[Row] = [version, replace(meeting, minutes_circulated_on=today), *settled]
    out = record.changed(put=rows)
    annex = printed_annex(out, meeting.id) if has_annex(record, meeting.id) else None
    return CirculateMinutes(
        version, printed(out, meeting.id), annex, record_sha256(record.changed(put=settled), meeting.id)
    )
