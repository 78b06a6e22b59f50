"""The exceptional and limited member of an audit committee: one, two years, never the chair (Nasdaq 5605(c)(2)(B))."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import CommitteeChair, CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.independence import Designation, DesignationKind, Standard
from boarddesk.domain.people import RoleTenure
from boarddesk.domain.row import Row
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.committee_members import Spell, nobody, one_each, serving
from boarddesk.rules.independence import Standing, bars
from boarddesk.rules.inquiry import Verdict
from boarddesk.rules.judge import Judge
from boarddesk.rules.labels import role_words
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point, worst
from boarddesk.rules.prongs import bright_line
from boarddesk.rules.words import counted, on, sentence

ONE_DAY = timedelta(days=1)
MONTHS = "exceptional_member_months"
MOST = "exceptional_members"
PUBLISHED = (FilingKind.PROXY_STATEMENT, FilingKind.WEBSITE, FilingKind.FORM_10K)


class Service(NamedTuple):
    """One member's service by way of exception in a period: from its beginning to the last day looked at."""

    spell: Spell
    made: Designation
    since: date
    first: date
    last: date
    until: date
    """The last day that the rule, or the Board's own finding, allows."""


def exceptional_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year and member who serves by way of exception, else one for the committee."""
    for year in case.years:
        if year.ahead:
            continue
        members = serving(case, CommitteeKind.AUDIT, year)
        found = [service for spell in members if (service := _service(case, spell, year)) is not None]
        yield from one_each(_judged(case, judge, year, service, found) for service in found)
        if not members:
            yield nobody(case, judge, CommitteeKind.AUDIT, year)
        elif not found:
            name = members[0].committee.name
            because = (
                f"No member of the {name} served in {year.label} on a finding of exceptional and limited circumstances."
            )
            yield judge.find(Status.NOT_APPLICABLE, because, year, evidence=[members[0].committee])


def _service(case: Case, spell: Spell, year: Period) -> Service | None:
    """The service by way of exception within a year: from the finding, or from the seat where that came later."""
    last = spell.last(year)
    rows = [d for d in case.record.where(Designation, "person", spell.person)
            if d.kind is DesignationKind.EXCEPTIONAL and d.committee in (None, spell.committee.id)]  # fmt: skip
    rows.sort(key=lambda d: (d.decided_on, d.id))
    made: Designation | None = None
    for row in (row for row in rows if row.decided_on <= last):
        if not row.found:
            # Withdrawn: within this year it may have served until then.
            last, made = (
                (row.decided_on - ONE_DAY, made) if made and row.decided_on > spell.first(year) else (last, None)
            )
        else:
            made = made or row
    if made is None:
        return None
    since = max(made.decided_on, spell.start)
    until = add_months(since, case.parameters.value(MONTHS, since).number)
    until = min(until, made.ends_on) if made.ends_on else until
    return Service(spell, made, since, max(since, spell.first(year)), last, until)


def _judged(case: Case, judge: Judge, year: Period, service: Service, all_: list[Service]) -> Finding:
    spell, months = service.spell, judge.value(MONTHS, service.since)
    most = judge.value(MOST, year.cut)
    relied = (months, most, *bright_line(case, "C", spell.person, service.last).relied)
    points = [
        *_term(service, months),
        *_alone(case, service, all_, most),
        *_chair(case, service),
        *_employed(case, service),
        *_audit_standard(case, service),
        *_disclosed(case, service, year),
    ]
    name, committee = case.name(spell.person), spell.committee.name
    said = f"{name} has served on the {committee} since {on(service.since)} in exceptional and limited circumstances"
    rows: list[Row] = [service.made, *spell.seats[-1:]]
    due = service.until if service.last >= year.cut and service.until >= year.cut else None
    if not points:
        published = _published(case, service, year.cut)
        because = (
            f"{said}, as the Board found on {on(service.made.decided_on)}; that may last until {on(service.until)}."
        )
        rows.extend([published] if isinstance(published, Filing) else [])
        return judge.find(Status.EXCEPTION_RELIED_ON, because, year, spell.person, evidence=rows, due=due,
                          relied=relied, remedy=f"An independent member by {on(service.until)}.")  # fmt: skip
    found = worst(points)
    return judge.find(
        found.status, f"{said}; {found.text}.", year, spell.person, evidence=dict.fromkeys([*rows, *found.rows]),
        missing=found.missing, due=due if found.status is Status.EXCEPTION_RELIED_ON else None, relied=relied,
        remedy=_remedy(case, found.status, service),
    )  # fmt: skip


def _term(service: Service, months: Value) -> Iterator[Point]:
    if service.last > service.until:
        allowed = f"the {months.used.value} allowed"
        allowed = "the time that the Board set" if service.until == service.made.ends_on else allowed
        yield Point(Status.NOT_MET, f"{allowed} ended on {on(service.until)}")


def _alone(case: Case, service: Service, all_: list[Service], most: Value) -> Iterator[Point]:
    beside = [o for o in all_ if o is not service and o.first <= service.last and service.first <= o.last]
    if len(beside) + 1 > most.number:
        names = ", ".join(case.name(other.spell.person) for other in beside)
        limit = counted(most.number, "member")
        yield Point(Status.NOT_MET, f"so did {names}, and only {limit} may", tuple(o.made for o in beside))


def _chair(case: Case, service: Service) -> Iterator[Point]:
    name, committee = case.name(service.spell.person), service.spell.committee
    chairs = [c for c in case.record.where(CommitteeChair, "committee", committee.id)
              if c.start <= service.last and (c.end is None or c.end > service.first)]  # fmt: skip
    own = next((c for c in chairs if c.person == service.spell.person), None)
    if own is not None:
        yield Point(Status.NOT_MET, f"{name} chaired it from {on(own.start)}, which such a member may not", (own,))
    elif not chairs:
        gap = f"who chaired the {committee.name} from {on(service.first)} on"
        yield Point(Status.CANNOT_JUDGE, "who chaired the committee is not on record", (), (gap,))


def _employed(case: Case, service: Service) -> Iterator[Point]:
    """Not an executive officer or employee now, nor a Family Member of an executive officer."""
    person = service.spell.person
    name = case.name(person)
    for tenure in case.record.where(RoleTenure, "person", person):
        if bars(tenure) and tenure.start <= service.last and (tenure.end is None or tenure.end > service.first):
            text = f"{name} was at the same time {role_words(tenure)}, which rules the exception out"
            yield Point(Status.NOT_MET, text, (tenure,))
    family = bright_line(case, "C", person, service.last)
    now = [step for step in family.steps if step.verdict is Verdict.BARS and step.clears is None]
    if family.verdict is Verdict.BARS and now:
        yield Point(Status.NOT_MET, now[0].words, family.evidence)
    elif family.verdict in (Verdict.CANNOT_JUDGE, Verdict.JUDGMENT_NEEDED):
        text = f"whether {name} is a Family Member of an executive officer is not on record"
        yield Point(Status.CANNOT_JUDGE, text, family.evidence, family.missing)


def _audit_standard(case: Case, service: Service) -> Iterator[Point]:
    name = case.name(service.spell.person)
    ruling = case.independence.ruling(service.spell.person, service.last, Standard.AUDIT)
    rows = tuple(row for row in (ruling.determination, ruling.changed) if row is not None)
    if ruling.standing is Standing.NOT_INDEPENDENT:
        yield Point(Status.NOT_MET, f"{name} does not stand as Rule 10A-3 asks", rows)
    elif ruling.standing is Standing.UNDER_REVIEW:
        yield Point(
            Status.JUDGMENT_NEEDED, f"an answer of {name} has changed since the determination under Rule 10A-3", rows
        )
    elif ruling.standing is Standing.UNDETERMINED:
        gap = f"determination of {name} under Rule 10A-3"
        yield Point(Status.CANNOT_JUDGE, f"no determination of {name} under Rule 10A-3 is on record", (), (gap,))


def _published(case: Case, service: Service, cut: date) -> date | Filing | None:
    """The day, or the filing, by which relationship and reasons were disclosed."""
    told = service.made.disclosed_on
    if told is not None and told <= cut:
        return told
    filings = (f for f in case.record.where(Filing, "person", service.spell.person) if f.kind in PUBLISHED)
    return min(
        (f for f in filings if service.made.decided_on <= f.made_on <= cut), key=lambda f: f.made_on, default=None
    )


def _disclosed(case: Case, service: Service, year: Period) -> Iterator[Point]:
    """On the website, or in the proxy statement for the next annual meeting after the finding."""
    if _published(case, service, year.cut) is not None:
        return
    meeting = case.next_annual_meeting(service.made.decided_on)
    name = case.name(service.spell.person)
    gap = f"disclosure of the relationship of {name} and of the Board's reasons (website, or next proxy statement)"
    if meeting is not None and meeting.day <= year.cut and meeting.state in HELD:
        text = f"no disclosure of it by the annual meeting of {on(meeting.day)} is on record"
        yield Point(Status.DISCLOSURE_REQUIRED, text, (meeting,), (gap,))
    else:
        when = f" of {on(meeting.day)}" if meeting else ""
        text = f"it is to be disclosed, with the reasons, by the proxy statement for the annual meeting{when}"
        yield Point(Status.EXCEPTION_RELIED_ON, text, (meeting,) if meeting else (), (gap,))


def _remedy(case: Case, status: Status, service: Service) -> str:
    if status is Status.DISCLOSURE_REQUIRED:
        return "Disclosure of the relationship and the reasons, on the website or in the next proxy statement."
    if status is Status.JUDGMENT_NEEDED:
        return "A determination by the Board on the changed answer."
    if status is Status.NOT_MET:
        return f"A member who is independent in place of {case.name(service.spell.person)}."
    if status is Status.EXCEPTION_RELIED_ON:
        return sentence(f"an independent member by {on(service.until)}.")
    return ""
