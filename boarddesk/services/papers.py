"""Papers of a meeting: listed by item, read from files in a process of their own, made fit for a preview."""

import mimetypes
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.meetings import ItemType, Meeting
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.papers import AddPaper, papers_of
from boarddesk.services.prior_minutes import UNPLACED, minutes_title, prior_minutes

KINDS = ("pdf", "png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "webp")


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


class ReadPaper(msgspec.Struct, frozen=True):
    """A file as it was read: its bytes, and what the examination found; `refused` says why it cannot be used."""

    path: Path
    data: bytes
    media_type: str
    pages: int
    refused: str
    said: str


def paper_lines(record: Record, meeting: Meeting) -> tuple[PaperLine, ...]:
    """Every paper of a meeting in the order of the packet: under the items, then those under none."""
    lines: list[PaperLine] = []
    items = items_of(record, meeting.id)
    for item in items:
        group = f"{item.position} {item.title}"
        prior = prior_minutes(record, meeting) if item.type is ItemType.MINUTES else ()
        for place, other in enumerate(prior):
            title = minutes_title(record, other)
            tab = f"{item.position}-{letters(place)}"
            lines.append(
                PaperLine(f"minutes-of-{other.id}", tab, title, "", None, "", item.id, group, "From the record",
                          "information", other.id)
            )  # fmt: skip
        papers = papers_of(record, meeting.id, item.id)
        lines += [
            _line(paper, f"{item.position}-{letters(place)}", group) for place, paper in enumerate(papers, len(prior))
        ]
    loose = papers_of(record, meeting.id, None)
    lines += [_line(paper, f"{len(items) + 1}-{letters(place)}", UNPLACED) for place, paper in enumerate(loose)]
    return tuple(lines)


def _line(paper: Paper, tab: str, group: str) -> PaperLine:
    state, mark = ("Repaired", "judgment_needed") if paper.note.startswith("repaired") else ("In", "recorded")
    return PaperLine(
        paper.id, tab, paper.title, paper.file_name, paper.pages, paper.note, paper.item, group, state, mark
    )


def letters(place: int) -> str:
    """A, B, … Z, AA for places counted from 0."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def title_of(path: Path) -> str:
    """A title from a file's name: “finance_report-october.pdf” → “Finance report october”."""
    words = " ".join(path.stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def read_papers(paths: Sequence[Path], progress: Progress) -> tuple[ReadPaper, ...]:
    """Read files and have each examined in a process of its own; to be called off the window's thread."""
    found = []
    for number, path in enumerate(paths):
        progress.step(number, len(paths), path.name)
        found.append(read_paper(path))
    return tuple(found)


def read_paper(path: Path, password: str = "") -> ReadPaper:
    """One file, read and examined; what only a password opens is kept as the copy that it opened."""
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    try:
        data = path.read_bytes()
    except OSError as error:
        return ReadPaper(path, b"", media_type, 0, f"It cannot be read ({error.strerror}).", "")
    pages, refused, said, pdf = examined(data, password)
    if password and pdf and examined(data)[1]:
        data, media_type = pdf, "application/pdf"
    return ReadPaper(path, data, media_type, pages, refused, said)


def examined(data: bytes, password: str = "") -> tuple[int, str, str, bytes]:
    """Pages, why it is refused, what the reader should know, and a clean PDF fit for a preview."""
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-paper-") as folder:
        source, prepared = Path(folder) / "paper", Path(folder) / "paper.pdf"
        source.write_bytes(data)
        verdict = next(iter(examine_all([Request(source=str(source), prepared=str(prepared), password=password)])))
        if verdict.verdict == "refused":
            return 0, verdict.reason, verdict.sentence(), b""
        said = verdict.sentence() if verdict.verdict == "repaired" or verdict.dropped else ""
        return verdict.pages, "", said, prepared.read_bytes()


def add_command(read: ReadPaper, meeting: str, item: str | None, added_on: date) -> AddPaper:
    """The command that lays a file that was read before a meeting; UserError where it was refused."""
    if read.refused:
        raise UserError(f"{read.path.name} was not added. {read.refused}", str(read.path), code="refused_paper")
    paper = Paper(
        id="new",
        meeting=meeting,
        item=item,
        title=title_of(read.path),
        file_name=read.path.name,
        media_type=read.media_type,
        attachment="new",
        pages=read.pages,
        added_on=added_on,
        note=read.said,
    )
    return AddPaper(paper, read.data)


def preview_of(data: bytes, title: str) -> bytes:
    """A paper's bytes as a clean PDF for the preview; UserError where it cannot be shown. Off the window's thread."""
    _pages, refused, _said, pdf = examined(data)
    if refused:
        raise UserError(f"{title} cannot be shown. {refused}", code="refused_paper")
    return pdf
