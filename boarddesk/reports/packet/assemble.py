"""Puts the pages of one book together: the house's own and the papers', linked, stamped, with bookmarks."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from boarddesk.reports.packet.contents import FrontMatter
from boarddesk.reports.packet.merge import Book
from boarddesk.reports.packet.metadata import describe
from boarddesk.reports.packet.numbering import page_labels
from boarddesk.reports.packet.outline import Entry, write_outline
from boarddesk.reports.packet.pages import Layout, Stands, TabStands
from boarddesk.reports.packet.plan import PacketPlan, printed_label
from boarddesk.reports.packet.stamp import Stamper
from boarddesk.reports.packet.verdict import LargeStream
from boarddesk.reports.packet.whole import attach_whole

STEP = 50


class Assembly:
    """One book in the making, part by part in the order of the layout.

    `files` are the clean copies and the pages that the house made, by label, the latter named in `house`; `streams`
    what of a clean copy other papers bring alike.
    """

    def __init__(
        self,
        book: Book,
        plan: PacketPlan,
        layout: Layout,
        front: FrontMatter | None,
        files: Mapping[str, Path | bytes],
        house: frozenset[str],
        streams: Mapping[str, Sequence[LargeStream]],
    ) -> None:
        self.book, self.plan, self.layout, self.front = book, plan, layout, front
        self.files, self.made, self.streams = files, house, streams
        self.house: list[Any] = []
        self.foreign: set[tuple[int, int]] = set()
        self.entries: list[Entry] = []
        self.dividers: list[Any] = []

    def assemble(self, step: Callable[[int], None]) -> None:
        """Put the book together; `step` is told the pages done, and what it raises ends the work."""
        if self.front is not None:
            self._own_pages(self.front)
        for stands in self.layout.front:
            self.entries += self._paper(stands, stands.paper.title)
        waiting = iter(self.dividers)
        for tab in self.layout.tabs:
            if tab.divided:
                self.book.pages.append(next(waiting))
            self._tab(tab)
            step(0)
        self._link()
        self._stamp(step)
        self.book.finish()
        write_outline(self.book.pdf, self.entries)
        attach_whole(self.book.pdf, self.layout)
        describe(self.book.pdf, self._info(), self.plan.created)
        self.book.pdf.Root.PageLabels = page_labels(self.layout.labels)

    def _own_pages(self, front: FrontMatter) -> None:
        own, _ = self.book.copy(front.pdf)
        self.house += own
        if not self.plan.opening:
            self.dividers = own
            return
        contents, cover = own[: front.contents_pages], own[front.contents_pages]
        self.dividers = own[front.contents_pages + 1 :]
        self.book.pages += [cover, *contents]
        self.entries += [Entry("Cover", cover), Entry("Contents", contents[0])]

    def _tab(self, tab: TabStands) -> None:
        children = [entry for stands in tab.papers for entry in self._paper(stands, self._bookmark(stands))]
        if tab.first:
            title = f"{self.plan.words.bookmark}{tab.tab.number} · {tab.tab.title}"
            self.entries.append(Entry(title, self.book.pages[tab.first - 1], children))

    def _bookmark(self, stands: Stands) -> str:
        paper = stands.paper
        label = printed_label(paper.label) if self.plan.words.labels else ""
        return f"{label} {paper.title}".strip()

    def _paper(self, stands: Stands, title: str) -> list[Entry]:
        if not stands.count:
            return []
        label = stands.paper.label
        pages, brought = self.book.copy(self.files[label], self.streams.get(label, ()))
        self.book.pages += pages
        if label in self.made:
            self.house += pages
        elif self.plan.foot:
            self.foreign.update(page.objgen for page in pages)
        return [Entry(title, pages[0], brought=brought)]

    def _link(self) -> None:
        targets = {label: self.book.pages[number - 1] for label, number in self.layout.first_pages().items()}
        for page in self.house:
            self.book.link_inside(page, targets)
        indexes = self.front.indexes if self.front is not None else ()
        for page, links in zip(self.dividers, indexes, strict=True):
            self.book.link(page, links, targets)

    def _stamp(self, step: Callable[[int], None]) -> None:
        plan, pages = self.plan, self.book.pages
        total = self.layout.highest if plan.total is None else plan.total
        stamper = Stamper(self.book.pdf, plan.stamp, total, plan.foot, plan.watermark)
        # The page that every stamp leads back to: the contents, or the change sheet of a supplement.
        home = 1 if plan.opening else 0
        for at, (page, number) in enumerate(zip(pages, self.layout.labels, strict=True)):
            if plan.opening and not at:
                stamper.mark(page)
                continue
            stamper.stamp(page, number, None if at == home else pages[home], foot=page.objgen in self.foreign)
            if not at % STEP:
                step(at)

    def _info(self) -> dict[str, str]:
        plan = self.plan
        return {
            "/Title": plan.document_title or f"{plan.title}: {plan.subtitle}",
            "/Author": plan.company,
            "/Subject": plan.subject,
            "/Keywords": plan.keywords,
            "/Creator": "BoardDesk",
        }


def met_again(found: Mapping[str, Sequence[LargeStream]]) -> dict[str, tuple[LargeStream, ...]]:
    """Of the fonts and pictures of papers, by label, those that come more than once."""
    counts = Counter(stream.digest for streams in found.values() for stream in streams)
    return {label: tuple(one for one in streams if counts[one.digest] > 1) for label, streams in found.items()}
