"""Annotated copies that directors bring back: kept apart from the record, under the policy and any legal hold."""

from datetime import date

import msgspec

from boarddesk.domain.keeping import Disposable
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import PacketCopy
from boarddesk.domain.record import Record
from boarddesk.domain.retention import holds_on, retention_days
from boarddesk.domain.terms import name_of
from boarddesk.services.packet_issues import BOOKS, annotated_of, copies_of, issue_title, issues_of
from boarddesk.services.retention import hold_words
from boarddesk.services.workspace import Services


class AnnotatedLine(msgspec.Struct, frozen=True):
    """One copy that came back: whose, of what, when, and what is there of it."""

    id: str
    person: str
    of: str
    returned: date
    state: str
    note: str


def keeping_of_notes(record: Record, meeting: Meeting, day: date) -> str:
    """What a reader does with notes on a copy, by the hold and the policy in force on a day."""
    if holds_on(record, meeting, day):
        return "A legal hold is in force for this meeting: keep earlier copies and every note on them."
    days = retention_days(record, Disposable.ANNOTATED, day)
    if days is None:
        return "The Company has set no period for notes: ask the Secretary before you keep or discard them."
    period = "once the minutes are sealed" if not days else f"{days} days after the minutes are sealed"
    return f"Under the Company’s policy, notes and annotated copies are let go {period}."


def warnings_of(record: Record, meeting: Meeting, day: date) -> tuple[str, ...]:
    """What to know before an annotated copy is kept: what it is not, how long it stays, and the holds that keep it."""
    holds = holds_on(record, meeting, day)
    days = retention_days(record, Disposable.ANNOTATED, day)
    said = [
        "It is kept apart: it is in no packet, no binder, no search, and its notes are carried over into nothing.",
        "While it is kept it can be asked for in a demand for books and records or in a lawsuit.",
    ]
    if holds:
        said += [f"{hold_words(hold)} It may not be destroyed, on paper or as a file." for hold in holds]
    elif days is None:
        said.append("The company has set no period for annotated copies, so it stays until one is set.")
    else:
        said.append(f"The company’s policy lets it go {days} days after the minutes are sealed.")
    return tuple(said)


def annotated_lines(services: Services, meeting: str) -> tuple[AnnotatedLine, ...]:
    """The annotated copies of a meeting as the window lists them."""
    record, gone = services.record, services.emptied()
    return tuple(
        AnnotatedLine(
            row.id,
            name_of(record, row.person),
            issue_title(record, issue) if (issue := record.find(Issue, row.issue)) is not None else "Packet",
            row.returned_on,
            "Noted only" if row.attachment is None else "Disposed of" if row.attachment in gone else "Kept apart",
            row.note,
        )
        for row in annotated_of(record, meeting)
    )


def copies_out(record: Record, meeting: str) -> tuple[tuple[Issue, PacketCopy], ...]:
    """Every copy of a book of a meeting that people of the record have: what can come back."""
    return tuple(
        (issue, copy)
        for issue in issues_of(record, meeting)
        if issue.kind in BOOKS
        for copy in copies_of(record, issue.id)
        if copy.person is not None
    )
