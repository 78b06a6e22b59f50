"""The first page of a report: title, counsel's direction where chosen, facts, and the limits before any result."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from boarddesk.domain.people import Role
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture
from boarddesk.reports.ruled import facts_table, shaded
from boarddesk.reports.sections.judged import Judged
from boarddesk.reports.style import Styles
from boarddesk.reports.templates import template
from boarddesk.reports.wording import long_date, short_date

COUNSEL = "Prepared at the direction of counsel"
"""Offered, never the default: whether it holds is counsel's to say."""


def counsel_line(styles: Styles, *, counsel: bool) -> list[Flowable]:
    """The line under the title, where it was chosen for this report."""
    return [Text(f"<b>{COUNSEL}</b>", styles.small)] if counsel else []


def state_words(state: str, *, counsel: bool) -> str:
    """The footer's state, after counsel's direction where it was chosen."""
    return f"{COUNSEL} · {state}" if counsel else state


@dataclass(frozen=True, slots=True)
class Front:
    """How a report is named: its key among the standing words, its title, what it is of, and its keywords."""

    key: str
    title: str
    subtitle: str
    keywords: str

    def opening(self, data: Judged, facts: Sequence[tuple[str, str]] = ()) -> list[Flowable]:
        """Company, title, as-of day, facts and limits; `facts` follow the company's."""
        s, sheet, sans = data.styles, data.sheet, data.sans
        company = data.record.company.name or "Company not named"
        told = [(name, sans(value)) for name, value in (*facts, *_prepared(data))]
        limits: list[Flowable] = [
            Text(text.format(as_of=long_date(data.as_of)), s.limits)
            for text in (*template("reports")[self.key], template("reports")["limits"])
        ]
        return [
            Overline(data.escaper.plain(company), bookmark="Summary"),
            Heading(self.title, s.title, sheet),
            Text(data.escaper.title(self.subtitle), s.subtitle),
            *counsel_line(s, counsel=data.counsel),
            *([facts_table(told, sheet), Spacer(1, 8)] if told else []),
            shaded(limits, "Limits", sheet),
            Spacer(1, 8),
        ]

    def furniture(self, data: Judged) -> Furniture:
        """Header, footer and metadata."""
        name = data.record.company.name
        return Furniture(
            title=f"{self.title}, {self.subtitle[:1].lower()}{self.subtitle[1:]}",
            author=name,
            subject=name,
            keywords=f"{self.keywords}; {data.as_of.isoformat()}; FY{data.year}",
            header_left=f"{data.escaper.plain(name)} · {self.title}",
            header_right=f"FY {data.year} as of {short_date(data.as_of)}",
            state=state_words(f"As of {short_date(data.as_of)}", counsel=data.counsel),
        )


def of_year(data: Judged) -> str:
    """“Fiscal year 2026, as of November 12, 2026”."""
    return f"Fiscal year {data.year}, as of {long_date(data.as_of)}"


def _prepared(data: Judged) -> list[tuple[str, str]]:
    secretary = holder_of(data.record, Role.SECRETARY, data.as_of)
    return [("Prepared by", f"{name_of(data.record, secretary)}, Corporate Secretary")] if secretary else []
