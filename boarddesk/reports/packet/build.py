"""Builds a packet: examine, count, draw the house's pages, merge, stamp, write, read back."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedWriter, BytesIO, FileIO
from pathlib import Path
from typing import Any, BinaryIO, cast

from pikepdf import Pdf, PdfError, StreamDecodeLevel

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.reports.packet.contents import Front, FrontMatter
from boarddesk.reports.packet.examiners import examine_all
from boarddesk.reports.packet.merge import Book
from boarddesk.reports.packet.outline import Entry, write_outline
from boarddesk.reports.packet.pages import Layout, Stands, lay_out
from boarddesk.reports.packet.plan import PacketPlan, Paper
from boarddesk.reports.packet.sink import Sink
from boarddesk.reports.packet.stamp import Stamper
from boarddesk.reports.packet.verdict import Examined, Limits, Request
from boarddesk.reports.packet.whole import attach_whole

# Shares of the whole, in percent: reading the papers, merging, writing.
READ, MERGED, WRITTEN = 50, 80, 100
STEP = 50
BUFFER = 2**20


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What became of one paper: its pages as stamped ("14–26", "–") and the verdict on it."""

    label: str
    title: str
    pages: str
    examined: Examined


@dataclass(frozen=True, slots=True)
class PacketReport:
    """A finished packet: its pages, the hash that its cover shows, and what became of each paper."""

    path: Path
    pages: int
    digest: str
    papers: tuple[PaperReport, ...]

    def with_verdict(self, verdict: str) -> tuple[PaperReport, ...]:
        """The papers that were "used", "repaired" or "refused"."""
        return tuple(paper for paper in self.papers if paper.examined.verdict == verdict)

    @property
    def used(self) -> tuple[PaperReport, ...]:
        """Papers taken as they were."""
        return self.with_verdict("used")

    @property
    def repaired(self) -> tuple[PaperReport, ...]:
        """Papers taken after a repair that a person should look at."""
        return self.with_verdict("repaired")

    @property
    def refused(self) -> tuple[PaperReport, ...]:
        """Papers that are not in the book, each with its reason."""
        return self.with_verdict("refused")

    @property
    def dropped(self) -> tuple[str, ...]:
        """What was left out of papers, a line each: "3-A: 2 scripts"."""
        return tuple(
            f"{paper.label}: {', '.join(paper.examined.dropped)}" for paper in self.papers if paper.examined.dropped
        )


def build_packet(
    plan: PacketPlan, out_path: Path, progress: Progress | None = None, limits: Limits | None = None
) -> PacketReport:
    """Write the packet to `out_path`; nothing is left there when the work is cancelled or fails."""
    progress = progress or Progress()
    with tempfile.TemporaryDirectory(prefix="boarddesk-packet-") as folder:
        return _Build(plan, Path(folder), progress, limits).run(out_path)


def _request(paper: Paper, folder: Path, number: int, size: tuple[float, float]) -> Request:
    source = paper.content
    if isinstance(source, bytes):
        spilled = folder / f"{number}.paper"
        spilled.write_bytes(source)
        source = spilled
    if not isinstance(source, Path):
        raise TypeError(paper.label)
    prepared = str(folder / f"{number}.pdf")
    return Request(source=str(source), prepared=prepared, password=paper.password, page_size=size)


class _Build:
    """One run; the steps share the plan, the working folder and what was found so far."""

    def __init__(self, plan: PacketPlan, folder: Path, progress: Progress, limits: Limits | None) -> None:
        self.plan, self.folder, self.progress, self.limits = plan, folder, progress, limits
        self.examined: dict[str, Examined] = {}
        self.files: dict[str, Path | bytes] = {}
        self.makers: dict[str, Callable[..., bytes]] = {}

    def run(self, out_path: Path) -> PacketReport:
        self._examine()
        front = self._lay_out()
        layout, digest = front.layout, self._digest()
        made = front.finished(digest)
        partial = out_path.with_name(f".{out_path.name}.{os.getpid()}.part")
        try:
            with Book() as book:
                self._assemble(book, layout, made)
                self._save(book, partial)
            self._verify(partial, layout)
            partial.replace(out_path)
        except OSError as error:
            raise UserError(
                "The packet could not be written.", str(out_path), f"{error.strerror or error}. Choose another place."
            ) from error
        finally:
            partial.unlink(missing_ok=True)
        self.progress.report(WRITTEN, WRITTEN, "Done")
        papers = tuple(
            PaperReport(p.paper.label, p.paper.title, p.numbers, p.examined) for p in layout.papers() if p.examined
        )
        return PacketReport(out_path, layout.total, digest, papers)

    def _examine(self) -> None:
        outside = []
        for paper in self.plan.papers():
            if callable(paper.content):
                self.makers[paper.label] = paper.content
            else:
                outside.append(paper)
        size = (self.plan.sheet.width, self.plan.sheet.height)
        requests = [_request(paper, self.folder, number, size) for number, paper in enumerate(outside)]

        def step(done: int, total: int) -> None:
            self.progress.step(READ * done // total, WRITTEN, "Reading the papers")

        verdicts = examine_all(requests, step, self.limits)
        for paper, request, verdict in zip(outside, requests, verdicts, strict=True):
            self.examined[paper.label] = verdict
            self.files[paper.label] = Path(request.prepared)

    def _lay_out(self) -> Front:
        """Count the pages that the house makes, number the book, then make them with their numbers."""
        counts = {label: verdict.pages for label, verdict in self.examined.items()}
        counts |= {label: _pages_in(make({})) for label, make in self.makers.items()}
        front = Front(self.plan, lay_out(self.plan, 1, counts, self.examined))
        if front.contents_pages != front.layout.contents_pages:
            front = Front(self.plan, lay_out(self.plan, front.contents_pages, counts, self.examined))
        numbers = {label: str(page) for label, page in front.layout.first_pages().items()}
        for label, make in self.makers.items():
            made = make(numbers)
            if _pages_in(made) != counts[label]:
                message = f"{label} has another number of pages once page numbers stand in it"
                raise ValueError(message)
            self.files[label] = made
        return front

    def _digest(self) -> str:
        """The hash of the papers' own hashes in the order of the book; house-made pages by their bytes."""
        whole = hashlib.sha256()
        for paper in self.plan.papers():
            file = self.files[paper.label]
            own = hashlib.sha256(file).hexdigest() if isinstance(file, bytes) else self.examined[paper.label].sha256
            whole.update(f"{paper.label} {own}\n".encode())
        return whole.hexdigest()

    def _assemble(self, book: Book, layout: Layout, front: FrontMatter) -> None:
        plan = self.plan
        own, _ = book.copy(front.pdf)
        contents, cover = own[: front.contents_pages], own[front.contents_pages]
        dividers = own[front.contents_pages + 1 :]
        waiting = iter(dividers)
        book.pages = [cover, *contents]
        entries = [Entry("Cover", cover), Entry("Contents", contents[0])]
        house = list(own)
        for stands in layout.front:
            entries += self._add(book, stands, stands.paper.title, house)
        for tab in layout.tabs:
            if tab.tab.divider:
                book.pages.append(next(waiting))
            children = [
                entry for stands in tab.papers for entry in self._add(book, stands, self._bookmark(stands), house)
            ]
            if tab.first:
                title = f"{self.plan.words.bookmark}{tab.tab.number} · {tab.tab.title}"
                entries.append(Entry(title, book.pages[tab.first - 1], children))
        targets = {label: book.pages[number - 1] for label, number in layout.first_pages().items()}
        for page in house:
            book.link_inside(page, targets)
        for page, links in zip(dividers, front.indexes, strict=True):
            book.link(page, links, targets)
        self._stamp(book, layout)
        book.finish()
        write_outline(book.pdf, entries)
        attach_whole(book.pdf, layout)
        book.describe(self._info(), plan.created)

    def _bookmark(self, stands: Stands) -> str:
        paper = stands.paper
        return f"{paper.label} {paper.title}" if self.plan.words.labels else paper.title

    def _add(self, book: Book, stands: Stands, title: str, house: list[Any]) -> list[Entry]:
        if not stands.count:
            return []
        paper = stands.paper
        pages, brought = book.copy(self.files[paper.label])
        book.pages += pages
        if paper.label in self.makers:
            house += pages
        return [Entry(title, pages[0], brought=brought)]

    def _stamp(self, book: Book, layout: Layout) -> None:
        stamper = Stamper(book.pdf, self.plan.stamp, layout.total)
        for number, page in enumerate(book.pages[1:], 2):
            stamper.stamp(page, number, None if number == 2 else book.pages[1])
            if not number % STEP:
                share = READ + (MERGED - READ) * number // layout.total
                self.progress.step(share, WRITTEN, "Putting the book together")

    def _info(self) -> dict[str, str]:
        plan = self.plan
        title = plan.document_title or f"{plan.title}: {plan.subtitle}"
        return {
            "/Title": title,
            "/Author": plan.company,
            "/Subject": plan.subject,
            "/Keywords": plan.keywords,
            "/Creator": "BoardDesk",
        }

    def _save(self, book: Book, path: Path) -> None:
        def written(percent: int) -> None:
            self.progress.step(MERGED + (WRITTEN - MERGED) * percent // 110, WRITTEN, "Writing")

        # Streams stay as they came: to compress thousands of stamps of 300 bytes would take most of the time.
        # qpdf writes a few bytes at a time.
        with Sink(path) as sink, BufferedWriter(cast("FileIO", sink), BUFFER) as out:
            book.pdf.save(
                cast("BinaryIO", out),
                deterministic_id=True,
                compress_streams=False,
                stream_decode_level=StreamDecodeLevel.none,
                progress=written,
            )

    def _verify(self, path: Path, layout: Layout) -> None:
        """Read the file back before anyone gets it."""
        try:
            with Pdf.open(path) as pdf:
                pages, warnings = len(pdf.pages), pdf.get_warnings()
        except PdfError as error:
            raise UserError("The packet could not be read back.", str(path), "Nothing was kept; try again.") from error
        if pages != layout.total or warnings:
            raise UserError("The packet did not come out whole.", str(path), "Nothing was kept; try again.")


def _pages_in(made: bytes) -> int:
    with Pdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)
