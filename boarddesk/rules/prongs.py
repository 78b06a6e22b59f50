"""The bright lines of Nasdaq 5605(a)(2) on offices: employment A, family C, interlock E, auditor F (`law.md` 1.2)."""

from collections.abc import Callable
from datetime import date, timedelta

from boarddesk.domain.answers import AuditorTie, EmployerKind, Employment, Interlock, OrganizationTie, Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.people import Role, RoleTenure
from boarddesk.rules.case import Case
from boarddesk.rules.families import Circle, same_name
from boarddesk.rules.independence import bars as is_employee
from boarddesk.rules.inquiry import CARRY, Inquiry, LineResult, Step, Verdict, gap_words, people_named
from boarddesk.rules.labels import role_words
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.prong_money import business, compensation
from boarddesk.rules.words import on, sentence

GROUP = frozenset({EmployerKind.COMPANY, EmployerKind.SUBSIDIARY, EmployerKind.PARENT})
EXECUTIVES = frozenset({Role.CEO, Role.PRESIDENT, Role.COO, Role.CFO, Role.ACCOUNTING, Role.EXECUTIVE_OFFICER})
CLEAR = Verdict.DOES_NOT_BAR
ONE_DAY = timedelta(days=1)
MONTHS = "bright_line_months"
INTERLOCK_MONTHS = "bright_line_interlock_months"
INTERIM = "interim_service_months"


def employment(case: Case, person: str, day: date) -> LineResult:
    """A: employed by the company, a parent or a subsidiary, now or in the past three years."""
    look = Inquiry(case, person, day)
    back = look.look_back(MONTHS)
    answers = look.answers(Question.EMPLOYMENT)
    jobs = [job for job in answers.employments if not job.of and job.kind in GROUP] if answers else []
    for job in jobs:
        if job.since is None or job.since <= day:
            look.steps.append(_interim(look, job, back) if job.interim else _job(look, job, back))
    for tenure in case.record.where(RoleTenure, "person", person):
        employed = is_employee(tenure) or tenure.role in EXECUTIVES
        if employed and tenure.start <= day and not _was_interim(look, tenure, jobs):
            look.steps.append(_office(look, tenure, back, look.name))
    aside = next((f", but for {step.words}" for step in look.steps if step.words.startswith("interim ")), "")
    span = f"from {on(look.first)} to {on(day)}"
    return look.result("A", f"{look.name} was not employed by the company, a parent or a subsidiary {span}{aside}")


def _job(look: Inquiry, job: Employment, back: Value) -> Step:
    what = f"was employed by {job.employer}{f' as {job.position}' if job.position else ''}"
    return _span(look, f"{look.whom(job.of)} {what}", job.since, job.until, back)


def _office(look: Inquiry, tenure: RoleTenure, back: Value, whom: str) -> Step:
    step = _span(look, f"{whom} held the office of {role_words(tenure)}", tenure.start, tenure.end, back)
    return Step(step.words, step.verdict, clears=step.clears, rows=(tenure,))


def _span(look: Inquiry, said: str, since: date | None, until: date | None, back: Value) -> Step:
    """Whether something that ran over [since, until) reaches into the look-back."""
    if until is None or until > look.day:
        begun = f" from {on(since)} on, and still" if since else ""
        return Step(f"{said}{begun} on {on(look.day)}", Verdict.BARS)
    ended = f"{said} until {on(until)}"
    if until > look.first:
        words = f"{ended}, within the {back.used.value} before {on(look.day)}"
        return Step(words, Verdict.BARS, clears=add_months(until, back.number))
    return Step(f"{ended}, before the {back.used.value} that count")


def _interim(look: Inquiry, job: Employment, back: Value) -> Step:
    """Interim executive service stops counting once it has ended, if it lasted no longer than one year."""
    if job.until is None or job.until > look.day or job.until <= look.first:
        return _job(look, job, back)
    what = f"interim service as {job.position or 'an executive officer'}"
    if job.since is None:
        words = f"The {what} of {look.name} ended on {on(job.until)}; when it began is not on record"
        gap = f"since when {look.name} served as interim {job.position or 'executive officer'} (question Q-EMP)"
        return Step(words, Verdict.CANNOT_JUDGE, missing=(gap,))
    limit = look.value(INTERIM)
    if job.until > add_months(job.since, limit.number):
        step = _job(look, job, back)
        return Step(f"{step.words}; the interim service had lasted longer than {limit.used.value}", step.verdict,
                    clears=step.clears)  # fmt: skip
    span = f"from {on(job.since)} until {on(job.until)}"
    return Step(f"{what} {span}, not longer than {limit.used.value}, which the Board weighs")


def _was_interim(look: Inquiry, tenure: RoleTenure, jobs: list[Employment]) -> bool:
    """Whether an office on record is the ended interim service that the answers tell of."""
    if tenure.end is None or tenure.end > look.day:
        return False
    limit = look.case.parameters.value(INTERIM, look.day).number
    spans = [job for job in jobs if job.interim and job.since and job.until]
    overlaps = any(job.since < tenure.end and tenure.start < job.until for job in spans if job.since and job.until)
    return overlaps and tenure.end <= add_months(tenure.start, limit)


def family_executive(case: Case, person: str, day: date) -> LineResult:
    """C: a Family Member is, or in the past three years was, an Executive Officer of the company."""
    look = Inquiry(case, person, day)
    back = look.look_back(MONTHS)
    family = look.answers(Question.FAMILY)
    members = family.family if family else ()
    answers = look.answers(Question.EMPLOYMENT) if members else None
    for job in answers.employments if answers else ():
        if job.of and job.kind in GROUP and job.executive is not False and (job.since is None or job.since <= day):
            step = _job(look, job, back)
            if step.verdict is Verdict.BARS:
                look.steps.append(_relative_job(look, job, step))
    for other, name in people_named(case, (member.name for member in members)).items():
        for tenure in case.record.where(RoleTenure, "person", other):
            if (tenure.executive or tenure.role in EXECUTIVES) and tenure.start <= day and other != person:
                whom = look.whom(name).replace(name, case.name(other), 1)
                step = _office(look, tenure, back, whom)
                inside, gaps = look.related(name, Circle.NASDAQ)
                if step.verdict is Verdict.BARS and inside is not False:
                    look.steps.append(step if inside else _unknown(step, gaps))
    return look.result(
        "C",
        f"no Family Member of {look.name} was an executive officer of the company from {on(look.first)} to {on(day)}",
    )  # fmt: skip


def _relative_job(look: Inquiry, job: Employment, step: Step) -> Step:
    inside, gaps = look.related(job.of, Circle.NASDAQ)
    if inside is False:
        return Step(f"{job.of} is no Family Member of {look.name}")
    if job.executive is None:
        gaps = (*gaps, f"whether {job.of} is an executive officer of {job.employer} (question Q-EMP)")
    return _unknown(step, gaps) if gaps else step


def _unknown(step: Step, gaps: tuple[str, ...]) -> Step:
    return Step(f"{step.words}; {gap_words(gaps)}", Verdict.CANNOT_JUDGE, missing=gaps)


def interlock(case: Case, person: str, day: date) -> LineResult:
    """E: executive officer of an entity on whose compensation committee the company's executive officer served."""
    look = Inquiry(case, person, day)
    back = look.look_back(INTERLOCK_MONTHS)
    answers = look.answers(Question.INTERLOCKS)
    for entry in answers.interlocks if answers else ():
        if entry.compensation_committee and (entry.since is None or entry.since <= day):
            look.steps.append(_interlock(look, entry, back))
    clean = (
        "no executive officer of the company served on the compensation committee of an entity of which "
        f"{look.name} or a Family Member is an executive officer, from {on(look.first)} to {on(day)}"
    )
    return look.result("E", clean)


def _interlock(look: Inquiry, entry: Interlock, back: Value) -> Step:
    said = (
        f"{entry.entity}, of which {look.whom(entry.of)} is an executive officer, had {entry.executive}, an executive "
        "officer of the company, on its compensation committee"
    )
    step = _span(look, said, entry.since, entry.until, back)
    left = _left(look, entry) if step.verdict is not CLEAR else None
    if left is not None:
        return Step(f"{look.whom(entry.of)} left the office at {entry.entity} by {on(left)}")
    inside, gaps = look.related(entry.of, Circle.NASDAQ) if step.verdict is not CLEAR else (True, ())
    if inside is False:
        return Step(f"{entry.of} is no Family Member of {look.name}")
    return _unknown(step, gaps) if gaps else step


def _left(look: Inquiry, entry: Interlock) -> date | None:
    """When the person ceased to be an executive officer of the entity: the tie must be present, the service not."""
    found = look.peek(Question.ORGANIZATIONS)
    ties = [tie for tie in found.organizations if same_name(tie.name) == same_name(entry.entity)
            and tie.of == entry.of and tie.tie is OrganizationTie.EXECUTIVE_OFFICER] if found else []  # fmt: skip
    ended = [tie.until for tie in ties if tie.until is not None and tie.until <= look.day]
    return max(ended) if ended and len(ended) == len(ties) else None


def auditor(case: Case, person: str, day: date) -> LineResult:
    """F: partner of the outside auditor now, or worked on the company's audit in the past three years."""
    look = Inquiry(case, person, day)
    back = look.look_back(MONTHS)
    answers = look.answers(Question.AUDITOR)
    for tie in answers.auditor_ties if answers else ():
        if tie.since is None or tie.since <= day:
            step = _auditor(look, tie, back)
            inside, gaps = look.related(tie.of, Circle.NASDAQ) if step.verdict is not CLEAR else (True, ())
            if inside is not False:
                look.steps.append(_unknown(step, (*gaps, *step.missing)) if gaps else step)
    clean = f"neither {look.name} nor a Family Member was a partner of the outside auditor on {on(day)}"
    return look.result("F", f"{clean} or worked on the company's audit from {on(look.first)} on")


def _auditor(look: Inquiry, tie: AuditorTie, back: Value) -> Step:
    whom, running = look.whom(tie.of), tie.until is None or tie.until > look.day
    if tie.partner and running:
        return Step(f"{whom} was a partner of {tie.firm}, the outside auditor, on {on(look.day)}", Verdict.BARS)
    if tie.worked_on_audit is False:
        return Step(f"{whom} did not work on the company's audit at {tie.firm}")
    # A day on which work ended is a day of work, so it counts to the end of it.
    last = tie.worked_until or (tie.until - ONE_DAY if tie.until else None)
    if last is not None and last < look.first:
        return Step(f"{whom} left {tie.firm} or its work on the audit before {on(look.first)}")
    if tie.worked_on_audit is None:
        gap = f"whether {tie.of or look.name} worked on the company's audit at {tie.firm} (question Q-AUD)"
        return Step(sentence(gap_words((gap,))), Verdict.CANNOT_JUDGE, missing=(gap,))
    said = f"{whom} worked at {tie.firm}, the outside auditor, on the company's audit"
    if tie.worked_until is None and not running:
        gap = f"until when {tie.of or look.name} worked on the company's audit at {tie.firm} (question Q-AUD)"
        return Step(sentence(gap_words((gap,))), Verdict.CANNOT_JUDGE, missing=(gap,))
    if tie.worked_until is None or tie.worked_until > look.day:
        return Step(f"{said}, on {on(look.day)} still", Verdict.BARS)
    words = f"{said} until {on(tie.worked_until)}, within the {back.used.value} before {on(look.day)}"
    return Step(words, Verdict.BARS, clears=add_months(tie.worked_until, back.number) + ONE_DAY)


PRONGS: dict[str, Callable[[Case, str, date], LineResult]] = {
    "A": employment, "B": compensation, "C": family_executive, "D": business, "E": interlock, "F": auditor,
}  # fmt: skip
"""The six bright lines by letter; G is for investment companies."""


ASKED = {
    "A": Question.EMPLOYMENT, "B": Question.PAYMENTS, "C": Question.FAMILY, "D": Question.ORGANIZATIONS,
    "E": Question.INTERLOCKS, "F": Question.AUDITOR,
}  # fmt: skip
"""The question whose answer “none” clears a line."""


def plainly_clear(case: Case, letter: str, person: str, day: date) -> Questionnaire | None:
    """The answers that clear a line on a day for a person of whom the record holds nothing that could bar."""
    if possibly_barred(case, person):
        return None
    months = case.parameters.value(CARRY, day).number
    return case.answers.serving(person, ASKED[letter], day, months, case.as_of)


def possibly_barred(case: Case, person: str) -> bool:
    """Whether anything on record could make a bright line bar: most directors answer “none” throughout."""
    return person in case.once("possibly barred", _possibly_barred)


def _possibly_barred(case: Case) -> frozenset[str]:
    told = {
        row.person
        for row in case.record.all(Questionnaire)
        if row.employments or row.payments or row.organizations or row.interlocks or row.auditor_ties or row.family
    }
    return frozenset(
        told
        | {tenure.person for tenure in case.record.all(RoleTenure) if is_employee(tenure) or tenure.role in EXECUTIVES}
    )


def bright_lines(case: Case, person: str, day: date) -> tuple[LineResult, ...]:
    """All six for one person on one day; each is worked out once."""
    return tuple(bright_line(case, letter, person, day) for letter in PRONGS)


def bright_line(case: Case, letter: str, person: str, day: date) -> LineResult:
    """One of the six for one person on one day."""
    return case.once(("bright line", letter, person, day), lambda _: PRONGS[letter](case, person, day))
