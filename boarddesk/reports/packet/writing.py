"""Writes one book whose pages are all at hand: put together, saved, for the printer where asked for, and read back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from boarddesk.common.progress import Progress
from boarddesk.reports.packet.assemble import Assembly
from boarddesk.reports.packet.contents import FrontMatter
from boarddesk.reports.packet.imposition import imposed
from boarddesk.reports.packet.merge import Book
from boarddesk.reports.packet.pages import Layout, Stands
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.packet.saving import encryption, save, verify
from boarddesk.reports.packet.verdict import LargeStream

MERGED, SAVED = 60, 90
"""Shares of this part of the work, in percent."""
Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class BookJob:
    """All that one book is made of; the papers themselves are files.

    `files` are the clean copies and the pages that the house made, by label, the latter named in `house`; `streams`
    what papers bring alike. `target` is the file to write, `folder` a place that nobody else reads.
    """

    plan: PacketPlan
    layout: Layout
    front: FrontMatter | None
    files: Mapping[str, Path | bytes]
    house: frozenset[str]
    streams: Mapping[str, Sequence[LargeStream]]
    target: Path
    folder: Path

    def bare(self) -> "BookJob":
        """The same without what drew pages, so that it can be handed to another process."""
        tabs = tuple(
            replace(tab, tab=replace(tab.tab, papers=(), memo=None), papers=tuple(map(_bare, tab.papers)))
            for tab in self.layout.tabs
        )
        layout = replace(self.layout, front=tuple(map(_bare, self.layout.front)), tabs=tabs)
        return replace(self, plan=replace(self.plan, front=(), tabs=()), layout=layout)


def _bare(stands: Stands) -> Stands:
    return replace(stands, paper=replace(stands.paper, content=b""), examined=None)


def write_book(job: BookJob, step: Step) -> None:
    """Write the file; `step` is told the percent done, and what it raises ends the work."""
    total = max(1, job.layout.total)
    with Book() as book:
        assembly = Assembly(book, job.plan, job.layout, job.front, job.files, job.house, job.streams)
        assembly.assemble(lambda pages: step(MERGED * pages // total))
        if job.plan.reading:
            _for_the_printer(book, job, step)
            return
        save(book.pdf, job.target, lambda percent: step(MERGED + (SAVED - MERGED) * percent // 100), job.plan.passwords)
    verify(job.target, job.layout.total, job.plan.passwords)


def _for_the_printer(book: Book, job: BookJob, step: Step) -> None:
    """A print is made of the whole book, which lies meanwhile where nobody else reads."""
    whole, passwords = job.folder / "whole.pdf", job.plan.passwords
    starts = sorted(tab.first for tab in job.layout.tabs if tab.first)
    progress = Progress(lambda done, total, _label: step(MERGED + (SAVED - MERGED) * done // total))
    try:
        save(book.pdf, whole, lambda _percent: step(MERGED))
        verify(whole, job.layout.total)
        locked = encryption(passwords) if passwords is not None else None
        imposed(whole, job.target, starts, job.plan.reading, progress, encryption=locked)
    finally:
        whole.unlink(missing_ok=True)
    verify(job.target, 0, passwords)
