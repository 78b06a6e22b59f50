"""Governance compliance report of one fiscal year, from the record, a day and the findings of the rule engine."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from reportlab.platypus import CondPageBreak, Flowable

from boarddesk.domain.finding import Finding
from boarddesk.domain.record import Record
from boarddesk.reports.flowables import HashBlock, Whole
from boarddesk.reports.frame import Built, Furniture, build
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.cover import TITLE, as_of_words, cover
from boarddesk.reports.sections.detail import detail_section
from boarddesk.reports.sections.findings import dates_section, findings_section
from boarddesk.reports.sections.front import state_words
from boarddesk.reports.sections.judged import Clause, Judged, Parameter, judged
from boarddesk.reports.sections.maps import guidelines_map, law_map
from boarddesk.reports.sections.tables import (
    attendance_section,
    independence_section,
    method_section,
    parameters_section,
)
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import long_date, short_date

__all__ = ["Clause", "Parameter", "compliance_pdf", "findings_digest"]

_CONTENTS = (
    ("Findings", "findings"),
    ("Dates ahead", "dates"),
    ("Guidelines by quarter", "guidelines"),
    ("Law by quarter", "law"),
    ("Independence", "independence"),
    ("Attendance", "attendance"),
    ("Clause detail", "detail"),
    ("Parameters relied on", "parameters"),
    ("Method", "method"),
)


def findings_digest(as_of: date, year: int, findings: Iterable[Finding]) -> str:
    """SHA-256 over the day, the year and the findings, as printed in the footer; hexadecimal."""
    return hashlib.sha256(msgspec.json.encode([as_of, year, list(findings)])).hexdigest()


def compliance_pdf(
    record: Record,
    as_of: date,
    year: int,
    findings: Iterable[Finding],
    clauses: Iterable[Clause],
    *,
    parameters: Mapping[str, Parameter] | None = None,
    counsel: bool = False,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The report as PDF; `clauses` in the order of their books, `findings` of any years (only `year` is printed).

    The same record, day and findings give the same bytes.
    """
    data = judged(record, as_of, year, findings, clauses, parameters or {}, sheet, counsel=counsel)
    digest = findings_digest(as_of, year, data.findings)
    first = _built(data, digest, {})
    final = _built(data, digest, first.page_of)
    if unprintable is not None:
        unprintable += data.escaper.reported()
    return final.pdf


def new_page(sheet: Sheet) -> CondPageBreak:
    """A new page, unless this one is still empty."""
    return CondPageBreak(sheet.height - REPORT_TOP - sheet.bottom - 2)


def _built(data: Judged, digest: str, pages: Mapping[str, int]) -> Built:
    body = _body(data, digest)
    present = [(title, key, pages.get(key, 0)) for title, key in _CONTENTS if key in pages or not pages]
    story = [*cover(data, present), new_page(data.sheet), *body]
    return build(story, _furniture(data, digest), data.sheet, later_top=REPORT_TOP)


def _body(data: Judged, digest: str) -> list[Flowable]:
    covers = (
        f"Covers the {len(data.findings):,} findings of this report, the day they were judged on and the fiscal year.",
        "The same record and the same rule tables give the same value. To check: print the report again.",
    )
    return [
        *findings_section(data),
        *dates_section(data),
        *guidelines_map(data),
        *law_map(data),
        *independence_section(data),
        *attendance_section(data),
        *detail_section(data),
        *parameters_section(data),
        Whole([*method_section(data), HashBlock("Findings", digest, covers, data.sheet)]),
        *glyph_note(data.escaper, data.styles),
    ]


def _furniture(data: Judged, digest: str) -> Furniture:
    name = data.record.company.name
    return Furniture(
        title=f"{TITLE}, fiscal year {data.year}, as of {long_date(data.as_of)}",
        author=name,
        subject=name,
        keywords=f"compliance; guidelines; law; {data.as_of.isoformat()}; FY{data.year}",
        header_left=f"{data.escaper.plain(name)} · {TITLE}",
        header_right=as_of_words(data),
        state=state_words(f"As of {short_date(data.as_of)} · findings {digest[:8]}", counsel=data.counsel),
    )
