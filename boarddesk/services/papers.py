"""Papers of a meeting: listed by their places in the packet, their versions, made fit for a preview."""

import tempfile
from datetime import date
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.domain.record import Record
from boarddesk.services.commands.papers_replace import versions_of
from boarddesk.services.packet_tabs import EntryKind, tabs_of
from boarddesk.services.workspace import Services

NO_PAGES = "Kept, no pages"


class PaperLine(msgspec.Struct, frozen=True):
    """One paper of a meeting; `tab` is its place in the packet, such as “3-A”.

    Minutes that wait for approval are made from the record: `minutes_of` names their meeting.
    """

    id: str
    tab: str
    title: str
    pages: int | None
    state: str
    minutes_of: str | None = None


class VersionLine(msgspec.Struct, frozen=True):
    """One version of a paper; `id` is empty for the one that the packet takes. `why_not` says why it cannot return."""

    id: str
    number: int
    file_name: str
    pages: int | None
    added_on: date | None
    replaced_on: date | None
    note: str
    attachment: str
    received: str
    why_not: str = ""


def paper_lines(record: Record, meeting: Meeting) -> tuple[PaperLine, ...]:
    """Every paper that a meeting has, in the order of the packet, and the minutes that wait for approval there."""
    lines: list[PaperLine] = []
    for tab in tabs_of(record, meeting, every=True):
        for entry in tab.entries:
            if entry.kind is EntryKind.MINUTES:
                of = entry.source.id
                lines.append(PaperLine(f"minutes-of-{of}", entry.label, entry.title, None, "From the record", of))
            elif entry.kind is EntryKind.PAPER:
                paper, state = entry.source, paper_state(record, entry.source)[0]
                lines.append(PaperLine(paper.id, entry.label, paper.title, paper.pages, state))
    return tuple(lines)


def paper_state(record: Record, paper: Paper) -> tuple[str, str]:
    """What is to be known of a paper in the list, in words, and its mark: “In, version 2, confidential”."""
    state, mark = _state(paper)
    words = [state]
    if paper.version > 1 or record.where(PaperVersion, "paper", paper.id):
        words.append(f"version {paper.version}")
    words += ["privileged"] if paper.privileged else ["confidential"] if paper.confidential else []
    words += [f"withheld from {len(paper.withheld)}"] if paper.withheld else []
    return ", ".join(words), mark


def _state(paper: Paper) -> tuple[str, str]:
    if paper.note.startswith("repaired"):
        return "Repaired", "judgment_needed"
    return (NO_PAGES, "judgment_needed") if paper.note.startswith("Kept as") else ("In", "recorded")


def version_lines(services: Services, paper: Paper) -> tuple[VersionLine, ...]:
    """Every version of a paper, the one in the packet first, then the newest."""
    gone = services.emptied()
    now = VersionLine("", paper.version, paper.file_name, paper.pages, paper.added_on, None, paper.note,
                      paper.attachment, paper.original or paper.attachment)  # fmt: skip
    return (
        now,
        *(
            VersionLine(
                version.id, version.number, version.file_name, version.pages, version.added_on, version.replaced_on,
                version.note, version.attachment, version.original or version.attachment,
                "It was disposed of." if version.attachment in gone else "",
            )
            for version in versions_of(services.record, paper.id)
        ),
    )  # fmt: skip


def _prepared(data: bytes) -> tuple[str, bytes]:
    """Why it is refused, or a clean PDF fit for a preview."""
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-paper-") as folder:
        source, prepared = Path(folder) / "paper", Path(folder) / "paper.pdf"
        source.write_bytes(data)
        verdict = next(iter(examine_all([Request(source=str(source), prepared=str(prepared))])))
        return (verdict.reason, b"") if verdict.verdict == "refused" else ("", prepared.read_bytes())


def preview_of(data: bytes, title: str) -> bytes:
    """A paper's bytes as a clean PDF for the preview; UserError where it cannot be shown. Off the window's thread."""
    refused, pdf = _prepared(data)
    if refused:
        raise UserError(f"{title} cannot be shown. {refused}", code="refused_paper")
    return pdf
