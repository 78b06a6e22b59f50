"""The registers of legal holds and of disposals, a line an entry, in words."""

from datetime import date

import msgspec

from boarddesk.domain.keeping import Disposal, LegalHold
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.retention import in_force
from boarddesk.domain.terms import name_of
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.registers import record_shown
from boarddesk.services.words import body_short, joined, meeting_name, short_day
from boarddesk.services.workspace import Services


class HoldLine(msgspec.Struct, frozen=True):
    """One legal hold: its matter, what it covers, since when, and until when."""

    id: str
    matter: str
    covers: str
    placed: date
    placed_by: str
    state: str
    tone: str


class DisposalLine(msgspec.Struct, frozen=True):
    """One disposal: what went, of which meeting, when and under which policy."""

    id: str
    disposed: date
    what: str
    of: str
    description: str
    policy: str


def hold_lines(services: Services) -> tuple[HoldLine, ...]:
    """Every hold, those in force first, the newest first."""
    record, day = record_shown(services), services.day
    holds = sorted(record.all(LegalHold), key=lambda h: (not in_force(h, day), -h.placed_on.toordinal(), h.id))
    return tuple(
        HoldLine(
            hold.id, hold.matter, covered_words(services, hold), hold.placed_on, hold.placed_by,
            f"Released {short_day(hold.released_on)}" if hold.released_on else "In force",
            "ink2" if hold.released_on else "amber",
        )
        for hold in holds
    )  # fmt: skip


def covered_words(services: Services, hold: LegalHold) -> str:
    """“Board; meetings of Ingrid Sørhaug; 1 Jan 2026 to 30 Jun 2026”, or everything."""
    record = record_shown(services)
    parts = [joined([body_short(record, body) for body in hold.bodies])] if hold.bodies else []
    parts += [f"meetings of {joined([name_of(record, p) for p in hold.people])}"] if hold.people else []
    if hold.first and hold.last:
        parts.append(f"{short_day(hold.first)} to {short_day(hold.last)}")
    elif hold.first or hold.last:
        parts.append(f"from {short_day(hold.first)}" if hold.first else f"to {short_day(hold.last or date.max)}")
    return "; ".join(parts) or "Everything"


def disposal_lines(services: Services) -> tuple[DisposalLine, ...]:
    """Every disposal, the newest first."""
    record = record_shown(services)
    rows = sorted(record.all(Disposal), key=lambda row: (row.disposed_on, row.id), reverse=True)
    return tuple(
        DisposalLine(row.id, row.disposed_on, DISPOSABLE[row.what],
                     meeting_name(record, meeting) if (meeting := record.find(Meeting, row.meeting)) else "",
                     row.description, row.policy)
        for row in rows
    )  # fmt: skip
