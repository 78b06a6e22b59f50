"""The work plan: every duty laid over a fiscal year's meetings, where each stands, and what is proposed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import AHEAD, BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.rules.case import Case
from boarddesk.rules.duty import DUE_SOON
from boarddesk.services.calendar_views import body_row
from boarddesk.services.compliance import findings_for
from boarddesk.services.words import day_month, meeting_name, short_day
from boarddesk.services.work_plan_duties import PlanDuty, can_take, duties_of, plan_case
from boarddesk.services.work_plan_marks import PlanMark, Standing, meetings_between, standing_of
from boarddesk.services.work_plan_proposals import Gap, Proposed, gaps_of, proposals
from boarddesk.services.workspace import Services

BREAK = timedelta(days=10)
"""Meetings so many days apart are of different rounds."""
Tone = Literal["green", "red", "orange", "amber", "grey", "slate", "violet"]
NEEDS_WORD = {
    Status.CANNOT_JUDGE: ("Cannot judge", "grey"),
    Status.JUDGMENT_NEEDED: ("Judgment needed", "violet"),
    Status.NOT_RECORDED: ("Not recorded", "red"),
}


class PlanMeeting(msgspec.Struct, frozen=True):
    """One column: a meeting with its body's letter and name, the round it belongs to, and its name in words."""

    id: str
    letter: str
    body: str
    name: str
    round: int
    day: date
    special: bool = False
    ahead: bool = False


class PlanRound(msgspec.Struct, frozen=True):
    """Meetings within a few days: “Q1 · 11–12 Feb”; `next` marks the first that is still ahead."""

    label: str
    short: str
    next: bool = False


class PlanRow(msgspec.Struct, frozen=True):
    """One duty over the year. `takes` are the meetings that it can be laid on; the outcome is in words."""

    duty: PlanDuty
    marks: tuple[PlanMark, ...]
    takes: frozenset[str]
    gaps: tuple[Gap, ...]
    proposed: tuple[Proposed, ...]
    outcome: str
    tone: Tone
    says: str

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.duty.id


class WorkPlan(msgspec.Struct, frozen=True):
    """A fiscal year's plan: rounds, meetings in order, rows, and all that is proposed."""

    year: int
    rounds: tuple[PlanRound, ...]
    meetings: tuple[PlanMeeting, ...]
    rows: tuple[PlanRow, ...]
    proposed: tuple[Proposed, ...]

    @property
    def unplaced(self) -> int:
        """How many duties have no meeting for a period of the year."""
        return sum(bool(row.gaps) for row in self.rows)


def work_plan(services: Services, year: int) -> WorkPlan:
    """The plan of a fiscal year as of the chosen day."""
    record, day = services.shown, services.day
    case = plan_case(record, day, year)
    period = next((each for each in case.years if each.year == year), None)
    if period is None:
        return WorkPlan(year, (), (), (), ())
    findings: dict[str, list[Finding]] = {}
    for finding in findings_for(services, year):
        findings.setdefault(finding.clause, []).append(finding)
    standings: dict[str, tuple[PlanDuty, Standing, tuple[Gap, ...]]] = {}
    for duty in duties_of(record, min(max(day, period.first), period.last)):
        standing = standing_of(case, duty, period, findings.get(duty.id, ()))
        standings[duty.id] = (duty, standing, gaps_of(case, duty, period, standing))
    found = proposals(case, period, standings)
    shown = meetings_between(case, period.first, period.last)
    rows = tuple(_row(case, *known, found, shown) for known in standings.values())
    columns, rounds = _columns(case, shown, rows)
    return WorkPlan(year, rounds, columns, rows, found)


# --- rows


def _row(
    case: Case,
    duty: PlanDuty,
    standing: Standing,
    gaps: tuple[Gap, ...],
    proposed: tuple[Proposed, ...],
    meetings: Sequence[Meeting],
) -> PlanRow:
    own = tuple(one for one in proposed if one.clause == duty.id)
    marks = {mark.meeting: mark for mark in standing.marks}
    marks |= {one.meeting: PlanMark(one.meeting, "proposed", one.why, movable=True) for one in own}
    takes = frozenset(m.id for m in meetings if can_take(case, duty, m))
    outcome, tone = _outcome(case, duty, standing, gaps, own)
    says = _says(standing, gaps, own)
    return PlanRow(duty, tuple(marks.values()), takes, gaps, own, outcome, tone, says)


def _outcome(
    case: Case, duty: PlanDuty, standing: Standing, gaps: tuple[Gap, ...], own: tuple[Proposed, ...]
) -> tuple[str, Tone]:
    """The words of the last column: the worst there is, what has no meeting, or the day that counts."""
    adverse = _adverse(case, duty, standing.findings)
    if adverse is not None:
        return adverse
    if len(gaps) > len(own):
        return "No meeting", "orange"
    if gaps:
        return "Not placed", "amber"
    ahead = [day for day in standing.planned if day >= case.as_of]
    over = not ahead or (duty.clause.interval is None and not standing.pending)
    if standing.done and (duty.quarterly or over):
        last = standing.done[-1]
        if duty.quarterly and duty.clause.duty is None:
            return "On schedule", "green"
        stated = duty.clause.interval is not None
        return (f"Done {day_month(last)}", "green") if stated else (f"Last {day_month(last)}", "slate")
    if ahead:
        soon = case.parameters.value(DUE_SOON, case.as_of).number
        return day_month(ahead[0]), "amber" if (ahead[0] - case.as_of).days <= soon else "slate"
    return "None on record" if case.calendar.year_of(case.as_of) >= case.span.last else "Not yet due", "grey"


def _adverse(case: Case, duty: PlanDuty, findings: tuple[Finding, ...]) -> tuple[str, Tone] | None:
    wrong = {f.period + f.subject for f in findings if f.status is Status.NOT_MET}
    if wrong:
        if duty.law:
            return ("Shortfall" if len(wrong) == 1 else f"{len(wrong)} shortfalls"), "red"
        return f"{len(wrong)} {'departs' if len(wrong) == 1 else 'depart'}", "red"
    late = [finding.due for finding in findings if finding.status is Status.OVERDUE and finding.due]
    if late:
        days = (case.as_of - min(late)).days
        return f"{days} {'day' if days == 1 else 'days'} late", "orange"
    for status, (word, tone) in NEEDS_WORD.items():
        if any(finding.status is status for finding in findings):
            return word, tone  # type: ignore[return-value] # the tones of the table above
    return None


def _says(standing: Standing, gaps: tuple[Gap, ...], own: tuple[Proposed, ...]) -> str:
    """What a tooltip adds to the outcome: the first reason, or what is proposed."""
    lines = [f"Proposed: {one.why}." for one in own]
    placed = {one.period for one in own}
    lines += [
        f"No meeting that can take it is planned by {short_day(gap.last)}." for gap in gaps if gap.period not in placed
    ]
    telling = [f.because for f in standing.findings if f.status in {Status.NOT_MET, Status.OVERDUE, *NEEDS_WORD}]
    waiting = [finding.because for finding in standing.pending] if standing.done else []
    return "\n".join(dict.fromkeys([*telling[:2], *waiting[:2], *lines]))


# --- columns


def _columns(
    case: Case, meetings: Sequence[Meeting], rows: tuple[PlanRow, ...]
) -> tuple[tuple[PlanMeeting, ...], tuple[PlanRound, ...]]:
    """Every regular meeting and session, and others where a mark stands there, by rounds and in them by body."""
    marked = {mark.meeting for row in rows for mark in row.marks}
    plain = {MeetingKind.REGULAR, MeetingKind.SESSION}
    shown = [m for m in meetings if m.body != STOCKHOLDERS and (m.kind in plain or m.id in marked)]
    rounds: list[list[Meeting]] = []
    for meeting in shown:
        if rounds and meeting.day - rounds[-1][0].day <= BREAK:
            rounds[-1].append(meeting)
        else:
            rounds.append([meeting])
    coming = next(
        (n for n, each in enumerate(rounds) if any(m.state in AHEAD and m.day >= case.as_of for m in each)), -1
    )
    columns: list[PlanMeeting] = []
    for number, each in enumerate(rounds):
        each.sort(key=lambda m: (_place(case, m.body), m.starts, m.id))
        columns += [_column(case, meeting, number) for meeting in each]
    return tuple(columns), tuple(_round(case, each, coming=n == coming) for n, each in enumerate(rounds))


def _column(case: Case, meeting: Meeting, number: int) -> PlanMeeting:
    row = body_row(case.record, meeting.body)
    return PlanMeeting(
        meeting.id, row.letter, meeting.body, meeting_name(case.record, meeting), number, meeting.day,
        special=meeting.kind is MeetingKind.SPECIAL, ahead=meeting.state in AHEAD and meeting.day >= case.as_of,
    )  # fmt: skip


def _place(case: Case, body: str) -> tuple[int, str]:
    """Committees by their letter, then the board, then its session."""
    committee = case.record.find(Committee, body)
    return ({BOARD: 1, INDEPENDENT: 2}.get(body, 0), committee.letter or committee.name if committee else body)


def _round(case: Case, meetings: list[Meeting], *, coming: bool) -> PlanRound:
    days = sorted({meeting.day for meeting in meetings})
    first, last = days[0], days[-1]
    if first == last:
        short = day_month(first)
    else:
        short = (
            f"{first.day}–{day_month(last)}" if first.month == last.month else f"{day_month(first)} – {day_month(last)}"
        )
    quarter = FiscalCalendar(case.record.company.fiscal_year_end).quarter_of(first)
    return PlanRound(f"Q{quarter.number} · {short}", short, next=coming)
