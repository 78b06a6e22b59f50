"""What was issued of a meeting's packet and to whom, a line a copy: versions, hashes, and copies that came back."""

from datetime import datetime, time

import msgspec

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import PacketCopy
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.annotated_copies import annotated_lines
from boarddesk.services.packet_issues import copies_of, issue_title, issues_of
from boarddesk.services.words import joined, moment_words
from boarddesk.services.workspace import Services

CAME_BACK = "Annotated copies brought back, kept apart"
NOBODY = "Nobody yet"


class CopyLine(msgspec.Struct, frozen=True):
    """One copy under what it is a copy of; `issue` is the row of that, empty for a copy that came back."""

    id: str
    group: str
    number: int | None
    reader: str
    given: datetime | None
    manner: str
    pages: int | None
    sha256: str
    said: str
    issue: str = ""
    gone: bool = False


def copy_lines(services: Services, meeting: Meeting) -> tuple[CopyLine, ...]:
    """Every copy, the newest issue first; an issue of which nobody has a copy has one line that says so."""
    record, gone = services.record, services.emptied()
    lines: list[CopyLine] = []
    for issue in reversed(issues_of(record, meeting.id)):
        group = _group(record, issue, gone=issue.attachment in gone)
        found = [_line(record, issue, copy, group) for copy in copies_of(record, issue.id)]
        nobody = CopyLine(issue.id, group, None, NOBODY, None, "", issue.pages, issue.attachment, "", issue.id)
        lines += [msgspec.structs.replace(one, gone=issue.attachment in gone) for one in found or [nobody]]
    lines += [
        CopyLine(
            one.id, CAME_BACK, None, one.person, datetime.combine(one.returned, time()), one.of, None, "",
            f"{one.state}. {one.note}".strip(),
        )
        for one in annotated_lines(services, meeting.id)
    ]  # fmt: skip
    return tuple(lines)


def _group(record: Record, issue: Issue, *, gone: bool) -> str:
    """“Packet, version 2 · 24 Nov 2026, 17:00 · 207 pages · SHA-256 7be2a40c…”."""
    parts = [issue_title(record, issue), moment_words(issue.issued_at)]
    parts += [f"{issue.pages} pages"] if issue.pages else []
    parts.append(f"SHA-256 {issue.attachment[:8]}…")
    parts += ["disposed of"] if gone else []
    return " · ".join(parts)


def _line(record: Record, issue: Issue, copy: PacketCopy, group: str) -> CopyLine:
    said = [words for words, on in (("watermark", copy.watermark), ("encrypted", copy.encrypted)) if on]
    said += [f"without {joined(copy.withheld)}"] if copy.withheld else []
    said += [copy.note] if copy.note else []
    return CopyLine(
        copy.id, group, copy.number, name_of(record, copy.person) or copy.recipient, copy.given_at, copy.manner,
        copy.pages, copy.sha256, "; ".join(said), issue.id,
    )  # fmt: skip
