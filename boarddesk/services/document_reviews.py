"""Documents that the company set a day to look at again: due soon, or past it."""

from datetime import date

import msgspec

from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Origin, Status
from boarddesk.domain.record import Record
from boarddesk.services.clocks import ClockLine, days_left
from boarddesk.services.document_series import day_of
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

CHASED_DAYS = 60
"""So many days before its day a review is asked for."""
REVIEW = "Review"


class Review(msgspec.Struct, frozen=True):
    """One review: the version in force, and its day."""

    document: Document
    due: date

    @property
    def words(self) -> str:
        """Why it is asked for."""
        since = day_of(self.document)
        standing = f"In force since {short_day(since)}; " if since else ""
        return f"{standing}the company set {short_day(self.due)} to look at it again."


def reviews(record: Record, day: date) -> tuple[Review, ...]:
    """The reviews of every document in force on a day, the soonest first."""
    found = [
        Review(document, document.review_due)
        for document in record.all(Document)
        if document.review_due is not None and (document.in_force_on(day) or document.effective_from is None)
    ]
    return tuple(sorted(found, key=lambda review: (review.due, review.document.title)))


def chased(record: Record, day: date) -> tuple[Review, ...]:
    """Those that are asked for now: due within sixty days, or past."""
    return tuple(review for review in reviews(record, day) if (review.due - day).days <= CHASED_DAYS)


def review_lines(services: Services) -> tuple[ClockLine, ...]:
    """The reviews as a calendar shows what is due: set by the company, not by law."""
    return tuple(_line(review, services.day) for review in reviews(services.shown, services.day))


def _line(review: Review, day: date) -> ClockLine:
    late, near = review.due < day, (review.due - day).days <= CHASED_DAYS
    status = Status.OVERDUE if late else Status.DUE_SOON if near else Status.NOT_YET_DUE
    return ClockLine(
        id=f"{Document.table}/{review.document.id}", title=f"Review: {review.document.title}", status=status.value,
        clause=REVIEW, due=review.due, left=days_left(review.due, day), words=review.words, late=late,
        origin=Origin.PRACTICE.value,
    )  # fmt: skip
