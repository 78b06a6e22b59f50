"""What needs the secretary: overdue, due soon, waiting for others; from findings and from the record."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Evidence, Finding, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Appointment, BoardSize
from boarddesk.domain.record import Record
from boarddesk.services.clauses import chip_of
from boarddesk.services.events import Sheet, open_sheets, sheet_behind
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.retention import due_proposals
from boarddesk.services.waiting import Wait, waits
from boarddesk.services.workspace import Services

BEGIN, FOLLOWS = "To begin", "What follows"
LATE, SOON, WAITING = "Overdue or not on record", "Due soon", "Waiting for others"
DEPARTS = "Departs or falls short now"
GROUPS = (BEGIN, LATE, DEPARTS, SOON, WAITING)

_GROUP_OF = {
    Status.CURE_EXPIRED: LATE,
    Status.OVERDUE: LATE,
    Status.NOT_RECORDED: LATE,
    Status.CANNOT_JUDGE: LATE,
    Status.NOT_MET: DEPARTS,
    Status.IN_CURE: SOON,
    Status.DISCLOSURE_REQUIRED: SOON,
    Status.JUDGMENT_NEEDED: SOON,
    Status.DUE_SOON: SOON,
}
_ORDER = {status: place for place, status in enumerate(_GROUP_OF)}


class Need(msgspec.Struct, frozen=True):
    """One line of Home: what is asked, why, until when, and what Enter does.

    `status` is a status code or empty (waiting for others); `target` is what `page` shows when the line
    is acted on. `left` says how late or how long in words, `late` whether it is.
    """

    id: str
    group: str
    status: str
    origin: str
    title: str
    second: str
    clause: str
    law: bool
    due: date | None
    left: str
    late: bool
    body: str
    action: str
    page: str
    target: object
    sheet: str = ""
    """The thing that happened whose sheet is opened instead, where there is one."""


def needs_of(services: Services) -> tuple[Need, ...]:
    """Every line of Home, the most pressing first."""
    day = services.day
    found = [*_from_findings(services, day), *(_waiting(wait, day) for wait in waits(services.shown, day))]
    shown = {need.sheet for need in found}
    found += [_following(sheet, day) for sheet in open_sheets(services) if sheet.id not in shown]
    found += [_beginning(*step) for step in _first_steps(services.shown)]
    found += _letting_go(services)
    return tuple(sorted(found, key=lambda need: (GROUPS.index(need.group), need.due or date.max)))


def on_schedule(services: Services, shown: Iterable[Need]) -> int:
    """How many clauses of the present fiscal year ask for nothing now."""
    asking = {need.target for need in shown if need.page == "compliance"}
    return len({finding.clause for finding in _present(services)} - asking)


def _present(services: Services) -> list[Finding]:
    """The findings of the fiscal year under way: its own, its quarters', and those of a day within it."""
    calendar = FiscalCalendar(services.record.company.fiscal_year_end)
    year = calendar.year_of(services.day)
    return [finding for finding in services.findings() if _year_of(finding.period, calendar) == year]


def _year_of(period: str, calendar: FiscalCalendar) -> int:
    if period.startswith("FY"):
        return int(period[2:])
    year, _, rest = period.partition("-")
    return int(year) if rest.startswith("Q") else calendar.year_of(date.fromisoformat(period))


def _from_findings(services: Services, day: date) -> Iterator[Need]:
    """One line for each clause and state: the worst and latest, with a count of the others."""
    by_clause: dict[tuple[str, str], list[Finding]] = {}
    for finding in _present(services):
        if finding.status in _GROUP_OF and not _past_cure(finding, services, day):
            by_clause.setdefault((finding.clause, _GROUP_OF[finding.status]), []).append(finding)
    for (clause, group), findings in by_clause.items():
        findings.sort(key=lambda f: (_ORDER[f.status], f.due or date.max))
        need, sheet = _need(findings, clause, group, day), sheet_behind(services, findings[0])
        yield replace(need, sheet=sheet, action=FOLLOWS) if sheet else need


def _following(sheet: Sheet, day: date) -> Need:
    """One line for what is left of a sheet."""
    step = sheet.next
    due = step.due if step is not None else None
    left, late = time_left(due, day)
    done = f"{sheet.done} of {len(sheet.steps)} steps settled"
    return Need(
        id=f"follows-{sheet.id}", group=LATE if late else WAITING, status=Status.OVERDUE.value if late else "",
        origin=Origin.LAW.value, title=f"{sheet.title}: what follows",
        second=f"{done}; next: {step.title}" if step is not None else done,
        clause="Follow-up", law=False, due=due, left=left, late=late, body="", action=FOLLOWS, page="", target=None,
        sheet=sheet.id,
    )  # fmt: skip


def _letting_go(services: Services) -> Iterator[Need]:
    """One line for all that the retention policy lets go today; on another day nothing can be disposed of."""
    due = due_proposals(services) if services.day == services.today and not services.why_read_only else ()
    if not due:
        return
    kinds = f"{len(due)} {'kind' if len(due) == 1 else 'kinds'} of records"
    named = f"{DISPOSABLE[due[0].what]}, {due[0].name}{f', and {len(due) - 1} more' if len(due) > 1 else ''}"
    wait = Wait(
        what="Retention", title=f"{kinds} may be disposed of under the policy", second=f"{named}; on no legal hold",
        since=due[0].due, due=None, body="", action="Decide", target=Evidence("disposals", "", "Disposals"),
    )  # fmt: skip
    yield _waiting(wait, services.day)


def _past_cure(finding: Finding, services: Services, day: date) -> bool:
    """A departure of a period gone by is history: the Compliance page keeps it; Home shows what is so now."""
    if finding.status is not Status.NOT_MET:
        return False
    calendar = FiscalCalendar(services.record.company.fiscal_year_end)
    period = finding.period
    if period.startswith("FY"):
        return False
    now = calendar.quarter_of(day)
    return period != str(now) if "-Q" in period else calendar.quarter_of(date.fromisoformat(period)) != now


def _need(findings: list[Finding], clause: str, group: str, day: date) -> Need:
    first, others = findings[0], len(findings) - 1
    why = " ".join(first.because.split())
    left, late = time_left(first.due, day)
    if first.status is Status.CANNOT_JUDGE:
        left = left or "cannot judge"
    return Need(
        id=f"{clause}-{group}",
        group=group,
        status=first.status.value,
        origin=first.origin.value,
        title=first.title or clause,
        second=f"{why} And {others} more like it." if others else why,
        clause=chip_of(clause),
        law=first.origin is Origin.LAW,
        due=first.due,
        left=left,
        late=late,
        body=first.responsible,
        action="See why",
        page="compliance",
        target=clause,
    )


def _first_steps(record: Record) -> Iterator[tuple[str, str, str, str]]:
    """What a new file lacks: title, why, the verb, and the page where it is entered."""
    if not record.all(BoardSize) or not record.all(Appointment):
        yield "The board", "Its authorized size and its directors, with class and term", "Enter the board", "board"
    if not record.all(Committee):
        yield "The committees", "Each with its members, its chair and its charter", "Enter them", "board"
    if not record.all(Meeting):
        yield (
            "The year’s meetings",
            "Proposed from the company’s habits, to be changed and accepted",
            "Plan",
            "calendar",
        )


def _beginning(title: str, second: str, action: str, page: str) -> Need:
    return Need(
        id=f"begin-{title}",
        group=BEGIN,
        status=Status.INFORMATION.value,
        origin=Origin.GUIDELINE.value,
        title=title,
        second=second,
        clause="",
        law=False,
        due=None,
        left="",
        late=False,
        body="",
        action=action,
        page=page,
        target=None,
    )


def _waiting(wait: Wait, day: date) -> Need:
    left, late = time_left(wait.due, day)
    days = (day - wait.since).days if wait.since else 0
    waiting = f"{days} {'day' if days == 1 else 'days'} waiting" if wait.since and days > 0 else ""
    return Need(
        id=f"{wait.target.kind}-{wait.target.id}-{wait.what}",
        group=LATE if late else SOON if wait.own else WAITING,
        status=Status.OVERDUE.value if late else Status.DUE_SOON.value if wait.own else "",
        origin=Origin.GUIDELINE.value,
        title=wait.title,
        second=wait.second,
        clause=wait.what,
        law=False,
        due=wait.due,
        left=left if late or not waiting else waiting,
        late=late,
        body=wait.body,
        action=wait.action,
        page="",
        target=wait.target,
    )


def time_left(due: date | None, day: date) -> tuple[str, bool]:
    """“21 days”, “today” or “20 days late”, and whether it is late; empty without a date."""
    if due is None:
        return "", False
    days = (due - day).days
    if days == 0:
        return "today", False
    word = "day" if abs(days) == 1 else "days"
    return (f"{days} {word}", False) if days > 0 else (f"{-days} {word} late", True)


def by_body(needs: Iterable[Need]) -> tuple[Need, ...]:
    """The same lines, under the body responsible for each."""
    grouped = [replace(need, group=need.body or "The secretary") for need in needs]
    return tuple(sorted(grouped, key=lambda need: need.group))


def place_of(need: Need) -> tuple[str, object]:
    """The page that a line leads to, empty for that of its evidence, and the target there."""
    if isinstance(need.target, Evidence):
        return "", need.target
    return need.page, need.target
