"""Packets as issued: the versions of a meeting's book, its supplements, whose book each is, their names."""

from collections.abc import Iterable

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.packets import AnnotatedCopy, PacketCopy, Variant
from boarddesk.domain.record import Record
from boarddesk.services.kind_words import kind_words
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.words import body_short, joined, short_day

BOOKS = frozenset({IssuedKind.PACKET, IssuedKind.REPLACEMENT})
"""What is a whole book."""
OF_PACKETS = BOOKS | {IssuedKind.SUPPLEMENT}


def issues_of(record: Record, meeting: str) -> tuple[Issue, ...]:
    """Every book and supplement issued for a meeting, oldest first, the directors’ before the others."""
    found = [issue for issue in record.where(Issue, "meeting", meeting) if issue.kind in OF_PACKETS]
    order = list(Variant)

    def rank(one: Issue) -> tuple[object, ...]:
        # What was issued in the same minute: each version, then the supplement to it.
        base = record.find(Issue, one.base)
        version = base.number if one.kind is IssuedKind.SUPPLEMENT and base is not None else one.number
        return (one.issued_at, version, one.kind not in BOOKS, order.index(variant_of(one)), one.body or "", one.id)

    return tuple(sorted(found, key=rank))


def variant_of(issue: Issue) -> Variant:
    """Whose book an issue is; the directors’ where nothing is said."""
    return issue.book or Variant.DIRECTORS


def books_of(
    record: Record, meeting: str, variant: Variant = Variant.DIRECTORS, body: str | None = None
) -> tuple[Issue, ...]:
    """The versions of one book of a meeting, by number."""
    return _of_book(record, meeting, BOOKS, variant, body)


def supplements_of(
    record: Record, meeting: str, variant: Variant = Variant.DIRECTORS, body: str | None = None
) -> tuple[Issue, ...]:
    """The supplements to one book of a meeting, by number."""
    return _of_book(record, meeting, {IssuedKind.SUPPLEMENT}, variant, body)


def _of_book(
    record: Record, meeting: str, kinds: Iterable[IssuedKind], variant: Variant, body: str | None
) -> tuple[Issue, ...]:
    found = [
        issue
        for issue in record.where(Issue, "meeting", meeting)
        if issue.kind in kinds and (variant_of(issue), issue.body) == (variant, body)
    ]
    return tuple(sorted(found, key=lambda issue: (issue.number, issue.id)))


def book_out(record: Record, meeting: str) -> Issue | None:
    """The directors’ book that was issued last: the one that others follow; None where none was."""
    found = books_of(record, meeting)
    return found[-1] if found else None


def copies_of(record: Record, issue: str) -> tuple[PacketCopy, ...]:
    """The copies of an issue by their numbers."""
    return tuple(sorted(record.where(PacketCopy, "issue", issue), key=lambda copy: (copy.number, copy.id)))


def superseded(record: Record, meeting: str) -> tuple[Issue, ...]:
    """The books in whose place a later version stands, and the supplements whose own book was superseded."""
    out = book_out(record, meeting)
    return tuple(
        issue
        for issue in issues_of(record, meeting)
        if out is not None
        and (
            issue.number < out.number
            if issue.kind in BOOKS
            else issue.base != out.base and issue.issued_at < out.issued_at
        )
    )


def annotated_of(record: Record, meeting: str) -> tuple[AnnotatedCopy, ...]:
    """The annotated copies that came back from a meeting, oldest first."""
    found = record.where(AnnotatedCopy, "meeting", meeting)
    return tuple(sorted(found, key=lambda row: (row.returned_on, row.id)))


def variants_for(record: Record, meeting: Meeting) -> tuple[tuple[Variant, str | None], ...]:
    """The books that can be made of a plan: the directors’, of each committee that has a tab, management’s."""
    from boarddesk.services.packet_parts import parts_of

    bodies = {body for part in parts_of(record, meeting) if part.included for body in part.bodies}
    committees = [(Variant.COMMITTEE, body) for body in sorted(bodies)] if meeting.body not in bodies else []
    return ((Variant.DIRECTORS, None), *committees, (Variant.MANAGEMENT, None))


def book_words(record: Record, variant: Variant, body: str | None = None) -> str:
    """“Directors’ book”, “Audit Committee book”, “Management’s book”."""
    if variant is Variant.COMMITTEE:
        return f"{body_short(record, body or '')} book"
    return kind_words(variant)


def readers_of(record: Record, meeting: Meeting, variant: Variant, body: str | None) -> tuple[str, ...]:
    """Who gets a book unless somebody else is named: the members of the body; of management’s book nobody is known."""
    from msgspec.structs import replace

    if variant is Variant.MANAGEMENT:
        return ()
    return readers(record, replace(meeting, body=body, joint_with=()) if body else meeting, meeting.day)


def issue_title(record: Record, issue: Issue) -> str:
    """“Packet, version 2”, “Supplement 1”; with whose book it is where that is not the directors’."""
    whose = variant_of(issue)
    name = f"Supplement {issue.number}" if issue.kind is IssuedKind.SUPPLEMENT else f"Packet, version {issue.number}"
    return name if whose is Variant.DIRECTORS else f"{name} · {book_words(record, whose, issue.body)}"


def issued_words(record: Record, issue: Issue) -> str:
    """“Version 2 issued 24 Nov 2026 to 9 people and counsel”."""
    copies = copies_of(record, issue.id)
    people = sum(1 for copy in copies if copy.person is not None)
    named = [f"{people} {'person' if people == 1 else 'people'}"] if people else []
    named += [copy.recipient for copy in copies if copy.person is None]
    to = f" to {joined(named)}" if named else ""
    which = f"Supplement {issue.number}" if issue.kind is IssuedKind.SUPPLEMENT else f"Version {issue.number}"
    return f"{which} issued {short_day(issue.issued_at.date())}{to}"
