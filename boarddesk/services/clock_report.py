"""The calendar of clocks as PDF: those that run or ran out, and those answered in the fiscal year."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.happenings import Event
from boarddesk.rules.clocks import Clock, clock_from
from boarddesk.rules.filed import Answered, all_clocks
from boarddesk.services.clauses import chip_of
from boarddesk.services.clocks import EVENT_DAYS, FORM_8K, ClockLine, clock_lines
from boarddesk.services.report_inputs import report_inputs
from boarddesk.services.workspace import Services

if TYPE_CHECKING:
    from boarddesk.reports.documents.clock_calendar import ClockRow, Counted

ANSWERED = frozenset({Status.MET, Status.NOT_MET, Status.RECORDED})


def clocks_pdf(services: Services, *, counsel: bool = False) -> bytes:
    """The calendar of clocks as of the day shown."""
    from boarddesk.reports.documents.clock_calendar import clock_calendar_pdf

    given = report_inputs(services)
    calendar = FiscalCalendar(services.record.company.fiscal_year_end)
    first, last = calendar.year_starts(given.year - 1), calendar.year_ends(given.year + 1)
    findings = {f"{f.clause}/{f.period}/{f.subject}": f for f in given.findings}
    clocks = {key: entry.clock for key, entry in _filings(services, first, last)}
    clocks |= {key: clock for key, f in findings.items() if (clock := _of_event(services, f)) is not None}
    lines = clock_lines(services)
    running = [_running(line, findings.get(line.id), clocks.get(line.id)) for line in lines]
    shown = {line.id for line in lines}
    done = {
        key: finding
        for key, finding in findings.items()
        if key not in shown
        and finding.status in ANSWERED
        and (finding.clause.startswith(FORM_8K) or finding.clause in EVENT_DAYS)
        and calendar.year_of_period(finding.period) == given.year
        and not finding.period.startswith("FY")
    }
    titles = {key: entry.fact.title for key, entry in _filings(services, first, last)}
    ended = [_ended(f, titles.get(key) or f.title, clocks.get(key)) for key, f in done.items()]
    ended.sort(key=lambda row: (row.due, row.rule, row.title))
    behind = [finding for key, finding in findings.items() if key in shown or key in done]
    return clock_calendar_pdf(
        services.shown, services.day, running, ended, behind, parameters=given.parameters, counsel=counsel
    )


def _filings(services: Services, first: date, last: date) -> Iterator[tuple[str, Answered]]:
    """The clocks of Form 8-K by the key of their finding."""
    for entry in all_clocks(services.case(), first, last):
        yield f"{entry.fact.item.clause}/{entry.fact.day.isoformat()}/{entry.fact.who}", entry


def _of_event(services: Services, finding: Finding) -> Clock | None:
    """The clock of a notice or a disclosure that an event of its own starts."""
    case = services.case()
    event = case.record.find(Event, finding.subject)
    if event is None or finding.clause not in EVENT_DAYS:
        return None
    days = case.parameters.value(EVENT_DAYS[finding.clause], event.on)
    return clock_from(case, event, finding.title, event.on, days)


def _counted(clock: Clock | None) -> "Counted | None":
    from boarddesk.reports.documents.clock_calendar import Counted

    if clock is None:
        return None
    return Counted(clock.starts, clock.counted, clock.skipped, clock.start_closed)


def _running(line: ClockLine, finding: Finding | None, clock: Clock | None) -> "ClockRow":
    from boarddesk.reports.documents.clock_calendar import ClockRow

    why = finding.because if finding is not None and finding.because != line.words else ""
    return ClockRow(
        title=line.title, rule=line.clause, status=Status(line.status), words=line.words, due=line.due,
        left=line.left, starts=line.starts, why=why, counted=_counted(clock),
    )  # fmt: skip


def _ended(finding: Finding, title: str, clock: Clock | None) -> "ClockRow":
    """One that was answered, by its starting fact."""
    from boarddesk.reports.documents.clock_calendar import ClockRow

    starts = date.fromisoformat(finding.period)
    return ClockRow(
        title=title,
        rule=chip_of(finding.clause),
        status=finding.status,
        words=clock.words if clock else "",
        due=clock.due if clock else finding.due or starts,
        starts=clock.starts if clock else starts,
        why=finding.because,
        counted=_counted(clock),
    )
