"""The action list as PDF: what is open by body and date, and what was closed lately."""

from datetime import timedelta

from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
from boarddesk.reports.ruled import Column
from boarddesk.reports.wording import long_date
from boarddesk.services.actions import ActionLine, ActionState, action_lines
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

LATELY = timedelta(days=183)
"""Closed actions are listed for half a year."""
OPEN = (Column("Action", 0.37, bold=True), Column("Owner", 0.2), Column("Due", 0.15), Column("From", 0.28))
CLOSED = (Column("Action", 0.35), Column("Owner", 0.2), Column("Closed", 0.15), Column("Outcome", 0.3))


def action_list_pdf(services: Services, *, body: str | None = None, book_footer: str = "") -> bytes:
    """Open actions under their bodies, those past their date first; then what was done or dropped in half a year.

    Those of one body where one is named; with `book_footer` as a section of a packet, without page numbers.
    """
    record, day = services.shown, services.day
    lines = [line for line in action_lines(services, closed=True) if body in {None, line.body}]
    still = [line for line in lines if line.closed is None]
    over = [line for line in lines if line.closed is not None and line.closed >= day - LATELY]
    late = sum(1 for line in still if line.state is ActionState.OVERDUE)
    said = (
        f"{len(still)} open{f', {late} past the date set' if late else ''}; {len(over)} closed in the last six months."
    )
    parts = [_open(record, body, still) for body in dict.fromkeys(line.body for line in still)]
    parts = parts or [Part("Open actions", empty="Nothing is open.")]
    parts.append(
        Part("Closed in the last six months", CLOSED, tuple(map(_closed_row, over)), empty="Nothing was closed.")
    )
    report = ListReport(
        company=record.company.name, title="Action List", subtitle=f"As of {long_date(day)}", lead=said,
        state=f"As of {short_day(day)}", keywords=f"actions; {day.isoformat()}", parts=tuple(parts),
        header_right=f"as of {short_day(day)}",
    )  # fmt: skip
    return list_pdf(report, footer=book_footer, numbered=not book_footer)


def _open(record: Record, body: str, lines: list[ActionLine]) -> Part:
    rows = tuple(_open_row(line) for line in lines if line.body == body)
    return Part(body_name(record, body), OPEN, rows)


def _open_row(line: ActionLine) -> tuple[str, ...]:
    due = short_day(line.due) if line.due else "–"
    if line.state is ActionState.OVERDUE:
        due += ", past"
    carried = f"; carried to {line.carried_to}" if line.carried_to else ""
    return (line.what, line.owner, due, f"{line.came_from}{carried}")


def _closed_row(line: ActionLine) -> tuple[str, ...]:
    return (line.what, line.owner, line.state_words, line.outcome or "–")
