"""What of a year's work has no meeting yet, and a meeting proposed for each: in time, and not all on one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import msgspec

from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import BOARD, AgendaItem, ItemType, Meeting, MeetingKind
from boarddesk.rules.case import Case, Period
from boarddesk.rules.duty import Occasions, adopted_interval, each_year, months_of, occasions
from boarddesk.rules.months import add_months
from boarddesk.services.words import meeting_title, short_day
from boarddesk.services.work_plan_duties import PlanDuty, can_take, taken_up
from boarddesk.services.work_plan_marks import Standing, items_at, meetings_between

ONE_DAY = timedelta(days=1)
USUAL_MINUTES = 20
"""What an item counts for whose length nobody has said."""
OUT_OF_SEASON = 0.5
"""Minutes that a day away from last year's day weighs: a quarter away weighs like two items more."""
SPARED = frozenset({Status.EXEMPT, Status.NOT_APPLICABLE})
SLATE, DIRECTOR_PAY = "GL-2.2a", "GL-6.2"


class Gap(msgspec.Struct, frozen=True):
    """A period in which a duty has no meeting yet: its name, its first day, its last, and when it is due, if it is."""

    period: str
    label: str
    first: date
    last: date
    due: date | None = None


class Proposed(msgspec.Struct, frozen=True):
    """A meeting proposed for a duty of one period, and why that one."""

    clause: str
    period: str
    meeting: str
    why: str


def gaps_of(case: Case, duty: PlanDuty, year: Period, standing: Standing) -> tuple[Gap, ...]:
    """The periods of a fiscal year, under way or ahead, for which the duty is neither done nor planned."""
    if duty.shown == "sessions" or year.past:
        return ()
    last = _last_day(case, duty, year)
    if last is None or last < case.as_of:
        return ()
    adopted = adopted_interval(case, duty.id, year.cut)
    if not duty.quarterly and adopted is not None and not each_year(adopted):
        return tuple(_by_interval(case, duty, year))
    stated = duty.clause.interval is not None or adopted is not None
    spared = {finding.period for finding in standing.findings if finding.status in SPARED and duty.id != DIRECTOR_PAY}
    periods = [q for q in case.quarters if q.year == year.year] if duty.quarterly else [year]
    found = []
    done = () if standing.pending else standing.done
    for period in periods:
        covered = any(period.holds(day) for day in (*done, *standing.planned))
        if not period.past and period.id not in spared and not covered:
            due = None if not stated and last == period.last and not duty.quarterly else last
            end = min(period.last, last)
            found.append(Gap(period.id, period.label, period.first, end, min(end, due) if due else None))
    return tuple(found)


def _last_day(case: Case, duty: PlanDuty, year: Period) -> date | None:
    """The last day on which a meeting serves the year; the slate comes before the Board's and the annual meeting."""
    if duty.id != SLATE:
        return year.last
    annual = [m.day for m in case.annual_meetings.values() if year.holds(m.day)]
    if not annual:
        return None
    boards = case.meetings(BOARD, max(year.first, case.as_of), annual[0])
    puts = [m.day for m in boards if any(_is_slate(item) for item in items_at(case, m.id))]
    return min([annual[0] - ONE_DAY, *puts])


def _is_slate(item: AgendaItem) -> bool:
    return item.type is ItemType.NOMINATION and SLATE in item.clauses


def _by_interval(case: Case, duty: PlanDuty, year: Period) -> Iterator[Gap]:
    """By an interval of the company's own: the first day in the year by which no meeting is planned."""
    adopted = adopted_interval(case, duty.id, year.cut)
    months = months_of(adopted.text) if adopted else None
    if not months:
        return
    seen: Occasions = occasions(case, duty.duty, duty.id)
    last = seen.last_done(case.as_of)
    day = max(last.day if last else date.min, case.parameters.adopted_on(f"interval.{duty.id}", year.cut))
    day = last.day if last and add_months(last.day, months) >= day else day
    ahead = _planned_days(case, duty, year.last)
    due = add_months(day, months)
    while due <= year.last:
        late = due < case.as_of
        served = [planned for planned in ahead if day < planned and (late or planned <= due)]
        if not served:
            if due >= year.first or late:
                yield Gap(year.id, year.label, year.first, year.last if late else due, due)
            return
        day = served[0] if late else served[-1]
        due = add_months(day, months)


def _planned_days(case: Case, duty: PlanDuty, last: date) -> list[date]:
    meetings = meetings_between(case, case.as_of, last)
    own = [m for m in meetings if can_take(case, duty, m) and taken_up(case.record, duty, m.id)]
    return [meeting.day for meeting in own]


# --- proposals


def proposals(
    case: Case, year: Period, standings: Mapping[str, tuple[PlanDuty, Standing, tuple[Gap, ...]]]
) -> tuple[Proposed, ...]:
    """A meeting for each gap that has one: of the right body, before it is due, little laden, near last year's day."""
    return _Placer(case, year, standings).all()


class _Placer:
    """One run of proposing; `load` counts the minutes that each meeting has, proposals included."""

    def __init__(
        self, case: Case, year: Period, standings: Mapping[str, tuple[PlanDuty, Standing, tuple[Gap, ...]]]
    ) -> None:
        self.case, self.year, self.standings = case, year, standings
        first = max(case.as_of + ONE_DAY, year.first)
        self.meetings = [m for m in meetings_between(case, first, year.last) if m.kind is MeetingKind.REGULAR]
        self.load: Counter[str] = Counter()
        for meeting in self.meetings:
            for item in items_at(case, meeting.id):
                self.load[meeting.id] += item.minutes or USUAL_MINUTES
        self.days: dict[str, date] = {}

    def all(self) -> tuple[Proposed, ...]:
        """Those with the fewest meetings to choose from first, then those due first; followers after their leader."""
        wanted = [(duty, gap) for duty, _standing, gaps in self.standings.values() for gap in gaps]
        wanted.sort(key=lambda pair: (bool(pair[0].after), len(self._open(*pair)), pair[1].due or date.max, pair[0].id))
        return tuple(found for duty, gap in wanted if (found := self._place(duty, gap)) is not None)

    def _open(self, duty: PlanDuty, gap: Gap) -> list[Meeting]:
        """The meetings that can take it, those of the responsible body where there are any."""
        last = self._before(duty, gap)
        within = [m for m in self.meetings if max(gap.first, self.case.as_of) <= m.day <= last]
        able = [m for m in within if can_take(self.case, duty, m) and not taken_up(self.case.record, duty, m.id)]
        right = [meeting for meeting in able if self._is_right(duty, meeting)]
        return right or able

    def _is_right(self, duty: PlanDuty, meeting: Meeting) -> bool:
        committee = self.case.committee(duty.clause.body, min(meeting.day, self.case.as_of))
        return meeting.body in {duty.clause.body, committee.id if committee else ""}

    def _before(self, duty: PlanDuty, gap: Gap) -> date:
        """The last day that serves: a duty that another one follows comes no later than that one is planned."""
        followers = (other for other, _s, _g in self.standings.values() if other.after == duty.id)
        planned = [day for other in followers for day in self.standings[other.id][1].planned if day >= self.case.as_of]
        return min([gap.last, *planned])

    def _place(self, duty: PlanDuty, gap: Gap) -> Proposed | None:
        open_ = self._open(duty, gap)
        if duty.after in self.standings:
            leader = self._leader(duty.after)
            open_ = [meeting for meeting in open_ if leader is None or meeting.day >= leader]
        if not open_:
            return None
        last = self._last_time(duty)
        meeting = min(open_, key=lambda m: (self._cost(duty, m, last, open_), m.starts, m.id))
        self.load[meeting.id] += USUAL_MINUTES
        self.days[duty.id] = meeting.day
        return Proposed(duty.id, gap.period, meeting.id, self._why(gap, meeting, last))

    def _leader(self, clause: str) -> date | None:
        standing = self.standings[clause][1]
        known = [*standing.done, *standing.planned, *([self.days[clause]] if clause in self.days else [])]
        return min(known, default=None)

    def _last_time(self, duty: PlanDuty) -> date | None:
        seen = occasions(self.case, duty.duty, duty.id).within(date.min, self.case.as_of)
        own = (e for e in reversed(seen) if not isinstance(e.row, AgendaItem) or duty.serves(e.row))
        return next((entry.day for entry in own if entry.done), None)

    def _cost(self, duty: PlanDuty, meeting: Meeting, last: date | None, open_: list[Meeting]) -> float:
        """Minutes already there, and how far from the season: last year's day, else the start or end of the year."""
        cost = float(self.load[meeting.id])
        if duty.season:
            edge = min(m.day for m in open_) if duty.season == "early" else max(m.day for m in open_)
            return cost / USUAL_MINUTES + abs((meeting.day - edge).days)
        if last is not None and not duty.quarterly:
            away = (meeting.day - add_months(last, 12 * (meeting.day.year - last.year))).days
            cost += OUT_OF_SEASON * abs(away)
        return cost

    def _why(self, gap: Gap, meeting: Meeting, last: date | None) -> str:
        said = f"{meeting_title(self.case.record, meeting)}, {short_day(meeting.day)}"
        due = f"before it is due on {short_day(gap.due)}" if gap.due else f"once in {gap.label} is usual"
        return f"{said}; {due}{f'; last done {short_day(last)}' if last else ''}"
