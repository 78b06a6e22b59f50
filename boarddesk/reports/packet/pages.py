"""Where everything stands in a book: page numbers of sections, tabs and papers."""

from collections.abc import Mapping
from dataclasses import dataclass

from boarddesk.reports.packet.numbering import Numbering, placed_runs, ranges
from boarddesk.reports.packet.plan import CONTENTS, COVER, PacketPlan, Paper, Placed, Tab
from boarddesk.reports.packet.verdict import Examined


@dataclass(frozen=True, slots=True)
class Stands:
    """A paper at its place: the first of its pages in the file, from 1, and the numbers that its pages bear.

    `first` is 0 where nothing of it is in the file: it was refused, or is withheld, and then its numbers stay free.
    """

    paper: Paper
    first: int
    labels: tuple[str, ...] = ()
    examined: Examined | None = None
    withheld: str = ""

    @property
    def count(self) -> int:
        """How many pages of it are in the file."""
        return len(self.labels) if self.first else 0

    @property
    def title(self) -> str:
        """What the contents call it."""
        return self.withheld or self.paper.title

    @property
    def numbers(self) -> str:
        """Its pages as printed: "14–26", "207", or a dash."""
        return ranges(self.labels)


@dataclass(frozen=True, slots=True)
class TabStands:
    """A tab at its place.

    `first` is the page in the file of its divider, else of its first paper, 0 where nothing of it is there;
    `label` is that page's number as printed, `divider` the number of its divider.
    """

    tab: Tab
    first: int
    papers: tuple[Stands, ...]
    divider: str = ""
    withheld: str = ""

    @property
    def title(self) -> str:
        """What the contents call it."""
        return self.withheld or self.tab.title

    @property
    def divided(self) -> bool:
        """Whether its divider is in the file."""
        return self.tab.divider and not self.withheld

    @property
    def labels(self) -> tuple[str, ...]:
        """The numbers of all its pages."""
        return (*filter(None, (self.divider,)), *(number for stands in self.papers for number in stands.labels))

    @property
    def label(self) -> str:
        """The number of its first page that is in the file; of one that is withheld all its pages; else a dash."""
        if self.withheld:
            return ranges(self.labels)
        found = (stands.labels[0] for stands in self.papers if stands.count)
        return self.divider or next(found, "–")


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole book; `labels` are the numbers of the pages that are in the file, in order."""

    contents_pages: int
    front: tuple[Stands, ...]
    tabs: tuple[TabStands, ...]
    labels: tuple[str, ...]
    placed: tuple[Placed, ...]
    highest: int

    @property
    def total(self) -> int:
        """The pages of the file."""
        return len(self.labels)

    @property
    def pages(self) -> int:
        """The pages of the book, those that this file does not hold with them."""
        return sum(placed.pages for placed in self.placed)

    def papers(self) -> tuple[Stands, ...]:
        """All papers in the order of the book."""
        return (*self.front, *(paper for tab in self.tabs for paper in tab.papers))

    def first_pages(self) -> dict[str, int]:
        """First page in the file of the contents, each tab and each paper that is there, by its label."""
        found = {CONTENTS: 2 if self.contents_pages else 1}
        for tab in self.tabs:
            found |= {tab.tab.number: tab.first} if tab.first else {}
        return found | {stands.paper.label: stands.first for stands in self.papers() if stands.count}

    def numbers(self) -> dict[str, str]:
        """The same pages as they are printed."""
        return {label: self.labels[page - 1] for label, page in self.first_pages().items()}


def lay_out(
    plan: PacketPlan, contents_pages: int, counts: Mapping[str, int], examined: Mapping[str, Examined]
) -> Layout:
    """Number the book's pages, given how many each paper has (by label)."""
    return _LayingOut(plan, contents_pages, counts, examined).layout()


class _LayingOut:
    """One pass through the plan, in the order of the book."""

    def __init__(
        self, plan: PacketPlan, contents_pages: int, counts: Mapping[str, int], examined: Mapping[str, Examined]
    ) -> None:
        self.plan, self.counts, self.examined = plan, counts, examined
        self.contents_pages = contents_pages if plan.opening else 0
        self.numbering = Numbering(plan.former)
        self.labels: list[str] = []
        self.placed: list[Placed] = []

    def layout(self) -> Layout:
        """The book, part by part."""
        if self.plan.opening:
            self._part(COVER, self.plan.title, 1)
            self._part(CONTENTS, "Contents", self.contents_pages)
        front = tuple(self._paper(paper) for paper in self.plan.front)
        tabs = tuple(self._tab(tab) for tab in self.plan.tabs)
        return Layout(
            self.contents_pages, front, tabs, tuple(self.labels), tuple(self.placed), self.numbering.highest()
        )

    def _part(self, label: str, title: str, count: int, numbered: str = "", *, held: bool = True) -> tuple[str, ...]:
        before = self.numbering.last
        numbers = self.numbering.take(label, count, numbered)
        self.placed += placed_runs(label, title, numbers, before)
        self.labels += numbers if held else ()
        return numbers

    def _paper(self, paper: Paper, instead: str = "") -> Stands:
        withheld = instead or self.plan.withheld.get(paper.label, "")
        at, count = len(self.labels) + 1, self.counts.get(paper.label, 0)
        numbers = self._part(paper.label, withheld or paper.title, count, paper.numbered, held=not withheld)
        first = at if numbers and not withheld else 0
        return Stands(paper, first, numbers, self.examined.get(paper.label), withheld)

    def _tab(self, tab: Tab) -> TabStands:
        withheld = self.plan.withheld.get(tab.number, "")
        at = len(self.labels) + 1
        divider = self._part(tab.number, withheld or tab.title, int(tab.divider), held=not withheld)
        papers = tuple(self._paper(paper, withheld) for paper in tab.contents())
        first = at if divider and not withheld else next((stands.first for stands in papers if stands.count), 0)
        return TabStands(tab, first, papers, divider[0] if divider else "", withheld)
