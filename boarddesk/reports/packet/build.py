"""Builds a packet: examine, count, draw the house's pages, merge, stamp, write, read back."""

import hashlib
import os
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.reports.packet.aside import LARGE, write_aside
from boarddesk.reports.packet.assemble import met_again
from boarddesk.reports.packet.contents import Front, FrontMatter, front_of
from boarddesk.reports.packet.merge import pages_in
from boarddesk.reports.packet.pages import Layout
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.packet.report import PacketReport as PacketReport  # noqa: PLC0414 - given on to who builds
from boarddesk.reports.packet.report import PaperReport
from boarddesk.reports.packet.shelf import Shelf
from boarddesk.reports.packet.verdict import Examined, Limits
from boarddesk.reports.packet.writing import MERGED, BookJob, write_book

# Shares of the whole, in percent: reading the papers; putting together and writing the book.
READ, WRITTEN = 50, 100
READING, TOGETHER, WRITING = "Reading the papers", "Putting the book together", "Writing"


def build_packet(
    plan: PacketPlan,
    out_path: Path,
    progress: Progress | None = None,
    limits: Limits | None = None,
    shelf: Shelf | None = None,
) -> PacketReport:
    """Write the packet to `out_path`; nothing is left there when the work is cancelled or fails.

    Who makes several files of one plan gives a `shelf`, on which the clean copies of its papers stay meanwhile.
    """
    with ExitStack() as open_:
        shelf = shelf or open_.enter_context(Shelf(limits))
        return _Build(plan, shelf, progress or Progress()).run(out_path)


class _Build:
    """One run; the steps share the plan and what was found so far."""

    def __init__(self, plan: PacketPlan, shelf: Shelf, progress: Progress) -> None:
        self.plan, self.shelf, self.progress = plan, shelf, progress
        self.examined: dict[str, Examined] = {}
        self.files: dict[str, Path | bytes] = {}
        self.makers: dict[str, Callable[..., bytes]] = {}

    def run(self, out_path: Path) -> PacketReport:
        self._examine()
        front = self._lay_out()
        layout = front.layout
        digest = self._digest(layout)
        made = front.finished(digest)
        partial = out_path.with_name(f".{out_path.name}.{os.getpid()}.part")
        try:
            self._write(layout, made, partial)
            partial.replace(out_path)
        except OSError as error:
            raise UserError(
                "The packet could not be written.", str(out_path), f"{error.strerror or error}. Choose another place."
            ) from error
        finally:
            partial.unlink(missing_ok=True)
        self.progress.report(WRITTEN, WRITTEN, "Done")
        papers = tuple(
            PaperReport(p.paper.label, p.paper.title, p.numbers, p.examined, bool(p.withheld))
            for p in layout.papers()
            if p.examined
        )
        return PacketReport(out_path, layout.total, digest, papers, layout.placed)

    def _examine(self) -> None:
        outside = []
        for paper in self.plan.papers():
            if callable(paper.content):
                self.makers[paper.label] = paper.content
            else:
                outside.append(paper)

        def step(done: int, total: int) -> None:
            self.progress.step(READ * done // total, WRITTEN, READING)

        for label, clean in self.shelf.examined(outside, self.plan, step).items():
            self.examined[label], self.files[label] = clean.examined, clean.path

    def _lay_out(self) -> Front:
        """Count the pages that the house makes, number the book, then make them with their numbers."""
        counts = {label: verdict.pages for label, verdict in self.examined.items()}
        counts |= {label: pages_in(make({})) for label, make in self.makers.items()}
        if self.plan.withheld and not self.plan.former:
            # What a copy leaves out moves no number: it stands as in the book that leaves nothing out.
            whole = front_of(replace(self.plan, withheld={}), counts, self.examined)
            self.plan = replace(self.plan, former=whole.layout.placed)
        front = front_of(self.plan, counts, self.examined)
        numbers = front.layout.numbers()
        for label in (p.paper.label for p in front.layout.papers() if p.paper.label in self.makers and p.count):
            made = self.makers[label](numbers)
            if pages_in(made) != counts[label]:
                message = f"{label} has another number of pages once page numbers stand in it"
                raise ValueError(message)
            self.files[label] = made
        return front

    def _digest(self, layout: Layout) -> str:
        """The hash of the papers' own hashes in the order of the book; house-made pages by their bytes."""
        whole = hashlib.sha256()
        for stands in layout.papers():
            label = stands.paper.label
            if stands.withheld or label not in self.files:
                continue
            file = self.files[label]
            own = hashlib.sha256(file).hexdigest() if isinstance(file, bytes) else self.examined[label].sha256
            whole.update(f"{label} {own}\n".encode())
        return whole.hexdigest()

    def _write(self, layout: Layout, front: FrontMatter | None, partial: Path) -> None:
        there = {p.paper.label: p.examined for p in layout.papers() if p.count and p.examined}
        streams = met_again({label: verdict.streams for label, verdict in there.items()})
        files = {p.paper.label: self.files[p.paper.label] for p in layout.papers() if p.count}
        house = frozenset(self.makers)
        job = BookJob(self.plan, layout, front, files, house, streams, partial, self.shelf.folder)

        def step(percent: int) -> None:
            label = TOGETHER if percent < MERGED else WRITING
            self.progress.step(READ + (WRITTEN - READ) * percent // 100, WRITTEN, label)

        # Off the program's first thread there is a window that has to stay alive.
        beside = threading.current_thread() is not threading.main_thread()
        write = write_aside if beside and layout.total >= LARGE else write_book
        write(job, step)
