"""The materials given to the board and its committees: packets as issued, else their papers, privileged ones apart."""

from collections.abc import Iterable, Iterator

from boarddesk.domain.document_room import FormalRecord
from boarddesk.domain.meetings import BEGUN, STOCKHOLDERS, AgendaItem, Meeting
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.packets import Variant
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.reports.packet.plan import memo_label
from boarddesk.services.packet_changes import numbers_of
from boarddesk.services.packet_issues import BOOKS, issues_of, variant_of
from boarddesk.services.production_found import FoundRecord, MissingRecord, PrivilegedPart, Scope, source_of
from boarddesk.services.production_prints import attached
from boarddesk.services.words import body_short, meeting_name, short_day

KIND = FormalRecord.MATERIALS
LAST = 10**6
MARKED = "The paper is marked as privileged."


def materials(scope: Scope) -> Iterator[FoundRecord | MissingRecord]:
    """For each meeting that was held, what was given to its members."""
    without: list[str] = []
    held = [m for m in scope.record.all(Meeting)
            if m.state in BEGUN and m.body != STOCKHOLDERS and scope.reaches(m)]  # fmt: skip
    for meeting in sorted(held, key=lambda m: (m.starts, m.id)):
        found = tuple(_of_meeting(scope.record, meeting))
        yield from found
        without += [] if found else [f"{body_short(scope.record, meeting.body)}, {short_day(meeting.day)}"]
    if without:
        count = f"{len(without)} meeting{'' if len(without) == 1 else 's'}"
        yield MissingRecord(KIND, f"Materials for {count}", f"none are on record: {'; '.join(without)}")


def _of_meeting(record: Record, meeting: Meeting) -> Iterator[FoundRecord]:
    books = [one for one in issues_of(record, meeting.id) if variant_of(one) is Variant.DIRECTORS]
    papers = sorted(record.where(Paper, "meeting", meeting.id), key=lambda paper: _place(record, paper))
    secret = [paper for paper in papers if paper.privileged]
    known = all(_laid_of(record, meeting, paper) for paper in secret)
    if any(one.kind in BOOKS for one in books) and (known or not secret):
        parts = tuple(part for paper in secret for part in _parts(record, meeting, paper))
        yield from (_issued(record, meeting, one, parts) for one in books)
        # A paper that came after the last book and in no supplement was not given to anybody.
        return
    agendas = [i for i in record.where(Issue, "meeting", meeting.id) if i.kind is IssuedKind.AGENDA]
    for issue in sorted(agendas, key=lambda i: (i.issued_at, i.number)):
        yield _issued(record, meeting, issue, ())
    for paper in papers:
        if paper.added_on is None or paper.added_on <= meeting.day:
            yield _paper(record, meeting, paper)


def _place(record: Record, paper: Paper) -> tuple[int, int, str]:
    """Where a paper stands in the agenda; what stands under no item comes last."""
    item = record.find(AgendaItem, paper.item)
    return (item.position if item is not None else LAST, paper.position, paper.id)


def _issued(record: Record, meeting: Meeting, issue: Issue, parts: tuple[PrivilegedPart, ...]) -> FoundRecord:
    names = {IssuedKind.AGENDA: "Agenda", IssuedKind.SUPPLEMENT: "Supplement to the packet",
             IssuedKind.REPLACEMENT: "Packet, replaced whole"}  # fmt: skip
    number = f" {issue.number}" if issue.number > 1 or issue.kind is IssuedKind.SUPPLEMENT else ""
    title = f"{names.get(issue.kind, 'Packet')}{number}, {meeting_name(record, meeting)}"
    among = f"To the {body_short(record, meeting.body)}"
    return FoundRecord(
        source_of(issue), KIND, title, issue.issued_at.date(), "as issued", attached(issue.attachment), among=among,
        parts=parts,
    )  # fmt: skip


def _paper(record: Record, meeting: Meeting, paper: Paper) -> FoundRecord:
    from_ = name_of(record, paper.presenter) or paper.presenter_note
    body = body_short(record, meeting.body)
    among = f"{from_} to the {body}" if from_ else f"To the {body}"
    return FoundRecord(
        source_of(paper), KIND, f"{paper.title}, {meeting_name(record, meeting)}", paper.added_on or meeting.day,
        "paper", attached(paper.attachment), among=among, name=paper.file_name,
        privileged=MARKED if paper.privileged else "",
    )  # fmt: skip


def _laid_of(record: Record, meeting: Meeting, paper: Paper) -> frozenset[str]:
    """The labels that a paper has in the books issued, where they say what stands in them."""
    keys = {paper.id, *(f"expected:{row.id}" for row in record.where(ExpectedPaper, "paper", paper.id))}
    return frozenset(one.label for issue in _books(record, meeting) for one in issue.laid if one.paper in keys)


def _books(record: Record, meeting: Meeting) -> Iterable[Issue]:
    return (one for one in issues_of(record, meeting.id) if variant_of(one) is Variant.DIRECTORS)


def _parts(record: Record, meeting: Meeting, paper: Paper) -> Iterator[PrivilegedPart]:
    """The pages of a privileged paper in all books of a meeting, and those of the memo that introduces it."""
    labels = _laid_of(record, meeting, paper)
    yield PrivilegedPart(source_of(paper), paper.title, _numbers(record, meeting, labels))
    memos = frozenset(memo_label(label.rpartition("-")[0]) for label in labels if "-" in label)
    numbers = _numbers(record, meeting, memos)
    if numbers:
        yield PrivilegedPart(f"{source_of(paper)}/memo", f"Cover memo on {paper.title}", numbers)


def _numbers(record: Record, meeting: Meeting, labels: frozenset[str]) -> tuple[str, ...]:
    found = (n for issue in _books(record, meeting) for label in sorted(labels) for n in numbers_of(issue.laid, label))
    return tuple(dict.fromkeys(found))
