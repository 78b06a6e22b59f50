"""Where a duty stands at each meeting of a year: done, planned, missing, overdue, or departed from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.independence import Determination
from boarddesk.domain.meetings import AHEAD, BOARD, INDEPENDENT, AgendaItem, Meeting, MeetingState
from boarddesk.domain.motions import Motion
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.duty import eligible, occasions
from boarddesk.services.words import joined, short_day
from boarddesk.services.work_plan_duties import PUT_OFF, PlanDuty, taken_up

State = Literal["done", "planned", "proposed", "missing", "overdue", "not_met"]
RANK = ("not_met", "overdue", "done", "planned", "missing", "proposed")
GOOD = frozenset({Status.MET, Status.RECORDED})
WAITING = frozenset({Status.NOT_YET_DUE, Status.DUE_SOON})
SITTING = frozenset({MeetingState.IN_SESSION, MeetingState.RECESSED})
UNKNOWN = "nothing on record shows that it was taken up"


class PlanMark(msgspec.Struct, frozen=True):
    """One mark at one meeting, what is said of it, and whether it can be laid on another meeting."""

    meeting: str
    state: State
    says: str = ""
    movable: bool = False


class Standing(msgspec.Struct, frozen=True):
    """A duty over a fiscal year: its marks, the days it was done, the days it is planned for, its findings.

    `pending` are findings of those for whom it is still to be done, where it is owed to each officer or nominee:
    as long as there are any, what was done for others does not do for the year.
    """

    marks: tuple[PlanMark, ...]
    done: tuple[date, ...]
    planned: tuple[date, ...]
    findings: tuple[Finding, ...]
    pending: tuple[Finding, ...] = ()


def meetings_between(case: Case, first: date, last: date) -> tuple[Meeting, ...]:
    """Every meeting from the first to the last day that was not called off, in order of time."""
    days, meetings = case.once("meetings not called off", _not_called_off)
    return meetings[bisect_left(days, first) : bisect_right(days, last)]


def _not_called_off(case: Case) -> tuple[list[date], tuple[Meeting, ...]]:
    wanted = AHEAD | HELD | SITTING
    found = [meeting for meeting in case.record.all(Meeting) if meeting.state in wanted]
    found.sort(key=lambda meeting: (meeting.starts, meeting.id))
    return [meeting.day for meeting in found], tuple(found)


def standing_of(case: Case, duty: PlanDuty, year: Period, findings: Iterable[Finding]) -> Standing:
    """Everything the record says of one duty in one fiscal year; `findings` are those of its clause."""
    own = tuple(f for f in findings if duty.judged and case.calendar.year_of_period(f.period) == year.year)
    marker = _Marker(case, duty, year, own)
    found = marker.sessions() if duty.shown == "sessions" else marker.items()
    best: dict[str, PlanMark] = {}
    for mark in found:
        known = best.get(mark.meeting)
        if known is None or RANK.index(mark.state) < RANK.index(known.state):
            best[mark.meeting] = mark
    return Standing(
        tuple(best.values()), tuple(sorted(marker.done)), tuple(sorted(marker.planned)), own, _pending(duty, own)
    )


def _pending(duty: PlanDuty, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Who still waits for a duty that is owed to each of several; a motion in their favor may wait for its day."""
    if duty.shown != "findings" or duty.quarterly:
        return ()
    waiting = [finding for finding in findings if finding.status in WAITING]
    return tuple(f for f in waiting if all(piece.kind != Motion.table for piece in f.evidence))


def items_at(case: Case, meeting: str) -> tuple[AgendaItem, ...]:
    """The agenda of a meeting."""
    return case.record.where(AgendaItem, "meeting", meeting)


def _row_words(row: AgendaItem | Motion) -> str:
    return f"“{row.title}”" if isinstance(row, AgendaItem) else f"motion {row.number}".strip()


class _Marker:
    """One run over one duty; `done` and `planned` fill as its marks are made."""

    def __init__(self, case: Case, duty: PlanDuty, year: Period, findings: tuple[Finding, ...]) -> None:
        self.case, self.duty, self.year, self.findings = case, duty, year, findings
        self.meetings = meetings_between(case, year.first, year.last)
        self.done: set[date] = set()
        self.planned: set[date] = set()

    # --- duties that are items

    def items(self) -> Iterator[PlanMark]:
        """Marks of a duty that an item or a motion fulfils."""
        yield from self._occasions() if self.duty.shown == "occasions" else self._found()
        for meeting in self._own_meetings():
            items = items_at(self.case, meeting.id)
            if meeting.state in HELD:
                if self.duty.shown == "findings" and any(map(self.duty.serves, items)):
                    yield PlanMark(meeting.id, "missing", UNKNOWN)
            elif meeting.day >= self.case.as_of or meeting.state in SITTING:
                if taken_up(self.case.record, self.duty, meeting.id):
                    self.planned.add(meeting.day)
                    named = joined([f"“{item.title}”" for item in items if self.duty.serves(item)])
                    yield PlanMark(meeting.id, "planned", named, movable=meeting.state in AHEAD)
            elif any(map(self.duty.serves, items)):
                yield PlanMark(meeting.id, "missing", "nothing on record says whether the meeting was held")
        yield from self._adverse()

    def _own_meetings(self) -> list[Meeting]:
        return [meeting for meeting in self.meetings if eligible(self.case, self.duty.duty, meeting.body)]

    def _occasions(self) -> Iterator[PlanMark]:
        seen = occasions(self.case, self.duty.duty, self.duty.id)
        for entry in seen.within(self.year.first, self.year.cut):
            if entry.done:
                self.done.add(entry.day)
            if entry.row.meeting is None:
                continue
            if entry.done:
                yield PlanMark(entry.row.meeting, "done", _row_words(entry.row))
            else:
                yield PlanMark(entry.row.meeting, "missing", UNKNOWN if entry.done is None else "it was put off")

    def _found(self) -> Iterator[PlanMark]:
        """Meetings that the findings rest on: only findings tell whether a rule was followed."""
        for finding in self.findings:
            if finding.status not in GOOD:
                continue
            for meeting in self._shown_by(finding):
                self.done.add(meeting.day)
                yield PlanMark(meeting.id, "done", finding.because)

    def _shown_by(self, finding: Finding) -> list[Meeting]:
        found = {piece.id: meeting for piece in finding.evidence if (meeting := self._meeting_of(piece.kind, piece.id))}
        wanted = (m for m in found.values() if m.state in HELD and self.year.holds(m.day))
        return [meeting for meeting in wanted if eligible(self.case, self.duty.duty, meeting.body)]

    def _meeting_of(self, kind: str, row: str) -> Meeting | None:
        record = self.case.record
        if kind == Meeting.table:
            return record.find(Meeting, row)
        if kind == AgendaItem.table and (item := record.find(AgendaItem, row)):
            return record.find(Meeting, item.meeting)
        if kind == Motion.table and (motion := record.find(Motion, row)):
            return record.find(Meeting, motion.meeting)
        if kind == Determination.table and (made := record.find(Determination, row)):
            board = self.case.meetings(BOARD, made.decided_on, made.decided_on)
            return next(iter(board), None)
        return None

    def _adverse(self) -> Iterator[PlanMark]:
        for finding in self.findings:
            period = self._period_of(finding)
            held = [m for m in self._own_meetings() if m.state in HELD and period[0] <= m.day <= period[1]]
            if finding.status is Status.NOT_MET:
                at = self._shown_by(finding)[-1:] or held[-1:]
                yield from (PlanMark(meeting.id, "not_met", finding.because) for meeting in at)
            elif finding.status is Status.OVERDUE:
                yield from (PlanMark(meeting.id, "overdue", finding.because) for meeting in self._due_at(held))
            elif finding.status is Status.CANNOT_JUDGE and self.duty.quarterly:
                yield from (PlanMark(meeting.id, "missing", finding.because) for meeting in held[-1:])

    def _due_at(self, held: list[Meeting]) -> list[Meeting]:
        """The meeting at which it was put off, else the last of the body responsible, else the last of any."""
        put_off = [m for m in held if any(self._is_put_off(item) for item in items_at(self.case, m.id))]
        responsible = self.case.committee(self.duty.clause.body, self.case.as_of)
        right = [m for m in held if m.body in {self.duty.clause.body, responsible.id if responsible else ""}]
        return (put_off or right or held)[-1:]

    def _is_put_off(self, item: AgendaItem) -> bool:
        return item.outcome in PUT_OFF and (item.type in self.duty.items or self.duty.id in item.clauses)

    def _period_of(self, finding: Finding) -> tuple[date, date]:
        for quarter in self.case.quarters:
            if quarter.id == finding.period:
                return quarter.first, quarter.last
        return self.year.first, self.year.last

    # --- the independent session

    def sessions(self) -> Iterator[PlanMark]:
        """Marks of the session after each regular meeting: it is a meeting itself, and never an item."""
        by_subject = {finding.subject: finding for finding in self.findings}
        for session in self.meetings:
            if session.body != INDEPENDENT:
                continue
            finding = by_subject.pop(session.parent or "", None)
            if session.state in AHEAD:
                self.planned.add(session.day)
                yield PlanMark(session.id, "planned", f"after the Board meeting of {short_day(session.day)}")
            elif finding is not None:
                yield self._session(session, finding)
        for subject, finding in by_subject.items():
            if finding.status in {Status.NOT_MET, Status.DUE_SOON} and self.case.record.find(Meeting, subject):
                state: State = "not_met" if finding.status is Status.NOT_MET else "missing"
                yield PlanMark(subject, state, finding.because)

    def _session(self, session: Meeting, finding: Finding) -> PlanMark:
        if finding.status is Status.MET:
            self.done.add(session.day)
            return PlanMark(session.id, "done", finding.because)
        return PlanMark(session.id, "not_met" if finding.status is Status.NOT_MET else "missing", finding.because)
