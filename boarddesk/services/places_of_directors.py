"""What only a director holds: it ends when they leave the board, and runs on where they did not leave after all."""

from datetime import date

import msgspec

from boarddesk.domain.committees import CommitteeChair, CommitteeSeat
from boarddesk.domain.people import EndReason, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.services.bus import Transaction

OF_DIRECTORS = (Role.CHAIR, Role.LEAD)


def end_places(tx: Transaction, person: str, end: date, reason: EndReason) -> None:
    """End what only a director holds: places on committees, their chairs, the roles of a director."""
    record = tx.record
    for seat in record.where(CommitteeSeat, "person", person):
        if _runs_past(seat, end):
            tx.put(msgspec.structs.replace(seat, end=max(seat.start, end), end_reason=reason))
    for row in _without_reason(record, person):
        if _runs_past(row, end):
            tx.put(msgspec.structs.replace(row, end=max(row.start, end)))


def resume_places(tx: Transaction, person: str, ended: date, reason: EndReason | None) -> None:
    """Let places and roles that ended on a day, with the term, run on: the term did not end then."""
    record = tx.record
    for seat in record.where(CommitteeSeat, "person", person):
        if seat.end == ended and seat.end_reason is reason:
            tx.put(msgspec.structs.replace(seat, end=None, end_reason=None))
    for row in _without_reason(record, person):
        if row.end == ended:
            tx.put(msgspec.structs.replace(row, end=None))


def _without_reason(record: Record, person: str) -> tuple[CommitteeChair | RoleTenure, ...]:
    """The chairs of committees and the roles of a director; their rows keep no reason why they ended."""
    roles = (role for role in record.where(RoleTenure, "person", person) if role.role in OF_DIRECTORS)
    return (*record.where(CommitteeChair, "person", person), *roles)


def _runs_past(row: CommitteeSeat | CommitteeChair | RoleTenure, day: date) -> bool:
    return row.end is None or row.end > day
