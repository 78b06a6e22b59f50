"""Agendas as issued: snapshots that stay what they were, and whether the agenda has changed since."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.words import joined, short_day
from boarddesk.services.workspace import Services

if TYPE_CHECKING:
    from boarddesk.services.commands.agenda_issue import IssueAgenda

PENDING = "0" * 64
"""Stands for a hash that is known only once the document is made."""


def issued_agendas(record: Record, meeting: str) -> tuple[Issue, ...]:
    """The agendas issued for a meeting, oldest first."""
    found = [issue for issue in record.where(Issue, "meeting", meeting) if issue.kind is IssuedKind.AGENDA]
    return tuple(sorted(found, key=lambda issue: (issue.number, issue.id)))


def issued_agenda(record: Record, meeting: str) -> Issue | None:
    """The agenda issued last for a meeting; None where none was."""
    found = issued_agendas(record, meeting)
    return found[-1] if found else None


def issued_words(record: Record, issue: Issue) -> str:
    """“Issued 24 Nov 2026 to 9 directors and counsel”; the second and later ones by their number."""
    count = len(issue.people)
    named = [name_of(record, person) for person in issue.people] if count <= 2 else [f"{count} people"]
    to = joined([*named, *issue.others])
    which = f"Agenda {issue.number} issued" if issue.number > 1 else "Issued"
    return f"{which} {short_day(issue.issued_at.date())}{f' to {to}' if to else ''}"


def changed_since(services: Services, meeting: str) -> bool:
    """Whether the agenda, printed anew, is another than the one issued last; False where none was issued."""
    issue = issued_agenda(services.record, meeting)
    return issue is not None and printed(services, meeting, issue) != services.attachment(issue.attachment)


def printed(services: Services, meeting: str, issue: Issue | None = None, *, a4: bool = False) -> bytes:
    """The agenda of a meeting as it is now: a working copy, or what an issue of it says."""
    from boarddesk.reports.documents.agenda import agenda_pdf
    from boarddesk.reports.style import A4, LETTER
    from boarddesk.services.clauses import books_shown

    chips = {clause.id: clause.chip for clause in books_shown(services.shown, services.day).clauses}
    before = None
    if issue is not None:
        earlier = [other for other in issued_agendas(services.record, meeting) if other.number < issue.number]
        before = earlier[-1] if earlier else None
    sheet = A4 if a4 else LETTER
    return agenda_pdf(services.shown, meeting, clauses=chips, issue=issue, before=before, sheet=sheet)


def issuing(
    services: Services, meeting: Meeting, people: Sequence[str], others: Sequence[str] = (), note: str = ""
) -> "IssueAgenda":
    """The command that issues the agenda as it is now, its PDF made; UserError where nobody is named to get it."""
    from boarddesk.services.commands.agenda_issue import IssueAgenda

    if not people and not others:
        raise UserError("Nobody is named to whom the agenda goes.", what_to_do="Choose at least one.", code="nobody")
    last = issued_agenda(services.record, meeting.id)
    issue = Issue(
        id="new",
        meeting=meeting.id,
        kind=IssuedKind.AGENDA,
        number=last.number + 1 if last is not None else 1,
        issued_at=services.now,
        attachment=PENDING,
        people=tuple(people),
        others=tuple(others),
        note=note.strip(),
    )
    return IssueAgenda(issue, printed(services, meeting.id, issue))
