"""What goes into a set of records that is produced: plain data that the caller fills from the record."""

from dataclasses import dataclass, field
from pathlib import Path

from boarddesk.reports.style import LETTER, Sheet

DIGITS = 6


def numbered(prefix: str, number: int) -> str:
    """A page's number in the set: “LKF000123”."""
    return f"{prefix}{number:0{DIGITS}d}"


@dataclass(frozen=True, slots=True)
class Apart:
    """Pages of a record that are withheld: from 1, as they stand in it; `log` is the entry of the privilege log."""

    pages: tuple[int, ...]
    ground: str
    log: str


@dataclass(frozen=True, slots=True)
class ProducedRecord:
    """One record of the set; `apart` pages are withheld, `passages` are blacked out wherever they stand.

    `log` is the entry of the privilege log that tells of the passages; `name` is the file's own, by which plain text is
    known; `heading` is the kind of record it stands under.
    """

    key: str
    heading: str
    title: str
    day: str
    content: bytes
    name: str = ""
    apart: tuple[Apart, ...] = ()
    passages: tuple[str, ...] = ()
    log: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class WithheldRecord:
    """A record of which no page is produced: it has a line in the index, and its entry in the log."""

    heading: str
    title: str
    day: str
    remark: str


@dataclass(frozen=True, slots=True)
class ProductionPlan:
    """A whole set; `facts` are the rows of its cover, in which “{pages}” and “{numbers}” are filled in.

    `missing` and `left_out` are told below the index: a heading and its lines each.
    """

    company: str
    title: str
    subtitle: str
    prefix: str
    first_number: int
    records: tuple[ProducedRecord, ...]
    withheld: tuple[WithheldRecord, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    missing: tuple[tuple[str, str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    keywords: str = ""
    footer: str = ""
    sheet: Sheet = LETTER


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a record came to stand: the numbers of its pages; `refused` says why it could not be put in."""

    record: ProducedRecord
    first: int
    pages: int
    refused: str = ""
    told: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """For each entry of the log the numbers of the pages that stand for what is withheld, or blacked out."""
    file: Path | None = None

    def span(self, prefix: str) -> str:
        """“LKF000001–LKF000004”; empty where it has no page."""
        if not self.pages:
            return ""
        first, last = numbered(prefix, self.first), numbered(prefix, self.first + self.pages - 1)
        return first if self.pages == 1 else f"{first}–{last}"
