"""What Rule 10A-3 adds for members of the audit committee: fees of any amount, and affiliation (`law.md` 1.4)."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from boarddesk.common.text import money
from boarddesk.domain.answers import Holding, Organization, OrganizationTie, Payment, PaymentCategory, Question
from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.people import RoleTenure
from boarddesk.rules.bright_lines import STATUS
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_members import Spell, nobody, one_each, serving
from boarddesk.rules.committee_phase_in import members_phase_in, phased
from boarddesk.rules.families import Circle, named, same_name
from boarddesk.rules.inquiry import Inquiry, LineResult, Step, Verdict, gap_words
from boarddesk.rules.judge import Judge
from boarddesk.rules.labels import role_words
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import PhaseIn, parts_of
from boarddesk.rules.words import on, sentence

AFFILIATE = "affiliate_share"
VIEW = "A view of the Board on it, with its reasons."
WHAT = {
    PaymentCategory.COMPENSATION: "compensation",
    PaymentCategory.FEE: "a consulting or advisory fee",
    PaymentCategory.FAMILY_EMPLOYEE: "pay as an employee",
    PaymentCategory.PLAN: "plan benefits or non-discretionary compensation",
    PaymentCategory.INTERIM: "pay for interim executive service",
}
LEADING = frozenset({OrganizationTie.PARTNER, OrganizationTie.EXECUTIVE_OFFICER})
ACTIVE = frozenset({OrganizationTie.LIMITED_PARTNER, OrganizationTie.MANAGING_MEMBER})
"""Ties that count only with an active role in giving the advice."""


class Served(NamedTuple):
    """One member's service on the audit committee within a period: the days, first and last included."""

    person: str
    committee: str
    spans: tuple[tuple[date, date], ...]

    def on(self, day: date) -> bool:
        """Whether the member served on a day."""
        return any(first <= day <= last for first, last in self.spans)

    @property
    def last(self) -> date:
        """The last day of service within the period."""
        return self.spans[-1][1]


Test = Callable[[Case, Served, Period], LineResult]


def overlay_findings(case: Case, judge: Judge, test: Test, remedy: str) -> Iterator[Finding]:
    """One finding a member and year."""
    for year in case.years:
        if year.ahead:
            continue
        members = audit_members(case, year)
        phase = members_phase_in(case, CommitteeKind.AUDIT, year.cut)
        if phase is not None:
            yield from one_each(_in_parts(case, judge, year, phase, test, remedy))
            continue
        for served in members:
            yield _finding(judge, year, served, test(case, served, year), remedy)
        if not members:
            yield nobody(case, judge, CommitteeKind.AUDIT, year)


def audit_members(case: Case, period: Period) -> list[Served]:
    """Everybody who served on the audit committee in a period, each once."""
    found: dict[str, list[Spell]] = {}
    for spell in serving(case, CommitteeKind.AUDIT, period):
        found.setdefault(spell.person, []).append(spell)
    return [
        Served(
            person,
            spells[-1].committee.name,
            tuple(sorted((spell.first(period), spell.last(period)) for spell in spells)),
        )
        for person, spells in found.items()
    ]


def fees(case: Case, served: Served, year: Period) -> LineResult:
    """Any consulting, advisory or other compensatory fee, accepted directly or indirectly while a member.

    Answers given up to the end of the next fiscal year are read too: only they tell of the whole year.
    """
    look = Inquiry(case, served.person, served.last)
    look.first = served.spans[0][0]
    look.read_until = min(case.as_of, case.calendar.year_ends(year.year + 1))
    sheets = look.all_answers(Question.PAYMENTS)
    orgs = [org for sheet in look.all_answers(Question.ORGANIZATIONS) for org in sheet.organizations]
    payments = dict.fromkeys(payment for sheet in sheets for payment in sheet.payments if served.on(payment.on))
    for payment in payments:
        step = _payment(look, payment, orgs, served.committee)
        if step is not None:
            look.steps.append(step)
    told = {same_name(payment.through) for payment in payments}
    advisers = {same_name(org.name): org for org in orgs if not org.of and org.adviser}
    for name, org in advisers.items():
        if name not in told:
            look.steps.extend(_adviser(look, org, served, year))
    return look.result(
        "10A-3 fees",
        f"{look.name} accepted no consulting, advisory or other compensatory fee from the company, directly or "
        f"indirectly, while a member of the {served.committee} in {year.label}",
    )


def _payment(look: Inquiry, payment: Payment, orgs: list[Organization], committee: str) -> Step | None:
    """What one payment means; None where it is allowed or too remote."""
    if payment.category in (PaymentCategory.BOARD, PaymentCategory.PAST_SERVICE) or not payment.cents:
        return None
    whom, gaps = _accepting(look, payment.of)
    if whom is None and not gaps:
        return None
    said = f"{whom or payment.of} accepted {money(payment.cents)} from the company on {on(payment.on)}, "
    said = f"{said}{WHAT[payment.category]}{f' through {payment.through}' if payment.through else ''}"
    if payment.through:
        return None if payment.of else _through(look, payment, orgs, said)
    if gaps:
        return Step(f"{said}; {gap_words(gaps)}", Verdict.CANNOT_JUDGE, payment.cents, missing=gaps)
    if payment.category is PaymentCategory.PLAN:
        words = f"{said}; whether that is fixed pay for past service, contingent on nothing, is for the Board to judge"
        return Step(words, Verdict.JUDGMENT_NEEDED, payment.cents)
    return Step(f"{said}, while a member of the {committee}", Verdict.BARS, payment.cents, 0)


def _accepting(look: Inquiry, of: str) -> tuple[str | None, tuple[str, ...]]:
    """In whose name a fee was accepted, where it counts as the member's own; or what is missing to tell."""
    inside, gaps = look.related(of, Circle.INDIRECT)
    if not of or not inside:
        return (look.name if not of else None), gaps
    answers = look.peek(Question.FAMILY)
    member = named(answers.family, of) if answers else None
    relation = member.relation.value.replace("_", "-") if member else "relative"
    return f"{of}, {relation} of {look.name},", ()


def _through(look: Inquiry, payment: Payment, orgs: list[Organization], said: str) -> Step | None:
    """A fee that a firm received counts where the firm advises the company and the member leads or serves there."""
    ties = [org for org in orgs if not org.of and same_name(org.name) == same_name(payment.through)]
    if not ties:
        gap = f"what {payment.through} is to {look.name} (question Q-ORG)"
        return Step(f"{said}; {gap_words((gap,))}", Verdict.CANNOT_JUDGE, payment.cents, missing=(gap,))
    tie = next((org for org in ties if org.adviser), None)
    return _tied(look, tie, said, payment.cents) if tie else None


def _tied(look: Inquiry, tie: Organization, said: str, cents: int) -> Step | None:
    advises = f"{said}; {tie.name} advises the company, and {look.name} is its {tie.tie.value.replace('_', ' ')}"
    if tie.tie in LEADING or (tie.tie in ACTIVE and tie.active):
        return Step(advises, Verdict.BARS, cents, 0)
    if tie.tie is OrganizationTie.CONTROLLING_SHAREHOLDER:
        words = f"{advises}, and whether that is a position comparable to a partner's is for the Board to judge"
        return Step(words, Verdict.JUDGMENT_NEEDED, cents)
    return None


def _adviser(look: Inquiry, org: Organization, served: Served, year: Period) -> Iterator[Step]:
    """A fee that an advising firm received in the year, told by the year alone."""
    cents = sum(row.paid_to_cents for row in org.years if row.year == year.year and row.excluded is None)
    first, last = served.spans[0][0], served.last
    present = (org.since is None or org.since <= last) and (org.until is None or first < org.until)
    step = _tied(look, org, f"The company paid {money(cents)} to {org.name} in fiscal year {year.year}", cents)
    if not cents or not present or step is None:
        return
    whole = first == year.first and last == year.cut
    if whole and (org.since is None or org.since <= first) and (org.until is None or org.until > last):
        yield step
        return
    gap = f"when in fiscal year {year.year} the company paid {org.name} (question Q-PAY)"
    yield Step(f"{step.words}; {gap_words((gap,))}", Verdict.CANNOT_JUDGE, cents, missing=(gap,))


def affiliation(case: Case, person: str, day: date) -> LineResult:
    """An affiliated person of the company or a subsidiary: who controls, or holds office in an affiliate."""
    look = Inquiry(case, person, day)
    answers = look.answers(Question.OWNERSHIP)
    limit = look.value(AFFILIATE)
    held: dict[str, list[Holding]] = {}
    for holding in answers.holdings if answers else ():
        held.setdefault(same_name(holding.security), []).append(holding)
        if not holding.of and holding.controls:
            look.steps.append(
                Step(f"{look.name} controls the company or is under common control with it", Verdict.BARS)
            )
        if not holding.of and holding.affiliate_office:
            words = f"{look.name} holds an office in an affiliate of the company: {holding.affiliate_office}"
            look.steps.append(Step(words, Verdict.BARS))
    for same in held.values():
        look.steps.append(_share(look, same, limit))
    for tenure in case.record.where(RoleTenure, "person", person):
        if tenure.executive and tenure.held_on(day):
            words = (
                f"{look.name} is an executive officer of the company ({role_words(tenure)}), so no safe harbor applies"
            )
            look.steps.append(Step(words, Verdict.JUDGMENT_NEEDED, rows=(tenure,)))
    return look.result(
        "10A-3 affiliate",
        f"{look.name} is not an executive officer and holds not more than {limit.used.value} of any class of voting "
        f"securities, and so is deemed not to be in control of the company on {on(day)}",
    )


def _share(look: Inquiry, same: list[Holding], limit: Value) -> Step:
    """One class of voting securities: above the safe harbor there is no presumption either way."""
    own = sum((Decimal(row.percent) for row in same if not row.of), Decimal())
    whole = sum((Decimal(row.percent) for row in same), Decimal())
    held = f"{look.name} holds {_plain(own)}% of the {same[0].security or 'voting securities'}"
    if Fraction(whole) <= limit.fraction * 100:
        return Step(held)
    if Fraction(own) <= limit.fraction * 100:
        held = f"{held}, and {_plain(whole)}% together with relatives"
    words = f"{held}, above the safe harbor of {limit.used.value}, so control is to be judged on the facts"
    return Step(words, Verdict.JUDGMENT_NEEDED)


def _plain(share: Decimal) -> str:
    return f"{share.normalize():f}"


def _finding(judge: Judge, year: Period, served: Served, result: LineResult, remedy: str) -> Finding:
    """One member's result as a finding."""
    status = STATUS[result.verdict]
    return judge.find(
        status, f"{sentence(result.words)}.", year, served.person, evidence=result.evidence, missing=result.missing,
        relied=result.relied,
        remedy=remedy if status is Status.NOT_MET else VIEW if status is Status.JUDGMENT_NEEDED else "",
    )  # fmt: skip


def _in_parts(case: Case, judge: Judge, year: Period, phase: PhaseIn, test: Test, remedy: str) -> Iterator[Finding]:
    """The same where the phase-in after listing bears on the year: each part by what is asked in it."""
    whole = True
    for part in parts_of(phase, year):
        results = {served.person: (served, test(case, served, year)) for served in audit_members(case, part)}
        failing = {person for person, (_, result) in results.items() if result.verdict is Verdict.BARS}
        for served, result in results.values():
            found = _finding(judge, year, served, result, remedy)
            yield phased(case, phase, found, failing, served.last, whole=whole) if served.person in failing else found
        whole = whole and not failing
