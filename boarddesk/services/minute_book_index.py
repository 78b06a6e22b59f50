"""The index of resolutions: number, subject, day, and the page of the minute book on which each stands."""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.reports.documents.list_report import Linked, ListReport, Part, list_pdf
from boarddesk.reports.ruled import Column
from boarddesk.services.resolutions import Adopted, adopted
from boarddesk.services.words import meeting_title, short_day
from boarddesk.services.workspace import Services

LEAD = (
    "Resolutions adopted by the Board and its committees, at meetings and by written consent, in order of their days."
)
COLUMNS = (Column("No.", 0.11, bold=True), Column("Adopted", 0.12), Column("By", 0.3), Column("Subject", 0.4),
           Column("Page", 0.07, "right"))  # fmt: skip


class IndexPages(msgspec.Struct, frozen=True):
    """Draws the index once the book's page numbers are known; `labels` says in which entry a resolution stands."""

    company: str
    period: str
    resolutions: tuple[Adopted, ...]
    labels: dict[str, tuple[str, str]]
    made: dict[str, bytes]

    def __call__(self, pages: Mapping[str, str]) -> bytes:
        """The pages of the index; without numbers, as long as they will be with them."""
        rows = tuple(self._row(one, pages) for one in self.resolutions)
        report = ListReport(
            company=self.company, title="Index of Resolutions", subtitle=self.period, lead=LEAD, state="",
            keywords="minute book; index of resolutions",
            parts=(Part("", COLUMNS, rows, empty="No resolution was adopted."),),
        )  # fmt: skip
        return list_pdf(report, footer="Minute book · index of resolutions", numbered=False)

    def _row(self, one: Adopted, pages: Mapping[str, str]) -> tuple[str | Linked, ...]:
        entry, label = self.labels.get(one.meeting or one.consent or "", ("", ""))
        first = pages.get(label, "")
        # The place holder is as wide as most numbers, so that the count of pages stays.
        page = str(int(first) + page_of(self.made.get(label, b""), one.number)) if first.isdigit() else "000"
        cell: str | Linked = Linked(page, entry) if entry and first else page if entry else "–"
        return (one.number, short_day(one.day), one.body_name, _subject(one), cell)


def page_of(pdf: bytes, number: str) -> int:
    """The page, from 0, on which a motion of that number is printed; the first where it is not found."""
    if not pdf or not number:
        return 0
    wanted = re.compile(rf"\b[Mm]otion\s+{re.escape(number)}(?!\d)")
    return next((place for place, text in enumerate(_texts(pdf)) if wanted.search(" ".join(text.split()))), 0)


@lru_cache(maxsize=1)
def _texts(pdf: bytes) -> tuple[str, ...]:
    """The words of a document; those of the last one are kept, for its resolutions follow each other."""
    from boarddesk.reports.pdf_text import pages_of

    return pages_of(pdf)


def _subject(one: Adopted) -> str:
    return f"{one.subject} ({one.since})" if one.since else one.subject


def resolutions_of_year(services: Services, year: int | None = None) -> bytes:
    """The index of a fiscal year (default: the present one) by itself: where each was adopted in place of a page."""
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    which = year or fiscal.year_of(services.day)
    first, last = fiscal.year_starts(which), min(fiscal.year_ends(which), services.day)
    words = f"Fiscal year {which}, {short_day(first)} to {short_day(last)}"
    record = services.shown
    rows = []
    for one in adopted(record, first, last):
        meeting = record.find(Meeting, one.meeting)
        where = meeting_title(record, meeting) if meeting else "Unanimous written consent"
        rows.append((one.number, short_day(one.day), where, _subject(one)))
    columns = (Column("No.", 0.11, bold=True), Column("Adopted", 0.12), Column("At", 0.42), Column("Subject", 0.35))
    report = ListReport(
        company=record.company.name, title="Index of Resolutions", subtitle=words, lead=LEAD,
        state=f"As of {short_day(services.day)}", keywords=f"index of resolutions; {services.day.isoformat()}",
        parts=(Part("", columns, tuple(rows), empty="No resolution was adopted."),),
        header_right=f"as of {short_day(services.day)}",
    )  # fmt: skip
    return list_pdf(report)
