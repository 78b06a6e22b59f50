"""Where everything stands in a book: page numbers of sections, tabs and papers."""

from collections.abc import Mapping
from dataclasses import dataclass

from boarddesk.reports.packet.plan import CONTENTS, PacketPlan, Paper, Tab
from boarddesk.reports.packet.verdict import Examined


@dataclass(frozen=True, slots=True)
class Stands:
    """A paper at its place: first book page and number of pages; both 0 when it is not in the book."""

    paper: Paper
    first: int
    count: int
    examined: Examined | None = None

    @property
    def numbers(self) -> str:
        """Its pages as printed: "14–26", "207", or a dash."""
        if not self.count:
            return "–"
        return str(self.first) if self.count == 1 else f"{self.first}–{self.first + self.count - 1}"


@dataclass(frozen=True, slots=True)
class TabStands:
    """A tab at its place; `first` is its divider, else its first paper; 0 when nothing of it is in the book."""

    tab: Tab
    first: int
    papers: tuple[Stands, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole book: the cover is page 1, the contents follow."""

    contents_pages: int
    front: tuple[Stands, ...]
    tabs: tuple[TabStands, ...]
    total: int

    def papers(self) -> tuple[Stands, ...]:
        """All papers in the order of the book."""
        return (*self.front, *(paper for tab in self.tabs for paper in tab.papers))

    def first_pages(self) -> dict[str, int]:
        """First page of the contents, each tab and each paper that is in the book, by its label."""
        found = {CONTENTS: 2}
        for tab in self.tabs:
            found |= {tab.tab.number: tab.first} if tab.first else {}
        return found | {stands.paper.label: stands.first for stands in self.papers() if stands.count}


def lay_out(
    plan: PacketPlan, contents_pages: int, counts: Mapping[str, int], examined: Mapping[str, Examined]
) -> Layout:
    """Number the book's pages, given how many each paper has (by label)."""
    at = 2 + contents_pages

    def stand(paper: Paper) -> Stands:
        nonlocal at
        count = counts.get(paper.label, 0)
        placed = Stands(paper, at if count else 0, count, examined.get(paper.label))
        at += count
        return placed

    front = tuple(stand(paper) for paper in plan.front)
    tabs = []
    for tab in plan.tabs:
        divider = at if tab.divider else 0
        at += tab.divider
        papers = tuple(stand(paper) for paper in tab.papers)
        tabs.append(TabStands(tab, divider or next((p.first for p in papers if p.count), 0), papers))
    return Layout(contents_pages, front, tuple(tabs), at - 1)
