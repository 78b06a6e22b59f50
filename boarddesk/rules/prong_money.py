"""The bright lines of Nasdaq 5605(a)(2) on money: pay B, and payments to or from organizations D (`law.md` 1.2)."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from boarddesk.common.text import money
from boarddesk.domain.answers import Organization, OrganizationTie, Payment, PaymentCategory, Question
from boarddesk.domain.registers import CompanyYear
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.families import Circle
from boarddesk.rules.inquiry import Inquiry, LineResult, Step, Verdict, gap_words
from boarddesk.rules.months import add_months
from boarddesk.rules.words import listed, on

ONE_DAY = timedelta(days=1)
LIMIT = "bright_line_pay"
SPAN = "bright_line_pay_months"
FLOOR = "bright_line_business_floor"
SHARE = "bright_line_business_share"
YEARS = "bright_line_business_years"
NEAR = "bright_line_near"
TIES = {
    OrganizationTie.PARTNER: "a partner",
    OrganizationTie.CONTROLLING_SHAREHOLDER: "a controlling shareholder",
    OrganizationTie.EXECUTIVE_OFFICER: "an executive officer",
    OrganizationTie.MANAGING_MEMBER: "a member or managing director",
}
"""The ties that count; whether a managing member's or director's does depends on the office it comes to."""


class Most(NamedTuple):
    """The highest sum of any twelve consecutive months: US cents, the first and the last day of those months."""

    cents: int = 0
    first: date = date.min
    last: date = date.min


def months_from(first: date, months: int) -> date:
    """The last day of so many consecutive months that begin on a day; the longer reading at the end of a month."""
    return max(add_months(first, months) - ONE_DAY, add_months(first - ONE_DAY, months))


def highest(payments: Iterable[Payment], months: int) -> Most:
    """The highest sum of payments in any so many consecutive months; each such time begins with a payment."""
    paid = sorted((payment.on, payment.cents) for payment in payments)
    best, end, running = Most(), 0, 0
    for first, cents in paid:
        last = months_from(first, months)
        while end < len(paid) and paid[end][0] <= last:
            running += paid[end][1]
            end += 1
        if running > best.cents:
            best = Most(running, first, last)
        running -= cents
    return best


class Sorted(NamedTuple):
    """One recipient's payments: those that count, those a missing fact decides, and those left to judgment."""

    counted: list[Payment]
    unknown: list[Payment]
    disputed: list[Payment]
    missing: tuple[str, ...] = ()


def compensation(case: Case, person: str, day: date) -> LineResult:
    """B: more than $120,000 accepted from the company in any twelve consecutive months of the past three years."""
    look = Inquiry(case, person, day)
    look.look_back("bright_line_months")
    answers = look.answers(Question.PAYMENTS)
    limit, months = look.value(LIMIT), look.value(SPAN)
    recipients: dict[str, list[Payment]] = {}
    for payment in answers.payments if answers else ():
        if look.first <= payment.on <= day:
            recipients.setdefault(payment.of, []).append(payment)
    for of, payments in recipients.items():
        look.steps.append(_recipient(look, of, _sorted(look, of, payments), limit.number, months.number))
    most = max((step.cents or 0 for step in look.steps), default=0)
    span = f"in any {months.used.value} from {on(look.first)} to {on(day)}"
    return look.result(
        "B",
        f"neither {look.name} nor a Family Member accepted more than {limit.used.value} of countable compensation "
        f"from the company {span}{f'; the most was {money(most)}' if most else ''}",
    )  # fmt: skip


def _sorted(look: Inquiry, of: str, payments: list[Payment]) -> Sorted:
    counted: list[Payment] = []
    unknown: list[Payment] = []
    disputed: list[Payment] = []
    missing: list[str] = []
    for payment in payments:
        counts = _counts(look, payment)
        if isinstance(counts, str):
            unknown.append(payment)
            missing.append(counts)
        elif counts is None:
            disputed.append(payment)
        elif counts:
            counted.append(payment)
    inside, gaps = look.related(of, Circle.NASDAQ) if counted or unknown or disputed else (True, ())
    if inside is False:
        return Sorted([], [], [])
    if inside is None:
        return Sorted([], [*counted, *unknown], disputed, (*gaps, *missing))
    return Sorted(counted, unknown, disputed, tuple(missing))


def _counts(look: Inquiry, payment: Payment) -> bool | str | None:
    """Whether a payment counts; None where that is for the Board to judge, or what is missing to tell."""
    match payment.category:
        case PaymentCategory.BOARD | PaymentCategory.PLAN:
            return False
        case PaymentCategory.FAMILY_EMPLOYEE:
            return not payment.of
        case PaymentCategory.PAST_SERVICE:
            return None
        case PaymentCategory.INTERIM if not payment.of:
            return _interim_pay(look, payment)
        case _:
            return None if payment.through else True


def _interim_pay(look: Inquiry, payment: Payment) -> bool | str:
    """Pay for interim executive service is left out once that has ended after no more than one year."""
    answers = look.peek(Question.EMPLOYMENT)
    jobs = [job for job in answers.employments if job.interim and not job.of] if answers else []
    dated = [job for job in jobs if job.since and job.since <= payment.on]
    if not dated:
        return f"when the interim service of {look.name} began and ended (question Q-EMP)"
    job = max(dated, key=lambda job: job.since or date.min)
    if job.until is None or job.until > look.day or job.since is None:
        return True
    return job.until > add_months(job.since, look.value("interim_service_months").number)


def _recipient(look: Inquiry, of: str, paid: Sorted, limit: int, months: int) -> Step:
    whom = look.whom(of)
    sure = highest(paid.counted, months)
    if sure.cents > limit:
        words = f"{whom} accepted {money(sure.cents)} from the company from {on(sure.first)} to {on(sure.last)}"
        words = f"{words}, more than {money(limit)} in {months} consecutive months"
        return Step(words, Verdict.BARS, sure.cents, limit)
    judged = highest([*paid.counted, *paid.disputed], months)
    if judged.cents > limit:
        return _disputed(whom, paid.disputed, judged, limit)
    open_ = highest([*paid.counted, *paid.disputed, *paid.unknown], months)
    if open_.cents > limit:
        words = f"{whom} accepted {money(open_.cents)} from the company from {on(open_.first)} to {on(open_.last)}"
        words = f"{words}, more than {money(limit)} if all of it counts; {gap_words(paid.missing)}"
        return Step(words, Verdict.CANNOT_JUDGE, open_.cents, limit, tuple(dict.fromkeys(paid.missing)))
    return Step(f"{whom} accepted at most {money(sure.cents)} in {months} months", cents=sure.cents, limit_cents=limit)


def _disputed(whom: str, disputed: list[Payment], most: Most, limit: int) -> Step:
    firms = dict.fromkeys(payment.through for payment in disputed if payment.through)
    why = f"what was paid through {listed(firms)} is compensation of a person" if firms else ""
    if any(payment.category is PaymentCategory.PAST_SERVICE for payment in disputed):
        fixed = "fixed deferred pay for past service is non-discretionary compensation"
        why = f"{why}, and whether {fixed}" if why else fixed
    span = f"from {on(most.first)} to {on(most.last)}"
    words = f"{whom} accepted {money(most.cents)} from the company {span}, more than {money(limit)} if all of it counts"
    return Step(f"{words}; whether {why} is for the Board to judge", Verdict.JUDGMENT_NEEDED, most.cents, limit)


class Flow(NamedTuple):
    """What passed in one fiscal year in one direction, US cents, and the recipient's revenue of that year."""

    year: int
    cents: int
    inward: bool
    revenue: int | None
    estimate: bool
    row: Row | None = None


def business(case: Case, person: str, day: date) -> LineResult:
    """D: a present tie to an organization, and payments above the limit in this or one of the past fiscal years."""
    look = Inquiry(case, person, day)
    this = case.calendar.year_of(day)
    oldest = this - look.value(YEARS).number
    answers = look.answers(Question.ORGANIZATIONS)
    for tie in answers.organizations if answers else ():
        present = (tie.since is None or tie.since <= day) and (tie.until is None or day < tie.until)
        if tie.tie in TIES and present:
            for flow in _flows(case, tie, oldest, this):
                look.steps.append(_flow(look, tie, flow))
    look.first = case.calendar.year_starts(oldest)
    floor, share = look.value(FLOOR), look.value(SHARE)
    clean = f"no organization of which {look.name} or a Family Member is a partner, controlling shareholder or"
    clean = f"{clean} executive officer paid or was paid more than the limit, the greater of {floor.used.value} and "
    clean = f"{clean}{share.used.value} of the recipient's gross revenue, in fiscal years {oldest} to {this}"
    return look.result("D", clean)


def _flows(case: Case, tie: Organization, oldest: int, this: int) -> list[Flow]:
    """Payments both ways in each fiscal year of the look-back; what the rule leaves out is left out."""
    found: list[Flow] = []
    for year in range(oldest, this + 1):
        rows = [row for row in tie.years if row.year == year and row.excluded is None]
        paid, received = (sum(row.paid_to_cents for row in rows), sum(row.received_from_cents for row in rows))
        if paid:
            revenue = next((row.revenue_cents for row in rows if row.revenue_cents is not None), None)
            estimate = year == this or any(row.estimate for row in rows)
            found.append(Flow(year, paid, inward=False, revenue=revenue, estimate=estimate))
        if received:
            own = next(iter(case.record.where(CompanyYear, "fiscal_year", year)), None)
            revenue, estimate = (own.revenue_cents, own.estimate) if own else (None, False)
            found.append(Flow(year, received, inward=True, revenue=revenue, estimate=estimate or year == this, row=own))
    return found


def _flow(look: Inquiry, tie: Organization, flow: Flow) -> Step:
    """One year and direction: the greater of a fixed sum and a share of the recipient's gross revenue."""
    floor, share = look.value(FLOOR), look.value(SHARE)
    org = f"{tie.name}, of which {look.whom(tie.of)} is {TIES[tie.tie]}"
    said = f"In fiscal year {flow.year} the company {'received' if flow.inward else 'paid'} {money(flow.cents)}"
    said = f"{said} {'from' if flow.inward else 'to'} {org}"
    rows = (flow.row,) if flow.row else ()
    if flow.cents <= floor.number:
        return Step(said, cents=flow.cents, limit_cents=floor.number, rows=rows)
    if flow.revenue is None:
        gap = f"the company's gross revenue for fiscal year {flow.year}" if flow.inward else (
            f"gross revenue of {tie.name} for {flow.year} (question Q-ORG)")  # fmt: skip
        owner = "the company's" if flow.inward else "its"
        words = f"{said}, more than {floor.used.value}; {owner} gross revenue for that year is not on record"
        return Step(words, Verdict.CANNOT_JUDGE, flow.cents, missing=(gap,), rows=rows)
    limit = max(Fraction(floor.number), flow.revenue * share.fraction)
    about = Fraction(look.value(NEAR).fraction if flow.estimate else 0)
    low, high = (max(Fraction(floor.number), flow.revenue * share.fraction * (1 + sign * about)) for sign in (-1, 1))
    owner = "the company's" if flow.inward else "its"
    base = f"the greater of {floor.used.value} and {share.used.value} of {owner} gross revenue of {money(flow.revenue)}"
    if flow.cents <= low:
        return Step(f"{said}, not more than {base}", cents=flow.cents, limit_cents=int(limit), rows=rows)
    verdict, words = Verdict.BARS, f"{said}, more than {base}"
    if flow.cents <= high:
        verdict, words = Verdict.JUDGMENT_NEEDED, f"{said}, near {base}, which is an estimate"
    elif tie.tie is OrganizationTie.MANAGING_MEMBER:
        verdict, words = Verdict.JUDGMENT_NEEDED, f"{words}; whether that makes a partner or executive officer is open"
    return _of_family(look, tie, Step(words, verdict, flow.cents, int(limit), rows=rows))


def _of_family(look: Inquiry, tie: Organization, step: Step) -> Step:
    """The step if the tie is the person's own or a Family Member's."""
    inside, gaps = look.related(tie.of, Circle.NASDAQ)
    if inside is False:
        return Step(f"{tie.of} is no Family Member of {look.name}", cents=step.cents, limit_cents=step.limit_cents)
    if gaps:
        words = f"{step.words}; {gap_words(gaps)}"
        return Step(words, Verdict.CANNOT_JUDGE, step.cents, step.limit_cents, gaps, rows=step.rows)
    return step
