"""What has a last day: the clocks of law, and the reviews that the company set for its documents."""

from datetime import date

from boarddesk.services.clocks import ClockLine, clock_lines
from boarddesk.services.document_reviews import review_lines
from boarddesk.services.workspace import Services


def due_lines(services: Services) -> tuple[ClockLine, ...]:
    """Every clock that runs or ran out, and every review ahead or late, by due day."""
    return tuple(sorted((*clock_lines(services), *review_lines(services)), key=lambda line: (line.due, line.id)))


def due_between(services: Services, first: date, last: date) -> tuple[ClockLine, ...]:
    """Those whose last day lies between two days, both included."""
    return tuple(line for line in due_lines(services) if first <= line.due <= last)
