"""Papers of a meeting: listed by item, their versions, made fit for a preview."""

import tempfile
from datetime import date
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.papers import papers_of
from boarddesk.services.commands.papers_replace import versions_of
from boarddesk.services.prior_minutes import UNPLACED, minutes_laid, minutes_title
from boarddesk.services.workspace import Services

NO_PAGES = "Kept, no pages"


class PaperLine(msgspec.Struct, frozen=True):
    """One paper of a meeting under its item; `tab` is its place in the packet, such as “3-A”.

    Minutes that wait for approval are made from the record: `minutes_of` names their meeting.
    """

    id: str
    tab: str
    title: str
    file_name: str
    pages: int | None
    note: str
    item: str | None
    group: str
    state: str
    mark: str
    minutes_of: str | None = None
    version: int = 1
    versions: int = 1
    confidential: bool = False
    presenter: str = ""
    without_pages: bool = False


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
    """Every paper of a meeting in the order of the packet: under the items, then those under none."""
    lines: list[PaperLine] = []
    items = items_of(record, meeting.id)
    for item in items:
        group = f"{item.position} {item.title}"
        prior = minutes_laid(record, meeting, item)
        for place, other in enumerate(prior):
            title = minutes_title(record, other)
            tab = f"{item.position}-{letters(place)}"
            lines.append(
                PaperLine(f"minutes-of-{other.id}", tab, title, "", None, "", item.id, group, "From the record",
                          "information", other.id)
            )  # fmt: skip
        papers = papers_of(record, meeting.id, item.id)
        lines += [
            _line(record, paper, f"{item.position}-{letters(place)}", group)
            for place, paper in enumerate(papers, len(prior))
        ]
    loose = papers_of(record, meeting.id, None)
    lines += [_line(record, paper, f"{len(items) + 1}-{letters(place)}", UNPLACED) for place, paper in enumerate(loose)]
    return tuple(lines)


def _line(record: Record, paper: Paper, tab: str, group: str) -> PaperLine:
    state, mark = _state(paper)
    earlier = len(record.where(PaperVersion, "paper", paper.id))
    words = [state]
    words += [f"version {paper.version}"] if earlier or paper.version > 1 else []
    words += ["confidential"] if paper.confidential else []
    return PaperLine(
        paper.id,
        tab,
        paper.title,
        paper.file_name,
        paper.pages,
        paper.note,
        paper.item,
        group,
        ", ".join(words),
        mark,
        version=paper.version,
        versions=earlier + 1,
        confidential=paper.confidential,
        presenter=name_of(record, paper.presenter) or paper.presenter_note,
        without_pages=state == NO_PAGES,
    )


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


def letters(place: int) -> str:
    """A, B, … Z, AA for places counted from 0."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


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
