"""What the retention policy proposes to let go, what a legal hold keeps, and what is there of each."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import Disposable, LegalHold
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import CommentOutcome, MinutesComment
from boarddesk.domain.minutes import versions_of
from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import AnnotatedCopy
from boarddesk.domain.record import Record
from boarddesk.domain.retention import holds_on, retention_days, sealed_on
from boarddesk.domain.row import Row
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.packet_issues import annotated_of, superseded
from boarddesk.services.words import meeting_name, short_day
from boarddesk.services.workspace import Services

GONE = "Disposed of under the retention policy."
"""What stands in the place of a comment that was let go."""


class Content(msgspec.Struct, frozen=True):
    """What there is of one kind of thing at one meeting, counted in words.

    `fields` of rows are set to other values; the bytes of `attachments` go where none but the `holders` name them.
    """

    fields: tuple[tuple[Row, dict[str, str]], ...]
    attachments: tuple[str, ...]
    holders: tuple[Row, ...]
    count: int
    words: str


class Proposal(msgspec.Struct, frozen=True):
    """Something the policy lets go, from `due` on; `hold` names the matter that keeps it, empty where none does."""

    meeting: str
    what: Disposable
    name: str
    words: str
    sealed: date
    due: date
    hold: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.what}:{self.meeting}"

    def is_due(self, day: date) -> bool:
        """Whether it may go on `day`: past its days, and on no hold."""
        return self.due <= day and not self.hold


def content_of(record: Record, meeting: str, what: Disposable, emptied: frozenset[str]) -> Content:
    """What is there still; nothing where it was disposed of."""
    if what is Disposable.LIVE_NOTES:
        return _notes(record, meeting)
    if what is Disposable.DRAFT:
        return _drafts(record, meeting, emptied)
    if what is Disposable.ANNOTATED:
        return _files(annotated_of(record, meeting), emptied, "annotated copy", "annotated copies")
    return _files(superseded(record, meeting), emptied, "superseded packet", "superseded packets")


def _notes(record: Record, meeting: str) -> Content:
    fields: list[tuple[Row, dict[str, str]]] = []
    for item in sorted(record.where(AgendaItem, "meeting", meeting), key=lambda item: item.position):
        held = {name: "" for name in ("notes", "chair_note") if getattr(item, name)}
        if held:
            fields.append((item, held))
    return Content(tuple(fields), (), (), len(fields), f"notes on {_counted(len(fields), 'item', 'items')}")


def _drafts(record: Record, meeting: str, emptied: frozenset[str]) -> Content:
    versions = versions_of(record, meeting)
    digests = [d for v in versions for d in (v.attachment, v.annex) if d is not None and d not in emptied]
    comments = [
        comment
        for version in versions
        for comment in record.where(MinutesComment, "version", version.id)
        if comment.outcome is not CommentOutcome.DISSENT and comment.text != GONE
    ]
    gone = sum(1 for version in versions if version.attachment not in emptied)
    parts = [_counted(gone, "version", "versions")] if gone else []
    parts += [_counted(len(comments), "comment", "comments")] if comments else []
    fields = tuple((comment, {"text": GONE, "answer": "", "place": ""}) for comment in comments)
    return Content(fields, tuple(dict.fromkeys(digests)), versions, gone + len(comments), " and ".join(parts))


def _files(rows: Sequence[Issue | AnnotatedCopy], emptied: frozenset[str], one: str, many: str) -> Content:
    named = (row.attachment for row in rows if row.attachment is not None)
    digests = tuple(digest for digest in dict.fromkeys(named) if digest not in emptied)
    return Content((), digests, tuple(rows), len(digests), _counted(len(digests), one, many))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def proposals(services: Services) -> tuple[Proposal, ...]:
    """What the policy lets go of sealed minutes as of today, due or on hold or still to come, the oldest first."""
    found = _proposed(services.record, services.today, services.emptied())
    return tuple(sorted(found, key=lambda proposal: (proposal.due, proposal.name, proposal.what)))


def due_proposals(services: Services) -> tuple[Proposal, ...]:
    """What may be disposed of today: past its days, and on no hold."""
    return tuple(one for one in proposals(services) if one.is_due(services.today))


def _proposed(record: Record, day: date, emptied: frozenset[str]) -> Iterator[Proposal]:
    policy = {what: days for what in Disposable if (days := retention_days(record, what, day)) is not None}
    for meeting in record.all(Meeting) if policy else ():
        sealed = sealed_on(record, meeting.id)
        for what, days in policy.items() if sealed is not None else ():
            content = content_of(record, meeting.id, what, emptied)
            if sealed is not None and content.count:
                holds = holds_on(record, meeting, day)
                yield Proposal(
                    meeting.id, what, meeting_name(record, meeting), content.words, sealed,
                    sealed + timedelta(days=days), holds[0].matter if holds else "",
                )  # fmt: skip


def require_disposable(record: Record, meeting: Meeting, what: Disposable, day: date) -> int:
    """The days of the policy; UserError where there is no policy, a hold, or the day has not come."""
    holds = holds_on(record, meeting, day)
    if holds:
        raise UserError(
            f"{hold_words(holds[0])} It covers this meeting, so nothing of it is disposed of.",
            what_to_do="Release the hold first, with its reason.",
            code="on_hold",
        )
    sealed, days = sealed_on(record, meeting.id), retention_days(record, what, day)
    if sealed is None:
        raise UserError(
            "The minutes of this meeting are not sealed, so nothing is disposed of yet.",
            what_to_do="Have them approved and seal them.",
            code="not_sealed",
        )
    if days is None:
        raise UserError(
            f"The company's policy keeps {DISPOSABLE[what].lower()}.",
            what_to_do="Set the retention policy first.",
            code="no_policy",
        )
    if day < sealed + timedelta(days=days):
        raise UserError(
            f"The policy keeps {DISPOSABLE[what].lower()} for {days} days after sealing, until "
            f"{short_day(sealed + timedelta(days=days))}.",
            what_to_do="Wait until then.",
            code="too_early",
        )
    return days


def hold_words(hold: LegalHold) -> str:
    """Says of a hold when it was placed and what it is about."""
    return f"A legal hold was placed on {short_day(hold.placed_on)}: {hold.matter.rstrip('.')}."
