"""Who presides and who records by office, and which session belongs to which meeting."""

from boarddesk.domain.meetings import BOARD, CALLED_OFF, INDEPENDENT, Meeting, MeetingKind, PresenceKind, PresidingBasis
from boarddesk.domain.people import Role
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, holder_of

ABSENT = frozenset({PresenceKind.ABSENT, PresenceKind.EXCUSED})


def default_presider(record: Record, meeting: Meeting) -> tuple[str | None, PresidingBasis | None]:
    """Who presides by office: the chair, at the session the Lead Independent Director; nobody who is absent."""
    if meeting.body == INDEPENDENT:
        found, basis = holder_of(record, Role.LEAD, meeting.day), PresidingBasis.LEAD
    else:
        found, basis = chair_of(record, meeting.body, meeting.day), PresidingBasis.CHAIR
    away = {stamp.person for stamp in stamps_of(record, meeting.id) if stamp.kind in ABSENT}
    if found is None or found in away:
        return None, None
    return found, basis


def default_recorder(record: Record, meeting: Meeting) -> str | None:
    """The Corporate Secretary records, save at the independent session, where nobody does by office."""
    return None if meeting.body == INDEPENDENT else holder_of(record, Role.SECRETARY, meeting.day)


def session_of(record: Record, meeting: Meeting) -> Meeting | None:
    """The independent session of a board meeting, cancelled ones left out; None where there is none."""
    sessions = record.where(Meeting, "parent", meeting.id)
    held = [s for s in sessions if s.kind is MeetingKind.SESSION and s.state not in CALLED_OFF]
    return min(held, key=lambda session: session.starts, default=None)


def has_session(meeting: Meeting) -> bool:
    """Whether an independent session belongs after the meeting: every regular one of the Board."""
    return meeting.body == BOARD and meeting.kind is MeetingKind.REGULAR
