"""What follows from a restatement: the analysis of pay, its recovery or why there is none, and what is disclosed."""

from collections.abc import Iterator

import msgspec

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import Evidence, Finding, Status
from boarddesk.domain.happenings import Event, EventKind
from boarddesk.domain.meetings import AHEAD, Meeting
from boarddesk.domain.people import RoleTenure
from boarddesk.services.event_steps import DONE, EXCHANGE, FILED, PEOPLE, SEATS, Look, Step, from_finding
from boarddesk.services.words import joined, short_day, small_number

RECOVERY, STATEMENTS = "LAW-NQ-5608", "GL-1.15a"
YEARS = "recovery_years"
"""The parameter: completed fiscal years before the restatement was required, in which pay is looked at."""
GROUNDS = (
    "It is left undone only where it is impracticable: it would cost more than the amount, after a documented attempt; "
    "home-country law older than 28 Nov 2022 forbids it, by opinion of counsel; or it would break a tax-qualified "
    "plan. The Board or its committee on pay finds that by a motion; enter it under Registers, Events."
)


def restated(look: Look) -> Iterator[Step]:
    """The restated statements, and what is disclosed of the recovery; the rule names no number of days."""
    second = "In the annual report and the proxy statement"
    yield _open(look, "statements", FILED, "Restated financial statements", "Filed anew, or in the next report")
    yield _open(look, "disclosure", FILED, "Recovery disclosed", second)
    policy = look.finding(RECOVERY, "company", f"FY{look.case.calendar.year_of(look.case.as_of)}")
    if policy is not None:
        title = "Policy on recovery, in force and filed"
        step = Step(key="policy", group=EXCHANGE, title=title, page="documents")
        yield look.ticked(from_finding(step, policy))


def analysis(look: Look) -> Iterator[Step]:
    """Whom recovery reaches and for which years, then the recovery itself."""
    event = look.happening.row(Event)
    if event is None:
        return
    years = _years(look, event)
    named = joined([str(year) for year in years])
    people = _reached(look, event)
    who = joined(people) or "nobody on record"
    words = (
        f"Incentive pay received in the {small_number(len(years))} completed fiscal years before "
        f"{short_day(event.on)}, {named}, is reckoned anew on the restated figures, whoever was at fault. "
        f"Executive officers in those years, also those who have left: {who}."
    )
    reckoned = Step(
        key="analysis", group=SEATS, title="Analysis of pay received in excess", clause=RECOVERY,
        second=f"Fiscal years {named}; executive officers, present and former", words=words,
    )  # fmt: skip
    yield look.ticked(reckoned)
    yield _recovery(look, event)
    yield _taken_up(look, CommitteeKind.AUDIT, "audit", "Audit committee takes up the restatement", STATEMENTS)
    yield _taken_up(
        look, CommitteeKind.COMPENSATION, "pay", "Compensation committee takes up recovery",
        RECOVERY,
    )  # fmt: skip


def officers_told(look: Look) -> Iterator[Step]:
    """Those from whom pay is recovered."""
    second = "How much, and until when; nobody is indemnified for it"
    yield _open(look, "officers", PEOPLE, "The officers concerned", second)


def _open(look: Look, key: str, group: str, title: str, second: str) -> Step:
    return look.ticked(Step(key=key, group=group, title=title, second=second, words=f"{second}."))


def _years(look: Look, event: Event) -> range:
    """The completed fiscal years before the day, oldest first."""
    running = look.case.calendar.year_of(event.on)
    return range(running - look.case.parameters.value(YEARS, event.on).number, running)


def _reached(look: Look, event: Event) -> list[str]:
    """Who was executive officer at some time in those years, by name."""
    years, calendar = _years(look, event), look.case.calendar
    first, last = calendar.year_starts(years[0]), calendar.year_ends(years[-1])
    held = [t for t in look.record.all(RoleTenure) if t.executive and t.start <= last]
    ours = sorted((t for t in held if t.end is None or t.end > first), key=lambda t: (t.start, t.id))
    return [look.name(person) for person in dict.fromkeys(tenure.person for tenure in ours)]


def _recovery(look: Look, event: Event) -> Step:
    """The step that the rule reads: recovered, nothing to recover, or found impracticable by those who may."""
    second = "Reasonably promptly: the rule names no number of days"
    step = Step(
        key=RECOVERY, group=SEATS, title="Pay recovered, or why none is", clause=RECOVERY,
        second=second, words=f"{second}. {GROUNDS}",
    )  # fmt: skip
    finding = look.finding(RECOVERY, event.id)
    waived = [row for row in look.happening.rows if isinstance(row, Event) and row.kind is EventKind.RECOVERY_WAIVED]
    if finding is None or not waived or finding.status is Status.NOT_APPLICABLE:
        return look.ticked(step, keys=(f"{event.table}:{event.id}",))
    return look.ticked(_impracticable(step, finding, look.evidence(waived[0])[0], waived[0]))


def _impracticable(step: Step, finding: Finding, target: Evidence, waived: Event) -> Step:
    found = from_finding(msgspec.structs.replace(step, page="registers", target=target), finding)
    said = f"Found impracticable {short_day(waived.on)}"
    if finding.status is Status.EXCEPTION_RELIED_ON:
        return msgspec.structs.replace(found, status=DONE, said=said)
    return msgspec.structs.replace(found, said=said)


def _taken_up(look: Look, kind: CommitteeKind, key: str, title: str, clause: str) -> Step:
    """A committee hears of it at its next meeting that is planned."""
    committee = look.case.committee(kind, look.case.as_of)
    held = look.record.where(Meeting, "body", committee.id) if committee is not None else ()
    ahead = [m for m in held if m.state in AHEAD and m.day >= look.case.as_of]
    meeting = min(ahead, key=lambda m: m.starts, default=None)
    second = f"Next meeting {short_day(meeting.day)}" if meeting else "No meeting of it is on the calendar"
    return look.ticked(
        Step(key=key, group=SEATS, title=title, clause=clause, second=second, words=f"{second}.",
             page="meetings" if meeting else "calendar", target=look.evidence(meeting)[0] if meeting else None)
    )  # fmt: skip
