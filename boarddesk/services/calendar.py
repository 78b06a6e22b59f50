"""The calendar's use cases: a proposed year, its acceptance, and the iCalendar file of a year."""

from collections.abc import Iterable

from boarddesk.common.errors import UserError
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.planning import Proposal, plan_year
from boarddesk.services.calendar_sequence import taken_off
from boarddesk.services.clashes import clash_sentences
from boarddesk.services.commands.accept_plan import AcceptPlan
from boarddesk.services.market_days import market_closed
from boarddesk.services.next_meeting import when_words
from boarddesk.services.words import meeting_title
from boarddesk.services.workspace import Services


def propose_year(services: Services, year: int) -> Proposal:
    """The meetings that a fiscal year still lacks, from the company's habits; nothing is written."""
    return plan_year(services.record, year, market_closed, services.today)


def proposal_lines(services: Services, proposal: Proposal) -> tuple[str, ...]:
    """A proposal as lines to read: each meeting, what could not be as usual, and the clashes."""
    lines = [f"{when_words(meeting)}  {meeting_title(services.record, meeting)}" for meeting in proposal.meetings]
    lines += list(proposal.notes)
    return (*lines, *clash_sentences(services.record, proposal.meetings))


def accept_proposal(services: Services, proposal: Proposal, year: int | None = None) -> None:
    """Put the proposed meetings on the calendar, as one step that can be undone."""
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    named = year or fiscal.year_of(proposal.meetings[0].day if proposal.meetings else services.today)
    services.bus.do(AcceptPlan(named, proposal.meetings))


def meetings_of_year(services: Services, year: int) -> tuple[Meeting, ...]:
    """Every meeting of a fiscal year as of the chosen day, called-off ones included."""
    record = services.shown
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    found = [meeting for meeting in record.all(Meeting) if fiscal.year_of(meeting.day) == year]
    return tuple(sorted(found, key=lambda meeting: (meeting.starts, meeting.id)))


def ics_of_year(services: Services, year: int) -> bytes:
    """A fiscal year's meetings for any calendar program: stable UIDs, sequence numbers, cancellations.

    What was taken off by undoing is called off too: an earlier file may have told of it.
    """
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    gone = taken_off(services.store.db, services.record)
    meetings = (*meetings_of_year(services, year), *(m for m in gone if fiscal.year_of(m.day) == year))
    if not meetings:
        # A calendar without an entry is no calendar to other programs (RFC 5545, 3.6).
        raise UserError(
            f"There is no meeting in the fiscal year {year}.", what_to_do="Plan the year first.", code="no_meetings"
        )
    return ics_of(services, meetings)


def ics_of(services: Services, meetings: Iterable[Meeting]) -> bytes:
    """These meetings as an iCalendar file."""
    from boarddesk.interchange.formats import calendar_ics

    return calendar_ics.write(services.shown, tuple(meetings), services.day)
