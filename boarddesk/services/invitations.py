"""Calendar invitations of one meeting: whom they go to, what they are by now, and that they were issued."""

from datetime import datetime

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, CALLED_OFF, STOCKHOLDERS, Meeting
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.people import Person, Role
from boarddesk.domain.quorum import members_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of
from boarddesk.services.bus import Command
from boarddesk.services.commands.notices_issue import IssueDocument
from boarddesk.services.words import joined, meeting_name
from boarddesk.services.workspace import Services

INVITATION = "invitation"
"""The variant under which the issued calendar files of a meeting are kept."""
MEDIA_TYPE = "text/calendar"
WORDS = {"REQUEST": "invitation", "UPDATE": "update", "CANCEL": "cancellation"}


class Invitation(msgspec.Struct, frozen=True):
    """A calendar file ready to be written: `deed` is REQUEST, UPDATE or CANCEL; `left_out` have no e-mail address."""

    meeting: str
    deed: str
    data: bytes
    name: str
    people: tuple[str, ...]
    left_out: tuple[str, ...]
    issued_at: datetime

    @property
    def words(self) -> str:
        """“invitation”, “update” or “cancellation”."""
        return WORDS[self.deed]

    def issued(self) -> Command:
        """The command that remembers it as issued."""
        return IssueDocument(
            self.meeting, IssuedKind.OTHER, self.data, self.issued_at, INVITATION, self.people, media_type=MEDIA_TYPE
        )


def issued_before(record: Record, meeting: Meeting) -> tuple[Issue, ...]:
    """The invitations issued for a meeting, oldest first."""
    found = [row for row in record.where(Issue, "meeting", meeting.id) if row.variant == INVITATION]
    return tuple(sorted(found, key=lambda row: row.number))


def deed_of(record: Record, meeting: Meeting) -> str:
    """What a file written now would be: REQUEST, UPDATE, CANCEL; empty where there is nothing to write."""
    before = issued_before(record, meeting)
    if meeting.body == STOCKHOLDERS:
        return ""
    if meeting.state in CALLED_OFF:
        return "CANCEL" if before else ""
    if meeting.state not in AHEAD:
        return ""
    return "UPDATE" if before else "REQUEST"


def invitation(services: Services, meeting_id: str, at: datetime) -> Invitation:
    """The calendar file of a meeting as it stands; UserError where none can be written.

    A cancellation goes to whoever was ever invited, an update also to those who have joined the body since.
    """
    from boarddesk.interchange.formats import calendar_ics

    record = services.record
    meeting = record.get(Meeting, meeting_id)
    deed = deed_of(record, meeting)
    if not deed:
        raise UserError(
            "There is no invitation to write for this meeting.",
            meeting_name(record, meeting),
            "Invitations are for meetings of directors that are ahead, or that were called off after one.",
            code="no_invitation",
        )
    secretary = record.find(Person, holder_of(record, Role.SECRETARY, services.today))
    if secretary is None or not secretary.email:
        raise UserError(
            "An invitation comes from the Corporate Secretary, whose e-mail address is not on record.",
            meeting_name(record, meeting),
            "Enter it in the register of people.",
            code="no_organizer",
        )
    told = dict.fromkeys(person for row in issued_before(record, meeting) for person in row.people)
    wanted = tuple(told) if deed == "CANCEL" else members_at(record, meeting)
    people = [person for each in wanted if (person := record.find(Person, each)) is not None]
    reached = [person for person in people if person.email]
    if not reached:
        raise UserError(
            "Nobody to be invited has an e-mail address on record.",
            meeting_name(record, meeting),
            "Enter the addresses in the register of people.",
            code="no_addresses",
        )
    data = calendar_ics.invitation(record, meeting, reached, at)
    name = f"{meeting.day.isoformat()} {WORDS[deed]}.ics"
    return Invitation(
        meeting.id, deed, data, name, tuple(person.id for person in reached),
        tuple(person.name for person in people if not person.email), at,
    )  # fmt: skip


def sent_words(made: Invitation) -> str:
    """What was written and for whom, and who cannot be reached by it."""
    count = len(made.people)
    said = f"The {made.words} is for {count} {'person' if count == 1 else 'people'}."
    return f"{said} No e-mail address of {joined(made.left_out)} is on record." if made.left_out else said
