"""What goes into a board packet, in order: plain data that the caller fills from the record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boarddesk.reports.style import LETTER, Sheet

CONTENTS = "contents"

# Given the first book page of each label ("3-A" or a tab's "3") as printed, the pages as PDF bytes.
# Called twice: first without numbers, to learn how many pages there are, so these may not depend on them.
HouseMade = Callable[[Mapping[str, str]], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: a PDF or an image from elsewhere (bytes, or a file), or pages that the house makes.

    `label` is unique in the book; that of a section before the tabs ("agenda") is a name for links only.
    A link to `packet:3-A` (also `packet:3`, `packet:contents`) in house-made pages becomes a link inside
    the book. `remark` stands after the title in the contents, e.g. "draft 3". `whole` is the file as it was signed,
    by its name, which the book carries as an attached file beside the pages.
    """

    label: str
    title: str
    content: bytes | Path | HouseMade
    remark: str = ""
    password: str = ""
    whole: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; its number is that of the agenda item.

    `facts` are the rows of its divider (presenter, purpose, …); a tab that opens with house-made pages
    needs no divider.
    """

    number: str
    title: str
    papers: tuple[Paper, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    divider: bool = True


EXPLAINED = (
    "Book page numbers run through the whole book and are stamped at the top right of every page. "
    "A tab has the number of its agenda item; its papers are lettered."
)


@dataclass(frozen=True, slots=True)
class BookWords:
    """What the parts of a book are called: a packet has tabs with papers, a minute book numbered entries."""

    tab: str = "Tab"
    paper: str = "Paper"
    explained: str = EXPLAINED
    bookmark: str = "Tab "
    """Stands before a tab's number in the bookmarks."""
    labels: bool = True
    """Whether papers bear their labels, as 3-A."""


PACKET = BookWords()


@dataclass(frozen=True, slots=True)
class PacketPlan:
    """A whole packet.

    In `facts` (the rows of the cover) "{pages}" becomes the number of pages. `stamp` is the beginning of
    every page's stamp, e.g. "Larkfield Board · 3 Dec 2026"; `footer` stands on house-made pages;
    `front` holds sections between contents and first tab.
    """

    company: str
    title: str
    subtitle: str
    stamp: str
    tabs: tuple[Tab, ...]
    facts: tuple[tuple[str, str], ...] = ()
    front: tuple[Paper, ...] = ()
    footer: str = ""
    confidential: str = ""
    contents_note: str = ""
    document_title: str = ""
    subject: str = ""
    keywords: str = ""
    created: datetime | None = None
    sheet: Sheet = LETTER
    words: BookWords = PACKET

    def papers(self) -> tuple[Paper, ...]:
        """All papers in the order of the book."""
        return (*self.front, *(paper for tab in self.tabs for paper in tab.papers))
