"""The clocks that run or ran out: from which fact, which days were counted, which holidays were passed over."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Finding, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.happenings import Event
from boarddesk.rules.case import Case
from boarddesk.rules.clocks import Clock, clock_from
from boarddesk.rules.committee_cure import TERMS, failures
from boarddesk.rules.filed import Answered, answered
from boarddesk.rules.judge import Judge
from boarddesk.rules.listing_events import NOTICE_DAYS, WAIVER_DAYS
from boarddesk.rules.starting_facts import Item
from boarddesk.services.clauses import chip_of, clause_of
from boarddesk.services.workspace import Services

FORM_8K, KEY = "LAW-8K-", "clock:"
EVENT_DAYS = {"LAW-NQ-5610W": WAIVER_DAYS, "LAW-NQ-5625": NOTICE_DAYS}
MEETING_CLOCKS = ("LAW-DE-211", "LAW-NQ-5620a")
CURING = frozenset({Status.IN_CURE, Status.IN_PHASE_IN, Status.CURE_EXPIRED})
ENDED = frozenset({Status.OVERDUE, Status.CURE_EXPIRED})
RUNNING = frozenset({Status.DUE_SOON, Status.NOT_YET_DUE, *CURING, *ENDED})
UNSURE = frozenset({Status.CANNOT_JUDGE, Status.JUDGMENT_NEEDED})


class ClockLine(msgspec.Struct, frozen=True, kw_only=True):
    """One clock on the as-of day: what for, since when, until when, how much of it has gone, and how it counts.

    `left` says “Business day 2 of 4” or “3 days late”; `fact` is the key of the starting fact, where one is known.
    `origin` says who set its last day: the law, or for the review of a document the company.
    """

    id: str
    title: str
    status: str
    clause: str
    due: date
    left: str
    words: str
    starts: date | None = None
    share: float = 0.0
    late: bool = False
    fact: str = ""
    origin: str = "law"

    @property
    def key(self) -> str:
        """What a calendar knows it by: no meeting has such an id."""
        return f"{KEY}{self.id}"


class _Counted(msgspec.Struct, frozen=True):
    """What is known of how a clock runs: since when, how far, in words."""

    title: str
    words: str
    fact: str = ""
    starts: date | None = None
    share: float = 0.0
    left: str = ""


def clock_lines(services: Services) -> tuple[ClockLine, ...]:
    """Every clock that runs on the as-of day or ran out unanswered, by due day."""
    case, day = services.case(), services.day
    ours = {(e.fact.item.clause, e.fact.day.isoformat(), e.fact.who): e for e in _every(case)}
    found: dict[tuple[str, str, date], ClockLine] = {}
    for finding in _ticking(services.findings(), FiscalCalendar(case.record.company.fiscal_year_end), day):
        counted = _counted(case, finding, ours.get((finding.clause, finding.period, finding.subject)))
        if finding.due is not None:
            found[finding.clause, finding.subject, finding.due] = _line(finding, counted, finding.due, day)
    return tuple(sorted(found.values(), key=lambda line: (line.due, line.id)))


def _every(case: Case) -> Iterator[Answered]:
    for item in Item:
        yield from answered(case, item)


def _ticking(findings: Iterable[Finding], calendar: FiscalCalendar, day: date) -> Iterator[Finding]:
    """The findings that stand for a clock: those of an earlier year only where they are of a day of it."""
    for finding in findings:
        if finding.origin is not Origin.LAW or finding.due is None:
            continue
        present = not finding.period.startswith("FY") or int(finding.period[2:]) == calendar.year_of(day)
        if _runs(finding, day) if _of_a_day(finding) else present and _runs_for_a_year(finding):
            yield finding


def _of_a_day(finding: Finding) -> bool:
    return finding.clause.startswith(FORM_8K) or finding.clause in EVENT_DAYS


def _runs(finding: Finding, day: date) -> bool:
    """Whether a clock of days runs or ran out; what cannot be judged is shown until its day."""
    unsure = finding.status in UNSURE and finding.due is not None and finding.due >= day
    return finding.status in RUNNING or unsure


def _runs_for_a_year(finding: Finding) -> bool:
    timed = finding.clause.endswith("-CURE") or finding.clause in MEETING_CLOCKS
    return finding.status is Status.IN_PHASE_IN or (timed and finding.status in RUNNING)


def _line(finding: Finding, counted: _Counted, due: date, day: date) -> ClockLine:
    late = due < day
    left = days_left(due, day) if late or not counted.left else counted.left
    return ClockLine(
        id=f"{finding.clause}/{finding.period}/{finding.subject}", title=counted.title, status=finding.status.value,
        clause=chip_of(finding.clause), due=due, left=left, words=counted.words, starts=counted.starts,
        share=1.0 if late else counted.share, late=late, fact=counted.fact,
    )  # fmt: skip


def days_left(due: date, day: date) -> str:
    """“21 days left”, “today”, “3 days late”."""
    days = (due - day).days
    if days == 0:
        return "today"
    word = "day" if abs(days) == 1 else "days"
    return f"{days} {word} left" if days > 0 else f"{-days} {word} late"


# --- how each kind counts


def _counted(case: Case, finding: Finding, entry: Answered | None) -> _Counted:
    if entry is not None:
        return _business(case, entry.clock, entry.fact.title, entry.fact.keys[0])
    event = case.record.find(Event, finding.subject)
    if event is not None and finding.clause in EVENT_DAYS:
        days = case.parameters.value(EVENT_DAYS[finding.clause], event.on)
        return _business(
            case, clock_from(case, event, finding.title, event.on, days), finding.title, f"events:{event.id}"
        )
    first = _first_day(case, finding)
    title = f"{finding.title}: {finding.subject_label}" if finding.clause.startswith(FORM_8K) else finding.title
    if first is None or finding.due is None:
        return _Counted(title, finding.because)
    gone, whole = (case.as_of - first).days, (finding.due - first).days
    share = min(1.0, gone / whole) if whole else 1.0
    return _Counted(title, finding.because, starts=first, share=share, left=f"Day {gone} of {whole}")


def _business(case: Case, clock: Clock, title: str, fact: str) -> _Counted:
    gone = sum(day <= case.as_of for day in clock.counted)
    return _Counted(title, clock.words, fact, clock.starts, gone / clock.days, time_words(clock, case.as_of))


def time_words(clock: Clock, day: date) -> str:
    """“Business day 2 of 4”, or how late it is."""
    if clock.due < day:
        return days_left(clock.due, day)
    gone = sum(counted <= day for counted in clock.counted)
    return f"Business day {gone} of {clock.days}" if gone else f"{clock.days} business days left"


def _first_day(case: Case, finding: Finding) -> date | None:
    """When the cure period of a committee began; of other clocks the finding says it in words."""
    clause, committee = clause_of(finding.clause), case.record.find(Committee, finding.subject)
    terms = TERMS.get(committee.kind) if committee is not None else None
    if clause is None or committee is None or terms is None or not finding.clause.endswith("-CURE"):
        return None
    ours = [f for f in failures(case, Judge(clause, case), terms) if f.committee == committee]
    return next((f.first for f in reversed(ours) if f.deadline.day == finding.due), None)
