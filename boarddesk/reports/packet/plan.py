"""What goes into a board packet, in order: plain data that the caller fills from the record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from boarddesk.reports.style import LETTER, Sheet

CONTENTS = "contents"
COVER = "cover"
MEMO, MEMO_END = "Cover memo", "-memo"

# Given the first book page of each label ("3-A" or a tab's "3") as printed, the pages as PDF bytes.
# Called twice: first without numbers, to learn how many pages there are, so these may not depend on them.
HouseMade = Callable[[Mapping[str, str]], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: a PDF or an image from elsewhere (bytes, or a file), or pages that the house makes.

    `label` is unique in the book; that of a section before the tabs ("agenda") is a name for links only.
    A link to `packet:3-A` (also `packet:3`, `packet:contents`) in house-made pages becomes a link inside
    the book. `remark` stands after the title in the contents, e.g. "draft 3". `whole` is the file as it was signed,
    by its name, which the book carries as an attached file beside the pages. `numbered` is the number of its first
    page where that is not the next one: "27a" is followed by 27b, "S-1" by S-2, "60" by 61.
    """

    label: str
    title: str
    content: bytes | Path | HouseMade
    remark: str = ""
    password: str = ""
    whole: tuple[str, bytes] | None = None
    presenter: str = ""
    numbered: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; its number is that of the agenda item.

    `facts` are the rows of its divider (presenter, purpose, …); a tab that opens with house-made pages
    needs no divider. `presenter` stands in the contents beside the title. `memo` makes the cover memo that stands
    behind the divider; its label is `memo_label(number)`.
    """

    number: str
    title: str
    papers: tuple[Paper, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    divider: bool = True
    presenter: str = ""
    memo: HouseMade | bytes | None = None

    def contents(self) -> tuple[Paper, ...]:
        """Its memo, then its papers."""
        if self.memo is None:
            return self.papers
        return (Paper(memo_label(self.number), MEMO, self.memo), *self.papers)


def memo_label(number: str) -> str:
    """The name under which the cover memo of a tab is linked, withheld and kept in place."""
    return f"{number}{MEMO_END}"


def printed_label(label: str) -> str:
    """A paper's label as it is printed; a cover memo has none."""
    return "" if label.endswith(MEMO_END) else label


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
class Placed:
    """Where one part of a book stands: its first page as stamped ("27", "27a", "S-1") and how many pages it has.

    Labels are those of papers, the numbers of tabs (their dividers, 0 pages where they have none), "cover"
    and "contents".
    """

    label: str
    title: str
    first: str
    pages: int


@dataclass(frozen=True, slots=True)
class Passwords:
    """Words that a file asks for: `user` to open it, `owner` to change it; they are kept nowhere.

    Without an owner's word nobody can lift what the file forbids. Printing is allowed where `printing` is.
    """

    user: str
    owner: str = ""
    printing: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A copy for printing: two pages to a sheet, and blank pages so that tabs start on a right-hand page."""

    two_up: bool = False
    right_hand: bool = False

    def __bool__(self) -> bool:
        return self.two_up or self.right_hand


@dataclass(frozen=True, slots=True)
class PacketPlan:
    """A whole packet.

    In `facts` (the rows of the cover) "{pages}" becomes the number of pages. `stamp` is the beginning of
    every page's stamp, e.g. "Larkfield Board · 3 Dec 2026"; `footer` stands on house-made pages;
    `front` holds sections between contents and first tab.

    Of one plan many files can be made, with `dataclasses.replace`:
    `scale_to` brings every page of a paper to that sheet, upright or on its side as the page was;
    `foot` is stamped at the foot of every page of the papers, e.g. "Copy 2 of 11 · Ingrid Sørhaug";
    `watermark` is written large and pale across every page;
    `passwords` encrypts the file (AES-256); such a file has other bytes each time;
    `reading` makes a copy for the printer;
    `withheld` names papers, memos (`memo_label`) or whole tabs that this file does not hold, each with the words
    that stand in the contents in place of its title. Nothing of them is in the file; their page numbers stay free;
    `former` is where the parts stood in an earlier book (`PacketReport.placed`): each keeps its first number, and
    what has come since has letters behind the page before it (27a, 27b), so that no number moves;
    `opening` False leaves cover and contents out, as for a supplement, whose first page is the change sheet;
    `total` is what stamps say after "of"; None for the book's own last number, 0 for nothing.
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
    scale_to: Sheet | None = None
    foot: str = ""
    watermark: str = ""
    passwords: Passwords | None = None
    reading: Reading = Reading()
    withheld: Mapping[str, str] = field(default_factory=dict)
    former: tuple[Placed, ...] = ()
    opening: bool = True
    total: int | None = None

    def papers(self) -> tuple[Paper, ...]:
        """All papers in the order of the book, withheld ones too."""
        return (*self.front, *(paper for tab in self.tabs for paper in tab.contents()))
